"""Parquet files: one interview a row, as in a sheet; columns of single values only."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from sensecli.loading.formats.document import Read, refused
from sensecli.loading.formats.encoding import normalise
from sensecli.loading.formats.parquetpages import Page, pages_of
from sensecli.loading.formats.rows import MOST_PLACES, MOST_SIGNS, Row, SheetError, as_written
from sensecli.loading.formats.sheets import columns_of, interviews_in
from sensecli.model import Problem

_MAGIC, _LOCKED = b"PAR1", b"PARE"
_TAIL = 8
_LARGEST_LIST = 16 * 1024 * 1024
_LARGEST_PAGE = 128 * 1024 * 1024
# So much may the rows read at once come to, in the worst case.
_AT_ONCE, _MOST_ROWS = 128 * 1024 * 1024, 500
# Even a row of nothing but what other rows have takes some space.
_ROWS_A_BYTE = 8
_BUFFER = 1024 * 1024
_LARGE = Problem(
    "",
    None,
    "is not read: unpacked it would be far larger than any table of answers",
    "write it again by another program, or save it as .csv",
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a Parquet file that may be read holds: its rows, and how many to take at once.

    `columns` are those of single values, `nested` those of lists and the like.
    """

    rows: int
    at_once: int
    columns: tuple[str, ...]
    nested: tuple[str, ...]

    @property
    def header(self) -> Row:
        """The columns' names as a sheet has them: in a row before the first."""
        return Row(0, 0, self.columns)


def read_parquet(path: Path) -> Read:
    """The documents of a .parquet file; none, and no problem, where it holds no interviews."""
    with path.open("rb") as file:
        shape = shape_of(file, path.name)
        if isinstance(shape, Problem):
            return refused(shape)
        if columns_of((shape.header,)) is None:
            return (), ()
        try:
            rows = tuple(_counted(parquet_batches(file, shape), len(shape.columns)))
        except SheetError as error:
            return refused(not_parquet(path.name, error))
        except (ValueError, MemoryError):
            return refused(_named(_LARGE, path.name))
    documents, problems = interviews_in(path, (shape.header, *rows))
    return documents, (*nested(shape, path.name), *problems)


def shape_of(file: BinaryIO, name: str) -> Shape | Problem:
    """What the file of that name holds, or why it must not be read; OSError if it cannot be."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if found := _at_sight(file, name):
        return found
    try:
        with pq.ParquetFile(file, pre_buffer=False) as opened:
            listed, fields = opened.metadata, list(opened.schema_arrow)
            pages = list(_pages(file, listed))
    except (pa.ArrowException, ValueError, MemoryError, OSError) as error:
        broken = _broken(error)
        if isinstance(broken, OSError):
            raise
        return not_parquet(name, broken)
    size = file.seek(0, 2)
    longest = max((page.unpacked for page in pages if page.multiplies), default=0)
    if any(page.unpacked > _LARGEST_PAGE for page in pages) or longest > _AT_ONCE // 2:
        return _named(_LARGE, name)
    if listed.num_rows > size * _ROWS_A_BYTE:
        return _named(_LARGE, name)
    single = [field.name for field in fields if not pa.types.is_nested(_inside(field.type))]
    return Shape(
        rows=listed.num_rows,
        at_once=min(_MOST_ROWS, _AT_ONCE // max(longest, 1)),
        columns=tuple(single),
        nested=tuple(field.name for field in fields if field.name not in single),
    )


def parquet_batches(file: BinaryIO, shape: Shape) -> Iterator[list[Row]]:
    """The rows, some hundred at a time, by their numbers from 1 on; SheetError where it is broken.

    Whatever is no text is written as people write it: dates in ISO form, 7 and not 7.0.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    done = 0
    columns = list(shape.columns) if shape.nested else None
    try:
        with pq.ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER) as opened:
            for batch in opened.iter_batches(shape.at_once, columns=columns, use_threads=False):
                cells = [_written(column) for column in batch.columns]
                numbered = enumerate(zip(*cells, strict=True), start=done + 1)
                rows = [Row(number, number, row) for number, row in numbered]
                done += len(rows)
                yield rows
    except (pa.ArrowException, ValueError, ArithmeticError, LookupError, OSError) as error:
        raise _broken(error) from error


def header_of(path: Path) -> Row:
    """The columns' names, none where the file cannot be read; OSError where it can't be opened."""
    with path.open("rb") as file:
        shape = shape_of(file, path.name)
    return Row(0, 0, ()) if isinstance(shape, Problem) else shape.header


def not_parquet(name: str, error: SheetError) -> Problem:
    """The problem of a file that is broken, or another than its name says."""
    message = f"is not a Parquet file that can be read ({error})"
    return Problem(name, None, message, "write it again, or save it as .csv")


def nested(shape: Shape, name: str) -> tuple[Problem, ...]:
    """The problems of columns that no cell of a sheet could hold."""
    hint = "give each value a column of its own"
    return tuple(
        Problem(name, None, f'the column "{column}" holds lists or the like; it is not used', hint)
        for column in shape.nested
    )


def _at_sight(file: BinaryIO, name: str) -> Problem | None:
    """What the first and last bytes of the file tell."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    if tail.endswith(_LOCKED):
        hint = "write a copy of it without encryption"
        return Problem(name, None, "is encrypted", hint)
    if len(tail) < _TAIL or not tail.endswith(_MAGIC):
        return not_parquet(name, SheetError("its end is missing", None))
    (listed,) = struct.unpack("<I", tail[:4])
    return _named(_LARGE, name) if listed > _LARGEST_LIST else None


def _pages(file: BinaryIO, listed: Any) -> Iterator[Page]:  # noqa: ANN401
    for group in range(listed.num_row_groups):
        for number in range(listed.num_columns):
            column = listed.row_group(group).column(number)
            starts = [column.data_page_offset, column.dictionary_page_offset]
            start = min(at for at in starts if at)
            yield from pages_of(file, start, column.total_compressed_size)


def _inside(kind: Any) -> Any:  # noqa: ANN401
    """The type of the values that a column of categories stands for."""
    import pyarrow as pa

    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _written(column: Any) -> Sequence[str]:  # noqa: ANN401
    import pyarrow as pa

    if pa.types.is_timestamp(column.type):
        # Python's own times have no nanoseconds.
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return [_cell(value) for value in column.to_pylist()]


def _cell(value: object) -> str:
    if isinstance(value, str):
        return normalise(value) if "\r" in value else value
    # In data frames, what is missing among numbers is "not a number".
    if value is None or value != value:  # noqa: PLR0124
        return ""
    return normalise(value.decode()) if isinstance(value, bytes) else as_written(value)


def _counted(batches: Iterator[list[Row]], wide: int) -> Iterator[Row]:
    """The rows as they come; ValueError where they hold more than any sheet."""
    places = signs = 0
    for batch in batches:
        places += len(batch) * (1 + wide)
        signs += sum(len(cell) for row in batch for cell in row.cells)
        if places > MOST_PLACES or signs > MOST_SIGNS:
            raise ValueError(places, signs)
        yield from batch


def _broken(error: Exception) -> OSError | SheetError:
    """What a reader raises for broken content as one of ours; a failing disk's error as it is."""
    if isinstance(error, OSError) and error.errno is not None:
        return error
    return SheetError(type(error).__name__, None)


def _named(problem: Problem, name: str) -> Problem:
    return replace(problem, path=name)
