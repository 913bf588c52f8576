"""PDF files with and without a text layer."""

from collections.abc import Callable
from pathlib import Path

from sensecli.loading.codebooks.shipped import shipped_sample
from sensecli.loading.formats.document import Document
from sensecli.loading.formats.furniture import without_furniture
from sensecli.loading.formats.registry import read_file
from sensecli.loading.formats.wrapping import join_wrapped
from sensecli.model import Problem

Pdf = Callable[..., Path]
Only = Callable[[Path], Document]
Fails = Callable[[Path], Problem]

LONG = (
    "We have tried three times to move the rota to a team basis and each time it was knocked "
    "back by the finance committee which meets once a quarter and has other things to do"
)


def test_the_lines_of_a_paragraph_are_joined(pdf: Pdf, only: Only) -> None:
    assert only(pdf(LONG, "Nobody owns it.")).text == f"{LONG}\n\nNobody owns it."


def test_places_are_pages(lines_pdf: Pdf, only: Only) -> None:
    document = only(lines_pdf(["First page."], ["Second page."]))
    assert [(p.label, document.text[p.start :][:5]) for p in document.places] == [
        ("page 1", "First"),
        ("page 2", "Secon"),
    ]


def test_pages_are_parted_by_a_blank_line(lines_pdf: Pdf, only: Only) -> None:
    assert only(lines_pdf(["First page."], ["Second page."])).text == "First page.\n\nSecond page."


def test_a_sentence_that_runs_over_the_page_stays_whole(lines_pdf: Pdf, only: Only) -> None:
    document = only(lines_pdf(["We agreed to move the"], ["rota in March."]))
    assert document.text == "We agreed to move the rota in March."


def test_running_heads_and_page_numbers_are_dropped(pdf: Pdf, only: Only) -> None:
    text = only(pdf(*[f"{LONG}, {n}." for n in range(40)], head="Riverside (invented)")).text
    assert "Riverside" not in text
    assert "Page" not in text
    assert text.count("We have tried") == 40


def test_the_last_lines_of_the_key_block_are_taken_too(lines_pdf: Pdf, only: Only) -> None:
    block = ["id: L05", "role: Chief nurse", "date: 2022-10-10", "interviewer: Ann Bell"]
    note = "note: Invented for a test; nobody is meant."
    document = only(lines_pdf([*block, note, "", "Her office is on the fifth floor."]))
    assert [key for key, _, _ in document.attributes][3:] == ["interviewer", "note"]
    assert document.text[document.body :] == "Her office is on the fifth floor."


def test_the_talk_of_a_shipped_pdf_begins_behind_its_note(only: Only) -> None:
    document = only(shipped_sample() / "L09-garside.pdf")
    assert document.text[document.body :].startswith("Stephen's office")


def test_the_key_block_survives(pdf: Pdf, only: Only) -> None:
    document = only(
        pdf(
            "Leader: L05",
            "Organisation: The Riverside University Hospitals Trust (invented)",
            "Date: 12 September 2022",
            "Interviewer: What changed?",
            "Jo: Nothing yet.",
        )
    )
    assert [key for key, _, _ in document.attributes] == ["Leader", "Organisation", "Date"]
    assert document.text[document.body :].startswith("Interviewer: What changed?")


def test_turn_labels_and_bullets_begin_their_own_lines(lines_pdf: Pdf, only: Only) -> None:
    lines = [
        "Interviewer: what would you say is the one thing that has changed since",
        "Jo: nothing at all has changed since we last met here in the spring and",
        "- huddles",
        "- rota",
    ]
    assert only(lines_pdf(lines)).text.split("\n") == lines


def test_a_word_broken_at_the_line_end_is_whole_again() -> None:
    assert join_wrapped(["We asked for improve-", "ment."]) == ["We asked for improvement."]


def test_a_compound_that_stands_elsewhere_keeps_its_hyphen() -> None:
    lines = ["It is decision-", "making. Good decision-making."]
    assert join_wrapped(lines) == ["It is decision-making. Good decision-making."]


def test_short_lines_stay_apart() -> None:
    assert join_wrapped(["Background", "Next steps"]) == ["Background", "Next steps"]


def test_a_last_line_of_talk_is_never_taken_for_a_foot() -> None:
    pages = [["One.", "Yes."], ["Two.", "Yes."]]
    assert without_furniture(pages) == pages


def test_a_scanned_pdf_is_a_problem_that_hints_at_ocr(scan: Pdf, problem: Fails) -> None:
    found = problem(scan())
    assert "no text" in found.message
    assert "ocrmypdf" in found.hint


def test_a_scanned_page_among_others_is_named(scan: Pdf) -> None:
    documents, problems = read_file(scan("We agreed."))
    assert documents[0].text == "We agreed."
    assert "page 1" in problems[0].message


def test_a_pdf_with_a_password_is_a_problem_that_says_so(pdf: Pdf, problem: Fails) -> None:
    assert "password" in problem(pdf("We agreed.", password="secret")).message


def test_a_broken_pdf_is_a_problem(write: Pdf, problem: Fails) -> None:
    assert "PDF" in problem(write("a.pdf", b"%PDF-1.7\nbroken off")).message
