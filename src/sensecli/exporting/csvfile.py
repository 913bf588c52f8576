"""CSV: UTF-8, a header, LF line ends, `true` and `false`."""

import csv
import io
from collections.abc import Iterable

from sensecli.exporting.table import (
    Cell,
    Table,
    codings_table,
    findings_table,
    matrix_table,
    positions_table,
    segments_table,
)
from sensecli.model import Analysis

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def codings_csv(analysis: Analysis, *, excel: bool = False) -> bytes:
    """The coded-segment table; its texts are the slices themselves unless `excel`."""
    return csv_file(codings_table(analysis), excel=excel)


def positions_csv(analysis: Analysis, *, excel: bool = False) -> bytes:
    """Where each leader stands on each code."""
    return csv_file(positions_table(analysis), excel=excel)


def findings_csv(analysis: Analysis, *, excel: bool = False) -> bytes:
    """One row for each finding."""
    return csv_file(findings_table(analysis), excel=excel)


def segments_csv(analysis: Analysis, *, excel: bool = False) -> bytes:
    """One row for each segment."""
    return csv_file(segments_table(analysis), excel=excel)


def matrix_csv(analysis: Analysis, *, excel: bool = False) -> bytes:
    """Leaders by codes."""
    return csv_file(matrix_table(analysis), excel=excel)


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


def _harmless(cell: Cell, written: str) -> str:
    risky = isinstance(cell, str) and written.startswith(_FORMULA)
    return f"'{written}" if risky else written


def _line(cells: Iterable[str]) -> str:
    # Written with CRLF and ended with LF: a lone CR in a cell is only quoted in this way.
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"
