"""Sheets (.csv, .xlsx): one interview a row, where there is an id column and a text column."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sensecli.loading.formats.document import Document, Read, refused
from sensecli.loading.formats.keys import ID_COLUMNS, TEXT_COLUMNS, plain
from sensecli.loading.formats.rows import Row, csv_rows, xlsx_sheets
from sensecli.model import Problem

# Columns that only a table of ours has: codings, segments, positions, findings.
_EXPORTS = (
    frozenset({"interview", "segment", "text", "code"}),
    frozenset({"interview", "segment", "text", "start", "end"}),
    frozenset({"leader", "code", "stance", "status"}),
    frozenset({"code", "label", "endorse", "gap"}),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a sheet's columns, which hold id and text, and the number of their row."""

    names: tuple[str, ...]
    id: int
    text: int
    header: int


def read_csv(path: Path) -> Read:
    """The documents of a .csv file; none, and no problem, where it holds no interviews."""
    rows = csv_rows(path)
    return refused(rows) if isinstance(rows, Problem) else interviews_in(path, rows)


def read_xlsx(path: Path) -> Read:
    """The documents of the first worksheet of an .xlsx file that holds interviews."""
    try:
        with closing(xlsx_sheets(path)) as sheets:
            found = next((rows for _, rows in sheets if columns_of(rows)), ())
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not an Excel workbook that can be read ({type(error).__name__})"
        return refused(Problem(path.name, None, message, "open it in Excel and save it again"))
    return interviews_in(path, found)


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The id and text columns by the first row that is not blank; None where one is missing."""
    header = next((row for row in rows if not row.blank), None)
    if header is None:
        return None
    words = [plain(cell) for cell in header.cells]
    if is_export(words):
        return None
    ids = [words.index(name) for name in ID_COLUMNS if name in words]
    texts = [words.index(name) for name in TEXT_COLUMNS if name in words]
    if not ids or not texts:
        return None
    names = tuple(cell.strip() for cell in header.cells)
    return Columns(names, ids[0], texts[0], header.number)


def is_export(words: Sequence[str]) -> bool:
    """Whether the columns are those of a table that `sense export` wrote, or of a coded sample."""
    return any(columns <= set(words) for columns in _EXPORTS)


def interviews_in(path: Path, rows: Sequence[Row]) -> Read:
    """The documents in the rows of a sheet; none, and no problem, where it holds no interviews."""
    columns = columns_of(rows)
    if columns is None:
        return (), ()
    filled = [row for row in rows if row.number > columns.header and not row.blank]
    if not filled:
        return refused(no_rows(path.name))
    said = tuple(document_of(row, columns) for row in filled if has_text(row, columns))
    silent = (row for row in filled if not has_text(row, columns))
    return said, tuple(no_text(path.name, row, columns) for row in silent)


def no_rows(name: str) -> Problem:
    """The problem of a sheet of that name with a header alone."""
    message = "has columns for interviews and no row below them"
    return Problem(name, None, message, "write one interview in each row")


def no_text(name: str, row: Row, columns: Columns) -> Problem:
    """The problem of a row in which something stands, but nothing said."""
    message = f'row {row.number} has no text in the column "{columns.names[columns.text]}"'
    return Problem(name, row.line, message, "fill the cell, or take the row out")


def has_text(row: Row, columns: Columns) -> bool:
    """Whether anything is said in a row."""
    text = row.cells[columns.text] if columns.text < len(row.cells) else ""
    return not (text.isspace() or not text)


def document_of(row: Row, columns: Columns) -> Document:
    """The interview in a row that has a text."""
    found = tuple(_attributes(row, columns))
    return Document(row.cells[columns.text], found, row=f"row {row.number}")


def _attributes(row: Row, columns: Columns) -> Iterator[tuple[str, str, int | None]]:
    """The id first, so that no other column that sounds like one is taken for it."""
    if columns.id < len(row.cells):
        yield "id", row.cells[columns.id].strip(), row.line
    for number, (name, cell) in enumerate(zip(columns.names, row.cells, strict=False)):
        if number not in {columns.id, columns.text} and name:
            yield name, cell.strip(), row.line
