"""Undertakings as a sheet to follow up."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl

from sensecli.exporting.undertakings import (
    UNDERTAKING_COLUMNS,
    undertakings_csv,
    undertakings_json,
    undertakings_xlsx,
)
from sensecli.model import Actor, Status, Undertaking

DAY = date(2023, 1, 1)
ONE = Undertaking(
    interview="L01",
    leader="L01",
    round="",
    date="2022-09-12",
    segment=3,
    start=10,
    end=40,
    place="L01:7",
    text="We will write to them by May.",
    status=Status.COMMITMENT,
    actor=Actor.OWN,
    who="We",
    due_said="by May",
    due=date(2022, 12, 31),
    to="them",
    codes=("people", "learning"),
)
OPEN = replace(ONE, due=None, due_said="", codes=())
HOSTILE = replace(ONE, text='=HYPERLINK("x")', who="@cmd", to="+1", due_said="-1")


def rows(*found: Undertaking) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(undertakings_csv(found, day=DAY).decode("utf-8-sig"))))


def test_a_row_has_the_columns_in_order() -> None:
    (row,) = rows(ONE)
    assert tuple(row) == UNDERTAKING_COLUMNS
    assert row["what"] == ONE.text
    assert (row["due"], row["overdue"], row["codes"]) == ("2022-12-31", "true", "people;learning")


def test_what_has_no_day_is_neither_due_nor_overdue() -> None:
    (row,) = rows(OPEN)
    assert (row["due"], row["overdue"]) == ("", "")


def test_the_day_itself_is_not_overdue() -> None:
    (row,) = rows(replace(ONE, due=DAY))
    assert row["overdue"] == "false"


def test_nothing_in_the_sheets_is_run() -> None:
    (row,) = rows(HOSTILE)
    book = openpyxl.load_workbook(BytesIO(undertakings_xlsx([HOSTILE], day=DAY).content))
    header, cells = book["commitments"].iter_rows(values_only=True)
    sheet = dict(zip(header, cells, strict=True))
    for column in ("what", "who", "to", "due_said"):
        assert row[column].startswith("'")
        assert str(sheet[column]).startswith("'")


def test_a_workbook_has_a_sheet_with_a_row_for_each() -> None:
    book = openpyxl.load_workbook(BytesIO(undertakings_xlsx([ONE, OPEN], day=DAY).content))
    header, *cells = book["commitments"].iter_rows(values_only=True)
    assert (header, len(cells)) == (UNDERTAKING_COLUMNS, 2)


def test_json_lists_codes_and_tells_the_day() -> None:
    content = json.loads(undertakings_json([ONE, OPEN], day=DAY))
    assert (content["schema"], content["day"]) == ("sense-commitments/1", "2023-01-01")
    first, second = content["undertakings"]
    assert tuple(first) == UNDERTAKING_COLUMNS
    assert (first["codes"], first["overdue"], first["start"]) == (["people", "learning"], True, 10)
    assert (second["due"], second["overdue"], second["codes"]) == (None, None, [])


def test_without_any_there_is_a_header() -> None:
    written = undertakings_csv([], day=DAY).decode("utf-8-sig")
    assert written == f"{','.join(UNDERTAKING_COLUMNS)}\n"
