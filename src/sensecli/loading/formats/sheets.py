"""Sheets (.csv, .xlsx): one interview a row, where there is an id column and a text column."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sensecli.loading.formats.document import Document, Read, refused
from sensecli.loading.formats.keys import ID_COLUMNS, TEXT_COLUMNS, plain
from sensecli.loading.formats.rows import Row, csv_rows, xlsx_sheets
from sensecli.model import Notice, Problem

# Columns that only a table of ours has: codings, segments, positions, findings.
_EXPORTS = (
    frozenset({"interview", "segment", "text", "code"}),
    frozenset({"interview", "segment", "text", "start", "end"}),
    frozenset({"leader", "code", "stance", "status"}),
    frozenset({"code", "label", "endorse", "gap"}),
)
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Columns:
    names: tuple[str, ...]
    id: int
    text: int
    header: int


def read_csv(path: Path) -> Read:
    """The documents of a .csv file; none, and no problem, where it holds no interviews."""
    rows = csv_rows(path)
    return refused(rows) if isinstance(rows, Problem) else _interviews(path, rows)


def read_xlsx(path: Path) -> Read:
    """The documents of the first worksheet of an .xlsx file that holds interviews."""
    try:
        with closing(xlsx_sheets(path)) as sheets:
            found = next((rows for _, rows in sheets if _columns(rows)), ())
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not an Excel workbook that can be read ({type(error).__name__})"
        return refused(Problem(path.name, None, message, "open it in Excel and save it again"))
    return _interviews(path, found)


def _columns(rows: Sequence[Row]) -> _Columns | None:
    """The id and text columns by the first row that is not blank; None where one is missing."""
    header = next((row for row in rows if not row.blank), None)
    if header is None:
        return None
    words = [plain(cell) for cell in header.cells]
    if _is_export(words):
        return None
    ids = [words.index(name) for name in ID_COLUMNS if name in words]
    texts = [words.index(name) for name in TEXT_COLUMNS if name in words]
    if not ids or not texts:
        return None
    names = tuple(cell.strip() for cell in header.cells)
    return _Columns(names, ids[0], texts[0], header.number)


def _is_export(words: Sequence[str]) -> bool:
    """Whether the columns are those of a table that `sense export` wrote, or of a coded sample."""
    return any(columns <= set(words) for columns in _EXPORTS)


def no_interviews(path: Path) -> Notice:
    """Why a sheet that was read without a problem holds no interviews."""
    headers = [tuple(cell for cell in row.cells if cell.strip()) for row in _headers(path)]
    words = [[plain(cell) for cell in header] for header in headers]
    if any(_is_export(columns) for columns in words):
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


def _interviews(path: Path, rows: Sequence[Row]) -> Read:
    columns = _columns(rows)
    if columns is None:
        return (), ()
    filled = [row for row in rows if row.number > columns.header and not row.blank]
    if not filled:
        message = "has columns for interviews and no row below them"
        return refused(Problem(path.name, None, message, "write one interview in each row"))
    documents: list[Document] = []
    problems: list[Problem] = []
    for row in filled:
        text = row.cells[columns.text] if columns.text < len(row.cells) else ""
        if text.strip():
            found = tuple(_attributes(row, columns))
            documents.append(Document(text, found, row=f"row {row.number}"))
        else:
            message = f'row {row.number} has no text in the column "{columns.names[columns.text]}"'
            hint = "fill the cell, or take the row out"
            problems.append(Problem(path.name, row.line, message, hint))
    return tuple(documents), tuple(problems)


def _attributes(row: Row, columns: _Columns) -> Iterator[tuple[str, str, int | None]]:
    """The id first, so that no other column that sounds like one is taken for it."""
    if columns.id < len(row.cells):
        yield "id", row.cells[columns.id].strip(), row.line
    for number, (name, cell) in enumerate(zip(columns.names, row.cells, strict=False)):
        if number not in {columns.id, columns.text} and name:
            yield name, cell.strip(), row.line
