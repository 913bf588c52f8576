"""Where segments stand in a text that another file has."""

from hypothesis import given
from hypothesis import strategies as st

from sensecli.coders.stretches import cut_of
from tests.builders import an_interview
from tests.review.made import TEXT, lines_of

INTERVIEW = an_interview(text=TEXT)
LINES = lines_of(INTERVIEW)


def plain(text: str) -> str:
    return text


def hidden(text: str) -> str:
    return text.replace("people", "[name]").replace("learning", "[L01 and others]")


def test_equal_words_are_found_one_after_the_other() -> None:
    cut = cut_of(hidden(TEXT), INTERVIEW, LINES, hidden)
    assert [segment.number for segment, _, _ in cut.spans] == [1, 2, 3, 4, 5]


def test_a_segment_that_is_not_there_is_left_out_and_hides_no_other() -> None:
    cut = cut_of(TEXT.replace("Yes.\nWe put", "We put"), INTERVIEW, LINES, plain)
    assert [segment.number for segment, _, _ in cut.spans] == [1, 3, 4, 5]


def test_nothing_is_covered_where_nothing_stands() -> None:
    cut = cut_of(TEXT, INTERVIEW, LINES, plain)
    assert cut.covered(len(TEXT) + 1, len(TEXT) + 5) == ()


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_a_stretch_with_any_words_in_it_is_of_some_segment(start: int, length: int) -> None:
    cut = cut_of(TEXT, INTERVIEW, LINES, plain)
    found = cut.covered(start, start + length)
    assert bool(found) == bool(TEXT[start : start + length].strip("\n"))
    assert list(found) == sorted(found, key=lambda segment: segment.number)


@given(st.text(max_size=30))
def test_spans_hold_the_segments_words_whatever_stands_before(before: str) -> None:
    text = f"{before}\n{TEXT}"
    cut = cut_of(text, INTERVIEW, LINES, plain)
    assert all(text[start:end] == segment.text for segment, start, end in cut.spans)
    assert {segment.number for segment, _, _ in cut.spans} >= {1, 3, 5}
