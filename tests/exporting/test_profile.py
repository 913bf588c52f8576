"""One leader's profile: their own words, and nobody else's."""

from dataclasses import replace

import pytest

from sensecli.exporting.names import masked
from sensecli.exporting.profile import profile, profile_markdown
from sensecli.finding.rounds import latest
from sensecli.model import Analysis, Status
from tests.builders import a_coding, an_interview
from tests.exporting.made import a_named_analysis, a_small_analysis, an_analysis


def _made() -> Analysis:
    return an_analysis(
        interviews=[an_interview(date="2022-09-12"), an_interview(id="L02")],
        codings=[
            a_coding(segment=1, status=Status.DONE, text="We did it."),
            a_coding(segment=2, status=Status.INTENTION, text="We will do more."),
            a_coding(segment=2, code="learning", status=Status.INTENTION, text="We will do more."),
            a_coding(segment=3, code="money", status=Status.STALLED, text="The money ran out."),
            a_coding(segment=4, code="story", prompted=True, text="Yes, a story."),
            a_coding(segment=5, holder="interviewer", text="The interviewer's own."),
            a_coding(interview="L02", text="Said by somebody else."),
        ],
    )


def _texts(analysis: Analysis, leader: str) -> str:
    return profile_markdown(analysis, leader).decode()


def test_what_is_done_intended_and_failed_is_kept_apart() -> None:
    made = profile(_made(), "L01")
    assert [one.text for one in made.doing] == ["We did it."]
    assert [one.text for one in made.will] == ["We will do more."]
    assert [one.text for one in made.failed] == ["The money ran out."]


def test_a_passage_on_two_codes_is_told_once_with_both() -> None:
    (will,) = profile(_made(), "L01").will
    assert will.on == ("People", "Learning")


def test_what_only_came_up_when_prompted_is_named() -> None:
    assert profile(_made(), "L01").prompted == ("Story",)


def test_nothing_of_anybody_else_is_in_it() -> None:
    said = _texts(_made(), "L01")
    assert "somebody else" not in said
    assert "L02" not in said
    assert "interviewer's own" not in said


def test_silence_is_named() -> None:
    made = profile(_made(), "L02")
    assert made.silent == ("Learning",)
    assert "What we did not hear from you" in _texts(_made(), "L02")


def test_the_first_passages_are_those_on_doing() -> None:
    (people, _) = profile(_made(), "L01").themes
    assert [one.text for one in people.shown] == ["We did it.", "We will do more."]
    assert people.stands == "you agree, something was done"


def test_more_passages_are_counted() -> None:
    codings = [a_coding(segment=n) for n in range(1, 6)]
    (people,) = profile(an_analysis(interviews=[an_interview()], codings=codings), "L01").themes
    assert (len(people.shown), people.more) == (2, 3)


def test_a_barrier_is_in_the_way_or_is_not() -> None:
    (money,) = profile(_made(), "L01").barriers
    assert money.stands == "in the way, something stalled"


def test_only_the_latest_round_is_told() -> None:
    interviews = [
        an_interview(id="A1", leader="A", round="1", date="2022-01-01"),
        an_interview(id="A2", leader="A", round="2", date="2023-01-01"),
    ]
    made = an_analysis(
        interviews=interviews,
        codings=[a_coding(interview="A1", text="Once."), a_coding(interview="A2", text="Now.")],
    )
    made = replace(made, current=latest(made.positions, interviews))
    assert "Once." not in _texts(made, "A")
    assert "Now." in _texts(made, "A")


def test_an_unknown_leader_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        profile(a_small_analysis(), "L99")


def test_a_masked_profile_has_no_name() -> None:
    assert "Jane" not in _texts(masked(a_named_analysis()), "L05")


def test_a_profile_with_names_is_titled_by_the_name() -> None:
    assert profile(a_named_analysis(), "L05").title == "What you told us: Jane Smith (L05)"


def test_the_dates_are_told() -> None:
    assert profile(_made(), "L01").read.startswith("1 interview, 12 Sep 2022. ")
