"""Notes in plain text and Markdown, and what stands at their head."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.loading.folder import Loaded
from sensecli.loading.formats.document import Document
from sensecli.loading.formats.header import key_block, read_header
from sensecli.loading.formats.registry import read_file

Write = Callable[..., Path]
Only = Callable[[Path], Document]

FRONT = "---\nid: L05\ngroup: Acute trust\ndate: 2022-09-12\norder: 5\n---\n\nWe agreed.\n"
BLOCK = "Leader: L05\nRole: Chief nurse\nSite: North wing\n\nInterviewer: How are you?\n"


def test_the_whole_file_is_the_text_front_matter_included(write: Write, only: Only) -> None:
    assert only(write("a.md", FRONT)).text == FRONT


def test_the_body_begins_behind_the_front_matter(write: Write, only: Only) -> None:
    document = only(write("a.md", FRONT))
    assert document.text[document.body :] == "We agreed.\n"


def test_front_matter_gives_attributes_with_their_lines(write: Write, only: Only) -> None:
    assert only(write("a.md", FRONT)).attributes[:2] == (
        ("id", "L05", 2),
        ("group", "Acute trust", 3),
    )


def test_numbers_and_dates_in_front_matter_stay_as_written() -> None:
    header = read_header("---\nid: 007\ndate: 2022-09-12\nratio: 1.50\nactive: yes\n---\nx", "a.md")
    assert [value for _, value, _ in header.attributes] == ["007", "2022-09-12", "1.50", "yes"]


def test_a_list_in_front_matter_is_joined_by_commas() -> None:
    header = read_header("---\nid: L05\ntags: [rota, huddles]\n---\nx", "a.md")
    assert header.attributes[1] == ("tags", "rota, huddles", 3)


def test_bad_yaml_is_a_problem_with_its_line() -> None:
    header = read_header("---\nid: L05\nrole: Nurse: chief\n---\nWe agreed.", "a.md")
    assert [(p.path, p.line) for p in header.problems] == [("a.md", 3)]


def test_the_talk_behind_bad_yaml_is_read_all_the_same(write: Write) -> None:
    documents, _ = read_file(write("a.md", "---\nid: [L05\n---\nWe agreed."))
    assert documents[0].text[documents[0].body :] == "We agreed."


def test_a_repeated_key_is_refused_with_its_line() -> None:
    header = read_header("---\nid: L05\ngroup: A\nid: L06\n---\nx", "a.md")
    assert [(p.line, "twice" in p.message) for p in header.problems] == [(4, True)]
    assert header.attributes[0] == ("id", "L05", 2)


def test_two_words_for_one_attribute_are_refused_too() -> None:
    header = read_header("---\norganisation: A\ntrust: B\n---\nx", "a.md")
    assert header.problems[0].line == 3


def test_nested_front_matter_is_a_problem_with_its_line() -> None:
    header = read_header("---\nid: L05\nsite:\n  name: North\n---\nx", "a.md")
    assert header.problems[0].line == 3


def test_front_matter_that_never_ends_is_a_problem() -> None:
    assert "never closed" in read_header("---\nid: L05\nWe agreed.\n", "a.md").problems[0].message


@pytest.mark.parametrize(
    "text",
    ["---\n\nWe agreed.\n", "---\nWe agreed.\n---\nMore.\n", "---\nRound 2\n---\nMore.\n"],
)
def test_a_rule_across_the_page_is_no_front_matter(text: str) -> None:
    assert read_header(text, "a.md").body == 0
    assert read_header(text, "a.md").problems == ()


def test_a_key_block_gives_known_and_unknown_attributes(write: Write, only: Only) -> None:
    document = only(write("a.txt", BLOCK))
    assert document.attributes == (
        ("Leader", "L05", 1),
        ("Role", "Chief nurse", 2),
        ("Site", "North wing", 3),
    )
    assert document.text[document.body :] == "Interviewer: How are you?\n"


def test_a_key_block_may_stand_below_a_title() -> None:
    header = read_header("# Interview\n\nID: L05\n**Role:** Chief nurse\n\nWe agreed.", "a.md")
    assert header.attributes == (("ID", "L05", 3), ("Role", "Chief nurse", 4))


def test_a_transcript_has_no_key_block() -> None:
    lines = ["Interviewer: How are you?", "Leader: Fine, we agreed on the rota.", "Name: Jo"]
    assert key_block(lines) == ()


def test_two_speakers_are_no_header() -> None:
    assert key_block(["Interviewer: Hello", "Leader: Hello", ""]) == ()


def test_one_known_key_is_no_header() -> None:
    assert key_block(["Date: 12 May", "Weather: fine", ""]) == ()


@pytest.mark.parametrize(
    "line", ["id: L05", "Leader: L05", "Leader: Jo Carr", "Interview: Bond", "**ID:** north 5"]
)
def test_one_line_with_an_id_may_be_the_whole_header(line: str) -> None:
    header = read_header(f"{line}\n\nWe agreed on the rota.", "a.txt")
    assert [line for *_, line in header.attributes] == [1]
    assert header.body == len(line) + 2


@pytest.mark.parametrize(
    "text",
    [
        "Interviewer: Hello\n\nLeader: Hello\n",
        "Leader: Hello\n\nInterviewer: Hello\n",
        "Leader: We agreed.\n\nMore.",
        "Leader: Jo Carr\n\nLeader: No\n",
        "ID: Well now\n\nRT: Yes?\n\nID: We agreed.\n",
        "id: L05\nWe agreed.",
        "Interview: what she told us\n\nMore.",
    ],
)
def test_a_first_line_that_may_be_talk_is_no_header(text: str) -> None:
    assert read_header(text, "a.txt").attributes == ()


def test_a_note_at_the_end_of_a_block_is_an_attribute_where_a_blank_line_follows() -> None:
    lines = ["ID: L05", "Role: Nurse", "Date: 2022", "Note: Written up by hand.", "", "We agreed."]
    assert key_block(lines)[3] == ("Note", "Written up by hand.")
    assert len(key_block([line for line in lines if line])) == 3


def test_front_matter_without_colons_is_a_problem_with_its_line(write: Write) -> None:
    (document,), problems = read_file(write("a.md", "---\nid D13\n---\n\nWe agreed.\n"))
    assert [(p.line, p.hint) for p in problems] == [(2, "write id: D13")]
    assert document.text[document.body :] == "We agreed.\n"


def test_a_turn_right_below_the_block_stays_in_the_talk() -> None:
    lines = ["ID: L05", "Role: Chief nurse", "Interviewer: What has changed?", "Jo: Nothing."]
    assert key_block(lines) == (("ID", "L05"), ("Role", "Chief nurse"))


def test_a_name_that_speaks_again_below_is_no_attribute() -> None:
    lines = ["ID: L05", "Role: Chief nurse", "Jo: Right then", "Jo: We agreed"]
    assert len(key_block(lines)) == 2


def test_a_note_right_below_the_block_stays_in_the_talk() -> None:
    lines = ["ID: L05", "Role: Chief nurse", "Action: email the rota"]
    assert len(key_block(lines)) == 2


def test_the_caption_of_a_published_interview_becomes_its_title(
    write: Write, load: Callable[[], Loaded]
) -> None:
    write("Bond.txt", "Interview: Bond (Professor, SC)\nDate: 20-Jun-20\n\nBond: We agreed.\n")
    interview = load().interviews[0]
    assert (interview.id, interview.date) == ("L01", "2020-06-20")
    assert interview.attributes == (("title", "Bond (Professor, SC)"),)
