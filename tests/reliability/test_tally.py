"""What is counted, and the figures that come of it."""

from collections import Counter
from collections.abc import Sequence

import pytest

from sensecli.model import Coding, Position
from sensecli.reliability.figures import figures
from sensecli.reliability.tally import Tally, found, pooled, share, table, tallies
from tests.builders import a_coding, a_position

Codings = Sequence[Coding]
Positions = Sequence[Position]


def tally(
    gold: Codings = (),
    ours: Codings = (),
    *,
    stands: tuple[Positions, Positions] = ((), ()),
    leaders: Sequence[str] = ("L01",),
) -> Tally:
    """All leaders' tallies in one; an interview has its leader's id."""
    by_leader = tallies(
        (gold, stands[0]),
        (ours, stands[1]),
        leaders={leader: leader for leader in leaders},
        themes=["people"],
    )
    return sum(by_leader.values(), Counter())


def counts(of: Tally, level: str, code: str = "") -> tuple[int, int, int]:
    one = found(of, level, code)
    return (one.gold, one.ours, one.both)


def test_codes_are_found_by_segment_code_and_holder() -> None:
    gold = [a_coding(), a_coding(segment=2), a_coding(segment=3)]
    ours = [a_coding(), a_coding(segment=2, holder="other"), a_coding(segment=9)]
    of = tally(gold, ours)
    assert counts(of, "segment") == (3, 3, 1)
    assert counts(of, "segment_any_holder") == (3, 3, 2)


def test_at_the_interview_a_code_counts_once() -> None:
    gold = [a_coding(), a_coding(segment=2), a_coding(code="money")]
    ours = [a_coding(segment=7)]
    assert counts(tally(gold, ours), "interview") == (2, 1, 1)


def test_surplus_holders_are_false_positives() -> None:
    of = tally([a_coding()], [a_coding(), a_coding(holder="other")])
    assert found(of, "segment").precision == pytest.approx(0.5)


def test_each_code_has_counts_of_its_own() -> None:
    of = tally([a_coding(), a_coding(code="money")], [a_coding()])
    assert counts(of, "segment", "people") == (1, 1, 1)
    assert counts(of, "segment", "money") == (1, 0, 0)


def test_joint_asks_for_stance_and_status_too() -> None:
    gold = [a_coding(), a_coding(segment=2), a_coding(segment=3)]
    ours = [a_coding(), a_coding(segment=2, stance="oppose"), a_coding(segment=3, status="done")]
    assert counts(tally(gold, ours), "joint") == (3, 3, 1)


def test_stance_is_judged_only_where_code_and_holder_are_right() -> None:
    gold = [a_coding(), a_coding(segment=2), a_coding(segment=3)]
    ours = [a_coding(stance="mixed"), a_coding(segment=2, holder="other", stance="oppose")]
    assert table(tally(gold, ours), "stance") == {("endorse", "mixed"): 1}


def test_the_holder_is_judged_wherever_the_code_is_right() -> None:
    of = tally([a_coding(), a_coding(segment=2)], [a_coding(holder="other"), a_coding(segment=3)])
    assert table(of, "holder") == {("leader", "other"): 1}


def test_prompted_is_judged_as_true_or_false() -> None:
    of = tally([a_coding(prompted=True)], [a_coding()])
    assert table(of, "prompted") == {("true", "false"): 1}


def test_action_precision_is_of_codings_whose_code_is_right() -> None:
    gold = [a_coding(status="done"), a_coding(segment=2), a_coding(segment=9, status="done")]
    ours = [
        a_coding(status="underway"),  # either rung of action is right
        a_coding(segment=2, status="done"),  # no action
        a_coding(segment=3, status="done"),  # not in gold
        a_coding(segment=4, status="done", holder="other"),  # nobody's own
    ]
    of = tally(gold, ours)
    assert counts(of, "action") == (1, 2, 1)
    assert counts(of, "action_strict") == (2, 3, 1)


def test_interviews_that_are_not_judged_are_not_counted() -> None:
    of = tally([a_coding(interview="L02")], [a_coding(interview="L03")])
    assert counts(of, "segment") == (0, 0, 0)


def test_a_gap_cell_is_a_leader_who_endorses_and_does_not_act() -> None:
    gold = [a_position(), a_position(leader="L02", status="done"), a_position(leader="L03")]
    ours = [
        a_position(),
        a_position(leader="L02", stance="oppose"),
        a_position(leader="L03", stance=None),
    ]
    of = tally(stands=(gold, ours), leaders=["L01", "L02", "L03"])
    assert table(of, "gap") == {
        ("true", "true"): 1,
        ("false", "false"): 1,
        ("true", "false"): 1,
    }
    assert table(of, "position") == {
        ("endorse", "endorse"): 1,
        ("endorse", "oppose"): 1,
        ("endorse", "silent"): 1,
    }


def test_gap_cells_of_barriers_count_among_all_only() -> None:
    stands = ([a_position(code="money")], [a_position(code="money")])
    of = tally(stands=stands)
    assert table(of, "gap") == {}
    assert table(of, "gap_all") == {("true", "true"): 1}


def test_the_error_of_a_gap_is_the_distance_of_two_shares_of_leaders() -> None:
    leaders = ["L01", "L02", "L03", "L04"]
    gold = [a_position(leader=one) for one in leaders]
    ours = [a_position(leader="L01"), *(a_position(leader=n, stance=None) for n in leaders[1:])]
    of = tally(stands=(gold, ours), leaders=leaders)
    assert (share(of, "people").gold, share(of, "people").ours) == (4, 1)
    assert share(of, "people").error == pytest.approx(0.75)
    assert figures(of, themes=["people", "learning"])["gap_error"] == pytest.approx(0.375)


def test_without_codings_of_ours_precision_is_undefined_and_recall_nought() -> None:
    values = figures(tally([a_coding()]), themes=[])
    assert (values["code_precision"], values["code_recall"]) == (None, 0)
    assert values["stance_accuracy"] is None


def test_main_figures_need_no_counts_by_code() -> None:
    gold = [a_coding(), a_coding(code="money"), a_coding(segment=2)]
    of = tally(gold, gold[:2], stands=([a_position()], [a_position(status="done")]))
    assert figures(pooled(of), themes=["people"]) == figures(of, themes=["people"])
    assert len(pooled(of)) < len(of)
