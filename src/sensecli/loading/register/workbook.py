"""An Excel workbook -> its tables: merged cells filled, formulas by the values saved with them."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, iterparse

from sensecli.loading.formats.rows import as_written
from sensecli.loading.register.lines import MOST_LINES, Line, Table
from sensecli.model import Problem

# What openpyxl reads in pieces has no types of its own.
Sheet = Any
Cell = Any

_MOST_CELLS = 1_000_000
_MOST_MERGED = 200_000
_ERROR = re.compile(r"#(?:REF|N/A|VALUE|NAME|DIV/0|NULL|NUM|SPILL|CALC|FIELD|GETTING_DATA)[!?]?")
_RANGE = re.compile(r"([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)")


@dataclass(frozen=True, slots=True)
class Book:
    """The tables of a workbook in order, and the titles of its hidden sheets."""

    tables: tuple[Table, ...]
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a sheet's file says beside its values, all counted from 1.

    `merged` are (first row, last row, first column, last column); `unread` are (row, column) of
    formulas that were saved without a value.
    """

    hidden: frozenset[int]
    merged: tuple[tuple[int, int, int, int], ...]
    unread: frozenset[tuple[int, int]]


class _TooLargeError(Exception):
    """The sheet of that title holds more than is read."""


def workbook_tables(path: Path) -> Book | Problem:
    """Every worksheet as a table, hidden ones too; OSError if the file cannot be opened."""
    import warnings

    from openpyxl import load_workbook

    try:
        with path.open("rb") as file, zipfile.ZipFile(path) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True)
            try:
                sheets = list(book.worksheets)
                tables = tuple(_table(path.name, archive, sheet) for sheet in sheets)
            finally:
                book.close()
    except OSError:
        raise
    except _TooLargeError as error:
        message = f'the sheet "{error}" is too large for a register (at most {MOST_LINES:,} rows)'
        return Problem(path.name, None, message, "take out what is no action, or part it")
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not an Excel workbook that can be read ({type(error).__name__})"
        return Problem(path.name, None, message, "open it in Excel and save it again")
    return Book(tables, tuple(s.title for s in sheets if s.sheet_state != "visible"))


def _table(file: str, archive: zipfile.ZipFile, sheet: Sheet) -> Table:
    # openpyxl has no other door to what it leaves out when it reads a sheet in pieces.
    part: str = sheet._worksheet_path  # noqa: SLF001
    with archive.open(part) as opened:
        marks = _marks(iterparse(opened), sheet.title)  # noqa: S314 - no entities: see unpacking
    sheet.reset_dimensions()
    lines = _filled_down(list(_lines(sheet.iter_rows(), marks, sheet.title)), marks)
    return Table(file, sheet.title, tuple(lines), heading=sheet.title)


def _marks(events: Iterable[tuple[str, Element]], title: str) -> _Marks:
    hidden: set[int] = set()
    unread: set[tuple[int, int]] = set()
    merged: list[tuple[int, int, int, int]] = []
    cells = row = column = area = 0
    for _, element in events:
        match element.tag.rpartition("}")[2]:
            case "c":
                cells += 1
                if cells > _MOST_CELLS:
                    raise _TooLargeError(title)
                place = re.fullmatch(r"([A-Z]{1,3})(\d+)", element.get("r", ""))
                column = _column(place[1]) if place else column + 1
                if _lacks_a_value(element):
                    unread.add((int(place[2]) if place else row + 1, column))
                element.clear()
            case "row":
                row, column = int(element.get("r", row + 1)), 0
                if element.get("hidden") in {"1", "true"}:
                    hidden.add(row)
                element.clear()
            case "mergeCell":
                if found := _RANGE.fullmatch(element.get("ref", "").replace("$", "")):
                    first, last = int(found[2]), int(found[4])
                    merged.append((first, last, _column(found[1]), _column(found[3])))
                    area += min(last - first, MOST_LINES) + 1
                    if area > _MOST_MERGED:
                        raise _TooLargeError(title)
            case _:
                pass
    return _Marks(frozenset(hidden), tuple(merged), frozenset(unread))


def _lacks_a_value(cell: Element) -> bool:
    """Whether it is a formula that nobody worked out: one that gives no text has its type."""
    names = {child.tag.rpartition("}")[2]: child for child in cell}
    value = names.get("v")
    return "f" in names and cell.get("t") != "str" and (value is None or not value.text)


def _column(letters: str) -> int:
    number = 0
    for sign in letters:
        number = 26 * number + ord(sign) - ord("A") + 1
    return number


def _lines(rows: Iterable[tuple[Cell, ...]], marks: _Marks, title: str) -> Iterator[Line]:
    """The rows in which anything stands, without the empty cells at their ends."""
    wide = {first for first, _, left, right in marks.merged if right > left}
    spanned = {
        row
        for first, last, *_ in marks.merged
        for row in range(first, min(last, MOST_LINES * 2) + 1)
    }
    unread_rows = {row for row, _ in marks.unread}
    read = places = 0
    for number, cells in enumerate(rows, start=1):
        places += 1 + len(cells)
        last = next((n for n in range(len(cells), 0, -1) if cells[n - 1].value is not None), 0)
        if not last and number not in spanned and number not in unread_rows:
            if places > 2 * _MOST_CELLS:
                raise _TooLargeError(title)
            continue
        read += last > 0
        if read > MOST_LINES:
            raise _TooLargeError(title)
        texts = tuple(map(_text, cells[:last]))
        wrong = {c - 1 for c in range(1, len(cells) + 2) if (number, c) in marks.unread}
        wrong |= {
            c for c, text in enumerate(texts) if text.startswith("#") and _ERROR.fullmatch(text)
        }
        yield Line(
            number,
            number,
            tuple("" if column in wrong else text for column, text in enumerate(texts)),
            unread=frozenset(wrong),
            coloured=frozenset(_coloured(cells, last)),
            wide=number in wide,
            hidden=number in marks.hidden,
        )


def _text(cell: Cell) -> str:
    """What a cell shows: of a share that is shown in percent, the percent."""
    value = cell.value
    counts = isinstance(value, int | float) and not isinstance(value, bool)
    if counts and "%" in str(cell.number_format):
        return f"{round(100 * value, 1):g}%"
    return as_written(value)


def _coloured(cells: tuple[Cell, ...], last: int) -> Iterator[int]:
    """The empty cells with a fill that no filled cell of the row has."""
    empty = [n for n, cell in enumerate(cells) if cell.value is None and _fill(cell)]
    if empty and last:
        others = {_fill(cell) for cell in cells[:last] if cell.value is not None}
        yield from (n for n in empty if _fill(cells[n]) not in others)


def _fill(cell: Cell) -> str:
    """A cell's colour, as something to compare; empty where it has none."""
    if not getattr(cell, "has_style", False) or cell.fill.patternType != "solid":
        return ""
    colour = cell.fill.fgColor
    return f"{colour.type} {colour.value}"


def _filled_down(lines: list[Line], marks: _Marks) -> list[Line]:
    """The same lines, with the text of a merged cell in each row that it spans."""
    at = {line.number: n for n, line in enumerate(lines)}
    for first, last, left, _ in marks.merged:
        text = lines[at[first]].cell(left - 1) if first in at else ""
        if not text or last == first:
            continue
        for row in range(first + 1, min(last, lines[-1].number) + 1):
            if row in at:
                lines[at[row]] = _with(lines[at[row]], left - 1, text)
    return lines


def _with(line: Line, column: int, text: str) -> Line:
    cells = [*line.cells, *[""] * (column + 1 - len(line.cells))]
    cells[column] = text
    return Line(
        line.number,
        line.line,
        tuple(cells),
        line.merged | {column},
        line.unread,
        line.coloured,
        line.wide,
        line.hidden,
    )
