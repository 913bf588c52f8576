"""Where a passage stands that a file tells by offsets, by its words, or by both."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.model.passage import CodedPassage
from sensecli.review.quotes import View, covered
from tests.builders import an_interview
from tests.review.made import TALK, TEXT, lines_of

ODD = (
    "\U0001f600 A cafe\u0301.\n\nWe say “trust us”,\u00a0and mean it.\nYes.\n"
    "It\u2019s - in short - done.\nYes.\n"
)


def a_view(text: str = TEXT) -> View:
    """A text whose lines are its segments."""
    lines = lines_of(an_interview(text=text))
    return View(text, tuple((one.start, one.end) for one in lines))


def at(quote: str, text: str = TEXT, **told: int | str) -> tuple[int, ...] | str:
    """What those words cover of the text."""
    return covered(replace(CodedPassage("L01", quote), **told), [a_view(text)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "quote",
    [
        "We say “trust us”, and mean it.",
        'We say "trust us", and\r\nmean it.',
        '  We say "trust us",\tand mean it. ',
        "mean it",
    ],
)
def test_white_space_and_quotes_are_all_one(quote: str) -> None:
    assert at(quote, ODD) == (1,)


def test_an_accent_may_be_one_character_or_two() -> None:
    assert at("café", ODD) == at("cafe\u0301", ODD) == (0,)


def test_offsets_count_characters_behind_emoji_and_marks() -> None:
    start = ODD.index("Yes.\n", ODD.index("done"))
    assert at("Yes.", ODD, start=start, end=start + 4) == (4,)


def test_where_the_words_do_not_stand_at_the_offsets_the_words_say() -> None:
    assert at(TALK[2], start=0, end=len(TALK[2])) == (2,)


def test_of_several_places_the_nearest_to_the_offsets_is_taken() -> None:
    start = TEXT.rindex("Yes.")
    assert at("Yes.", start=start + 3, end=start + 7) == (3,)
    assert at("Yes.", start=0, end=4) == (1,)


def test_of_several_places_the_one_in_the_same_surroundings_is_taken() -> None:
    told = {"before": f"{TALK[2]}\n", "after": f"\n{TALK[4]}", "start": 0, "end": 4}
    assert at("Yes.", **told) == (3,)  # type: ignore[arg-type]


def test_of_several_places_the_numbered_one_is_taken() -> None:
    assert at("Yes.", segment=4) == (3,)


def test_of_several_places_none_is_taken_where_nothing_tells_which() -> None:
    assert at("Yes.") == "stands in 2 places, and nothing tells which of them is meant"


def test_a_word_is_not_found_within_another() -> None:
    assert at("minds", text="He reminds us.\nShe minds it.\n") == (1,)


def test_words_are_found_where_all_between_them_is_another() -> None:
    assert at("It's \u2013 in short \u2013 done", ODD) == (3,)
    assert at("We put LEARNING first and nobody much minds") == (2,)


def test_short_words_are_not_sought_letter_by_letter() -> None:
    assert at("y-e-s") == "is not in the text"


def test_a_passage_over_several_segments_covers_those_it_has_more_than_half_of() -> None:
    quote = f"know it best.\n{TALK[1]}\n{TALK[2][:30]}"
    assert at(quote) == (1, 2)


def test_a_passage_within_segments_covers_the_one_that_holds_most_of_it() -> None:
    assert at("nobody much minds") == (2,)
    assert at("it best.\nYe", text="They know all of it best.\nYes we surely do.\n") == (0,)


def test_a_passage_without_words_is_its_number() -> None:
    assert at("", segment=5) == (4,)
    assert at("", segment=6) == at("", segment=0) == "has a number that no passage has"


def test_offsets_alone_say_where() -> None:
    assert at("", start=0, end=len(TALK[0])) == (0,)
    assert at("", start=0, end=10**9) == "is not in the text"


def test_a_passage_may_be_told_by_a_text_without_names() -> None:
    shown = TEXT.replace("people", "[L05]")
    views = [a_view(), a_view(shown)]
    start = shown.index("Money")
    passage = CodedPassage("L01", TALK[4], start=start, end=start + len(TALK[4]))
    assert covered(CodedPassage("L01", "The [L05] who do the work"), views) == (0,)
    assert covered(passage, views) == (4,)


def test_offsets_may_be_those_as_read_where_the_words_are_without_names() -> None:
    read = (
        "Jane Moss.\nThe people know.\nThe people know.\nJane Moss said so.\nJane Moss said so.\n"
    )
    shown = read.replace("Jane Moss", "[L05]")
    start = read.rindex("Jane Moss")
    passage = CodedPassage("L01", "[L05] said so.", start=start, end=start + 18)
    assert covered(passage, [a_view(read), a_view(shown)]) == (4,)


def test_offsets_in_a_text_without_names_do_not_mean_the_text_as_read() -> None:
    read = "Jane Moss.\nYes.\nYes.\n"
    shown = read.replace("Jane Moss", "[L05]")
    start = 12  # of the second in `shown`, and by chance near the first in `read`
    passage = CodedPassage("L01", "Yes.", start=start, end=start + 4, before="[L05].\nYes.\n")
    assert shown[start : start + 4] == "Yes."
    assert covered(passage, [a_view(read), a_view(shown)]) == (2,)


def test_what_stands_outside_of_all_segments_covers_none() -> None:
    view = View("Head\nBody", ((5, 9),))
    assert covered(CodedPassage("L01", "Head"), [view]) == (
        "stands outside of every passage that can be coded"
    )


@given(
    st.lists(st.text("ab é\u0301\U0001f600“'", min_size=1, max_size=9), min_size=1, max_size=6),
    st.data(),
)
def test_a_segment_told_by_its_own_offsets_and_words_is_found(
    lines: list[str], data: st.DataObject
) -> None:
    text = "\n".join(lines)
    segments = lines_of(an_interview(text=text or "x"))
    if not segments:
        return
    number = data.draw(st.integers(0, len(segments) - 1))
    one = segments[number]
    view = View(text, tuple((s.start, s.end) for s in segments))
    passage = CodedPassage("L01", one.text, start=one.start, end=one.end)
    assert covered(passage, [view]) == (number,)
