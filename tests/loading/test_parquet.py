"""Parquet files read as sheets."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sensecli.loading.folder import Loaded
from sensecli.loading.formats import parquet
from sensecli.loading.formats.parquetpages import pages_of
from sensecli.loading.formats.registry import read_file
from sensecli.model import Problem

Load = Callable[[], Loaded]
Fails = Callable[[Path], Problem]


def _write(folder: Path, columns: dict[str, Any], **options: object) -> Path:
    path = folder / "all.parquet"
    pq.write_table(pa.table(columns), path, **options)
    return path


def test_each_row_is_an_interview_with_its_row_as_source(tmp_path: Path, load: Load) -> None:
    _write(tmp_path, {"ID": ["A1", "A2"], "Group": ["gp", None], "Text": ["Yes.", "No,\r\nwait."]})
    assert [(i.id, i.text, i.group, i.source) for i in load().interviews] == [
        ("A1", "Yes.", "gp", "all.parquet row 1"),
        ("A2", "No,\nwait.", "", "all.parquet row 2"),
    ]


@pytest.mark.parametrize(
    ("values", "written"),
    [
        (pa.array([7]), "7"),
        (pa.array([7.0]), "7"),
        (pa.array([7.5]), "7.5"),
        (pa.array([float("nan")]), None),
        (pa.array([True]), "True"),
        (pa.array([dt.date(2022, 9, 12)]), "2022-09-12"),
        (pa.array([dt.datetime(2022, 9, 12)]), "2022-09-12"),  # noqa: DTZ001
        (pa.array([1_662_940_800_000_000_001], pa.timestamp("ns")), "2022-09-12"),
        (pa.array([dt.datetime(2022, 9, 12, 9, 30)]), "2022-09-12 09:30:00"),  # noqa: DTZ001
        (pa.array([dt.time(9, 30)]), "09:30:00"),
        (pa.array(["gp"]).dictionary_encode(), "gp"),
        (pa.array([b"caf\xc3\xa9"]), "café"),
        (pa.array(["long"], pa.large_string()), "long"),
        (pa.nulls(1), None),
    ],
)
def test_values_are_written_as_people_write_them(
    tmp_path: Path, load: Load, values: object, written: str | None
) -> None:
    _write(tmp_path, {"id": ["A1"], "Years": values, "text": ["Yes."]})
    expected = () if written is None else (("Years", written),)
    assert load().interviews[0].attributes == expected


def test_ids_that_are_numbers_are_read(tmp_path: Path, load: Load) -> None:
    _write(tmp_path, {"id": [1.0, 2.0], "text": ["Yes.", "No."]})
    assert [one.id for one in load().interviews] == ["1", "2"]


def test_a_row_without_text_is_a_problem_with_its_number(tmp_path: Path, load: Load) -> None:
    _write(tmp_path, {"id": ["A1", "A2", None], "text": ["Yes.", None, None]})
    assert [(one.line, one.message) for one in load().problems] == [
        (2, 'row 2 has no text in the column "text"')
    ]


def test_columns_of_lists_are_not_used_and_told(tmp_path: Path, load: Load) -> None:
    _write(tmp_path, {"id": ["A1"], "tags": [["a", "b"]], "text": ["Yes."], "Years": ["7"]})
    loaded = load()
    assert loaded.interviews[0].attributes == (("Years", "7"),)
    assert [one.message for one in loaded.problems] == [
        'the column "tags" holds lists or the like; it is not used'
    ]


def test_columns_of_one_name_are_both_there(tmp_path: Path, load: Load) -> None:
    arrays = [pa.array(["A1"]), pa.array(["7"]), pa.array(["8"]), pa.array(["Yes."])]
    table = pa.Table.from_arrays(arrays, names=["id", "Years", "Years", "text"])
    pq.write_table(table, tmp_path / "all.parquet")
    assert load().interviews[0].attributes == (("Years", "7"),)


def test_a_file_without_a_text_column_is_left_alone_with_a_notice(
    tmp_path: Path, load: Load
) -> None:
    _write(tmp_path, {"ID": ["A1"], "Action": ["huddles"]})
    assert any(
        one.message.startswith("all.parquet is not read as interviews: it has no column for the")
        and one.message.endswith('There is "ID", "Action".')
        for one in load().notices
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"id,text\nA1,Yes.\n",
        lambda content: content[: len(content) // 2],
        lambda content: content[:-8],
        lambda content: content[4 : len(content) // 2] + content[-8:],
        lambda content: content[:4] + bytes(200) + content[204:],
        lambda content: bytes(len(content) - 8) + content[-8:],
    ],
)
def test_a_broken_file_is_a_problem(
    tmp_path: Path, problem: Fails, spoil: Callable[[bytes], bytes]
) -> None:
    path = _write(tmp_path, {"id": ["A1"] * 50, "text": ["Yes."] * 50})
    path.write_bytes(spoil(path.read_bytes()))
    assert problem(path).message.startswith("is not a Parquet file that can be read")


def test_an_encrypted_file_is_a_problem(tmp_path: Path, problem: Fails) -> None:
    path = _write(tmp_path, {"id": ["A1"], "text": ["Yes."]})
    path.write_bytes(path.read_bytes()[:-4] + b"PARE")
    assert problem(path).message == "is encrypted"


def test_a_text_in_no_encoding_is_a_problem(tmp_path: Path, problem: Fails) -> None:
    path = _write(tmp_path, {"id": ["A1"], "text": [b"\xff\xfe\xfd"]})
    assert "can be read" in problem(path).message


def test_a_text_that_stands_for_a_hundred_thousand_is_not_unpacked(
    tmp_path: Path, problem: Fails
) -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000), ["x" * 1_000_000])
    path = _write(tmp_path, {"id": list(range(100_000)), "text": texts})
    assert path.stat().st_size < 2_000_000
    before = pa.default_memory_pool().max_memory()
    assert "far larger" in problem(path).message
    assert pa.default_memory_pool().max_memory() - before < 300_000_000


def test_a_million_rows_in_a_few_bytes_are_not_read(tmp_path: Path, problem: Fails) -> None:
    path = _write(tmp_path, {"id": pa.nulls(1_000_000, "string"), "text": pa.nulls(1_000_000)})
    assert path.stat().st_size < 20_000
    assert "far larger" in problem(path).message


def test_a_page_that_unpacks_to_far_more_is_not_read(
    tmp_path: Path, problem: Fails, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path, {"id": ["A1"], "text": ["x" * 3_000_000]}, compression="zstd")
    monkeypatch.setattr(parquet, "_LARGEST_PAGE", 1_000_000)
    assert "far larger" in problem(path).message


def test_what_the_list_at_the_end_says_of_sizes_is_not_believed(
    tmp_path: Path, problem: Fails, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(
        tmp_path,
        {"id": ["A1"], "text": ["x" * 3_000_000]},
        compression="zstd",
        use_dictionary=False,
        write_statistics=False,
    )
    content = path.read_bytes()
    told = pq.ParquetFile(path).metadata.row_group(0).column(1).total_uncompressed_size
    # Its varint in the list at the end says one byte.
    number, packed = told * 2, b""
    while number > 127:
        packed, number = packed + bytes([number & 127 | 128]), number >> 7
    packed += bytes([number])
    at = content.rindex(packed)
    small = bytes([0x82] + [0x80] * (len(packed) - 2) + [0])
    path.write_bytes(content[:at] + small + content[at + len(packed) :])
    assert pq.ParquetFile(path).metadata.row_group(0).column(1).total_uncompressed_size == 1
    monkeypatch.setattr(parquet, "_LARGEST_PAGE", 1_000_000)
    assert "far larger" in problem(path).message


@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("compression", ["none", "snappy", "zstd", "gzip"])
def test_pages_tell_their_sizes(tmp_path: Path, version: str, compression: str) -> None:
    texts = [f"{n} " * 5 for n in range(10_000)]
    path = _write(
        tmp_path,
        {"text": texts},
        data_page_version=version,
        data_page_size=10_000,
        compression=compression,
        use_dictionary=False,
    )
    column = pq.ParquetFile(path).metadata.row_group(0).column(0)
    with path.open("rb") as file:
        found = list(pages_of(file, column.data_page_offset, column.total_compressed_size))
    assert len(found) > 5
    assert sum(page.unpacked for page in found) == pytest.approx(
        column.total_uncompressed_size, rel=0.05
    )
    assert not any(page.multiplies for page in found)


def test_a_dictionary_and_prefixes_may_stand_for_many_values(tmp_path: Path) -> None:
    for options in ({}, {"use_dictionary": False, "column_encoding": "DELTA_BYTE_ARRAY"}):
        path = _write(tmp_path, {"text": ["Yes."] * 10}, **options)
        column = pq.ParquetFile(path).metadata.row_group(0).column(0)
        start = column.dictionary_page_offset or column.data_page_offset
        with path.open("rb") as file:
            found = list(pages_of(file, start, column.total_compressed_size))
        assert any(page.multiplies for page in found)


def test_a_good_file_is_read_by_any_writers_ways(tmp_path: Path) -> None:
    columns = {"id": list(range(3_000)), "text": [f"Yes, {n}." for n in range(3_000)]}
    for options in (
        {"row_group_size": 700},
        {"data_page_version": "2.0", "compression": "zstd"},
        {"use_dictionary": False, "data_page_size": 1_000},
        {"use_content_defined_chunking": True},
        {"store_decimal_as_integer": True, "write_page_index": True},
    ):
        documents, problems = read_file(_write(tmp_path, columns, **options))
        assert problems == ()
        assert [one.text for one in documents] == columns["text"]
