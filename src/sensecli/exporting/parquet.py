"""Parquet: a table whose columns have types, for data frames."""

from collections.abc import Mapping, Sequence
from typing import Any

from sensecli.exporting.table import Cell, Table, distinct, encodable

# What a column of our own holds, so that its type is the same where all its cells are empty.
_KNOWN: Mapping[type, frozenset[str]] = {
    bool: frozenset("prompted acts own_side prompted_only".split()),
    int: frozenset("segment start end order rung".split()),
    float: frozenset(("confidence",)),
}


def parquet_file(table: Table, *, meta: Mapping[str, str]) -> bytes:
    """The table, with what made it (`meta`) in the metadata of its schema."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = [[row[n] for row in table.rows] for n in range(len(table.columns))]
    kinds = [column_type(name, cells) for name, cells in zip(table.columns, columns, strict=True)]
    sink = pa.BufferOutputStream()
    pq.write_table(typed(table.rows, schema_of(table.columns, kinds, meta=meta)), sink)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def schema_of(columns: Sequence[str], kinds: Sequence[type], *, meta: Mapping[str, str]) -> Any:  # noqa: ANN401
    """The schema of columns that hold bool, int, float or str."""
    import pyarrow as pa

    types = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string()}
    names = distinct([encodable(name) for name in columns])
    return pa.schema(
        [pa.field(name, types[kind]) for name, kind in zip(names, kinds, strict=True)],
        metadata={f"sense.{key}": encodable(value) for key, value in meta.items()},
    )


def typed(rows: Sequence[Sequence[Cell]], schema: Any) -> Any:  # noqa: ANN401
    """Rows of a table as a table of pyarrow's."""
    import pyarrow as pa

    kinds = {pa.bool_(): bool, pa.int64(): int, pa.float64(): float, pa.string(): str}
    arrays = [
        pa.array([_held(row[n], kinds[field.type]) for row in rows], field.type)
        for n, field in enumerate(schema)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def column_type(name: str, cells: Sequence[Cell]) -> type:
    """The type that holds every cell: bool, int, float or str; of no cell, what the name asks."""
    found = {_type(cell) for cell in cells if cell is not None}
    if not found:
        return next((kind for kind, names in _KNOWN.items() if name in names), str)
    if len(found) == 1:
        return found.pop()
    return float if found == {int, float} else str


def _type(cell: Cell) -> type:
    return next((kind for kind in (bool, int, float) if isinstance(cell, kind)), str)


def _held(cell: Cell, kind: type) -> Cell:
    if cell is None:
        return None
    return encodable(str(cell)) if kind is str else kind(cell)
