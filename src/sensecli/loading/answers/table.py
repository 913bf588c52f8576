"""A .csv or .parquet file of answers, one a row -> its rows, some hundred at a time."""

import io
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from sensecli.loading.answers.source import Source, name_of, not_opened, opened, size_of
from sensecli.loading.formats.encoding import Encoding, announced, encoding_of
from sensecli.loading.formats.parquet import (
    Shape,
    nested,
    not_parquet,
    parquet_batches,
    shape_of,
)
from sensecli.loading.formats.rows import (
    Row,
    SheetError,
    csv_batches,
    delimiter,
    not_a_sheet,
)
from sensecli.loading.formats.sheets import Columns, columns_of
from sensecli.model import Problem

LARGE = 8 * 1024 * 1024
"""The bytes from which a table is read in pieces: some 40,000 answers, whose interviews, segments
and codings would begin to fill the memory of a laptop; smaller ones are faster read whole."""

_PARQUET = ".parquet"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be read: its file, its columns, and how its rows are written.

    `form` is the encoding and the delimiter of a .csv file, or the shape of a .parquet file.
    """

    source: Source
    columns: Columns
    form: tuple[Encoding, str] | Shape
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The file's name."""
        return name_of(self.source)


def is_large(source: Source) -> bool:
    """Whether it is a table of interviews, .csv or .parquet, whose size asks for pieces."""
    try:
        return _suffix(source) in {".csv", _PARQUET} and (
            size_of(source) >= LARGE and columns_of(_head(source)) is not None
        )
    except (OSError, SheetError):
        return False


def count_rows(source: Source) -> int | None:
    """How many rows there are: of .parquet as it says itself, of .csv unknown, so None."""
    if _suffix(source) != _PARQUET:
        return None
    try:
        with opened(source) as file:
            shape = shape_of(file, name_of(source))
    except OSError:
        return None
    return None if isinstance(shape, Problem) else shape.rows


def table_of(source: Source) -> Table | Problem:
    """The table in a file, or why there is none; a .csv is gone through once for its encoding."""
    try:
        with opened(source) as file:
            return _parquet(source, file) if _suffix(source) == _PARQUET else _csv(source, file)
    except OSError as error:
        return not_opened(source, error)


def batches(table: Table) -> Generator[list[Row], None, None]:
    """The rows below the header, those with nothing in them too; SheetError, OSError as they come.

    The file is closed with the iterator.
    """
    with opened(table.source) as file:
        if isinstance(table.form, Shape):
            yield from parquet_batches(file, table.form)
            return
        encoding, parted_by = table.form
        above = table.columns.header
        with _text(file, encoding) as lines:
            for batch in csv_batches(lines, parted_by):
                yield batch if batch[0].number > above else batch[above - batch[0].number + 1 :]


def broken(table: Table, error: SheetError | OSError) -> Problem:
    """The problem of a table whose rows could not be read to the end."""
    if isinstance(error, OSError):
        return not_opened(table.source, error)
    if isinstance(table.form, Shape):
        return not_parquet(table.name, error)
    return not_a_sheet(table.name, error)


def _csv(source: Source, file: BinaryIO) -> Table | Problem:
    name = name_of(source)
    encoding = encoding_of(file, name)
    if isinstance(encoding, Problem):
        return encoding
    try:
        header, parted_by = _header(file, encoding)
    except SheetError as error:
        return not_a_sheet(name, error)
    columns = columns_of(header)
    return Table(source, columns, (encoding, parted_by)) if columns else _no_columns(name)


def _parquet(source: Source, file: BinaryIO) -> Table | Problem:
    name = name_of(source)
    shape = shape_of(file, name)
    if isinstance(shape, Problem):
        return shape
    columns = columns_of((shape.header,))
    return Table(source, columns, shape, nested(shape, name)) if columns else _no_columns(name)


def _no_columns(name: str) -> Problem:
    hint = "give it a column for the id and one for the text, such as id and text"
    return Problem(name, None, "has no columns of interviews", hint)


@contextmanager
def _text(file: BinaryIO, encoding: Encoding) -> Iterator[Iterable[str]]:
    """The lines of a text, each with a line feed at its end, whatever it was in the file."""
    file.seek(encoding.mark)
    # That it is strictly what it says was looked into before.
    lines = io.TextIOWrapper(file, encoding=encoding.name, errors="replace")
    try:
        yield lines
    finally:
        # It would close the file, which is not its own.
        lines.detach()


def _header(file: BinaryIO, encoding: Encoding) -> tuple[tuple[Row, ...], str]:
    """The first row with anything in it, none where there is none, and what parts its columns."""
    with _text(file, encoding) as lines:
        parted_by = delimiter(next((line for line in lines if line.strip()), ""))
    with _text(file, encoding) as lines:
        rows = (row for batch in csv_batches(lines, parted_by) for row in batch)
        first = next((row for row in rows if not row.blank), None)
        return ((first,) if first else ()), parted_by


def _head(source: Source) -> tuple[Row, ...]:
    """The first row of a file with anything in it, without looking through the whole file."""
    with opened(source) as file:
        if _suffix(source) == _PARQUET:
            shape = shape_of(file, name_of(source))
            return () if isinstance(shape, Problem) else (shape.header,)
        return _header(file, announced(file) or Encoding("utf-8"))[0]


def _suffix(source: Source) -> str:
    return PurePath(name_of(source)).suffix.casefold()
