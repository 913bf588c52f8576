"""CSV."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.exporting import csvfile
from sensecli.exporting.table import COLUMNS, TABLES, Table
from sensecli.model import Analysis
from tests.builders import a_coding, an_interview
from tests.exporting.made import a_small_analysis, an_analysis


def _file(table: str, analysis: Analysis, *, excel: bool = False) -> bytes:
    return csvfile.csv_file(TABLES[table](analysis), excel=excel)


def _read(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode(), newline="")))


def test_the_header_is_the_contract() -> None:
    written = _file("codings", a_small_analysis())
    assert written.decode().splitlines()[0] == ",".join(COLUMNS)


def test_an_analysis_without_codings_is_a_header() -> None:
    assert _file("codings", an_analysis()).decode() == f"{','.join(COLUMNS)}\n"


def test_lines_end_in_a_line_feed() -> None:
    assert b"\r" not in _file("codings", a_small_analysis())


def test_truth_values_are_true_and_false() -> None:
    rows = _read(_file("codings", a_small_analysis()))
    assert {row[COLUMNS.index("prompted")] for row in rows[1:]} == {"true", "false"}


def test_a_missing_value_is_an_empty_cell() -> None:
    rows = _read(_file("codings", a_small_analysis()))
    assert {row[COLUMNS.index("order")] for row in rows[1:]} == {""}


def test_positions_have_the_columns_agreed() -> None:
    header = _file("positions", a_small_analysis()).decode().splitlines()[0]
    assert header == (
        "leader,round,code,stance,status,rung,failed,acts,own_side,prompted_only,actors,"
        "group,organisation,role"
    )


def test_findings_have_the_scalar_keys_of_the_contract() -> None:
    header = csvfile.findings_csv(a_small_analysis()).decode().splitlines()[0]
    assert header == (
        "code,label,kind,n,raised,endorse,mixed,oppose,neutral,silent,act,act_own,committed,"
        "failed,gap,gap_share,gap_low,gap_high,of_endorsers,interval_low,interval_high,"
        "prompted_only"
    )


def test_segments_have_the_columns_agreed() -> None:
    header = _file("segments", a_small_analysis()).decode().splitlines()[0]
    assert header == "interview,segment,start,end,speaker,text"


def test_the_matrix_has_a_line_for_each_leader() -> None:
    assert _file("matrix", a_small_analysis()).decode().splitlines()[1:] == [
        "L01,,endorse,oppose,,,",
        "L02,,endorse,,endorse,,endorse",
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    written = csvfile.csv_file(Table(("text", "code"), ((text, "people"),)))
    assert _read(written)[1] == [text, "people"]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_disarmed_for_excel(first: str) -> None:
    written = csvfile.csv_file(Table(("text",), ((f"{first}1+1",),)), excel=True)
    assert _read(written)[1] == [f"'{first}1+1"]


def test_a_formula_stays_as_it_was_said_otherwise() -> None:
    analysis = an_analysis(
        interviews=[an_interview(text="- People first.")],
        codings=[a_coding(text="- People first.", start=0)],
    )
    assert _read(_file("codings", analysis))[1][COLUMNS.index("text")] == "- People first."


def test_a_negative_number_is_no_formula() -> None:
    written = csvfile.csv_file(Table(("order",), ((-1,),)), excel=True)
    assert _read(written)[1] == ["-1"]


def test_a_file_for_excel_begins_with_a_bom() -> None:
    assert _file("codings", a_small_analysis(), excel=True).startswith(b"\xef\xbb\xbf")


def test_a_file_for_programs_has_no_bom() -> None:
    assert _file("codings", a_small_analysis()).startswith(b"interview,")
