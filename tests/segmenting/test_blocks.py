"""Paragraphs, bullets and lines."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.segmenting import segment_interview
from sensecli.segmenting.blocks import blocks
from tests.builders import an_interview

TEXTS = st.text(alphabet="aB .:-*#>[]1\n<!é😀", max_size=80)


def cut(text: str, *, body: int = 0) -> list[tuple[str, bool]]:
    return [(text[one.start : one.end], one.bullet) for one in blocks(text, body)]


def plain(*texts: str) -> list[tuple[str, bool]]:
    return [(text, False) for text in texts]


def bulleted(*texts: str) -> list[tuple[str, bool]]:
    return [(text, True) for text in texts]


@pytest.mark.parametrize(
    "sign", ["-", "*", "+", "•", "–", "1.", "12)", "(3)", "a)", "- [ ]", "- [x]"]
)
def test_every_kind_of_bullet_is_one_without_its_sign(sign: str) -> None:
    assert cut(f"{sign} Wants time\n") == bulleted("Wants time")


@pytest.mark.parametrize("text", ["2019. That was the year", "-5 degrees", "I. think", "3 beds"])
def test_what_only_looks_like_a_bullet_is_a_line(text: str) -> None:
    assert cut(text) == plain(text)


def test_a_bullet_goes_on_in_the_indented_line_below() -> None:
    assert cut("- one\n  goes on\n- two\n") == bulleted("one\n  goes on", "two")


def test_a_line_that_is_not_indented_ends_the_bullet() -> None:
    assert cut("- one\nafter\n") == [("one", True), ("after", False)]


@pytest.mark.parametrize(
    "heading",
    ["# Views", "### Views on money", "VIEWS ON MONEY", "VIEWS, 2022:", "[The witness withdrew]"],
)
def test_headings_are_no_blocks(heading: str) -> None:
    assert cut(f"{heading}\nShe is tired.\n") == plain("She is tired.")


@pytest.mark.parametrize("shout", ["NO.", "NHS", "NOBODY CAME TO IT."])
def test_a_short_or_ended_line_of_capitals_is_no_heading(shout: str) -> None:
    assert cut(f"{shout}\n") == plain(shout)


@pytest.mark.parametrize("rule", ["---", "***", "___", "====="])
def test_rules_are_no_blocks(rule: str) -> None:
    assert cut(f"One.\n\n{rule}\n\nTwo.\n") == plain("One.", "Two.")


def test_comments_are_no_blocks_in_a_line_or_over_several() -> None:
    text = "One. <!-- hidden -->\n<!-- a\nb -->\nTwo.\n"
    assert cut(text) == plain("One.", "Two.")


def test_a_quotations_sign_is_no_part_of_it() -> None:
    assert cut("> Quoted.\n> - a bullet\n") == [("Quoted.", False), ("a bullet", True)]


def test_short_lines_stand_for_themselves() -> None:
    assert cut("Tired.\nNo money.\n") == plain("Tired.", "No money.")


def test_a_paragraph_broken_at_a_margin_is_one_block() -> None:
    text = (
        "She told me that the clinic had been promised a room\n"
        "and that it was still waiting for one in the autumn,\n"
        "like us all.\n"
    )
    assert cut(text) == plain(text.rstrip())


def test_a_blank_line_parts_paragraphs() -> None:
    line = "She told me that the clinic had been promised a room."
    assert cut(f"{line}\n\n{line}\n") == plain(line, line)


def test_what_stands_before_the_body_is_no_block() -> None:
    assert cut("id: L01\nTired.\n", body=8) == plain("Tired.")


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n"])
def test_an_empty_text_has_no_blocks(text: str) -> None:
    assert cut(text) == []


@given(TEXTS)
def test_blocks_are_in_order_and_never_overlap(text: str) -> None:
    found = list(blocks(text, 0))
    assert all(0 <= one.start <= one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS, st.integers(0, 80))
def test_no_block_begins_before_the_body(text: str, body: int) -> None:
    assert all(one.start >= body for one in blocks(text, min(body, len(text))))


@given(TEXTS)
def test_no_segment_of_any_block_is_blank(text: str) -> None:
    cuts = segment_interview(replace(an_interview(), text=text)).segments
    assert [one for one in cuts if not one.text.strip()] == []
