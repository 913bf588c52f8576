from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.finding.positions import positions, spoken_positions
from sensecli.model import Actor, Coding, Position, Stance, Status
from tests.builders import a_codebook, a_coding, an_interview
from tests.finding.drawn import CODEBOOK, Drawn, projects

ONE_CODE = a_codebook(themes=("people",), barriers=(), lenses=())


def _of(*codings: Coding) -> Position:
    (position,) = positions(codings, [an_interview()], ONE_CODE)
    return position


def _stance(*stances: str) -> Stance | None:
    return _of(*(a_coding(segment=n, stance=s) for n, s in enumerate(stances, start=1))).stance


def _statuses(*statuses: str, apart: int = 3) -> Position:
    return _of(*(a_coding(segment=1 + n * apart, status=s) for n, s in enumerate(statuses)))


def test_there_is_one_position_for_each_leader_and_code() -> None:
    found = positions([], [an_interview(id="L01"), an_interview(id="L02")], CODEBOOK)
    codes = ["people", "learning", "money", "time", "story"]
    assert [(p.leader, p.code) for p in found] == [(x, c) for x in ("L01", "L02") for c in codes]


def test_no_coding_at_all_is_silence() -> None:
    silent = Position(
        leader="L01",
        round="",
        code="people",
        stance=None,
        status=Status.NONE,
        failed=None,
        prompted_only=False,
        own_side=False,
        actors=(),
    )
    assert _of() == silent


@pytest.mark.parametrize("holder", ["interviewer", "other"])
def test_what_another_holds_leaves_the_leader_silent(holder: str) -> None:
    assert _of(a_coding(holder=holder, status="done")).stance is None


@pytest.mark.parametrize("stance", ["endorse", "oppose", "mixed", "neutral"])
def test_the_only_stance_is_the_stance(stance: str) -> None:
    assert _stance(stance, stance) == stance


def test_endorsing_and_opposing_is_mixed() -> None:
    assert _stance("endorse", "oppose") is Stance.MIXED


@pytest.mark.parametrize("other", ["endorse", "oppose", "neutral"])
def test_one_mixed_coding_makes_the_stance_mixed(other: str) -> None:
    assert _stance(other, "mixed", other) is Stance.MIXED


@pytest.mark.parametrize("stance", ["endorse", "oppose"])
def test_a_neutral_mention_does_not_change_a_stance(stance: str) -> None:
    assert _stance("neutral", stance, "neutral") == stance


def test_the_status_is_the_highest_rung() -> None:
    assert _statuses("aspiration", "commitment", "none").status is Status.COMMITMENT


def test_the_rungs_rise_in_the_order_of_the_manual() -> None:
    rungs = ["none", "aspiration", "intention", "commitment", "underway", "done"]
    assert [_statuses(*reversed(rungs[: n + 1])).status for n in range(6)] == rungs


@pytest.mark.parametrize("failure", ["stalled", "inaction"])
def test_a_failure_alone_leaves_the_status_at_none(failure: str) -> None:
    position = _statuses(failure)
    assert (position.status, position.failed) == (Status.NONE, failure)


def test_action_that_failed_at_once_is_no_action() -> None:
    position = _statuses("done", "stalled", apart=1)
    assert (position.status, position.failed) == (Status.NONE, Status.STALLED)


def test_what_is_left_below_a_dropped_action_is_the_status() -> None:
    position = _statuses("intention", "done", "stalled", apart=1)
    assert position.status is Status.INTENTION


def test_segments_with_no_coding_count_towards_the_next_two() -> None:
    assert _statuses("done", "stalled", apart=3).status is Status.DONE


def test_a_failure_of_another_code_drops_nothing() -> None:
    codings = [a_coding(status="done"), a_coding(segment=2, code="learning", status="stalled")]
    people = positions(codings, [an_interview()], CODEBOOK)[0]
    assert (people.status, people.failed) == (Status.DONE, None)


def test_a_failure_that_another_reports_drops_nothing() -> None:
    position = _of(a_coding(status="done"), a_coding(segment=2, status="stalled", holder="other"))
    assert (position.status, position.failed) == (Status.DONE, None)


def test_failed_is_kept_beside_a_standing_action() -> None:
    position = _statuses("inaction", "underway")
    assert (position.status, position.failed) == (Status.UNDERWAY, Status.INACTION)


def test_failed_is_kept_whatever_the_stance() -> None:
    assert _of(a_coding(stance="oppose", status="inaction")).failed is Status.INACTION


def test_of_two_failures_the_one_said_last_is_kept() -> None:
    assert _statuses("inaction", "stalled").failed is Status.STALLED


def test_of_two_failures_in_two_interviews_the_later_interviews_is_kept() -> None:
    interviews = [
        an_interview(id="a", leader="L", order=2),
        an_interview(id="b", leader="L", order=1),
    ]
    codings = [
        a_coding(interview="b", segment=9, status="inaction"),
        a_coding(interview="a", segment=1, status="stalled"),
    ]
    (position,) = positions(codings, interviews, ONE_CODE)
    assert position.failed is Status.STALLED


def test_prompted_only_needs_every_endorsing_coding_prompted() -> None:
    prompted, freely = a_coding(prompted=True), a_coding(segment=2)
    assert [_of(prompted).prompted_only, _of(prompted, freely).prompted_only] == [True, False]


def test_an_unprompted_neutral_coding_leaves_a_leader_prompted_only() -> None:
    assert _of(a_coding(prompted=True), a_coding(segment=2, stance="neutral")).prompted_only


def test_without_an_endorsement_nobody_is_prompted_only() -> None:
    assert not _of(a_coding(stance="mixed", prompted=True)).prompted_only


def test_actors_are_those_of_the_codings_at_the_highest_rung() -> None:
    position = _of(
        a_coding(status="aspiration", actor="others"),
        a_coding(segment=4, status="underway", actor="shared"),
        a_coding(segment=8, status="underway", actor="self"),
    )
    assert position.actors == (Actor.SELF, Actor.SHARED)


def test_actors_of_a_dropped_action_do_not_hold_the_status() -> None:
    position = _of(
        a_coding(status="done", actor="own"),
        a_coding(segment=2, status="stalled", actor="others"),
        a_coding(segment=9, status="aspiration", actor="shared"),
    )
    assert position.actors == (Actor.SHARED,)


def test_actors_of_a_dropped_action_do_not_hold_a_restated_one() -> None:
    position = _of(
        a_coding(status="underway", actor="own"),
        a_coding(segment=2, status="stalled"),
        a_coding(segment=9, status="underway", actor="others"),
    )
    assert (position.actors, position.own_side) == ((Actor.OTHERS,), False)


@pytest.mark.parametrize(
    ("actor", "own"),
    [
        ("self", True),
        ("own", True),
        ("shared", True),
        ("others", False),
        ("unspecified", False),
    ],
)
def test_action_is_of_the_own_side_by_its_actor(actor: str, own: bool) -> None:  # noqa: FBT001
    assert _of(a_coding(status="underway", actor=actor)).own_side is own


def test_action_by_both_sides_at_the_highest_rung_is_of_the_own_side() -> None:
    position = _of(
        a_coding(status="done", actor="others"), a_coding(segment=2, status="done", actor="own")
    )
    assert position.own_side


def test_a_plan_of_the_own_side_is_no_action_of_the_own_side() -> None:
    assert not _of(a_coding(status="commitment", actor="self")).own_side


def test_two_interviews_of_one_leader_in_one_round_are_one_leader() -> None:
    interviews = [an_interview(id="a", leader="L"), an_interview(id="b", leader="L")]
    codings = [
        a_coding(interview="a", stance="endorse", status="intention"),
        a_coding(interview="b", stance="oppose"),
    ]
    (position,) = positions(codings, interviews, ONE_CODE)
    assert (position.stance, position.status) == (Stance.MIXED, Status.INTENTION)


def test_each_round_of_a_leader_is_a_position_of_its_own() -> None:
    interviews = [
        an_interview(id="a", leader="L", round="1", order=1),
        an_interview(id="b", leader="L", round="2", order=2),
    ]
    found = positions([a_coding(interview="b", stance="oppose")], interviews, ONE_CODE)
    assert [(p.round, p.stance) for p in found] == [("1", None), ("2", Stance.OPPOSE)]


def test_leaders_come_in_the_order_of_their_first_interview() -> None:
    interviews = [
        an_interview(id="a", leader="A", order=2),
        an_interview(id="b", leader="B", order=3),
        an_interview(id="c", leader="B", order=1),
    ]
    assert [p.leader for p in positions([], interviews, ONE_CODE)] == ["B", "A"]


def test_a_code_that_the_codebook_does_not_have_is_left_out() -> None:
    assert _of(a_coding(code="gone")).stance is None


@given(projects(), st.randoms(use_true_random=False))
def test_neither_the_order_of_codings_nor_of_files_matters(drawn: Drawn, random: Random) -> None:
    codings, interviews = list(drawn.codings), list(drawn.interviews)
    random.shuffle(codings)
    random.shuffle(interviews)
    before = positions(drawn.codings, drawn.interviews, drawn.codebook)
    assert positions(codings, interviews, drawn.codebook) == before


@given(projects(), projects())
def test_a_leader_added_never_changes_the_position_of_another(drawn: Drawn, more: Drawn) -> None:
    interviews = [replace(i, id=f"x{i.id}", leader=f"x{i.leader}") for i in more.interviews]
    codings = [replace(c, interview=f"x{c.interview}") for c in more.codings]
    before = positions(drawn.codings, drawn.interviews, drawn.codebook)
    after = positions([*drawn.codings, *codings], [*drawn.interviews, *interviews], drawn.codebook)
    assert set(before) <= set(after)


@given(projects())
def test_a_status_is_never_a_failure(drawn: Drawn) -> None:
    found = positions(drawn.codings, drawn.interviews, drawn.codebook)
    assert not any(p.status.failed for p in found)


@given(projects())
def test_exactly_the_silent_have_no_actors(drawn: Drawn) -> None:
    found = positions(drawn.codings, drawn.interviews, drawn.codebook)
    assert all((p.stance is None) == (p.actors == ()) for p in found)


@given(projects())
def test_the_spoken_positions_are_those_that_are_not_silent(drawn: Drawn) -> None:
    every = positions(drawn.codings, drawn.interviews, drawn.codebook)
    spoken = spoken_positions(drawn.codings, drawn.interviews, drawn.codebook)
    assert len(spoken) == len(set(spoken))
    assert set(spoken) == {p for p in every if p.stance is not None}
