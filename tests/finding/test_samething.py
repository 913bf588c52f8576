from collections.abc import Sequence
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from sensecli.finding.samething import SameThing, words
from sensecli.model import Coding, Segment, Speaker
from tests.builders import a_coding

_LEADERS = {"L01": "L01", "L02": "L02"}
_NOISE = [f"Staff and clinics come first, number {n} of many." for n in range(30)]


def _segments(
    *texts: str, turns: tuple[int, ...] = (), asks: tuple[int, ...] = ()
) -> list[Segment]:
    numbered = enumerate((*texts, *_NOISE), start=1)
    return [
        Segment(
            interview="L01" if n <= len(texts) else "L02",
            number=n,
            start=0,
            end=len(text),
            text=text,
            speaker=Speaker.INTERVIEWER if n in asks else Speaker.LEADER,
            turn=turns[n - 1] if n <= len(turns) else 100 + n,
        )
        for n, text in numbered
    ]


def _cosines(
    some: Sequence[str], others: Sequence[str], *, cosine: float
) -> Sequence[Sequence[float]]:
    return [[cosine] * len(others)] * len(some)


def _likeness(segments: list[Segment], *, earlier: int, later: int) -> float:
    def coded(number: int) -> Coding:
        return a_coding(segment=number, text=segments[number - 1].text)

    (found,) = SameThing(segments, _LEADERS).likeness(coded(earlier), [coded(later)])
    return found


def test_a_word_that_few_passages_have_tells_the_same_thing() -> None:
    cut = _segments("We will hire a care navigator.", "The navigator is in post.", turns=(1, 2))
    assert _likeness(cut, earlier=1, later=2) >= 1


def test_words_that_all_use_do_not() -> None:
    cut = _segments("We will ask staff in clinics.", "Staff in clinics are tired.", turns=(1, 2))
    assert _likeness(cut, earlier=1, later=2) < 1


def test_the_month_is_not_the_thing() -> None:
    cut = _segments("It opens in November.", "Nothing opens before November.", turns=(1, 2))
    assert "novemb" not in words("in November")
    assert _likeness(cut[:1] + cut[1:], earlier=1, later=2) == _likeness(
        _segments("It opens.", "Nothing opens.", turns=(1, 2)), earlier=1, later=2
    )


def test_what_a_short_answer_is_about_stands_in_its_question() -> None:
    texts = ("We will send sisters across.", "What of the sisters?", "Eleven have gone.")
    asked = _segments(*texts, turns=(1, 2, 3), asks=(2,))
    apart = _segments(*texts, turns=(1, 2, 3))
    assert _likeness(asked, earlier=1, later=3) >= 1 > _likeness(apart, earlier=1, later=3)


def test_a_promise_of_few_words_takes_those_before_it() -> None:
    texts = ("The receptionists were never thanked.", "I'll do it.", "I wrote to receptionists.")
    cut = _segments(*texts, turns=(1, 1, 2))
    assert _likeness(cut, earlier=2, later=3) >= 1


def test_the_encoder_knows_it_without_any_common_word() -> None:
    cut = _segments("We will hire a navigator.", "She guides patients now.", turns=(1, 2))
    one, other = (a_coding(segment=n, text=cut[n - 1].text) for n in (1, 2))
    near, far = (SameThing(cut, _LEADERS, partial(_cosines, cosine=cos)) for cos in (0.7, 0.2))
    assert near.likeness(one, [other])[0] >= 1 > far.likeness(one, [other])[0]


def test_nothing_later_is_like_nothing() -> None:
    assert SameThing([], {}, lambda *_: [[]]).likeness(a_coding(), []) == []


@given(st.text())
def test_any_text_has_words_that_are_not_empty(text: str) -> None:
    assert all(words(text))
