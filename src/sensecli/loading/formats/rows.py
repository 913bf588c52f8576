"""Rows of .csv and .xlsx files, every cell as text."""

import csv
import io
import threading
import warnings
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

from sensecli.loading.formats.encoding import normalise, read_text
from sensecli.model import Problem

_LONGEST_CELL = 64 * 1024 * 1024
MOST_PLACES, MOST_SIGNS = 20_000_000, 100_000_000
"""As many cells and characters are read of a sheet: few bytes may stand for a million cells."""
_LIMIT = threading.Lock()
_BATCH = 500


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


class SheetError(ValueError):
    """A .csv file that is none: what is wrong, and the line where reading ended."""

    def __init__(self, said: str, line: int | None) -> None:
        """`line` is 1-based, None where nothing was read."""
        super().__init__(said)
        self.line = line


def csv_rows(path: Path) -> tuple[Row, ...] | Problem:
    """The rows of a .csv file, parted by comma, semicolon or tab; OSError if it can't be opened."""
    text = read_text(path)
    if isinstance(text, Problem):
        return text
    head = next((line for line in text.split("\n") if line.strip()), "")
    batches = csv_batches(io.StringIO(text, newline=""), delimiter(head))
    try:
        return tuple(row for batch in batches for row in batch)
    except SheetError as error:
        return not_a_sheet(path.name, error)


def csv_batches(lines: Iterable[str], parted_by: str) -> Iterator[list[Row]]:
    """The rows in those lines of text, some hundred at a time; SheetError where they are none."""
    reader = csv.reader(lines, delimiter=parted_by, strict=True)
    done, line = 0, 1
    while True:
        batch: list[Row] = []
        # The limit is the whole process's: it is ours only while a batch is read.
        with _LIMIT:
            limit = csv.field_size_limit(_LONGEST_CELL)
            try:
                for number, cells in enumerate(islice(reader, _BATCH), start=done + 1):
                    batch.append(Row(number, line, tuple(cells)))
                    line = reader.line_num + 1
            except csv.Error as error:
                raise SheetError(str(error), reader.line_num or None) from error
            finally:
                csv.field_size_limit(limit)
        if not batch:
            return
        done += len(batch)
        yield batch


def not_a_sheet(name: str, error: SheetError) -> Problem:
    """The problem of a .csv file with quotation marks that do not match."""
    hint = 'put a text that holds commas or quotes in "...", and double any " inside it'
    return Problem(name, error.line, f"is not a sheet that can be read: {error}", hint)


def delimiter(head: str) -> str:
    """What parts the columns, by the first line with anything in it."""
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

    ValueError where they hold more than any sheet.
    """
    places = signs = 0
    for number, cells in enumerate(rows, start=1):
        places += 1 + len(cells)
        last = next((n for n in range(len(cells), 0, -1) if cells[n - 1] is not None), 0)
        texts = tuple(as_written(cell) for cell in cells[:last])
        signs += sum(map(len, texts))
        if places > MOST_PLACES or signs > MOST_SIGNS:
            raise ValueError(places, signs)
        if texts:
            yield Row(number, number, texts)


def as_written(cell: object) -> str:
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
