"""The codings table of a study of any size, written bit by bit: memory does not grow with it.

The file is the one that an export of the same codings in memory gives: a .csv byte for byte, a
.parquet cell for cell. It holds no memos: what people decided is laid over a whole study.
"""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from sensecli.disk.replace import growing_file
from sensecli.disk.written import note
from sensecli.exporting.csvfile import csv_lines
from sensecli.exporting.masking import Mask, Names, masker
from sensecli.exporting.names import masked_coding, masked_interview
from sensecli.exporting.parquet import column_type, schema_of, typed
from sensecli.exporting.table import COLUMNS, NAMES, Cell, attribute_column, coding_rows_of
from sensecli.model import Coding, Interview

# Rows of a .parquet file that are packed together: fewer pack worse, and more are held in memory.
_GROUP = 50_000


class CodingWriter(AbstractContextManager["CodingWriter"]):
    """Writes codings to a .csv or .parquet file, which is there, whole, when the block ends.

    Where the block ends in an error, the old file stays. A device or a pipe (/dev/null) is written
    to, not replaced. OSError where the disk does not let us.
    """

    def __init__(
        self,
        target: Path,
        *,
        further: Sequence[str] = (),
        names: Names | None = None,
        parquet: bool = False,
        excel: bool = False,
        meta: Mapping[str, str] | None = None,
    ) -> None:
        """`further` are the attributes beyond the contract's, in the order of their columns.

        `names` are left out of all cells; None shows them. It is a .csv file unless `parquet`;
        `excel` is about the one, and `meta`, what made the file, about the other.
        """
        self._target = target
        self._mask: Mask | None = None if names is None else masker(names)
        self._further = tuple(self._columns(further))
        self._parquet = parquet
        self._excel = excel
        self._meta = meta or {}
        self._ends = ExitStack()
        self._file: _Csv | _Parquet | None = None

    def __enter__(self) -> Self:
        """Open a file beside the target."""
        file = self._ends.enter_context(_opened(self._target))
        columns = (*COLUMNS, *self._further)
        if self._parquet:
            kinds = [column_type(name, ()) for name in COLUMNS] + [str] * len(self._further)
            schema = schema_of(columns, kinds, meta=self._meta)
            self._file = self._ends.enter_context(_Parquet(file, schema))
        else:
            self._file = _Csv(file, columns, excel=self._excel)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the file in the target's place, or take it away where there was an error."""
        self._ends.__exit__(kind, error, trace)

    def write(self, codings: Sequence[Coding], interviews: Sequence[Interview]) -> None:
        """Append the codings of those interviews, as they come from the pipeline: with names."""
        if self._file is None:
            raise ValueError(self._target)
        if self._mask:
            codings = [masked_coding(one, self._mask) for one in codings]
            interviews = [masked_interview(one, self._mask) for one in interviews]
        self._file.append(list(coding_rows_of(codings, interviews, self._further)))

    def _columns(self, further: Sequence[str]) -> Iterator[str]:
        for key in dict.fromkeys(further):
            if key in NAMES:
                if self._mask is None:
                    yield key
            else:
                yield attribute_column(self._mask(key) if self._mask else key)


@contextmanager
def _opened(target: Path) -> Iterator[BinaryIO]:
    if not target.exists() or target.is_file():
        with growing_file(target.resolve()) as file:
            yield file
        return
    with target.open("wb") as file:
        yield file
    note(target)


class _Csv:
    def __init__(self, file: BinaryIO, columns: Sequence[str], *, excel: bool) -> None:
        self._file, self._excel = file, excel
        file.write((codecs.BOM_UTF8 if excel else b"") + csv_lines((columns,), excel=excel))

    def append(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._file.write(csv_lines(rows, excel=self._excel))


class _Parquet(AbstractContextManager["_Parquet"]):
    def __init__(self, file: BinaryIO, schema: Any) -> None:  # noqa: ANN401
        import pyarrow.parquet as pq

        self._schema = schema
        self._file = pq.ParquetWriter(file, schema)
        self._waiting: list[Any] = []

    def append(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._waiting.append(typed(rows, self._schema))
        if sum(len(table) for table in self._waiting) >= _GROUP:
            self._pack()

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self._pack()
        self._file.close()

    def _pack(self) -> None:
        import pyarrow as pa

        if self._waiting:
            self._file.write_table(pa.concat_tables(self._waiting))
            self._waiting.clear()
