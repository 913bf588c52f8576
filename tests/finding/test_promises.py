from collections.abc import Sequence

import pytest

from sensecli.finding.promises import promises
from sensecli.finding.talked import Talked
from sensecli.model import Coding, Fate, Promise
from tests.builders import a_codebook, a_coding, an_interview

_SAID = "We will send two sisters to Thornby."
_SAME = "The sisters went."
_ELSE = "The garden has new benches."
_INTERVIEWS = [
    an_interview(id="then", leader="L01", round="1", text=f"{_SAID}\n{_ELSE}\n"),
    an_interview(id="now", leader="L01", round="2", text=f"{_SAME}\n{_ELSE}\n"),
]


def _then(text: str = _SAID, **values: object) -> Coding:
    return a_coding(interview="then", text=text, **({"status": "commitment"} | values))  # type: ignore[arg-type]


def _now(text: str = _SAME, **values: object) -> Coding:
    return a_coding(interview="now", text=text, **values)  # type: ignore[arg-type]


def _same(_: Coding, later: Sequence[Coding]) -> list[float]:
    """What has the sisters in it is about the same thing, and the longer the surer."""
    return [len(one.text) / 100 if "sisters" in one.text else 0.0 for one in later]


def _promises(made: Sequence[Coding], *later: Coding) -> tuple[Promise, ...]:
    undertook, talked = (Talked(codings, _INTERVIEWS) for codings in (made, (*made, *later)))
    return promises(undertook, talked, ("1", "2"), ("L01",), a_codebook(), same=_same)


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        ("done", Fate.KEPT),
        ("underway", Fate.KEPT),
        ("stalled", Fate.FAILED),
        ("inaction", Fate.FAILED),
        ("commitment", Fate.TALKED_ABOUT),
        ("aspiration", Fate.TALKED_ABOUT),
        ("none", Fate.TALKED_ABOUT),
    ],
)
@pytest.mark.parametrize("code", ["people", "learning", ""])
def test_what_is_said_later_of_the_same_thing_is_its_fate(
    status: str, fate: Fate, code: str
) -> None:
    (promise,) = _promises([_then()], _now(status=status, code=code))
    assert promise.says is not None
    assert (promise.fate, promise.said.text, promise.says.text) == (fate, _SAID, _SAME)


def test_a_deed_elsewhere_on_the_theme_keeps_no_promise() -> None:
    (promise,) = _promises([_then()], _now(_ELSE, status="done"))
    assert (promise.fate, promise.says) == (Fate.VANISHED, None)


def test_who_says_nothing_later_has_not_mentioned_it_again() -> None:
    (promise,) = _promises([_then()])
    assert (promise.fate, promise.says) == (Fate.VANISHED, None)


def test_a_deed_that_failed_afterwards_is_a_failure() -> None:
    (promise,) = _promises(
        [_then()],
        _now(status="done"),
        _now(f"{_SAME} Then the sisters stopped.", segment=2, status="stalled"),
    )
    assert promise.fate is Fate.FAILED


def test_a_deed_restated_after_the_failure_keeps_it() -> None:
    (promise,) = _promises(
        [_then()],
        _now("The sisters stopped.", status="stalled"),
        _now("The sisters go again.", segment=9, status="underway"),
    )
    assert promise.says is not None
    assert (promise.fate, promise.says.text) == (Fate.KEPT, "The sisters go again.")


def test_the_surest_passage_is_quoted_and_of_equals_the_last() -> None:
    first, last = f"{_SAME} One.", f"{_SAME} Two."
    (promise,) = _promises(
        [_then()],
        _now(first, segment=2, status="done"),
        _now(last, segment=5, status="done"),
        _now(segment=9, status="done"),
    )
    assert promise.says is not None
    assert promise.says.text == last


def test_of_one_passage_the_promises_own_code_is_quoted() -> None:
    for codes in (("learning", "people"), ("people", "learning")):
        later = (_now(code=code, status="done") for code in codes)
        (promise,) = _promises([_then()], *later)
        assert promise.says is not None
        assert promise.says.code == "people"


def test_each_passage_is_a_promise_of_its_own_as_they_were_made() -> None:
    found = _promises(
        [
            _then("Two.", segment=2),
            _then("One.", segment=1, code="learning"),
            _then("Three.", segment=3, status="intention"),
        ]
    )
    assert [one.said.text for one in found] == ["One.", "Two.", "Three."]


def test_a_passage_on_two_themes_is_one_promise_on_the_firmer() -> None:
    (promise,) = _promises([_then(status="intention"), _then(code="learning")])
    assert (promise.code, promise.said.status) == ("learning", "commitment")


def test_an_undertaking_without_a_code_is_a_promise_without_one() -> None:
    (promise,) = _promises([_then(code="")], _now(code="", status="done"))
    assert promise.says is not None
    assert (promise.code, promise.said.code, promise.says.code) == ("", "", "")
    assert (promise.fate, promise.said.why, promise.says.why) == (Fate.KEPT, "", "action")


def test_a_lens_is_no_theme_of_a_promise() -> None:
    (alone,) = _promises([_then(code="story")])
    (beside,) = _promises([_then(code="story"), _then(status="intention")])
    assert (alone.code, beside.code) == ("", "people")


def test_what_others_undertake_is_not_the_leaders_promise() -> None:
    assert _promises([_then(holder="interviewer")]) == ()
