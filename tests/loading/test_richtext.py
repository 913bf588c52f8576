"""Rich text as Word writes it."""

from collections.abc import Callable
from pathlib import Path

from sensecli.loading.formats.document import Document
from sensecli.model import Problem

Write = Callable[..., Path]
Only = Callable[[Path], Document]

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
    r"{\f3\froman\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\ql \f0\fs24 Normal;}{\s1\ql \outlinelevel0 \b\f0\fs32 heading 1;}}"
    r"{\info{\author Somebody}}"
)
LIST = r"{\listtext\pard\plain\f3 \'b7\tab}\pard \ql \fi-360\li720 "


def _rtf(*parts: str) -> str:
    return HEAD + "\r\n".join(parts) + "}"


def test_paragraphs_are_blocks_and_special_characters_are_read(write: Write, only: Only) -> None:
    path = write("a.rtf", _rtf(r"\pard We\rquote ll pilot \'a35.\par", r"Na\u239?ve.\par"))
    assert only(path).text == "We’ll pilot £5.\n\nNaïve."


def test_a_heading_is_marked(write: Write, only: Only) -> None:
    path = write("a.rtf", _rtf(r"\pard\s1\outlinelevel0 Rota\par", r"\pard\plain We agreed.\par"))
    assert only(path).text == "# Rota\n\nWe agreed."


def test_list_items_are_bullets(write: Write, only: Only) -> None:
    path = write("a.rtf", _rtf(LIST + r"huddles\par", LIST + r"board\par"))
    assert only(path).text == "- huddles\n- board"


def test_a_soft_line_break_stays_inside_its_paragraph(write: Write, only: Only) -> None:
    path = write("a.rtf", _rtf(r"\pard Jo Carr  0:11\line We agreed.\par", r"Next.\par"))
    assert only(path).text == "Jo Carr  0:11\nWe agreed.\n\nNext."


def test_a_leading_table_of_known_keys_gives_attributes(write: Write, only: Only) -> None:
    row = r"\trowd\cellx2000\cellx4000\pard\intbl {0}\cell {1}\cell\row"
    rows = [row.replace("{0}", k).replace("{1}", v) for k, v in (("ID", "L05"), ("Role", "Nurse"))]
    document = only(write("a.rtf", _rtf(*rows, r"\pard We agreed.\par")))
    assert document.attributes == (("ID", "L05", None), ("Role", "Nurse", None))
    assert document.text == "We agreed."


def test_places_are_paragraphs(write: Write, only: Only) -> None:
    document = only(write("a.rtf", _rtf(r"\pard One.\par", r"Two.\par")))
    assert [(p.start, p.label) for p in document.places] == [(0, "paragraph 1"), (6, "paragraph 2")]


def test_a_file_that_is_no_rich_text_is_a_problem(
    write: Write, problem: Callable[[Path], Problem]
) -> None:
    assert "not a rich text file" in problem(write("a.rtf", "We agreed.")).message


def test_rich_text_without_words_is_empty(write: Write, problem: Callable[[Path], Problem]) -> None:
    assert problem(write("a.rtf", _rtf(r"\pard\par"))).message == "is empty"


def test_an_emoji_is_one_sign_and_half_of_one_is_none(write: Write, only: Only) -> None:
    path = write("a.rtf", _rtf(r"\pard Yes \u-10179?\u-8704? and \u-10240? no.\par"))
    assert only(path).text == "Yes \U0001f600 and \ufffd no."
