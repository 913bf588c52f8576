"""Why a sheet that can be read holds no interviews."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sensecli.loading.formats.keys import ID_COLUMNS, TEXT_COLUMNS, plain
from sensecli.loading.formats.parquet import header_of
from sensecli.loading.formats.rows import Row, csv_rows, xlsx_sheets
from sensecli.loading.formats.sheets import is_export
from sensecli.model import Notice, Problem

_SHOWN = 8


def no_interviews(path: Path) -> Notice:
    """Why a sheet that was read without a problem holds no interviews."""
    headers = [tuple(cell for cell in row.cells if cell.strip()) for row in _headers(path)]
    words = [[plain(cell) for cell in header] for header in headers]
    if any(is_export(columns) for columns in words):
        return Notice(f"{path.name} is an export of codings, not of interviews; it is not read.")
    shown = " / ".join(_columns_shown(header) for header in headers) or "nothing in it"
    lacking = []
    if not any(set(ID_COLUMNS) & set(columns) for columns in words):
        lacking.append(f"no column for the id ({_listed(ID_COLUMNS)})")
    if not any(set(TEXT_COLUMNS) & set(columns) for columns in words):
        lacking.append(f"no column for the text ({_listed(TEXT_COLUMNS)})")
    said = " and ".join(lacking) or "no sheet with both a column for the id and one for the text"
    return Notice(f"{path.name} is not read as interviews: it has {said}. There is {shown}.")


def _columns_shown(header: Sequence[str]) -> str:
    rest = len(header) - _SHOWN
    listed = ", ".join(f'"{cell.strip()}"' for cell in header[:_SHOWN])
    return listed + (f" and {rest} more" if rest > 0 else "")


def _headers(path: Path) -> list[Row]:
    """The first row of each sheet in the file that is not blank."""
    if path.suffix.casefold() == ".parquet":
        return [header_of(path)]
    if path.suffix.casefold() == ".csv":
        rows = csv_rows(path)
        sheets = [] if isinstance(rows, Problem) else [rows]
    else:
        with closing(xlsx_sheets(path)) as found:
            sheets = [rows for _, rows in found]
    firsts = (next((row for row in rows if not row.blank), None) for rows in sheets)
    return [row for row in firsts if row]


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
