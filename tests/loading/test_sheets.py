"""Sheets with one interview a row."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sensecli.loading.folder import Loaded
from sensecli.loading.formats.registry import read_file
from sensecli.loading.formats.rows import csv_rows
from sensecli.model import Problem

Write = Callable[..., Path]
Load = Callable[[], Loaded]
Fails = Callable[[Path], Problem]


def test_each_row_is_an_interview_with_its_row_as_source(write: Write, load: Load) -> None:
    write("all.csv", 'ID,Text,Group\nA1,We agreed.,Acute\nA2,"No, we\nwait.",Mental\n')
    found = load().interviews
    assert [(i.id, i.text, i.group, i.source) for i in found] == [
        ("A1", "We agreed.", "Acute", "all.csv row 2"),
        ("A2", "No, we\nwait.", "Mental", "all.csv row 3"),
    ]


def test_columns_without_a_meaning_of_their_own_are_attributes(write: Write, load: Load) -> None:
    write("all.csv", "Respondent,Years served,Response\nA1,7,We agreed.\n")
    assert load().interviews[0].attributes == (("Years served", "7"),)


def test_semicolons_and_tabs_part_columns_too(write: Write, load: Load) -> None:
    write("a.csv", "id;text\nA1;We agreed, all.\n")
    write("b.csv", "id\ttext\nA2\tWe agreed, all.\n")
    assert [i.text for i in load().interviews] == ["We agreed, all."] * 2


def test_a_sheet_without_a_text_column_is_left_alone_with_a_notice(
    write: Write, load: Load
) -> None:
    write("notes.txt")
    write("register.csv", "id,action\nA1,huddles\n")
    loaded = load()
    assert loaded.problems == ()
    assert any("register.csv" in notice.message for notice in loaded.notices)


def test_a_row_without_text_is_a_problem_with_its_line(write: Write) -> None:
    path = write("all.csv", 'id,text\nA1,"We\nagreed."\nA2,\n')
    documents, problems = read_file(path)
    assert len(documents) == 1
    assert [(p.line, "row 3" in p.message) for p in problems] == [(4, True)]


def test_blank_rows_are_passed_over(write: Write) -> None:
    assert read_file(write("all.csv", "\nid,text\n\nA1,Yes.\n,\n"))[1] == ()


def test_a_header_alone_is_a_problem(write: Write, problem: Fails) -> None:
    assert "no row below" in problem(write("all.csv", "id,text\n")).message


def test_a_quote_that_never_ends_is_a_problem(write: Write, problem: Fails) -> None:
    assert "not a sheet" in problem(write("all.csv", 'id,text\nA1,"We agreed.\n')).message


def test_a_cell_may_hold_a_whole_transcript(write: Write) -> None:
    rows = csv_rows(write("all.csv", "id,text\nA1," + "word " * 60_000 + "\n"))
    assert not isinstance(rows, Problem)
    assert len(rows[1].cells[1]) == 300_000


def test_a_workbook_is_read_with_dates_and_numbers_as_written(
    workbook: Callable[..., Path], load: Load
) -> None:
    workbook(
        [["Interviewee ID", "Date", "Order", "Transcript"], ["A1", date(2022, 9, 12), 3, "Yes."]]
    )
    interview = load().interviews[0]
    assert (interview.id, interview.date, interview.order) == ("A1", "2022-09-12", 3)
    assert interview.source == "interviews.xlsx row 2"


def test_the_first_worksheet_with_interviews_is_read(
    workbook: Callable[..., Path], load: Load
) -> None:
    workbook([["Contents"]], [["id", "text"], ["A1", "We agreed."]])
    assert [i.id for i in load().interviews] == ["A1"]


def test_a_workbook_without_interviews_is_left_alone_with_a_notice(
    workbook: Callable[..., Path], load: Load
) -> None:
    workbook([["Action", "Owner"], ["huddles", "Jo"]], name="register.xlsx")
    assert any("register.xlsx" in notice.message for notice in load().notices)


def test_two_rows_with_the_same_answer_are_both_used(write: Write, load: Load) -> None:
    write("all.csv", "id,text\nA1,Yes.\nA2,Yes.\n")
    assert len(load().interviews) == 2
