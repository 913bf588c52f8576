"""Whether two are about the same thing, measured on pairs written for it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding.encoder import EncoderName, find_encoder
from sensecli.coding.language import ModelName
from sensecli.coding.samething import SAME, SameThing, words
from sensecli.coding.tools import Tools
from sensecli.model import Action, Coding, Segment, Speaker
from tests.builders import a_codebook, a_coding, an_action

RULES = Tools(a_codebook(), ModelName("none", "0", "0", Path()))
ENCODER = replace(RULES, encoder=find_encoder(checked=False))
BOTH = pytest.mark.parametrize("tools", [RULES, ENCODER], ids=["rules", "encoder"])

# Actions that a plan calls done, and what a leader might say; both invented.
ACTIONS = tuple(
    an_action(id=f"A{number}", text=text)
    for number, text in enumerate(
        (
            "Establish a porters' forum with elected members",
            "Publish the shared workforce vision document",
            "Deliver six co-design workshops for outpatient staff",
            "Introduce thank-you cards for ward teams",
            "Roll out buddy scheme for newly qualified nurses",
            "Grant physiotherapists authority to order MRI scans",
            "Set up monthly reflective practice groups",
            "Open a quiet room for night staff at Thornley",
            "Launch staff suggestion box on the intranet",
            "Run leadership listening visits to community clinics",
        )
    )
)
FAILING = (
    ("The porters' forum was announced in March and it has never sat.", 0),
    ("There was going to be a vision for the workforce; it stuck at draft four.", 1),
    ("The workshops for outpatients were cancelled after the second one.", 2),
    ("Buddies for the new nurses lasted one intake.", 4),
    ("Our physios were promised they could order scans, but it's stuck in a committee.", 5),
    ("The reflective groups fell away when the psychologist went.", 6),
    ("The quiet room at Thornley has been turned into a store.", 7),
    ("The suggestion box went live and no one has read a single suggestion.", 8),
    ("I said I'd visit the clinics to listen and I haven't.", 9),
)
OTHER = (
    "They pulled the funding for the Friday drop-in.",
    "No one from the wards was consulted about the rota.",
    "The newsletter stopped in the summer.",
    "The nurses' bursary was withdrawn.",
    "My own team has not had a day out together for years.",
    "Physios have not been asked about the new car park.",
    "There was a plan for an academy, and it was shelved.",
    "The long-service lunch has lapsed.",
    "We started a choir and it was stopped.",
)
_SAID = (*(text for text, _ in FAILING), *OTHER)
_NOISE = [f"Staff and clinics come first, number {n} of many." for n in range(30)]


@cache
def _sure(tools: Tools) -> dict[str, list[float]]:
    """How surely each passage, each of another leader, is about each of the actions."""
    cut = [
        Segment(f"L{n}", 1, 0, len(text), text, Speaker.NOTES, turn=1)
        for n, text in enumerate(_SAID)
    ]
    same = SameThing(cut, {one.interview: one.interview for one in cut}, tools, ACTIONS)
    return {one.text: same(_coded(one), ACTIONS) for one in cut}


def _coded(one: Segment) -> Coding:
    return a_coding(interview=one.interview, segment=one.number, text=one.text)


@BOTH
def test_most_of_what_is_about_the_same_thing_is_told(tools: Tools) -> None:
    right = 0
    for text, number in FAILING:
        sure = _sure(tools)[text]
        right += sure[number] == max(sure) > 0
    assert right >= 8


@BOTH
def test_what_is_only_on_the_same_theme_is_not(tools: Tools) -> None:
    assert [text for text in OTHER if any(_sure(tools)[text])] == []


@BOTH
def test_it_is_0_or_surer_than_what_is_taken_for_the_same(tools: Tools) -> None:
    told = [sure for found in _sure(tools).values() for sure in found]
    assert any(told)
    assert all(sure == 0 or SAME < sure <= 1 for sure in told)


def _segments(
    *texts: str, turns: Sequence[int] = (), asks: Sequence[int] = (), noise: Sequence[str] = _NOISE
) -> list[Segment]:
    """What L01 says, in turns of their own where none are given, and L02's noise."""
    return [
        Segment(
            interview="L01" if n <= len(texts) else "L02",
            number=n,
            start=0,
            end=len(text),
            text=text,
            speaker=Speaker.INTERVIEWER if n in asks else Speaker.LEADER,
            turn=turns[n - 1] if n <= len(turns) else 100 + 2 * n,
        )
        for n, text in enumerate((*texts, *noise), start=1)
    ]


def _same(cut: Sequence[Segment], earlier: int, later: int, tools: Tools = RULES) -> float:
    one, other = (_coded(cut[number - 1]) for number in (earlier, later))
    (found,) = SameThing(cut, {"L01": "L01", "L02": "L02"}, tools)(one, [other])
    return found


def test_words_that_few_others_have_tell_the_same_thing() -> None:
    assert _same(_segments("We will hire a navigator, Kim.", "Kim, the navigator, is in."), 1, 2)


def test_words_that_all_use_do_not() -> None:
    said = "We will ask staff in clinics first.", "Staff come first in clinics, a number of them."
    assert _same(_segments(*said), 1, 2) == 0
    assert _same(_segments(*said, noise=["Tea was cold."] * 30), 1, 2) > 0


def test_what_a_leader_says_again_and_again_is_no_less_telling() -> None:
    said = "We will hire a navigator for knees.", "The knee navigator is in post."
    once, often = (_same(_segments(*said, *more), 1, 2) for more in ((), said * 3))
    assert often >= once > 0


def test_one_word_in_common_with_a_brief_passage_is_not_enough() -> None:
    assert _same(_segments("Publish the vision", "A vision."), 1, 2) == 0


def test_the_month_is_not_the_thing() -> None:
    assert words("It opens in November") == words("It opens")


def test_what_an_answer_is_about_stands_in_its_question() -> None:
    texts = (
        "We will swap therapists with Wexmoor.",
        "What of the therapists' swap with Wexmoor?",
        "Ah, well.",
        "All eight have been.",
    )
    asked = _segments(*texts, turns=(1, 3, 4, 4), asks=(2,))
    assert _same(asked, 1, 4) > 0
    assert _same(_segments(*texts, turns=(1, 3, 4, 4)), 1, 4) == 0


@pytest.mark.parametrize("points", ["I'll see to it.", "They will be told of it by the chief."])
def test_a_passage_that_points_back_leans_on_the_one_before_it(points: str) -> None:
    texts = (
        "The receptionists at Thornby were never thanked.",
        points,
        "I wrote to the receptionists at Thornby and thanked them.",
    )
    assert _same(_segments(*texts, turns=(1, 1, 2)), 2, 3) > 0
    assert _same(_segments(*texts, turns=(1, 2, 3)), 2, 3) == 0


def test_a_passage_that_names_its_thing_leans_on_nothing() -> None:
    texts = (
        "The receptionists at Thornby were never thanked.",
        "Every corridor needs painting before winter.",
        "I wrote to the receptionists at Thornby and thanked every one.",
    )
    assert _same(_segments(*texts, turns=(1, 1, 2)), 2, 3) == 0


def test_two_that_share_only_what_they_lean_on_are_not_the_same() -> None:
    before = "The receptionists at Thornby were never thanked."
    texts = (before, "It will be painted in green.", before, "It has a lovely view.")
    assert _same(_segments(*texts, turns=(1, 1, 2, 2)), 2, 4) == 0


def test_an_action_leans_on_its_note() -> None:
    cut = _segments("The summary screen sits with somebody in Leasowe House.")
    bare = an_action(text="Shared records (summary screen)")
    noted = replace(bare, note="Agreed with Leasowe House")

    def sure(action: Action) -> float:
        (found,) = SameThing(cut, {"L01": "L01"}, RULES, [action])(_coded(cut[0]), [action])
        return found

    assert sure(noted) > sure(bare) > 0


def test_where_vectors_are_far_words_alone_have_to_be_plainer() -> None:
    said = "We will put the waiting list on one screen.", "The list of guests is on one screen."
    cut = _segments(*said)
    assert _same(cut, 1, 2) > _same(cut, 1, 2, ENCODER)


def test_without_the_encoders_files_words_alone_tell() -> None:
    lost = replace(RULES, encoder=EncoderName(Path("nowhere"), "0"))
    cut = _segments("We will hire a navigator for knees.", "The knee navigator is in post.")
    assert _same(cut, 1, 2, lost) == _same(cut, 1, 2) > 0


def test_of_words_that_say_nothing_nothing_is_the_same() -> None:
    assert _same(_segments("It is.", "That was it."), 1, 2) == 0


def test_nothing_later_is_like_nothing() -> None:
    assert SameThing([], {}, ENCODER)(a_coding(), []) == []


def test_forms_of_a_word_are_one_word() -> None:
    assert words("The sisters' visits") == words("a sister visited")


@given(st.text())
def test_any_text_has_words_that_are_not_empty(text: str) -> None:
    assert all(words(text))
