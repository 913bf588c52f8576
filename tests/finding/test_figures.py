from hypothesis import given

from sensecli.finding.figures import figures
from sensecli.finding.held import held
from sensecli.finding.wilson import wilson
from sensecli.model import Counts, Position
from tests.builders import a_position
from tests.finding.drawn import of_one_code

# Invented: 21 leaders as method.md describes them, 14 endorse, 3 silent, 2 mixed, 2 oppose.
TWENTY_ONE = [
    *(a_position(status="none") for _ in range(5)),
    *(a_position(status="none", failed="inaction") for _ in range(2)),
    a_position(status="aspiration", failed="stalled"),
    a_position(status="commitment"),
    a_position(status="commitment", failed="stalled"),
    *(a_position(status="underway", own_side=True) for _ in range(2)),
    a_position(status="done", own_side=False),
    a_position(status="done", own_side=True, failed="inaction"),
    *(a_position(stance=None) for _ in range(3)),
    *(a_position(stance="mixed", status="done", own_side=True) for _ in range(2)),
    *(a_position(stance="oppose", failed="inaction") for _ in range(2)),
]


def test_silence_is_a_category_of_its_own() -> None:
    counts = Counts(n=21, raised=18, endorse=14, mixed=2, oppose=2, neutral=0, silent=3)
    assert figures(held(TWENTY_ONE)).counts == counts


def test_only_those_who_endorse_can_act() -> None:
    assert figures(held(TWENTY_ONE)).act == 4


def test_action_of_the_own_side_is_counted_apart() -> None:
    assert figures(held(TWENTY_ONE)).act_own == 3


def test_commitment_as_the_highest_rung_is_counted() -> None:
    assert figures(held(TWENTY_ONE)).committed == 2


def test_failure_said_by_those_who_endorse_is_counted_whatever_the_rung() -> None:
    assert figures(held(TWENTY_ONE)).failed == 5


def test_agreement_without_action_is_a_gap() -> None:
    assert figures(held(TWENTY_ONE)).gap == 10


def test_the_gap_is_given_as_a_share_of_all_and_of_those_who_endorse() -> None:
    found = figures(held(TWENTY_ONE))
    assert (found.gap_share, found.gap_high) == (10 / 21, 10 / 14)


def test_the_lower_bound_takes_only_those_who_said_outright_that_it_failed() -> None:
    assert figures(held(TWENTY_ONE)).gap_low == 4 / 14


def test_the_interval_is_that_of_agreement() -> None:
    assert figures(held(TWENTY_ONE)).interval == wilson(14, 21)


def test_nobody_interviewed_gives_zeros_and_an_open_interval() -> None:
    found = figures({})
    assert (found.gap_share, found.gap_low, found.gap_high, found.interval) == (
        0,
        0,
        0,
        wilson(0, 0),
    )


def test_nobody_who_endorses_leaves_the_bounds_at_zero() -> None:
    found = figures(held([a_position(stance="oppose"), a_position(stance=None)]))
    assert (found.gap_low, found.gap_high) == (0, 0)


@given(of_one_code())
def test_who_acts_endorses_and_who_endorses_was_interviewed(drawn: list[Position]) -> None:
    found = figures(held(drawn))
    assert 0 <= found.act_own <= found.act <= found.counts.endorse <= found.counts.n


@given(of_one_code())
def test_the_gap_is_agreement_less_action(drawn: list[Position]) -> None:
    found = figures(held(drawn))
    assert found.gap == found.counts.endorse - found.act


@given(of_one_code())
def test_stances_sum_to_those_interviewed(drawn: list[Position]) -> None:
    c = figures(held(drawn)).counts
    assert c.n == c.raised + c.silent == c.endorse + c.mixed + c.oppose + c.neutral + c.silent


@given(of_one_code())
def test_the_lower_bound_is_never_above_the_upper(drawn: list[Position]) -> None:
    found = figures(held(drawn))
    assert 0 <= found.gap_low <= found.gap_high <= 1


@given(of_one_code())
def test_commitment_without_action_is_part_of_the_gap(drawn: list[Position]) -> None:
    found = figures(held(drawn))
    assert found.committed <= found.gap
