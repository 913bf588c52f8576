"""Bytes become the text that was meant, whatever wrote them."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.formats.document import Document
from sensecli.loading.formats.encoding import decode, normalise
from sensecli.model import Problem

WORDS = "She said “we’ll see” – naïve, at £5.\n"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(MARKS[encoding] + WORDS.encode(encoding)) == WORDS


def test_utf_8_needs_no_mark() -> None:
    assert decode(WORDS.encode("utf-8")) == WORDS


def test_what_is_not_utf_8_is_windows_1252() -> None:
    assert decode(WORDS.encode("cp1252")) == WORDS


def test_a_short_windows_note_keeps_its_apostrophe() -> None:
    assert decode(b"It\x92s stuck.") == "It’s stuck."


@given(st.text())
def test_normalised_text_has_no_carriage_return(text: str) -> None:
    assert "\r" not in normalise(text)


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.lists(st.text(st.characters(exclude_characters="\r\n"))), st.sampled_from(["\r\n", "\r"]))
def test_every_line_keeps_its_offsets_whatever_the_newlines(lines: list[str], end: str) -> None:
    text = normalise(end.join(lines))
    start = 0
    for line in lines:
        assert text[start:].startswith(line)
        assert text[start : start + len(line)] == line
        start += len(line) + 1


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_marked_and_plain_utf_8_give_the_same_text(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert decode(codecs.BOM_UTF8 + text.encode()) == normalise(text)


def test_offsets_are_those_of_the_normalised_file(
    write: Callable[..., Path], only: Callable[[Path], Document]
) -> None:
    document = only(write("a.txt", codecs.BOM_UTF8 + b"One.\r\nTwo \xe2\x80\x94 three.\rFour."))
    assert document.text[document.text.index("Four") :] == "Four."
    assert document.text == "One.\nTwo — three.\nFour."


def test_binary_data_is_a_problem_that_says_so(
    write: Callable[..., Path], problem: Callable[[Path], Problem]
) -> None:
    assert "binary" in problem(write("a.txt", b"MZ\x90\x00\x03\x00\x00\x00text")).message


def test_control_characters_without_nul_are_binary_too(
    write: Callable[..., Path], problem: Callable[[Path], Problem]
) -> None:
    assert "binary" in problem(write("a.md", bytes(range(1, 32)) * 20)).message


def test_a_mark_that_the_rest_does_not_keep_to_is_a_problem(
    write: Callable[..., Path], problem: Callable[[Path], Problem]
) -> None:
    assert "UTF-16" in problem(write("a.txt", codecs.BOM_UTF16_LE + b"odd")).message
