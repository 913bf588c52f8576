"""Sheets with one interview a row."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

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


def test_the_notice_names_the_columns_there_are_and_those_that_would_do(
    write: Write, load: Load
) -> None:
    write("register.csv", "ID,Action\nA1,huddles\n")
    [notice] = [n for n in load().notices if "register.csv" in n.message]
    assert "no column for the text (text, transcript, notes" in notice.message
    assert notice.message.endswith('There is "ID", "Action".')


def test_many_columns_are_not_all_named(write: Write, load: Load) -> None:
    write("register.csv", ",".join(f"c{n}" for n in range(20)) + "\n")
    assert any(n.message.endswith('"c7" and 12 more.') for n in load().notices)


@pytest.mark.parametrize(
    "header",
    [
        "interview,segment,start,end,text,code,stance",
        "interview,segment,start,end,speaker,text",
        "interview,segment,text,code,stance,status",
        "leader,round,code,stance,status,rung",
    ],
)
def test_an_export_of_codings_is_not_read_and_noticed(
    write: Write, load: Load, header: str
) -> None:
    write("out.csv", f"{header}\n{','.join('L1' for _ in header.split(','))}\n")
    loaded = load()
    assert loaded.interviews == ()
    assert [n.message for n in loaded.notices] == [
        "out.csv is an export of codings, not of interviews; it is not read."
    ]


def test_an_id_in_many_rows_of_a_sheet_is_one_problem(write: Write, load: Load) -> None:
    write("all.csv", "id,text\nA,One.\nA,Two.\nB,Three.\nA,Four.\nB,Five.\n")
    loaded = load()
    assert [i.id for i in loaded.interviews] == ["A", "B"]
    assert [(p.path, p.line) for p in loaded.problems] == [("all.csv", 3)]
    assert loaded.problems[0].message.startswith("3 rows have an id that a row above has already")
    assert "lines 3 and 5" in loaded.problems[0].message


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
