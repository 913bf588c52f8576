"""Shares with the program's own errors taken out, beside what it found itself."""

from sensecli.cli.report.layout import FAINT, Column, Lines, flexible, heading, paragraph, row
from sensecli.exporting.figuretables import corrected_note, corrected_table
from sensecli.model import Analysis

# "86 → 79 (55–95)", and room for "100 → 100 (95–100)".
_SHARE = 18
_ROOMY = 74


def corrected_lines(analysis: Analysis, *, width: int) -> Lines:
    """A row for each code that somebody raises; on a narrow screen its gap alone."""
    table = corrected_table(analysis)
    if table is None:
        return []
    shown = range(1, len(table.header)) if width >= _ROOMY else (len(table.header) - 1,)
    shares = [Column(table.header[at], _SHARE, right=True) for at in shown]
    columns = (Column(table.header[0], flexible(shares, width=width)), *shares)
    lines = heading("Corrected shares", width=width) + paragraph(table.caption, width=width)
    lines += row([column.heading for column in columns], columns, style=FAINT)
    for cells in table.rows:
        lines += row([cells[0], *(cells[at] for at in shown)], columns)
    return lines + paragraph(corrected_note(analysis), width=width)
