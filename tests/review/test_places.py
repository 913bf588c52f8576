"""Passages found again in notes that were edited since."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.review import places
from sensecli.review.file import anchor_of
from sensecli.review.places import Found, find_again, indexed
from tests.builders import an_interview
from tests.review.made import TALK, TEXT, lines_of


def sought(text: str, *, segment: int = 1, was: str = TEXT) -> Found | None:
    """The passage that was that line of `was`, in the `text` of now."""
    at = lines_of(an_interview(text=was))[segment - 1]
    now = an_interview(text=text)
    return find_again(anchor_of(was, "L01", at.start, at.end), indexed(now, lines_of(now)))


def number(found: Found | None) -> int | None:
    return found.segment.number if found else None


@pytest.mark.parametrize("segment", range(1, len(TALK) + 1))
def test_a_passage_stands_where_it_stood(segment: int) -> None:
    found = sought(TEXT, segment=segment)
    assert (number(found), found and found.moved) == (segment, False)


@pytest.mark.parametrize("segment", range(1, len(TALK) + 1))
def test_a_passage_is_found_behind_what_was_put_in(segment: int) -> None:
    found = sought(f"A heading.\n{TEXT}", segment=segment)
    assert (number(found), found and found.moved) == (segment + 1, True)


def test_words_that_come_again_at_the_old_offsets_do_not_mislead() -> None:
    was = "Do you trust them?\nYes.\nDo you fund them?\nYes.\n"
    now = "No.\n" + "Yes.\n" * 4 + was
    assert now[19:23] == "Yes."
    assert number(sought(now, segment=2, was=was)) == 7


def test_of_segments_that_read_the_same_the_one_in_like_surroundings_is_taken() -> None:
    swapped = "\n".join((TALK[2], "Yes.", TALK[4], TALK[0], "Yes.", TALK[2], ""))
    assert number(sought(swapped, segment=2)) == 5


def test_of_segments_in_the_same_surroundings_the_nearest_is_taken() -> None:
    block = (
        "Before it all stood the same long line, word for word.\nYes.\nAnd the same behind it.\n"
    )
    was = block * 5
    assert number(sought(f"X.\n{was}", segment=8, was=was)) == 9


@pytest.mark.parametrize(
    "line",
    [
        "And then: We put learning first, and nobody minds. So she said.",
        "and nobody minds learning",
        "We put learnin first, and no-body minds.",
        "We  put learning\tfirst, and nobody minds.",
    ],
)
def test_a_passage_that_was_edited_is_found_if_enough_is_left(line: str) -> None:
    was = "One.\nWe put learning first, and nobody minds learning.\nTwo.\n"
    was = was if "minds learning" in line else was.replace(" learning.", ".")
    assert number(sought(f"Zero.\nOne.\n{line}\nTwo.\n", segment=2, was=was)) == 3


@pytest.mark.parametrize(
    "line", ["We put money first, and everybody minds that.", "Yes, of course."]
)
def test_another_passage_is_not_taken_for_it(line: str) -> None:
    text = "\n".join((TALK[0], line, TALK[4], ""))
    assert sought(text, segment=3) is None
    assert sought(text, segment=2) is None


def test_a_quote_that_is_part_of_a_segment_stands_in_it() -> None:
    text = TEXT
    start = text.index("nobody")
    now = an_interview(text=text)
    found = find_again(anchor_of(text, "L01", start, start + 6), indexed(now, lines_of(now)))
    assert (number(found), found and found.moved) == (3, False)


def test_a_sentence_that_was_parted_stands_in_its_longer_part() -> None:
    was = "We had money for two posts, which went to the wards in the end.\n"
    now = "X.\nWe had money for two posts\nwhich went to the wards in the end.\n"
    assert number(sought(now, was=was)) == 3


@given(st.lists(st.sampled_from([*TALK, "No."]), min_size=1, max_size=12), st.data())
def test_a_passage_is_found_in_any_text_that_holds_it_once(
    lines: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(lines)))
    unique = "This alone was said but once in all the talks."
    now = "\n".join((*lines[:at], unique, *lines[at:], ""))
    found = sought(now, was=f"Something else.\n{unique}\nAnd more.\n", segment=2)
    assert found is not None
    assert found.segment.text == unique


def test_little_is_compared_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    class Counting(SequenceMatcher[str]):
        def set_seq1(self, a: Sequence[str]) -> None:
            compared.append(str(a))
            super().set_seq1(a)

    monkeypatch.setattr(places, "SequenceMatcher", Counting)
    now = an_interview(text="".join(f"The ward said so on day {n}.\n" for n in range(3000)))
    said = "The ward never said on what day it would so begin."
    there = indexed(now, lines_of(now))
    assert find_again(anchor_of(said, "L01", 0, len(said)), there) is None
    assert 0 < sum(text.startswith("The ward") for text in compared) <= 60


def test_no_segments_hold_nothing() -> None:
    anchor = anchor_of(TEXT, "L01", 0, len(TALK[0]))
    assert find_again(anchor, indexed(an_interview(text=TEXT), [])) is None
