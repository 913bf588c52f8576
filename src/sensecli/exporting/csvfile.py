"""CSV: UTF-8, a header, LF line ends, `true` and `false`."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from sensecli.exporting.table import Cell, Table, findings_table
from sensecli.model import Analysis

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def findings_csv(analysis: Analysis) -> bytes:
    """One row for each finding."""
    return csv_file(findings_table(analysis))


def csv_file(table: Table, *, excel: bool = False) -> bytes:
    """Any table; for Excel with a BOM, and with an apostrophe before what it would run."""
    written = csv_lines((table.columns, *table.rows), excel=excel)
    return codecs.BOM_UTF8 + written if excel else written


def csv_lines(rows: Iterable[Sequence[Cell]], *, excel: bool = False) -> bytes:
    """Some rows of a table, each with the end of its line; for Excel as in `csv_file`."""
    lines = (tuple(map(_written, row)) for row in rows)
    if excel:
        # Numbers and dates stay as they are: only what the user wrote can be a formula.
        lines = (tuple(_harmless(cell, _written(cell)) for cell in row) for row in rows)
    return "".join(map(_line, lines)).encode(errors="replace")


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _harmless(cell: Cell, written: str) -> str:
    return harmless(written) if isinstance(cell, str) else written


def _line(cells: Iterable[str]) -> str:
    # Written with CRLF and ended with LF: a lone CR in a cell is only quoted in this way.
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"
