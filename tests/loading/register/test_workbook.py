"""What a spreadsheet shows beside the text of its cells."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from sensecli.loading.register import ReadRegister, read_register
from sensecli.model import Progress
from tests.loading.register.conftest import messages, told

HEADER = ("Workstream", "Ref", "Action", "Lead", "By\nwhen", "RAG", "% complete", "Comments")

Value = str | float | date | None
Sheet = Callable[..., ReadRegister]
Change = Callable[[Worksheet], object]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """What is read of one sheet of those rows, changed as the test says."""

    def build(*rows: tuple[Value, ...], change: Change = lambda _: None) -> ReadRegister:
        book = Workbook()
        made = book.worksheets[0]
        made.title = "Plan"
        for row in (HEADER, *rows):
            made.append(row)
        change(made)
        path = tmp_path / "plan.xlsx"
        book.save(path)
        return read_register(path)

    return build


def test_a_merged_workstream_holds_for_all_its_rows(sheet: Sheet) -> None:
    found = sheet(
        ("Access", "A1", "Open a clinic"),
        (None, "A2", "Ask the surgeries"),
        ("People", "A3", "Hire two"),
        change=lambda made: made.merge_cells("A2:A3"),
    )
    assert [one.section for one in found.actions] == ["Access", "Access", "People"]


def test_an_action_merged_over_two_rows_is_one_with_two_owners(sheet: Sheet) -> None:
    found = sheet(
        ("Access", "A1", "Open a clinic", "Jo", date(2023, 3, 31)),
        (None, None, None, "Kit", date(2023, 6, 30)),
        ("Access", "A2", "Ask the surgeries"),
        change=lambda made: made.merge_cells("C2:C3"),
    )
    assert [(one.id, one.owner, one.due) for one in found.actions] == [
        ("A1", "Jo / Kit", date(2023, 6, 30)),
        ("A2", "", None),
    ]
    assert found.problems == ()


def test_a_title_block_stands_above_the_header(tmp_path: Path) -> None:
    book = Workbook()
    made = book.worksheets[0]
    for row in (("Programme plan",), (), ("Owner: the office", "as at 1 May 2024"), HEADER):
        made.append(row)
    made.append((None, "A1", "Open a clinic", "Jo", "end June"))
    made.merge_cells("A1:H1")
    book.save(tmp_path / "plan.xlsx")
    found = read_register(tmp_path / "plan.xlsx")
    assert [one.due for one in found.actions] == [date(2024, 6, 30)]
    assert "the day nearest to 1 May 2024 is taken" in told(found)


def test_a_sheets_own_year_tells_the_year_of_its_dates(tmp_path: Path) -> None:
    book = Workbook()
    made = book.worksheets[0]
    made.title = "Closed 2022-23"
    made.append(HEADER)
    made.append((None, "A1", "Open a clinic", "Jo", "end Jan"))
    book.save(tmp_path / "plan.xlsx")
    found = read_register(tmp_path / "plan.xlsx", day=date(2026, 5, 1))
    assert [one.due for one in found.actions] == [date(2023, 1, 31)]


def test_a_row_merged_across_is_a_section(sheet: Sheet) -> None:
    found = sheet(
        ("Getting people in",),
        (None, "A1", "Open a clinic"),
        change=lambda made: made.merge_cells("A2:H2"),
    )
    assert [(one.text, one.section) for one in found.actions] == [
        ("Open a clinic", "Getting people in")
    ]


def test_percent_says_how_far_where_no_word_does(sheet: Sheet) -> None:
    def percent(made: Worksheet) -> None:
        for row in (2, 3, 4):
            made.cell(row, 7).number_format = "0%"

    found = sheet(
        (None, "A1", "Open a clinic", None, None, "Green", 1),
        (None, "A2", "Ask the surgeries", None, None, None, 0.4),
        (None, "A3", "Hire two", None, None, "Red", 0),
        change=percent,
    )
    assert [(one.progress, one.progress_said) for one in found.actions] == [
        (Progress.DONE, "100%"),
        (Progress.IN_PROGRESS, "40%"),
        (Progress.NOT_STARTED, "0%"),
    ]


def test_a_colour_without_a_word_is_told_and_not_read(sheet: Sheet) -> None:
    def colour(made: Worksheet) -> None:
        made["F2"].fill = PatternFill("solid", fgColor="FFFF0000")

    found = sheet((None, "A1", "Open a clinic", "Jo"), change=colour)
    assert found.actions[0].progress is Progress.UNSTATED
    assert 'the column "RAG" has a colour and no word in row 2' in told(found)


def test_a_striped_row_is_no_status(sheet: Sheet) -> None:
    def stripe(made: Worksheet) -> None:
        for column in range(1, 9):
            made.cell(2, column).fill = PatternFill("solid", fgColor="FFDDDDDD")

    assert "colour" not in told(sheet((None, "A1", "Open a clinic", "Jo"), change=stripe))


def test_hidden_rows_and_sheets_are_read_and_told(tmp_path: Path) -> None:
    book = Workbook()
    made = book.worksheets[0]
    made.title = "Plan"
    made.append(HEADER)
    made.append((None, "A1", "Open a clinic"))
    made.row_dimensions[2].hidden = True
    old = book.create_sheet("Old")
    old.sheet_state = "hidden"
    old.append(HEADER)
    old.append((None, "B1", "Ask the surgeries"))
    book.save(tmp_path / "plan.xlsx")
    found = read_register(tmp_path / "plan.xlsx")
    assert [one.place for one in found.actions] == [
        "plan.xlsx, Plan, row 2",
        "plan.xlsx, Old, row 2",
    ]
    assert "plan.xlsx, Old is a hidden sheet" in told(found)
    assert "plan.xlsx, Plan: row 2 is hidden, and read too." in told(found)


def test_an_error_in_a_cell_is_a_problem_that_names_it(sheet: Sheet) -> None:
    found = sheet((None, "A1", "Open a clinic", "#REF!", datetime(2023, 3, 31)))  # noqa: DTZ001
    assert found.actions[0].owner == ""
    assert ["D2" in message for message in messages(found)] == [True]


def test_a_formula_in_a_column_of_no_use_is_no_problem(sheet: Sheet) -> None:
    found = sheet(
        (None, "A1", "Open a clinic"),
        change=lambda made: made.cell(1, 9, "Days left") and made.cell(2, 9, "=E2-TODAY()"),
    )
    assert found.problems == ()


def test_a_sheet_of_something_else_is_told_of(workbook: Callable[..., Path]) -> None:
    path = workbook(
        [["Contents"], ["Plan", "page 1"]],
        [["Ref", "Action"], ["A1", "Open a clinic"]],
        [["Risk", "Owner", "Status", "Score"], ["Money runs out", "Jo", "Open", 9]],
    )
    found = read_register(path)
    assert [one.id for one in found.actions] == ["A1"]
    assert found.problems == ()
    assert told(found).count("has no column of actions, and is not read") == 2


def test_a_sheet_that_looks_like_a_register_and_names_no_action_is_a_problem(
    workbook: Callable[..., Path],
) -> None:
    path = workbook(
        [["Ref", "Action"], ["A1", "Open a clinic"]],
        [["Undertaking", "Lead", "Deadline", "Status"], ["Hire two", "Jo", "31/03/23", "Open"]],
    )
    found = read_register(path)
    [message] = messages(found)
    assert 'no column is known for the action; there are "Undertaking", "Lead"' in message
    assert 'such as "action: Undertaking"' in message


def test_a_merge_over_the_whole_sheet_takes_no_time(sheet: Sheet, tmp_path: Path) -> None:
    import zipfile

    sheet((None, "A1", "Open a clinic"), change=lambda made: made.merge_cells("A5:A6"))
    wide = tmp_path / "wide.xlsx"
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as old, zipfile.ZipFile(wide, "w") as new:
        for part in old.infolist():
            raw = old.read(part).replace(b'ref="A5:A6"', b'ref="A5:XFD1048576"')
            new.writestr(part, raw)
    assert [one.id for one in read_register(wide).actions] == ["A1"]


def test_a_count_below_the_table_is_one_problem_not_two(sheet: Sheet) -> None:
    found = sheet(
        ("Access", "A1", "Open a clinic", "Jo", date(2023, 3, 31), "Red"),
        (None, None, None, None, None, '=COUNTIF(F2:F2,"Red")'),
    )
    [message] = messages(found)
    assert "row 3 has something in it and no action" in message


def test_an_action_that_is_a_formula_without_a_value_is_told_as_that(sheet: Sheet) -> None:
    found = sheet(
        ("Access", "A1", "Open a clinic", "Jo", date(2023, 3, 31), "Red"),
        (None, None, "=Other!A1", "Kit", date(2023, 6, 30), "Red"),
    )
    [message] = messages(found)
    assert "1 formula without a value: C3" in message
