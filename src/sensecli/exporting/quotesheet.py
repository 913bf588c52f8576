"""The findings' quotes as a sheet on which somebody marks those that may be shown to a board."""

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.table import Table
from sensecli.model import Analysis

COLUMNS = ("interview", "start", "code", "why", "text", "approved")


def quotes_csv(analysis: Analysis) -> bytes:
    """Each quote of a theme or barrier, `approved` left empty; as Excel reads it rightly."""
    rows = tuple(
        (quote.interview, quote.start, finding.code, quote.why, quote.text, "")
        for finding in (*analysis.findings, *analysis.barriers)
        for quote in finding.quotes
    )
    return csv_file(Table(COLUMNS, rows), excel=True)
