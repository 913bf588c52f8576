"""A .csv or .xlsx file -> its rows, each cell under the plain name of its column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sensecli.loading.formats.keys import plain
from sensecli.loading.formats.rows import Row
from sensecli.loading.sheet import first_sheet
from sensecli.model import Problem
from sensecli.model.decision import TIME

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: its line, and what stands under each column, without the spaces around it."""

    line: int
    held: Mapping[str, str]

    def first(self, names: Iterable[str]) -> str:
        """What stands under the first of those columns that has anything; else nothing."""
        return next((self.held[name] for name in names if self.held.get(name)), "")

    def number(self, *names: str) -> int | None:
        """The whole number under the first of those columns; None where there is none."""
        written = self.first(names)
        fits = written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS
        return int(written) if fits else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's columns, plain and in order, the line that they stand in, and its rows."""

    file: str
    columns: tuple[str, ...]
    line: int
    rows: tuple[Cells, ...]

    def has(self, names: Iterable[str]) -> bool:
        """Whether it has one of those columns."""
        return any(name in self.columns for name in names)


def read_sheet(path: Path) -> Sheet | Problem:
    """The rows of a .csv file, or of the first worksheet of an .xlsx file, or why there are none.

    Of two columns with one name, the first that holds something in a row counts.
    """
    rows = first_sheet(path)
    if isinstance(rows, Problem):
        return rows
    columns = tuple(plain(cell) for cell in rows[0].cells)
    return Sheet(
        path.name, columns, rows[0].line, tuple(_cells(columns, r) for r in rows[1:] if not r.blank)
    )


def unspelled(text: str) -> str:
    """The text without the apostrophe that we put before what a spreadsheet would run."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def stamped(text: str) -> str:
    """A date and time in ISO form as decisions have it (UTC where no zone is told); else empty."""
    try:
        read = datetime.fromisoformat(text.strip())
        zoned = read if read.tzinfo else read.replace(tzinfo=UTC)
        return zoned.astimezone(UTC).strftime(TIME)
    except (ValueError, OverflowError):
        return ""


def _cells(columns: tuple[str, ...], row: Row) -> Cells:
    held: dict[str, str] = {}
    for name, cell in zip(columns, row.cells, strict=False):
        held[name] = held.get(name) or cell.strip()
    return Cells(row.line, held)
