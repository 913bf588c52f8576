import pytest

from sensecli.finding.promises import promises
from sensecli.finding.samething import SameThing
from sensecli.finding.talked import Talked
from sensecli.model import Coding, Fate, Promise, Segment, Speaker
from tests.builders import a_codebook, a_coding, an_interview

_SAID = "We will send two sisters to Thornby."
_SAME = "The sisters went."
_ELSE = "The garden has new benches."
_NOISE = [f"A garden far from here, note {n}." for n in range(20)]
_LEADERS = {"then": "L01", "now": "L01"}
_INTERVIEWS = [
    an_interview(id="then", leader="L01", round="1", text=f"{_SAID}\n{_ELSE}\n"),
    an_interview(id="now", leader="L01", round="2", text=f"{_SAME}\n{_ELSE}\n"),
]


def _then(text: str = _SAID, **values: object) -> Coding:
    return a_coding(interview="then", text=text, **({"status": "commitment"} | values))  # type: ignore[arg-type]


def _now(text: str = _SAME, **values: object) -> Coding:
    return a_coding(interview="now", text=text, **values)  # type: ignore[arg-type]


def _promises(*codings: Coding) -> tuple[Promise, ...]:
    told = [(one.interview, one.segment, one.text) for one in codings]
    told += [("noise", number, text) for number, text in enumerate(_NOISE, start=1)]
    cut = [
        Segment(interview, number, 0, len(text), text, Speaker.NOTES, turn=number)
        for interview, number, text in dict.fromkeys(told)
    ]
    talked = Talked(codings, _INTERVIEWS)
    return promises(talked, ("1", "2"), ("L01",), a_codebook(), SameThing(cut, _LEADERS))


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
def test_what_is_said_later_of_the_same_thing_is_its_fate(status: str, fate: Fate) -> None:
    (promise,) = _promises(_then(), _now(status=status))
    assert promise.says is not None
    assert (promise.fate, promise.said.text, promise.says.text) == (fate, _SAID, _SAME)


def test_a_deed_elsewhere_on_the_theme_keeps_no_promise() -> None:
    (promise,) = _promises(_then(), _now(_ELSE, status="done"))
    assert (promise.fate, promise.says) == (Fate.VANISHED, None)


def test_who_says_nothing_later_has_not_mentioned_it_again() -> None:
    (promise,) = _promises(_then())
    assert (promise.fate, promise.says) == (Fate.VANISHED, None)


def test_a_deed_that_failed_afterwards_is_a_failure() -> None:
    (promise,) = _promises(
        _then(),
        _now(status="done"),
        _now(f"{_SAME} Then the sisters stopped.", segment=2, status="stalled"),
    )
    assert promise.fate is Fate.FAILED


def test_a_deed_restated_after_the_failure_keeps_it() -> None:
    (promise,) = _promises(
        _then(),
        _now("The sisters stopped.", status="stalled"),
        _now("The sisters go again.", segment=9, status="underway"),
    )
    assert promise.says is not None
    assert (promise.fate, promise.says.text) == (Fate.KEPT, "The sisters go again.")


def test_the_firmest_undertaking_on_a_code_counts_and_of_equals_the_last() -> None:
    (promise,) = _promises(
        _then("One.", segment=1),
        _then("Two.", segment=2),
        _then("Three.", segment=3, status="intention"),
    )
    assert promise.said.text == "Two."


def test_on_another_code_it_has_to_be_plainer() -> None:
    plain = "The sisters were sent to Thornby."
    faint, found = (
        _promises(_then(), _now(text, code="learning", status="done"))[0].fate
        for text in (_SAME, plain)
    )
    assert (faint, found) == (Fate.VANISHED, Fate.KEPT)


@pytest.mark.parametrize(
    "said", [_then(status="aspiration"), _then(holder="interviewer"), _then(code="story")]
)
def test_a_wish_or_what_others_say_or_a_lens_is_no_promise(said: Coding) -> None:
    assert _promises(said) == ()


def test_promises_come_as_they_were_made() -> None:
    found = _promises(
        _then("Two.", segment=2, code="people"), _then("One.", segment=1, code="learning")
    )
    assert [one.said.text for one in found] == ["One.", "Two."]


def test_a_passage_under_no_code_may_tell_it_too() -> None:
    (promise,) = _promises(
        _then(), _now("The sisters were sent to Thornby.", code="", status="done")
    )
    assert promise.fate is Fate.KEPT
