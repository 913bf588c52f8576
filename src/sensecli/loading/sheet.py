"""A table in a file, .csv or .xlsx -> its rows."""

from contextlib import closing
from pathlib import Path

from sensecli.loading.formats.encoding import empty
from sensecli.loading.formats.guard import objection
from sensecli.loading.formats.rows import Row, xlsx_sheets
from sensecli.loading.roster import rows_of
from sensecli.model import Problem


def first_sheet(path: Path) -> tuple[Row, ...] | Problem:
    """The rows of a .csv file, or of the first worksheet of an .xlsx file, from the header on."""
    if path.suffix.casefold() != ".xlsx":
        return rows_of(path)
    if wrong := objection(path):
        return wrong
    try:
        with closing(xlsx_sheets(path)) as sheets:
            rows = next((rows for _, rows in sheets), ())
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not an Excel workbook that can be read ({type(error).__name__})"
        return Problem(path.name, None, message, "open it in Excel and save it again")
    first = next((number for number, row in enumerate(rows) if not row.blank), None)
    return empty(path) if first is None else rows[first:]
