"""The work in this process."""

from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")


def here(
    units: Iterable[U], *, start: Callable[[], T], do: Callable[[T, U], R]
) -> Generator[R, None, None]:
    """do(start(), unit) for each unit, in order: nothing is made or read before it is needed."""
    tools: list[T] = []
    for unit in units:
        if not tools:
            tools.append(start())
        yield do(tools[0], unit)
