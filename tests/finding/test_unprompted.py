from hypothesis import given

from sensecli.finding.figures import figures
from sensecli.finding.held import held
from sensecli.finding.unprompted import only_prompted, unprompted
from sensecli.finding.wilson import wilson
from sensecli.model import Counts, Position
from tests.builders import a_position
from tests.finding.drawn import of_one_code

FOUR = [
    a_position(prompted_only=True, failed="stalled"),
    a_position(prompted_only=True, status="done"),
    a_position(),
    a_position(stance=None),
]


def test_leaders_who_only_agreed_to_a_pitch_leave_the_endorsers_but_stay_interviewed() -> None:
    counts = Counts(n=4, raised=3, endorse=1, mixed=0, oppose=0, neutral=0, silent=1)
    assert unprompted(held(FOUR)).counts == counts


def test_shares_are_of_everybody_interviewed() -> None:
    found = unprompted(held(FOUR))
    assert (found.gap_share, found.interval) == (1 / 4, wilson(1, 4))


def test_their_action_and_failure_go_with_them() -> None:
    found = unprompted(held(FOUR))
    assert (found.act, found.failed, found.gap_low, found.gap_high) == (0, 0, 0, 1)


def test_a_mixed_leader_who_was_prompted_stays_mixed() -> None:
    assert unprompted(held([a_position(stance="mixed", prompted_only=True)])).counts.mixed == 1


@given(of_one_code())
def test_without_prompting_nobody_is_gained(drawn: list[Position]) -> None:
    found, everybody = unprompted(held(drawn)), figures(held(drawn))
    lost = everybody.counts.endorse - found.counts.endorse
    assert lost == sum(map(only_prompted, drawn))
    assert (found.counts.n, found.counts.raised) == (everybody.counts.n, everybody.counts.raised)


@given(of_one_code())
def test_where_nobody_is_prompted_only_the_figures_are_the_same(drawn: list[Position]) -> None:
    freely = [p for p in drawn if not only_prompted(p)]
    assert unprompted(held(freely)) == figures(held(freely))
