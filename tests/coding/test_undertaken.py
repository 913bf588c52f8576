"""Which passages undertake something."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sensecli.coding.case import Case
from sensecli.coding.language import ModelName, find_model
from sensecli.coding.tools import Tools
from sensecli.coding.undertaken import Undertaken, undertaken, undertaking
from sensecli.model import Actor, Coding, Holder, Status
from sensecli.segmenting import segment_interview
from tests.builders import a_codebook, a_coding, an_interview

TOOLS = Tools(a_codebook(), find_model())
FIRM = "We will open the second clinic on 3 May."
LOOSE = "We are going to look at the rota again."
PLAIN = "The porters are always about in the early hours here."


def cases(*notes: str, name: str = "") -> list[Case]:
    interview = an_interview(text="".join(f"- {note}\n" for note in notes), name=name)
    return [(interview, segment_interview(interview).segments)]


def coded(
    case: Case,
    number: int,
    *,
    status: Status,
    code: str = "people",
    actor: Actor = Actor.UNSPECIFIED,
    holder: Holder = Holder.LEADER,
) -> Coding:
    segment = case[1][number - 1]
    made = a_coding(segment=number, text=segment.text, start=segment.start, code=code)
    return replace(made, status=status, actor=actor, holder=holder)


def found(case: Case, *codings: Coding) -> tuple[Undertaken, ...]:
    return undertaken([case], codings, TOOLS)


def numbers(made: Sequence[Undertaken]) -> list[int]:
    return [one.segment.number for one in made]


def test_a_leaders_commitments_and_intentions_are_undertakings() -> None:
    (case,) = cases(PLAIN, PLAIN, PLAIN)
    codings = [
        coded(case, 1, status=Status.COMMITMENT, actor=Actor.OTHERS),
        coded(case, 2, status=Status.INTENTION),
        coded(case, 3, status=Status.UNDERWAY),
    ]
    made = found(case, *codings)
    assert [(one.status, one.actor, one.codes) for one in made] == [
        (Status.COMMITMENT, Actor.OTHERS, ("people",)),
        (Status.INTENTION, Actor.UNSPECIFIED, ("people",)),
    ]


@pytest.mark.parametrize("holder", [Holder.INTERVIEWER, Holder.OTHER])
def test_what_is_not_the_leaders_is_none(holder: Holder) -> None:
    (case,) = cases(FIRM)
    assert found(case, coded(case, 1, status=Status.COMMITMENT, holder=holder)) == ()


def test_a_segment_is_one_undertaking_and_the_firmer_coding_decides() -> None:
    (case,) = cases(FIRM)
    loose = coded(case, 1, status=Status.INTENTION, actor=Actor.OWN)
    firm = coded(case, 1, code="learning", status=Status.COMMITMENT, actor=Actor.SELF)
    (one,) = found(case, loose, firm)
    assert (one.status, one.actor, one.codes) == (
        Status.COMMITMENT,
        Actor.SELF,
        ("people", "learning"),
    )


def test_what_no_code_caught_is_read_by_its_words() -> None:
    (case,) = cases(PLAIN, FIRM, LOOSE)
    assert [(one.segment.number, one.status, one.actor, one.codes) for one in found(case)] == [
        (2, Status.COMMITMENT, Actor.OWN, ()),
        (3, Status.INTENTION, Actor.OWN, ()),
    ]


def test_a_coding_that_says_nothing_of_doing_hides_no_undertaking() -> None:
    (case,) = cases(FIRM, FIRM)
    none, done = coded(case, 1, status=Status.NONE), coded(case, 2, status=Status.DONE)
    assert numbers(found(case, none, done)) == [1]


@pytest.mark.parametrize(
    "said",
    [
        "Hang on, I'll shut that window.",
        "If you print that I'll deny it.",
        "He's retiring in March and we will all miss him.",
        "In principle I will agree to that.",
        "It was minuted in March that a nurse will join, and no invitation ever went out.",
        "The train will arrive at the station on Monday.",
        "Will we open it on 3 May?",
        "My reflection: we will open the second clinic on 3 May.",
        "The council says that it will pay for the bus by May.",
        "We meant to open it on 3 May and it lapsed.",
        "I'd like to think we will do it some day.",
        "My deputy is going to shadow the porters.",
        "The council will pay for the bus from 3 May.",
    ],
)
def test_what_only_sounds_like_an_undertaking_is_none(said: str) -> None:
    (case,) = cases(said)
    assert found(case) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Will bring the costings to the board on 6 December",
        "I've given the board my word that the list will be shorter by Christmas.",
        "She told the governors that the ramp will be in by Easter.",
        "The two of them have agreed to send sisters over from 1 May.",
        "Committed to a joint induction with the hospital from Sept",
        "Intends to give the receptionists a day of training",
        "You will have my comments by Monday.",
        "We're down to sign the memorandum on Tuesday 7 November.",
        "Well, I said I'd talk to them before half term and I will.",
        "My deputy's going to shadow the porters in January.",
        "The scanner has been ordered and goes live in February.",
        "Said he would sound out the deans within the month",
        "She and the matron are meeting the architects on 12 March",
        "The intention is to merge the two booking lines by the autumn",
        "They kept it open all summer, and I'm going to write and thank them.",
    ],
)
def test_an_undertaking_needs_no_theme(said: str) -> None:
    (case,) = cases(said)
    assert numbers(found(case)) == [1]


@pytest.mark.parametrize("who", ["Rosa", "RL", "Rosa Lindqvist"])
def test_the_leader_named_in_notes_is_the_leader(who: str) -> None:
    (case,) = cases(f"{who} has agreed to swap the lists from 5 May", name="Rosa Lindqvist")
    (one,) = found(case)
    assert one.actor is Actor.SELF


@pytest.mark.parametrize(
    ("said", "who", "actor"),
    [
        ("AK to circulate the draft by 19 May", "AK", Actor.OTHERS),
        ("RL to circulate the draft by 19 May", "RL", Actor.SELF),
        ("Will get HR to rewrite the advert", "", Actor.SELF),
    ],
)
def test_a_note_allots_a_task_or_leaves_out_the_leader(said: str, who: str, actor: Actor) -> None:
    (case,) = cases(said, name="Rosa Lindqvist")
    (one,) = found(case)
    assert (said[slice(*one.words.who)] if one.words.who else "", one.actor) == (who, actor)


def test_the_interviewers_words_undertake_nothing() -> None:
    interview = an_interview(text=f"INT: {FIRM}\nR: {LOOSE}\n")
    case = interview, segment_interview(interview).segments
    assert [one.segment.text for one in found(case)] == [LOOSE]


def test_the_order_of_interviews_changes_nothing_but_the_order() -> None:
    first, second = cases(FIRM)[0], cases(LOOSE)[0]
    second = (
        replace(second[0], id="L02", leader="L02"),
        [replace(one, interview="L02") for one in second[1]],
    )
    there = undertaken([first, second], (), TOOLS)
    assert len(there) == 2
    assert undertaken([second, first], (), TOOLS) == there[::-1]


def test_as_codings_they_are_those_that_say_so() -> None:
    (case,) = cases(FIRM)
    firm = coded(case, 1, status=Status.COMMITMENT)
    others = [
        coded(case, 1, code="learning", status=Status.UNDERWAY),
        coded(case, 1, code="time", status=Status.INTENTION, holder=Holder.INTERVIEWER),
    ]
    assert undertaking([case], [firm, *others], TOOLS) == (firm,)


@pytest.mark.parametrize("status", [None, Status.NONE])
def test_where_only_words_say_so_the_coding_has_no_code(status: Status | None) -> None:
    (case,) = cases(FIRM, PLAIN)
    codings = [coded(case, 1, status=status)] if status else []
    (one,) = undertaking([case], codings, TOOLS)
    assert (one.segment, one.text, one.code) == (1, FIRM, "")
    assert (one.status, one.actor, one.holder) == (Status.COMMITMENT, Actor.OWN, Holder.LEADER)


def test_without_the_models_files_codings_alone_tell() -> None:
    (case,) = cases(FIRM, LOOSE)
    firm = coded(case, 1, status=Status.COMMITMENT)
    lost = replace(TOOLS, model=ModelName("none", "0", "0", Path("nowhere")))
    assert undertaking([case], [firm, coded(case, 2, status=Status.DONE)], lost) == (firm,)
