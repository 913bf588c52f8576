"""Decisions as written examples."""

from dataclasses import replace

from sensecli.model import NO_CODE, Coding, Decision, Example, Speaker
from sensecli.review.examples import examples_of
from sensecli.review.overlay import lay_over
from tests.builders import an_interview
from tests.review.made import (
    CODES,
    TALK,
    TEXT,
    a_decision,
    an_undo,
    found_in,
    lines_of,
    some_values,
)


def examples(
    *decisions: Decision, machine: tuple[Coding, ...] = (), only: tuple[Decision, ...] | None = None
) -> tuple[Example, ...]:
    interview = an_interview(text=TEXT)
    laid = lay_over(machine, lines_of(interview), [interview], decisions, codes=CODES)
    return examples_of(decisions if only is None else only, laid)


def test_what_people_accept_change_and_add_are_examples() -> None:
    decisions = [
        a_decision(segment=1),
        a_decision("change", segment=3, values=some_values(code="learning")),
        a_decision("add", segment=5, code="money", holder="other"),
    ]
    assert examples(*decisions) == (
        Example(TALK[0], "people"),
        Example(TALK[2], "learning"),
        Example(TALK[4], "money"),
    )


def test_a_brief_passage_has_what_was_said_before_it() -> None:
    assert examples(a_decision("add", segment=2)) == (Example("Yes.", "people", TALK[0]),)
    assert examples(a_decision("read", segment=2)) == (Example("Yes.", NO_CODE, TALK[0]),)


def test_a_passage_that_was_read_whole_and_left_without_a_code_carries_none() -> None:
    both = (found_in(1), found_in(1, "money"))
    rejects = [a_decision("reject"), a_decision("reject", code="money")]
    read = a_decision("read")
    assert examples(*rejects, read, machine=both) == (Example(TALK[0], NO_CODE),)
    assert examples(*rejects, machine=both) == ()
    # Nothing more is there: what nobody decided on goes with what was rejected.
    assert examples(rejects[0], read, machine=both) == (Example(TALK[0], NO_CODE),)
    assert examples(*rejects, read, a_decision("add", code="learning"), machine=both) == (
        Example(TALK[0], "learning"),
    )


def test_an_interviewers_words_are_no_example() -> None:
    decisions = [
        a_decision("add", holder="interviewer"),
        a_decision("reject", segment=1, code="money"),
    ]
    assert examples(*decisions) == ()


def test_one_passage_is_one_example_of_a_code_whoever_holds_it() -> None:
    decisions = [a_decision("add"), a_decision("add", holder="other")]
    assert examples(*decisions) == (Example(TALK[0], "people"),)


def test_only_the_decisions_asked_for_and_those_that_hold_are_used() -> None:
    first, second = a_decision(segment=1), a_decision(segment=3)
    assert examples(first, second, only=(second,)) == (Example(TALK[2], "people"),)
    assert examples(first, an_undo(first, time=1)) == ()


def test_memos_are_no_examples() -> None:
    assert examples(a_decision("memo")) == ()


def test_what_an_interviewer_says_is_no_example_of_nothing() -> None:
    interview = an_interview(text=TEXT)
    asked = [replace(one, speaker=Speaker.INTERVIEWER) for one in lines_of(interview)]
    decisions = [a_decision("read")]
    laid = lay_over((), asked, [interview], decisions, codes=CODES)
    assert laid.read
    assert examples_of(decisions, laid) == ()
