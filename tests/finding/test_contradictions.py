"""What leaders claim that no plan has, and what the plan calls done that they call failing."""

from collections.abc import Mapping, Sequence

from sensecli.finding.contradictions import contradictions
from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.model import (
    Action,
    Coding,
    Contradiction,
    Disagreement,
    Interview,
    Matched,
    Progress,
)
from tests.builders import a_codebook, a_coding, an_action, an_interview

INTERVIEWS = (an_interview(id="L01"), an_interview(id="L02"))
BOOK = a_codebook()
LIKE: Mapping[tuple[str, int, str], float] = {}


def _found(
    codings: Sequence[Coding],
    actions: Sequence[Matched] = (),
    *,
    like: Mapping[tuple[str, int, str], float] = LIKE,
    interviews: Sequence[Interview] = INTERVIEWS,
) -> tuple[Contradiction, ...]:
    """The contradictions, where `like` has how surely the two are the same thing; else 0.5."""

    def same(coding: Coding, done: Sequence[Action]) -> list[float]:
        return [like.get((coding.interview, coding.segment, action.id), 0.5) for action in done]

    stands = positions(codings, interviews, BOOK)
    themes = findings(codings, stands, interviews, BOOK).themes
    return contradictions(themes, codings, interviews, actions, same=same)


def _done(id_: str = "A1", code: str = "people") -> Matched:
    return Matched(an_action(id=id_, progress=Progress.DONE), (code,))


def _told(found: Sequence[Contradiction]) -> list[tuple[str, str, str | None]]:
    return [
        (one.quote.place, str(one.code), one.action.id if one.action else None) for one in found
    ]


def test_a_claim_on_a_theme_without_an_action_is_in_no_plan() -> None:
    (one,) = _found([a_coding(segment=3, status="underway", actor="own")])
    assert (one.kind, one.quote.place, one.action) == (Disagreement.NOT_PLANNED, "L01:3", None)


def test_a_claim_on_a_theme_with_a_live_action_is_no_contradiction() -> None:
    plan = [Matched(an_action(), ("people",))]
    assert _found([a_coding(status="done")], plan) == ()


def test_a_dropped_action_plans_nothing() -> None:
    plan = [Matched(an_action(progress=Progress.DROPPED), ("people",))]
    assert len(_found([a_coding(status="done")], plan)) == 1


def test_a_leader_claims_a_theme_once_with_the_clearest_passage() -> None:
    claims = [
        a_coding(segment=2, status="done", actor="others"),
        a_coding(segment=4, status="underway", actor="own"),
        a_coding(segment=6, status="done", actor="own"),
        a_coding(interview="L02", segment=8, status="done", prompted=True),
    ]
    assert _told(_found(claims)) == [("L01:6", "people", None), ("L02:8", "people", None)]


def test_what_failed_a_sentence_later_is_no_claim() -> None:
    said = [a_coding(segment=2, status="underway"), a_coding(segment=3, status="stalled")]
    assert _found(said) == ()


def test_somebody_elses_action_and_one_that_is_opposed_are_no_claims() -> None:
    said = [
        a_coding(segment=2, status="done", holder="interviewer"),
        a_coding(segment=9, status="done", stance="oppose"),
    ]
    assert _found(said) == ()


def test_an_action_done_that_a_leader_calls_stalled_is_not_so() -> None:
    (one,) = _found([a_coding(segment=5, status="stalled")], [_done()])
    assert (one.kind, one.quote.place) == (Disagreement.NOT_SO, "L01:5")
    assert one.action == _done().action


def test_what_is_only_on_one_theme_is_not_listed() -> None:
    like = {("L01", 5, "A1"): 0.0}
    assert _found([a_coding(segment=5, status="inaction")], [_done()], like=like) == ()


def test_an_action_in_progress_may_fail_without_contradiction() -> None:
    plan = [Matched(an_action(progress=Progress.IN_PROGRESS), ("people",))]
    assert _found([a_coding(status="stalled")], plan) == ()


def test_a_passage_takes_the_action_that_is_most_surely_the_same() -> None:
    like = {("L01", 5, "A1"): 0.4, ("L01", 5, "A2"): 0.9}
    plan = [_done("A1"), _done("A2")]
    told = _told(_found([a_coding(segment=5, status="stalled")], plan, like=like))
    assert told == [("L01:5", "people", "A2")]


def test_a_leader_contradicts_an_action_once_and_another_leader_may_too() -> None:
    like = {("L01", 5, "A1"): 0.4, ("L01", 9, "A1"): 0.9, ("L02", 1, "A1"): 0.5}
    said = [
        a_coding(segment=5, status="stalled"),
        a_coding(segment=9, status="inaction"),
        a_coding(interview="L02", segment=1, status="stalled"),
    ]
    told = _told(_found(said, [_done()], like=like))
    assert told == [("L01:9", "people", "A1"), ("L02:1", "people", "A1")]


def test_the_same_thing_on_another_theme_is_contradicted_too() -> None:
    said = [a_coding(code="learning", segment=5, status="stalled")]
    assert _told(_found(said, [_done()])) == [("L01:5", "learning", "A1")]


def test_an_action_that_matches_no_code_may_be_contradicted() -> None:
    plan = [Matched(an_action(progress=Progress.DONE), ())]
    assert len(_found([a_coding(segment=5, status="stalled")], plan)) == 1


def test_a_passage_on_two_themes_contradicts_one_action_once() -> None:
    said = [a_coding(status="stalled"), a_coding(code="learning", status="stalled")]
    plan = [Matched(an_action(progress=Progress.DONE), ("people", "learning"))]
    assert len(_found(said, plan)) == 1


def test_only_the_latest_round_counts() -> None:
    both = (
        an_interview(id="L01", leader="L01", round="1"),
        an_interview(id="L01b", leader="L01", round="2"),
    )
    said = [
        a_coding(interview="L01", status="stalled"),
        a_coding(interview="L01b", segment=7, status="stalled"),
    ]
    told = _told(_found(said, [_done()], interviews=both))
    assert told == [("L01b:7", "people", "A1")]


def test_the_order_of_files_changes_nothing() -> None:
    said = [
        a_coding(segment=5, status="stalled"),
        a_coding(interview="L02", segment=1, status="done", code="learning"),
        a_coding(interview="L02", segment=4, status="stalled"),
    ]
    plan = [_done("A1"), _done("A2")]
    there = _found(said, plan)
    assert len(there) == 3
    assert _found(said[::-1], plan, interviews=INTERVIEWS[::-1]) == there
