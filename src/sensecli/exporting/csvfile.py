"""CSV: UTF-8, a header, LF line ends, `true` and `false`."""

import csv
import io
from collections.abc import Iterable

from sensecli.exporting.table import Cell, Table, findings_table
from sensecli.model import Analysis

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def findings_csv(analysis: Analysis) -> bytes:
    """One row for each finding."""
    return csv_file(findings_table(analysis))


def csv_file(table: Table, *, excel: bool = False) -> bytes:
    """Any table; for Excel with a BOM, and with an apostrophe before what it would run."""
    rows: list[tuple[str, ...]] = [table.columns, *(tuple(map(_written, r)) for r in table.rows)]
    if excel:
        # Numbers and dates stay as they are: only what the user wrote can be a formula.
        texts = [table.columns, *table.rows]
        rows = [tuple(map(_harmless, cells, row)) for cells, row in zip(texts, rows, strict=True)]
    written = "".join(map(_line, rows))
    return written.encode("utf-8-sig" if excel else "utf-8", errors="replace")


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
