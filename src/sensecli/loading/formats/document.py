"""One interview as its file gives it, before it has an id."""

from dataclasses import dataclass

from sensecli.model import Place, Problem


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file (or of one row of a sheet) and the attributes found in it.

    `attributes` are (key as written, value, 1-based line or None), in the order written. `body`
    is the offset where the talk begins. `row` is empty, or says which row of a sheet ("row 7").
    """

    text: str
    attributes: tuple[tuple[str, str, int | None], ...] = ()
    places: tuple[Place, ...] = ()
    body: int = 0
    row: str = ""


Read = tuple[tuple[Document, ...], tuple[Problem, ...]]


def refused(problem: Problem) -> Read:
    """What a reader gives back for a file that it cannot use."""
    return (), (problem,)
