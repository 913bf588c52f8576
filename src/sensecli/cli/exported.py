"""The formats and tables of an export, and what makes each."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sensecli.exporting.table import Table as Rows
    from sensecli.model import Analysis, Notice


class To(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    QDPX = "qdpx"
    QDC = "qdc"
    METHODS = "methods"
    QUOTES = "quotes"

    @property
    def binary(self) -> bool:
        """Whether it is no text, and so nothing for a terminal."""
        return self not in {To.CSV, To.JSON, To.METHODS, To.QUOTES}

    @property
    def whole(self) -> bool:
        """Whether it is about all there is, and so no single table."""
        return self in _WHOLE


class Table(StrEnum):
    """The tables that can be exported."""

    CODINGS = "codings"
    POSITIONS = "positions"
    FINDINGS = "findings"
    MATRIX = "matrix"
    SEGMENTS = "segments"
    CROSSTAB = "crosstab"
    ACTIONS = "actions"


class Cells(StrEnum):
    """What a cell of the matrix can hold."""

    STANCE = "stance"
    RAISED = "01"
    RUNG = "rung"


_WHOLE = {
    To.SQLITE: "sqlitefile:sqlite_file",
    To.QDPX: "refi:project_qdpx",
    To.QDC: "refi:codebook_qdc",
    To.METHODS: "methods:methods_text",
    To.QUOTES: "quotesheet:quotes_csv",
}
_SHEETS = (Table.CODINGS, Table.POSITIONS, Table.FINDINGS, Table.MATRIX, Table.SEGMENTS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported, and how; `table` is None where the format decides."""

    to: To
    table: Table | None = None
    cells: Cells | None = None
    by: str = ""
    excel: bool = False

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that are written; none where the format is about all there is."""
        if self.to.whole:
            return ()
        if self.table is None:
            return _SHEETS if self.to is To.XLSX else (Table.CODINGS,)
        return (self.table,)


def exported(analysis: "Analysis", wanted: Wanted) -> "tuple[bytes, tuple[Notice, ...]]":
    """The file, and what is worth knowing of it."""
    if wanted.to.whole:
        module, function = _WHOLE[wanted.to].split(":")
        make: Any = getattr(import_module(f"sensecli.exporting.{module}"), function)
        return bytes(make(analysis)), ()
    if wanted.to is To.XLSX:
        from sensecli.exporting.workbook import workbook

        book = workbook({str(one): rows(analysis, one, wanted) for one in wanted.tables})
        return book.content, book.notices
    return _single(analysis, wanted), ()


def _single(analysis: "Analysis", wanted: Wanted) -> bytes:
    (table,) = wanted.tables
    if wanted.to is To.JSON:
        from sensecli.exporting import jsonfile

        if table is Table.FINDINGS:
            return jsonfile.findings_json(analysis)
        return jsonfile.table_json(rows(analysis, table, wanted))
    if wanted.to is To.PARQUET:
        from sensecli.exporting.parquet import parquet_file
        from sensecli.exporting.provenance import provenance

        return parquet_file(rows(analysis, table, wanted), meta=provenance(analysis))
    from sensecli.exporting.csvfile import csv_file

    return csv_file(rows(analysis, table, wanted), excel=wanted.excel)


def rows(analysis: "Analysis", table: Table, wanted: Wanted) -> "Rows":
    """One table of the analysis."""
    from sensecli.exporting.crosstab import crosstab_by, crosstab_table
    from sensecli.exporting.table import TABLES, matrix_table

    if table is Table.ACTIONS:
        from sensecli.exporting.actionstable import actions_table

        return actions_table(analysis)
    if table is Table.CROSSTAB:
        return crosstab_by(analysis, wanted.by) if wanted.by else crosstab_table(analysis)
    if table is Table.MATRIX:
        return matrix_table(analysis, cells=wanted.cells or Cells.STANCE)
    return TABLES[table](analysis)
