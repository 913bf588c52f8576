"""Parquet."""

import io
from typing import Any

import pytest

from sensecli.exporting.parquet import column_type, parquet_file
from sensecli.exporting.provenance import provenance
from sensecli.exporting.table import TABLES, Cell, Table, codings_table, keyed, matrix_table
from tests.builders import a_coding, an_interview
from tests.exporting.made import a_small_analysis, an_analysis


def _read(table: Table, **meta: str) -> Any:
    import pyarrow.parquet as pq

    return pq.read_table(io.BytesIO(parquet_file(table, meta=meta)))


def _types(table: Table) -> dict[str, str]:
    return {field.name: str(field.type) for field in _read(table).schema}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_back_cell_by_cell(name: str) -> None:
    table = TABLES[name](a_small_analysis())
    assert _read(table).to_pylist() == list(keyed(table))


def test_columns_have_the_types_of_their_cells() -> None:
    table = Table(("a", "b", "c", "d"), ((1, True, 0.5, "x"), (None, None, None, None)))
    assert _types(table) == {"a": "int64", "b": "bool", "c": "double", "d": "string"}


def test_a_codings_columns_have_their_types_where_nothing_is_coded() -> None:
    types = _types(codings_table(an_analysis()))
    assert [types[c] for c in ("start", "order", "prompted", "confidence", "text")] == [
        "int64",
        "int64",
        "bool",
        "double",
        "string",
    ]


def test_an_order_that_no_interview_has_is_a_number_still() -> None:
    table = codings_table(an_analysis(interviews=[an_interview()], codings=[a_coding()]))
    assert _types(table)["order"] == "int64"


def test_the_rungs_of_a_matrix_are_numbers() -> None:
    assert _types(matrix_table(a_small_analysis(), cells="rung"))["people"] == "int64"


@pytest.mark.parametrize(
    ("cells", "kind"),
    [((1, 0.5), float), ((1, "a"), str), ((True, False), bool), ((True, 1), str), ((), str)],
)
def test_a_column_of_several_types_takes_one_that_holds_them(
    cells: tuple[Cell, ...], kind: type
) -> None:
    assert column_type("site", cells) is kind


def test_columns_of_one_name_are_told_apart() -> None:
    assert _read(Table(("site", "Site"), (("a", "b"),))).column_names == ["site", "Site (2)"]


def test_half_a_character_is_a_question_mark() -> None:
    assert _read(Table(("text",), (("a\ud800",),))).to_pylist() == [{"text": "a?"}]


def test_what_made_it_stands_in_its_metadata() -> None:
    read = _read(codings_table(a_small_analysis()), **provenance(a_small_analysis()))
    assert read.schema.metadata[b"sense.codebook_hash"] == b"c0de"


def test_a_file_is_the_same_byte_for_byte() -> None:
    table = codings_table(a_small_analysis())
    assert parquet_file(table, meta={"tool": "a"}) == parquet_file(table, meta={"tool": "a"})
