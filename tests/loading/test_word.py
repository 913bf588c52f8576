"""Word documents."""

from collections.abc import Callable
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sensecli.loading.formats.document import Document
from sensecli.model import Problem

Word = Callable[..., Path]
Only = Callable[[Path], Document]


def test_paragraphs_headings_and_bullets_are_laid_out_as_text(word: Word, only: Only) -> None:
    path = word(
        ("Title", "Interview"),
        ("Heading 2", "Rota"),
        ("Normal", "We agreed."),
        ("List Bullet", "huddles"),
        ("List Number", "second"),
        ("List Paragraph", "third"),
        ("Normal", "Nobody started."),
    )
    assert only(path).text == (
        "# Interview\n\n## Rota\n\nWe agreed.\n\n- huddles\n- second\n- third\n\nNobody started."
    )


def test_places_count_the_paragraphs_of_the_document(word: Word, only: Only) -> None:
    document = only(word(("Normal", "One."), ("Normal", ""), ("Normal", "Three.")))
    assert [(p.label, document.text[p.start :][:4]) for p in document.places] == [
        ("paragraph 1", "One."),
        ("paragraph 3", "Thre"),
    ]


def test_a_soft_line_break_is_a_newline_inside_the_paragraph(word: Word, only: Only) -> None:
    assert only(word(("Normal", "Jane Smith   0:11\nWe agreed."))).text == (
        "Jane Smith   0:11\nWe agreed."
    )


def test_a_leading_table_of_known_keys_gives_attributes_and_no_text(word: Word, only: Only) -> None:
    document = only(
        word(
            ("Title", "Interview"),
            [["Leader:", "L05"], ["Role", "Chief nurse"], ["Site", "North"]],
            ("Normal", "We agreed."),
        )
    )
    assert document.attributes == (
        ("Leader", "L05", None),
        ("Role", "Chief nurse", None),
        ("Site", "North", None),
    )
    assert document.text == "# Interview\n\nWe agreed."


def test_a_later_table_of_keys_is_text(word: Word, only: Only) -> None:
    path = word(("Normal", "We agreed."), ("Normal", "So."), [["Leader", "L05"], ["Role", "Nurse"]])
    assert only(path).attributes == ()


def test_a_table_of_speakers_becomes_turns_with_times_as_places(word: Word, only: Only) -> None:
    document = only(
        word(
            [
                ["Timespan", "Content", "Speaker"],
                ["0:00.0 - 0:04.1", "What changed?", "Interviewer"],
                ["0:04.1 - 0:09.0", "Nothing yet.", "Jo"],
            ]
        )
    )
    assert document.text == "Interviewer: What changed?\n\nJo: Nothing yet."
    assert document.places[1].label == "0:04.1 - 0:09.0"
    assert document.text[document.places[1].start :].startswith("Jo:")


def test_a_two_column_transcript_is_not_taken_for_a_header(word: Word, only: Only) -> None:
    document = only(
        word(
            [
                ["Interviewer", "What changed?"],
                ["Leader", "Nothing yet."],
                ["Interviewer", "Why?"],
                ["Leader", "No money."],
            ]
        )
    )
    assert document.attributes == ()
    assert "No money." in document.text


def test_any_other_table_is_a_line_for_each_row(word: Word, only: Only) -> None:
    document = only(word(("Normal", "We agreed."), [["Aim", "Who"], ["Huddles", "Jo"]]))
    assert document.text == "We agreed.\n\nAim | Who\nHuddles | Jo"
    assert document.places[-1].label == "table 1 row 2"


def test_paragraphs_of_one_key_each_are_a_header(word: Word, only: Only) -> None:
    document = only(
        word(("Normal", "ID: L05"), ("Normal", "Role: Chief nurse"), ("Normal", "We agreed."))
    )
    assert document.attributes == (("ID", "L05", None), ("Role", "Chief nurse", None))
    assert document.text[document.body :] == "We agreed."


def test_a_header_in_a_word_document_has_no_line_numbers(word: Word, only: Only) -> None:
    path = word(("Normal", "---\nid: L05\n---"), ("Normal", "We agreed."))
    assert only(path).attributes == (("id", "L05", None),)


def test_a_teams_transcript_keeps_its_lines(word: Word, only: Only) -> None:
    path = word(
        ("Normal", "0:0:5.100 --> 0:0:8.250"), ("Normal", "Jo Carr"), ("Normal", "We agreed.")
    )
    assert only(path).text == "0:0:5.100 --> 0:0:8.250\n\nJo Carr\n\nWe agreed."


def test_words_inserted_as_a_tracked_change_are_read_and_deleted_ones_are_not(
    tmp_path: Path, only: Only
) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("We agreed ")
    for tag, words in (("w:ins", "to pilot."), ("w:del", "to wait.")):
        change = OxmlElement(tag)
        run = paragraph.add_run(words)
        if tag == "w:del":
            run._r.t_lst[0].tag = qn("w:delText")
        change.append(run._r)
        paragraph._p.append(change)
    document.save(str(tmp_path / "a.docx"))
    assert only(tmp_path / "a.docx").text == "We agreed to pilot."


def test_a_numbered_paragraph_of_any_style_is_a_bullet(tmp_path: Path, only: Only) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("huddles")
    properties = paragraph._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 1
    document.save(str(tmp_path / "a.docx"))
    assert only(tmp_path / "a.docx").text == "- huddles"


def test_a_document_without_words_is_empty(word: Word, problem: Callable[[Path], Problem]) -> None:
    assert problem(word(("Normal", ""))).message == "is empty"


def test_a_file_that_is_no_word_document_is_a_problem(
    tmp_path: Path, problem: Callable[[Path], Problem]
) -> None:
    import zipfile

    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert "not a Word document" in problem(path).message
