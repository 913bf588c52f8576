"""A blind sheet for a second coder: the passages, and nothing of what the program made of them."""

import io
import re
from collections.abc import Collection, Sequence
from typing import Any

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.table import Cell, Table, encodable
from sensecli.model import Actor, Codebook, Holder, Segment, Stance, Status

GIVEN = ("code", "stance", "status", "actor", "holder", "prompted")
"""The columns that the coder fills in."""

_WIDTHS = {"text": 80, "before": 40, "proposition": 60, "definition": 60, "label": 28, "code": 22}
_WIDTH = 12
_LONGEST = 32_000
# No XML can hold these.
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


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
    import xlsxwriter

    written = io.BytesIO()
    # In memory: the passages go to no folder for temporary files.
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    styles = {"text_wrap": True, "valign": "top"}
    body, head = book.add_format(styles), book.add_format({**styles, "bold": True})
    values = values_table()
    tables = {"passages": table, "codes": codes_table(codebook), "values": values}
    sheets = {name: book.add_worksheet(name) for name in tables}
    for name, one in tables.items():
        _fill(sheets[name], one, head=head, body=body)
    _offer_lists(sheets["passages"], table, values, codes=len(codebook.leaves))
    book.close()
    return written.getvalue()


def _place(segment: Segment) -> tuple[Cell, ...]:
    return (segment.interview, segment.number, segment.start, segment.end, str(segment.speaker))


def _fill(sheet: Any, table: Table, *, head: object, body: object) -> None:  # noqa: ANN401
    for at, row in enumerate((table.columns, *table.rows)):
        style = body if at else head
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                # Said to be text: what begins with "=" would be a formula.
                sheet.write_string(at, column, _UNHELD.sub(" ", encodable(cell))[:_LONGEST], style)
            elif cell is not None:
                sheet.write(at, column, cell, style)
    for column, name in enumerate(table.columns):
        sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH))
    sheet.freeze_panes(1, 0)


def _offer_lists(sheet: Any, table: Table, values: Table, *, codes: int) -> None:  # noqa: ANN401
    """Each column to fill in offers what it may hold."""
    # With room for the rows that a coder repeats to give a passage a second code.
    last = 2 * len(table.rows) + 99
    for name in GIVEN:
        rows = [at for at, row in enumerate(values.rows, start=2) if row[0] == name]
        source = (
            f"=values!$B${rows[0]}:$B${rows[-1]}" if rows else f"=codes!$A$2:$A${max(codes, 1) + 1}"
        )
        column = table.columns.index(name)
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": source})
