"""Attributes from files and from interviews.csv, ids and leaders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.loading.folder import Loaded
from sensecli.loading.identity import safe

Write = Callable[..., Path]
Load = Callable[[], Loaded]


def test_interviews_without_ids_are_numbered_in_order_of_file(write: Write, load: Load) -> None:
    write("a.txt", "One.")
    write("b.md", "---\nid: X\n---\nTwo.")
    write("c.txt", "Three.")
    loaded = load()
    assert [i.id for i in loaded.interviews] == ["L01", "X", "L03"]
    assert loaded.notices[0].message.startswith("2 interviews have no id")


def test_the_notice_of_numbers_names_the_first_three_files(write: Write, load: Load) -> None:
    for name in "abcde":
        write(f"{name}.txt", f"{name}.")
    said = load().notices[0].message
    assert said.endswith("files: a.txt (L01), b.txt (L02), c.txt (L03) and 2 more.")


def test_a_number_in_use_is_passed_over(write: Write, load: Load) -> None:
    write("a.txt", "One.")
    write("b.md", "---\nid: L01\n---\nTwo.")
    assert [i.id for i in load().interviews] == ["L02", "L01"]


def test_the_leader_is_the_id_where_none_is_given(write: Write, load: Load) -> None:
    write("a.md", "---\nid: L05-1\nleader: L05\n---\nOne.")
    write("b.md", "---\nid: L06\n---\nTwo.")
    assert [i.leader for i in load().interviews] == ["L05", "L06"]


def test_an_unsafe_id_is_a_problem_and_made_safe(write: Write, load: Load) -> None:
    write("a.md", "---\nid: L 05/b\n---\nOne.")
    loaded = load()
    assert loaded.interviews[0].id == "L-05-b"
    assert [(p.path, p.line) for p in loaded.problems] == [("a.md", 2)]


@pytest.mark.parametrize("id_", ["L05", "a.b_c-d", "Ü1"])
def test_letters_digits_and_three_marks_are_safe(id_: str) -> None:
    assert safe(id_) == id_


def test_a_leader_given_by_name_is_kept_as_the_name(write: Write, load: Load) -> None:
    write("a.txt", "Leader: Jo Carr\nRound: 1\nDate: 2022\n\nOne.")
    write("b.txt", "Leader: Jo Carr\nRound: 2\nDate: 2023\n\nTwo.")
    assert [(i.id, i.leader, i.name) for i in load().interviews] == [
        ("L01", "L01", "Jo Carr"),
        ("L02", "L01", "Jo Carr"),
    ]


def test_two_files_of_one_leader_in_one_round_are_noticed(write: Write, load: Load) -> None:
    write("a.md", "---\nid: A\nleader: L05\n---\nOne.")
    write("b.md", "---\nid: B\nleader: L05\n---\nTwo.")
    assert any("Leader L05 has 2 interviews" in n.message for n in load().notices)


def test_missing_attributes_are_one_notice(write: Write, load: Load) -> None:
    write("a.md", "---\nid: A\ngroup: Acute\nrole: Nurse\ntrust: T\ndate: 2022\n---\nOne.")
    write("b.md", "---\nid: B\nrole: Nurse\n---\nTwo.")
    [notice] = load().notices
    said = "Of 2 interviews, 1 has no organisation, 1 no group, 1 no date; "
    assert notice.message.startswith(said)


def test_an_order_that_is_no_number_is_a_problem_with_its_line(write: Write, load: Load) -> None:
    write("a.md", "---\nid: A\norder: first\n---\nOne.")
    loaded = load()
    assert (loaded.interviews[0].order, loaded.problems[0].line) == (None, 3)


def test_an_unreadable_date_is_a_problem_with_its_line(write: Write, load: Load) -> None:
    write("a.md", "---\nid: A\ndate: last week\n---\nOne.")
    assert [(p.path, p.line) for p in load().problems] == [("a.md", 3)]


def test_an_unreadable_date_is_no_date_but_another_attribute(write: Write, load: Load) -> None:
    write("a.md", "---\nid: A\ndate: last week\n---\nOne.")
    interview = load().interviews[0]
    assert interview.date == ""
    assert interview.attributes == (("date as written", "last week"),)


@pytest.mark.parametrize("name", ["L05.txt", "l05 jo.txt", "L05-jo.txt", "L05_jo.txt", "L05.x.txt"])
def test_a_row_is_matched_to_a_file_by_the_beginning_of_its_name(
    write: Write, load: Load, name: str
) -> None:
    write(name)
    write("interviews.csv", "id,group,date\nL05,Acute,12/09/2022\n")
    interview = load().interviews[0]
    assert (interview.id, interview.group, interview.date) == ("L05", "Acute", "2022-09-12")


def test_a_row_is_matched_by_its_file_column_before_its_id(write: Write, load: Load) -> None:
    write("L05.txt", "One.")
    write("other.txt", "Two.")
    write("interviews.csv", "id,file,group\nL05,Other.TXT,Acute\n")
    assert [(i.source, i.group) for i in load().interviews if i.id == "L05"] == [
        ("other.txt", "Acute")
    ]


def test_the_files_own_attributes_win(write: Write, load: Load) -> None:
    write("a.md", "---\nid: L05\ngroup: Acute\n---\nOne.")
    write("interviews.csv", "id,group,role,Years\nL05,Mental,Chief nurse,7\n")
    interview = load().interviews[0]
    assert (interview.group, interview.role) == ("Acute", "Chief nurse")
    assert interview.attributes == (("Years", "7"),)


def test_a_row_of_a_sheet_is_matched_by_its_id(write: Write, load: Load) -> None:
    write("all.csv", "id,text\nA1,One.\nA2,Two.\n")
    write("interviews.csv", "id,group\nA2,Acute\n")
    assert [i.group for i in load().interviews] == ["", "Acute"]


def test_a_row_without_a_file_yet_is_a_notice(write: Write, load: Load) -> None:
    write("L05.txt")
    write("interviews.csv", "id,group\nL05,Acute\nL06,Acute\n")
    loaded = load()
    assert loaded.problems == ()
    assert any("L06" in n.message and "L05" not in n.message for n in loaded.notices)


def test_a_file_that_is_not_there_is_a_problem_with_its_line(write: Write, load: Load) -> None:
    write("notes-jo.txt")
    write("interviews.csv", "file,group\nnotes-joe.txt,Acute\n")
    problem = load().problems[0]
    assert (problem.path, problem.line) == ("interviews.csv", 2)
    assert "notes-jo.txt" in problem.hint


def test_a_listed_file_that_could_not_be_read_is_no_second_problem(
    write: Write, load: Load
) -> None:
    write("a.txt", "")
    write("b.txt")
    write("interviews.csv", "file,group\na.txt,Acute\nb.txt,Acute\n")
    assert [p.path for p in load().problems] == ["a.txt"]


def test_a_second_row_for_one_file_is_a_problem(write: Write, load: Load) -> None:
    write("L05.txt")
    write("interviews.csv", "id,group\nL05,Acute\nL05,Mental\n")
    loaded = load()
    assert loaded.interviews[0].group == "Acute"
    assert loaded.problems[0].line == 3


def test_a_bad_date_in_the_sheet_is_a_problem_of_the_sheet(write: Write, load: Load) -> None:
    write("L05.txt")
    write("interviews.csv", "id,date\nL05,soon\n")
    assert (load().problems[0].path, load().problems[0].line) == ("interviews.csv", 2)


def test_a_sheet_of_attributes_without_id_or_file_is_a_problem(write: Write, load: Load) -> None:
    write("L05.txt")
    write("interviews.csv", "group,date\nAcute,2022\n")
    assert "neither" in load().problems[0].message


def test_an_empty_sheet_of_attributes_is_a_problem(write: Write, load: Load) -> None:
    write("L05.txt")
    write("interviews.csv", ",\n,\n")
    assert load().problems[0].message == "is empty"


def test_an_accent_in_a_file_name_may_be_written_either_way(write: Write, load: Load) -> None:
    write("Zoe\u0308.txt")
    write("interviews.csv", "file,group\nZo\u00eb.txt,Acute\n")
    loaded = load()
    assert (loaded.problems, loaded.interviews[0].group) == ((), "Acute")


def test_one_interview_alone_is_told_what_it_lacks(write: Write, load: Load) -> None:
    write("a.md", "---\nid: A\nrole: Nurse\ndate: 2022\n---\nOne.")
    assert [n.message for n in load().notices] == [
        "The interview has no organisation, group; it can be given in interviews.csv."
    ]
