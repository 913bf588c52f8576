"""A blind sheet for a second coder: the passages, and nothing of what the program made of them."""

import io
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.table import Cell, Table
from sensecli.model import Actor, Codebook, Holder, Segment, Stance, Status

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

GIVEN = ("code", "stance", "status", "actor", "holder", "prompted")
"""The columns that the coder fills in."""

_WIDTHS = {"text": 80, "before": 40, "proposition": 60, "definition": 60, "label": 28, "code": 22}
_WIDTH = 12
_LONGEST = 32_000


def sheet_table(
    segments: Sequence[Segment], *, only: Collection[tuple[str, int]] | None = None
) -> Table:
    """One row for each segment, in the order of the texts, with empty columns for the coder.

    Where `only` some places are asked for, each has the passage before it as well.
    """
    columns = ("interview", "segment", "start", "end", "speaker", "text", *GIVEN, "note")
    blank: tuple[Cell, ...] = (None,) * (len(GIVEN) + 1)
    if only is None:
        return Table(columns, tuple((*_place(one), one.text, *blank) for one in segments))
    before = {(s.interview, s.number + 1): s.text for s in segments}
    rows = tuple(
        (*_place(one), before.get((one.interview, one.number)), one.text, *blank)
        for one in segments
        if (one.interview, one.number) in only
    )
    return Table((*columns[:5], "before", *columns[5:]), rows)


def codes_table(codebook: Codebook) -> Table:
    """What each code is: its kind, the proposition that a stance is towards, and its bounds."""
    return Table(
        ("code", "label", "kind", "proposition", "definition", "include", "exclude"),
        tuple(
            (
                leaf.id,
                leaf.label,
                str(leaf.kind),
                leaf.proposition,
                leaf.definition,
                "; ".join(leaf.include),
                "; ".join(leaf.exclude),
            )
            for leaf in codebook.leaves
        ),
    )


def values_table() -> Table:
    """What each column may hold."""
    values: tuple[tuple[Cell, ...], ...] = tuple(
        (name, value)
        for name, kind in (
            ("stance", Stance),
            ("status", Status),
            ("actor", Actor),
            ("holder", Holder),
            ("prompted", ("true", "false")),
        )
        for value in map(str, kind)
    )
    return Table(("column", "value"), values)


def sheet_csv(table: Table) -> bytes:
    """The sheet for a spreadsheet: with a byte order mark, and nothing that it would run."""
    return csv_file(table, excel=True)


def sheet_xlsx(table: Table, codebook: Codebook) -> bytes:
    """The sheet as a workbook: the passages with lists to choose from, the codes, the values."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None  # noqa: S101 - a new workbook has a sheet
    values = values_table()
    first.title = "passages"
    _fill(first, table)
    _fill(book.create_sheet("codes"), codes_table(codebook))
    _fill(book.create_sheet("values"), values)
    _offer_lists(first, table, values, codes=len(codebook.leaves))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _place(segment: Segment) -> tuple[Cell, ...]:
    return (segment.interview, segment.number, segment.start, segment.end, str(segment.speaker))


def _fill(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for at, row in enumerate((table.columns, *table.rows), start=1):
        for column, cell in enumerate(row, start=1):
            if cell is None:
                continue
            made = sheet.cell(at, column)
            if isinstance(cell, str):
                # Said to be text: what begins with "=" would be a formula.
                made.value = ILLEGAL_CHARACTERS_RE.sub(" ", cell)[:_LONGEST]
                made.data_type = "s"
            else:
                made.value = cell
            made.alignment = Alignment(wrap_text=True, vertical="top")
            made.font = Font(bold=at == 1)
    for number, name in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _WIDTH)
    sheet.freeze_panes = "A2"


def _offer_lists(sheet: "Worksheet", table: Table, values: Table, *, codes: int) -> None:
    """Each column to fill in offers what it may hold."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    # With room for the rows that a coder repeats to give a passage a second code.
    last = 2 * len(table.rows) + 100
    for name in GIVEN:
        rows = [at for at, row in enumerate(values.rows, start=2) if row[0] == name]
        source = (
            f"values!$B${rows[0]}:$B${rows[-1]}" if rows else f"codes!$A$2:$A${max(codes, 1) + 1}"
        )
        column = get_column_letter(table.columns.index(name) + 1)
        offered = DataValidation(type="list", formula1=source, allow_blank=True)
        offered.add(f"{column}2:{column}{last}")
        sheet.add_data_validation(offered)
