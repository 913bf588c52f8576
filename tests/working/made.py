"""Work for tests, that other processes can import: tools are the process and a number of its own.

Where something happens once, the unit names a file that is made when it does.
"""

import os
import signal
import struct
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from sensecli.working import threads


@dataclass(slots=True)
class Tools:
    """What is made once in a process: which one, and what it has done."""

    process: int = field(default_factory=os.getpid)
    done: int = 0


@dataclass(slots=True)
class Counted:
    """0, 1, 2, ... without end; how many were read."""

    read: int = 0

    def __iter__(self) -> Iterator[int]:
        """The numbers."""
        while True:
            self.read += 1
            yield self.read - 1


class OddError(Exception):
    """An error that says more than its message."""

    def __init__(self, number: int) -> None:
        """`number` is kept."""
        super().__init__(number)
        self.number = number


class StubbornError(Exception):
    """An error that cannot be unpickled."""

    def __init__(self, one: int, other: int) -> None:
        """Two values, of which pickle knows one."""
        super().__init__(one + other)


Killer = Callable[[Tools, tuple[int, Path]], int]


def square(_tools: Tools, number: int) -> int:
    return number * number


def slow_first(_tools: Tools, number: int) -> int:
    time.sleep(0.5 if number == 0 else 0)
    return number


def nap(_tools: Tools, number: int) -> int:
    """Two are quick; the others take longer than any test."""
    time.sleep(0 if number < 2 else 600)
    return number


def by_whom(tools: Tools, _number: int) -> tuple[int, int, int | None]:
    """The process, which of its units it is, and the threads that it may use."""
    time.sleep(0.01)
    tools.done += 1
    return tools.process, tools.done, threads()


def killed_once(tools: Tools, unit: tuple[int, Path]) -> int:
    """The square; the first process that does number 7 is killed by it."""
    number, file = unit
    if number == 7 and _is_first(file):
        os.kill(os.getpid(), signal.SIGKILL)
    return square(tools, number)


def killed_in_the_middle_of_its_result(tools: Tools, unit: tuple[int, Path]) -> int:
    """The square; the first process that does number 7 sends half of what it came to."""

    def half(connection: Connection, written: bytes) -> None:
        header = struct.pack("!i", len(written))
        os.write(connection.fileno(), header + written[: len(written) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    number, file = unit
    if number == 7 and _is_first(file):
        Connection.send_bytes = half  # type: ignore[method-assign, assignment]
    return square(tools, number)


def killed_but_here(tools: Tools, unit: tuple[int, int]) -> int:
    """The square; any process but the one that the unit names is killed by number 7."""
    number, here = unit
    if number == 7 and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return square(tools, number)


def odd_fails(_tools: Tools, number: int) -> int:
    if number % 2:
        raise OddError(number)
    return number


def stubborn_fails(_tools: Tools, number: int) -> int:
    raise StubbornError(number, number)


def no_tools() -> Tools:
    raise OddError(0)


def weighty(_tools: Tools, unit: bytes) -> bytes:
    return unit + unit


def _is_first(file: Path) -> bool:
    try:
        file.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
