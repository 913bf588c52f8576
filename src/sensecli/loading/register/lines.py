"""A table as its file has it: lines of cells, with what a reader sees of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sensecli.loading.formats.rows import Row

MOST_LINES = 20_000
"""As many filled rows are read of a register."""

_WORD = re.compile(r"\w")
_NO_CELLS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its number as a reader sees it, its line in the file, and its cells as text.

    `merged` are the columns whose text is that of a merged cell that begins further up. `unread`
    are those whose formula has no value, or an error for one: their text is empty. `coloured` are
    empty ones with a colour that no filled cell of the row has. `wide` tells that a cell spans
    several columns.
    """

    number: int
    line: int
    cells: tuple[str, ...]
    merged: frozenset[int] = field(default=_NO_CELLS)
    unread: frozenset[int] = field(default=_NO_CELLS)
    coloured: frozenset[int] = field(default=_NO_CELLS)
    wide: bool = False
    hidden: bool = False

    def cell(self, column: int | None) -> str:
        """What stands in a column, merged cells too; empty where there is none."""
        if column is None or column >= len(self.cells):
            return ""
        return self.cells[column].strip()

    def own(self, column: int | None) -> str:
        """What stands in a column of this very row."""
        return "" if column in self.merged else self.cell(column)

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns of this very row in which a word or number stands."""
        return tuple(
            number
            for number, cell in enumerate(self.cells)
            if number not in self.merged and _WORD.search(cell)
        )

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it that is its own."""
        return not self.filled and not self.unread


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file: `name` is that of its sheet or its number ("table 2"), or "".

    `heading` is what it stands under; `row` is what its rows are called ("row", "line").
    """

    file: str
    name: str
    lines: tuple[Line, ...]
    heading: str = ""
    row: str = "row"

    @property
    def place(self) -> str:
        """The file and the table, as problems and actions name them."""
        return f"{self.file}, {self.name}" if self.name else self.file


def table_of(file: str, rows: Sequence[Row]) -> Table:
    """The table of a .csv file."""
    return Table(file, "", tuple(Line(row.number, row.line, row.cells) for row in rows))


def listed(numbers: Sequence[int], *, row: str = "row", most: int = 6) -> str:
    """Rows by their numbers: "row 3", "rows 3, 5 and 8", "rows 3, 5, 8 and 12 more"."""
    if len(numbers) == 1:
        return f"{row} {numbers[0]}"
    shown = [str(number) for number in numbers[:most]]
    if len(numbers) > most:
        return f"{row}s {', '.join(shown)} and {len(numbers) - most} more"
    return f"{row}s {', '.join(shown[:-1])} and {shown[-1]}"


def letter(column: int) -> str:
    """A column as a spreadsheet names it: 0 is A, 26 is AA."""
    name, rest = "", column + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        name = chr(ord("A") + last) + name
    return name


def shortened(text: str, most: int = 60) -> str:
    """A text as a problem quotes it, on one line and not longer than so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 3]}..."
