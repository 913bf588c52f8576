"""Rows of .csv and .xlsx files, every cell as text."""

import csv
import io
import threading
import warnings
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from sensecli.loading.formats.encoding import normalise, read_text
from sensecli.model import Problem

_LONGEST_CELL = 64 * 1024 * 1024
_MOST_PLACES, _MOST_SIGNS = 20_000_000, 100_000_000
_LIMIT = threading.Lock()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its line in the file."""

    number: int
    line: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell.strip() for cell in self.cells)


def csv_rows(path: Path) -> tuple[Row, ...] | Problem:
    """The rows of a .csv file, parted by comma, semicolon or tab; OSError if it can't be opened."""
    text = read_text(path)
    if isinstance(text, Problem):
        return text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    with _LIMIT:
        limit = csv.field_size_limit(_LONGEST_CELL)
        try:
            rows, line = [], 1
            for number, cells in enumerate(reader, start=1):
                rows.append(Row(number, line, tuple(cells)))
                line = reader.line_num + 1
            return tuple(rows)
        except csv.Error as error:
            hint = 'put a text that holds commas or quotes in "...", and double any " inside it'
            message = f"is not a sheet that can be read: {error}"
            return Problem(path.name, reader.line_num or None, message, hint)
        finally:
            csv.field_size_limit(limit)


def _delimiter(text: str) -> str:
    head = next((line for line in text.split("\n") if line.strip()), "")
    return max(",;\t", key=head.count)


def xlsx_sheets(path: Path) -> Generator[tuple[str, tuple[Row, ...]], None, None]:
    """Each worksheet's title and rows; whatever openpyxl raises where the file is broken."""
    from openpyxl import load_workbook

    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                sheet.reset_dimensions()
                yield sheet.title, tuple(_filled(sheet.iter_rows(values_only=True)))
        finally:
            book.close()


def _filled(rows: Iterable[Sequence[object]]) -> Iterator[Row]:
    """The rows with anything in them, without the empty cells at their ends.

    ValueError where they hold more than any sheet: few bytes may stand for a million cells.
    """
    places = signs = 0
    for number, cells in enumerate(rows, start=1):
        places += 1 + len(cells)
        last = next((n for n in range(len(cells), 0, -1) if cells[n - 1] is not None), 0)
        texts = tuple(_text(cell) for cell in cells[:last])
        signs += sum(map(len, texts))
        if places > _MOST_PLACES or signs > _MOST_SIGNS:
            raise ValueError(places, signs)
        if texts:
            yield Row(number, number, texts)


def _text(cell: object) -> str:
    """A cell as its owner would write it: whole numbers without a point, dates in ISO form."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat().replace("T", " ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return normalise(str(cell)).replace("_x000D_", "")
