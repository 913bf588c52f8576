"""XLSX, read back with a library that did not write it."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sensecli.exporting.table import TABLES, Table
from sensecli.exporting.workbook import CUT, LONGEST, cell_text, workbook
from tests.exporting.made import a_small_analysis


def _read(*rows: tuple[Any, ...], columns: tuple[str, ...] = ("text",)) -> Any:
    """The only sheet of a workbook of those rows."""
    book = load_workbook(io.BytesIO(workbook({"codings": Table(columns, rows)}).content))
    return book["codings"]


def _cell(value: Any) -> Any:
    return _read((value,)).cell(2, 1)


def test_every_table_has_a_sheet_of_its_name() -> None:
    tables = {name: make(a_small_analysis()) for name, make in TABLES.items()}
    book = load_workbook(io.BytesIO(workbook(tables).content))
    assert book.sheetnames == ["codings", "positions", "findings", "matrix", "segments"]


def test_a_sheet_holds_the_tables_cells() -> None:
    table = TABLES["positions"](a_small_analysis())
    book = load_workbook(io.BytesIO(workbook({"positions": table}).content))
    read = tuple(tuple(c.value for c in row) for row in book["positions"].iter_rows())
    assert read == (
        table.columns,
        *(tuple(c or None if c == "" else c for c in row) for row in table.rows),
    )


def test_the_header_is_frozen_and_every_column_filtered() -> None:
    sheet = _read(("a", 1), ("b", 2), columns=("text", "segment"))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")


def test_a_column_is_as_wide_as_its_cells_within_bounds() -> None:
    sheet = _read(("x" * 30, "y" * 500, ""), columns=("a", "b", "c"))
    widths = [round(sheet.column_dimensions[column].width) for column in "ABC"]
    assert widths == [33, 61, 9]


@pytest.mark.parametrize("number", [0, -3, 17, 0.3333])
def test_numbers_are_numbers(number: float) -> None:
    cell = _cell(number)
    assert (cell.value, cell.data_type) == (number, "n")


def test_truth_values_are_truth_values() -> None:
    cell = _cell(True)  # noqa: FBT003  (a cell's value)
    assert (cell.value, cell.data_type) == (True, "b")


def test_a_missing_value_is_an_empty_cell() -> None:
    assert _cell(None).value is None


@pytest.mark.parametrize("text", ["17", "2022-09-12", "https://example.org", "TRUE", "1e5"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    cell = _cell(text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t"])
def test_a_formula_is_disarmed_as_in_a_csv_for_excel(first: str) -> None:
    cell = _cell(f"{first}1+1")
    assert (cell.value, cell.data_type) == (f"'{first}1+1", "s")


def test_a_formula_behind_a_control_character_is_disarmed() -> None:
    assert _cell("\x00=1+1").value == "'=1+1"


def test_a_formula_in_a_header_is_disarmed() -> None:
    assert _read(columns=("=1+1",)).cell(1, 1).value == "'=1+1"


def test_control_characters_are_left_out() -> None:
    assert _cell("a\x00b\x08c\x1fd\ufffee").value == "abcde"


def test_new_lines_and_tabs_stay() -> None:
    assert _cell("a\n\tb").value == "a\n\tb"


def test_what_looks_like_an_escape_of_the_format_stays_as_written() -> None:
    content = workbook({"codings": Table(("text",), (("_x0041_",),))}).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"_x005F_x0041_" in archive.read("xl/sharedStrings.xml")


def test_half_a_character_is_a_question_mark() -> None:
    assert _cell("a\ud800b").value == "a?b"


def test_a_text_of_the_longest_length_is_whole() -> None:
    book = workbook({"codings": Table(("text",), (("x" * LONGEST,),))})
    assert not book.notices


@pytest.mark.parametrize("letter", ["x", "\N{GRINNING FACE}"])
def test_a_longer_text_is_cut_and_the_cut_marked(letter: str) -> None:
    text = cell_text(letter * (LONGEST + 1))
    assert text.endswith(f"{letter}{CUT}")
    assert LONGEST - 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST


def test_a_cut_is_noticed() -> None:
    book = workbook({"segments": Table(("text",), (("x" * LONGEST * 2,), ("y",)))})
    (notice,) = book.notices
    assert str(notice).startswith("1 text was longer than the 32,767 characters")
    assert '"segments"' in str(notice)


def test_rows_that_do_not_fit_go_on_in_a_further_sheet() -> None:
    table = Table(("n",), tuple((n,) for n in range(5)))
    book = load_workbook(io.BytesIO(workbook({"codings": table}, rows=2).content))
    assert book.sheetnames == ["codings", "codings (2)", "codings (3)"]
    assert [cell.value for cell in book["codings (3)"]["A"]] == ["n", 4]


def test_a_table_without_rows_is_a_header() -> None:
    assert [cell.value for cell in _read()[1]] == ["text"]


def test_a_file_holds_no_clock() -> None:
    content = workbook({"codings": Table(("text",), (("a",),))}).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_a_file_is_the_same_byte_for_byte() -> None:
    tables = {name: make(a_small_analysis()) for name, make in TABLES.items()}
    assert workbook(tables) == workbook(tables)


@given(st.text(max_size=200))
def test_any_text_is_read_back_as_it_was_put(text: str) -> None:
    put = cell_text(text)
    read = _cell(text).value or ""
    assert read.replace("_x000D_", "\r") == put.replace("_x000D_", "\r")
