"""Minutes out of coded papers."""

from collections.abc import Mapping, Sequence

import pytest

from sensecli.crosschecking.minutes import minutes
from sensecli.model import Coding, Minute, Minuted, Place
from tests.builders import a_codebook, a_coding, an_interview
from tests.review.made import lines_of

BOOK = a_codebook()


def _minutes(text: str, codings: Mapping[int, Sequence[Coding]]) -> tuple[Minute, ...]:
    """The minutes of a paper whose lines are its segments, each given these codings."""
    paper = an_interview(id="board.pdf", text=text, places=[Place(0, "page 2")])
    return minutes([paper], lines_of(paper), [c for held in codings.values() for c in held], BOOK)


def _coding(segment: int, code: str = "people", **values: str) -> Coding:
    return a_coding(interview="board.pdf", segment=segment, code=code, **values)  # type: ignore[arg-type]


def _kinds(found: Sequence[Minute]) -> list[tuple[str, Minuted]]:
    return [(one.code, one.kind) for one in found]


def test_whoever_holds_it_it_is_one_minute_a_code() -> None:
    said = [_coding(1, holder="interviewer"), _coding(1, holder="other"), _coding(1, "money")]
    assert [one.code for one in _minutes("They met.\n", {1: said})] == ["people", "money"]


def test_a_lens_is_left_out() -> None:
    assert _minutes("They met.\n", {1: [_coding(1, "story")]}) == ()


def test_of_several_statuses_that_it_failed_counts() -> None:
    said = [_coding(1, status="done"), _coding(1, status="inaction", holder="other")]
    assert _kinds(_minutes("They met.\n", {1: said})) == [("people", Minuted.FAILURE)]


def test_a_place_has_its_page() -> None:
    (one,) = _minutes("They met.\n", {1: [_coding(1)]})
    assert (one.paper, one.place) == ("board.pdf", "board.pdf page 2")


def test_an_action_without_a_theme_is_about_what_was_said_before_it() -> None:
    found = _minutes("On people.\nACTION: JB to report.\nAGREED.\n", {1: [_coding(1)]})
    assert _kinds(found)[:2] == [("people", Minuted.DISCUSSION), ("people", Minuted.COMMITMENT)]


def test_a_plain_line_without_a_theme_is_about_none() -> None:
    assert len(_minutes("On people.\nThe room was cold.\n", {1: [_coding(1)]})) == 1


def test_a_heading_between_parts_them() -> None:
    text = "On people.\n2. Money\nACTION: JB to report.\n"
    paper = an_interview(id="board.pdf", text=text)
    first, _, last = lines_of(paper)
    assert len(minutes([paper], [first, last], [_coding(1)], BOOK)) == 1


@pytest.mark.parametrize("head", ["Action | Who | When", "| Action | Owner | Due |"])
def test_the_head_of_a_table_of_actions_records_nothing(head: str) -> None:
    text = f"On people.\n{head}\nACTION: JB to report.\n"
    found = _minutes(text, {1: [_coding(1)]})
    assert head not in [one.text for one in found]
    assert found[0].text == "On people."
