"""XLSX: one sheet a table, its header frozen and filtered; text stays text, numbers are numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from sensecli.exporting.csvfile import harmless
from sensecli.exporting.table import Cell, Table, encodable
from sensecli.model import Notice

LONGEST = 32_767
"""UTF-16 units that a cell of Excel's can hold."""
CUT = " [cut]"
"""What stands at the end of a text that was longer."""
ROWS = 1_048_575
"""Rows below the header that a sheet of Excel's can hold."""

_NARROWEST, _WIDEST = 8, 60
_LOOKED_AT = 200
# No XML can hold these.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Without it, the clock would make each file another.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  (the format knows no time zones)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True)
class Workbook:
    """The file, and what the user should know of it."""

    content: bytes
    notices: tuple[Notice, ...] = ()


def workbook(tables: Mapping[str, Table], *, rows: int = ROWS) -> Workbook:
    """Each table in the sheet of its name, and in further ones where it has over `rows` rows."""
    import xlsxwriter

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    book.set_properties({"created": _MADE})
    bold = book.add_format({"bold": True, "bottom": 1})
    for name, table in _sheets(tables, rows):
        _write(book.add_worksheet(name), table, bold)
    book.close()
    notices = tuple(notice for name, table in tables.items() for notice in _notices(name, table))
    return Workbook(buffer.getvalue(), notices)


def cell_text(text: str) -> str:
    """The text as a cell can hold it: no control characters, nothing to run, not too long."""
    written = harmless(_CONTROL.sub("", encodable(text)))
    if _units(written) <= LONGEST:
        return written
    room = 2 * (LONGEST - len(CUT))
    return written.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT


def _sheets(tables: Mapping[str, Table], most: int) -> Iterator[tuple[str, Table]]:
    for name, table in tables.items():
        for number, start in enumerate(range(0, max(len(table.rows), 1), most), start=1):
            part = Table(table.columns, table.rows[start : start + most])
            yield (name if number == 1 else f"{name} ({number})"), part


def _write(sheet: Any, table: Table, bold: object) -> None:  # noqa: ANN401  (no types of its own)
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, cell_text(name), bold)
        sheet.set_column(column, column, _width(table, column))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            _put(sheet, number, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _put(sheet: Any, row: int, column: int, cell: Cell) -> None:  # noqa: ANN401  (as above)
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, cell_text(cell))


def _width(table: Table, column: int) -> int:
    cells = (row[column] for row in table.rows[:_LOOKED_AT])
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    # The filter's button takes some of the header.
    return min(max(longest + 2, len(table.columns[column]) + 4, _NARROWEST), _WIDEST)


def _notices(name: str, table: Table) -> Iterator[Notice]:
    cells = [cell for row in (table.columns, *table.rows) for cell in row]
    cut = sum(_too_long(cell) for cell in cells)
    if cut:
        many = "1 text was" if cut == 1 else f"{cut} texts were"
        yield Notice(
            f"{many} longer than the {LONGEST:,} characters that a cell of a workbook holds,"
            f' and cut in "{name}": where "{CUT.strip()}" stands at the end, text is missing.'
        )


def _too_long(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) <= LONGEST // 2 - 1:
        return False
    return _units(harmless(_CONTROL.sub("", encodable(cell)))) > LONGEST


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
