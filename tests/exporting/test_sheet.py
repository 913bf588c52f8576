"""The blind sheet: passages with nothing of the program's codings, and room for a person's."""

import csv
import io

from openpyxl import Workbook, load_workbook

from sensecli.exporting.sheet import (
    GIVEN,
    codes_table,
    sheet_csv,
    sheet_table,
    sheet_xlsx,
    values_table,
)
from sensecli.model import Segment, Speaker
from tests.builders import a_codebook

TEXTS = ("=SUM(A1) is what she wrote.", "Trust comes first.", "Wait\x07 for it.")
SEGMENTS = tuple(
    Segment("L01", number, number * 100, number * 100 + len(text), text, Speaker.LEADER, 0)
    for number, text in enumerate(TEXTS, start=1)
)


def rows() -> list[dict[str, str]]:
    written = sheet_csv(sheet_table(SEGMENTS)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(written)))


def workbook() -> Workbook:
    return load_workbook(io.BytesIO(sheet_xlsx(sheet_table(SEGMENTS), a_codebook())))


def test_each_segment_has_a_row_with_where_it_stands_and_who_speaks() -> None:
    second = rows()[1]
    told = {name: second[name] for name in ("interview", "segment", "start", "end", "speaker")}
    assert list(told.values()) == ["L01", "2", "200", "218", "leader"]
    assert second["text"] == "Trust comes first."


def test_what_the_coder_gives_is_empty_in_every_row() -> None:
    assert len(rows()) == 3
    assert {row[name] for row in rows() for name in GIVEN} == {""}


def test_single_segments_come_with_the_passage_before_them() -> None:
    table = sheet_table(SEGMENTS, only={("L01", 2)})
    (row,) = (dict(zip(table.columns, cells, strict=True)) for cells in table.rows)
    assert (row["text"], row["before"]) == (TEXTS[1], TEXTS[0])


def test_a_spreadsheet_runs_nothing_of_a_sheet_in_csv() -> None:
    assert rows()[0]["text"] == "'=SUM(A1) is what she wrote."


def test_a_workbook_holds_texts_as_texts() -> None:
    cell = workbook()["passages"]["F2"]
    assert (cell.value, cell.data_type) == (TEXTS[0], "s")


def test_what_a_workbook_cannot_hold_becomes_a_space() -> None:
    assert workbook()["passages"]["F4"].value == "Wait  for it."


def test_a_workbook_has_the_propositions_and_what_each_column_may_hold() -> None:
    book = workbook()
    assert book.sheetnames == ["passages", "codes", "values"]
    codes = list(book["codes"].values)
    assert codes[0][:4] == ("code", "label", "kind", "proposition")
    assert ("people", "People", "theme", "People") in [row[:4] for row in codes]
    assert ("status", "stalled") in list(book["values"].values)


def test_each_column_to_fill_in_offers_just_its_own_values() -> None:
    book = workbook()
    names = [cell.value for cell in book["passages"][1]]
    offered = {}
    for one in book["passages"].data_validations.dataValidation:
        column = names[next(iter(one.sqref.ranges)).min_col - 1]
        sheet, _, place = one.formula1.replace("$", "").partition("!")
        offered[column] = [cells[0].value for cells in book[sheet][place]]
    values = values_table().rows
    assert set(offered) == set(GIVEN)
    assert offered["code"] == [row[0] for row in codes_table(a_codebook()).rows]
    for name in GIVEN[1:]:
        assert offered[name] == [value for column, value in values if column == name]
