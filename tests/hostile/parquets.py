"""Parquet files that are broken, swell, or hold something else than they should."""

from pathlib import Path
from typing import Any

from tests.hostile.case import Case, Make, raw

_TALK = "We must trust each other."


def _table(columns: dict[str, Any], *, keep: float = 1.0) -> Make:
    """Makes a table of those columns, of whose bytes the first `keep` are there."""

    def make(folder: Path) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = folder / "x.parquet"
        pq.write_table(pa.table(columns), path)
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * keep)])

    return make


def _bomb(folder: Path) -> None:
    """A text of a megabyte that stands in a hundred thousand rows, in a few kilobytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000), ["x" * 1_000_000])
    pq.write_table(pa.table({"id": list(range(100_000)), "text": texts}), folder / "x.parquet")


CASES = (
    Case(
        "a .parquet file of text",
        raw("x.parquet", b"id,text\nA,b\n"),
        ("x.parquet: is not a Parquet file that can be read (its end is missing)",),
    ),
    Case(
        "a .parquet file of 4 bytes",
        raw("x.parquet", b"PAR1"),
        ("x.parquet: is not a Parquet file that can be read",),
    ),
    Case(
        "a .parquet file whose list is said to be 4 GB",
        raw("x.parquet", b"PAR1" + b"\xff\xff\xff\xffPAR1"),
        ("x.parquet: is not read: unpacked it would be far larger than any table of answers",),
    ),
    Case(
        "a .parquet file whose list is noise",
        raw("x.parquet", b"PAR1" + bytes(range(256)) + b"\x00\x01\x00\x00PAR1"),
        ("x.parquet: is not a Parquet file that can be read",),
    ),
    Case(
        "a .parquet file cut off",
        _table({"id": ["A"], "text": [_TALK]}, keep=0.5),
        ("x.parquet: is not a Parquet file that can be read",),
    ),
    Case(
        "a .parquet file of lists",
        _table({"id": ["A"], "text": [[_TALK]]}),
        ("x.parquet is not read as interviews: it has no column for the text",),
        code=0,
    ),
    Case(
        "a .parquet file with lists beside the text",
        _table({"id": ["A"], "text": [_TALK], "tags": [["a"]]}),
        ('x.parquet: the column "tags" holds lists or the like; it is not used.',),
    ),
    Case(
        "a .parquet file without a text column",
        _table({"id": ["A"], "action": [_TALK]}),
        ("x.parquet is not read as interviews: it has no column for the text",),
        code=0,
    ),
    Case(
        "a .parquet file of escapes",
        _table({"id": ["A\x1b[31m"], "text": [_TALK + "\x1b[31m\0"], "gr\x07oup": ["\u202e"]}),
        ("holds other characters than letters",),
    ),
    Case(
        "a .parquet file that unpacks to 100 GB",
        _bomb,
        ("x.parquet: is not read: unpacked it would be far larger than any table of answers",),
        megabytes=400,
    ),
)
