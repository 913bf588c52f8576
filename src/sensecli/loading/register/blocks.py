"""A table's rows under one header, and the actions in them with the rows that belong to each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sensecli.dating.written import Undated, last_day
from sensecli.loading.register.columns import (
    Columns,
    Names,
    columns_of,
    header_among,
    is_second_row,
)
from sensecli.loading.register.headings import Role
from sensecli.loading.register.kinds import Kind, kinds_of
from sensecli.loading.register.lines import Line, Table

_LOOKED_AT = 60
# A day, or what might be one with a year or an order of its parts.
_DATES = (None, Undated.YEARLESS, Undated.EITHER)


@dataclass(frozen=True, slots=True)
class Block:
    """The rows under one header: each has its kind. `titles` are the rows above the first header.

    `headers` counts the rows of names at its top.
    """

    table: Table
    columns: Columns
    lines: tuple[Line, ...]
    kinds: tuple[Kind, ...]
    titles: tuple[Line, ...] = ()
    headers: int = 1

    def rows(self, kind: Kind) -> tuple[int, ...]:
        """The numbers of the rows of that kind."""
        return tuple(
            line.number for line, one in zip(self.lines, self.kinds, strict=True) if one is kind
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """An action as it stands: its row, the rows that go on with it, and the last section row."""

    lines: tuple[Line, ...]
    section: str = ""

    @property
    def first(self) -> Line:
        """The row in which it begins."""
        return self.lines[0]

    def said(self, column: int | None, between: str = "\n") -> str:
        """What stands in a column in all its rows, each text once."""
        texts = (line.cell(column) for line in self.lines)
        return between.join(dict.fromkeys(text for text in texts if text))


def blocks_of(table: Table, names: Names) -> Iterator[Block]:
    """The blocks of a table, one for each header with columns of its own; none without a header."""
    lines = table.lines
    start = header_among(lines, names)
    titles = tuple(line for line in lines[:start] if not line.blank)
    while start is not None and start < len(lines):
        header, rest = lines[start], lines[start + 1 :]
        second = rest[0] if rest and is_second_row(rest[0], header, names) else None
        rest = rest[1:] if second else rest
        columns = columns_of(header, second, names, dates=dates_in(rest))
        if columns.beside is not None:
            rest = tuple(_cut(line, columns.beside) for line in rest)
        kinds = tuple(kinds_of(rest, columns, names))
        headers = 2 if second else 1
        yield Block(table, columns, rest[: len(kinds)], kinds, titles, headers)
        start, titles = start + headers + len(kinds), ()


def entries_of(block: Block) -> Iterator[Entry]:
    """The actions of a block, in order."""
    section, lines = "", list[Line]()
    for line, kind in zip(block.lines, block.kinds, strict=True):
        if kind is Kind.CONTINUATION:
            lines.append(line)
            continue
        if lines:
            yield Entry(tuple(lines), section)
            lines = []
        if kind is Kind.SECTION:
            section = " ".join(" ".join(line.cells[n] for n in line.filled).split()).rstrip(" :")
        elif kind is Kind.ACTION:
            if own := line.cell(block.columns.of(Role.SECTION)):
                section = " ".join(own.split())
            lines = [line]
    if lines:
        yield Entry(tuple(lines), section)


def dates_in(lines: Sequence[Line]) -> frozenset[int]:
    """The columns that hold dates, whatever they are called: "Milestone" may be a deed or a day."""
    looked, filled = Counter[int](), Counter[int]()
    for line in lines[:_LOOKED_AT]:
        for column in line.filled:
            filled[column] += 1
            looked[column] += last_day(line.cell(column)).lack in _DATES
    return frozenset(column for column, count in looked.items() if 2 * count > filled[column])


def _cut(line: Line, column: int) -> Line:
    return replace(
        line,
        cells=line.cells[:column],
        unread=frozenset(one for one in line.unread if one < column),
        coloured=frozenset(one for one in line.coloured if one < column),
    )
