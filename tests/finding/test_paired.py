from math import comb

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sensecli.finding.paired import EXACT_UP_TO, change_interval, paired
from sensecli.model import Interval

_TINY = 1e-9


def _coverage(n: int, gain: float, loss: float) -> float:
    """How often the interval holds the true change, by adding up every table."""
    change, total = gain - loss, 0.0
    for gained in range(n + 1):
        for lost in range(n + 1 - gained):
            interval = change_interval(gained, lost, n)
            if interval.low - _TINY <= change <= interval.high + _TINY:
                rest = n - gained - lost
                ways = comb(n, gained) * comb(n - gained, lost)
                total += ways * gain**gained * loss**lost * (1 - gain - loss) ** rest
    return total


@pytest.mark.parametrize("n", [1, 4, 7, 10])
def test_it_covers_as_often_as_it_says_whatever_is_true(n: int) -> None:
    shares = [number / 17 for number in range(18)]
    covered = [_coverage(n, gain, loss) for gain in shares for loss in shares if gain + loss <= 1]
    assert len(covered) == 171
    assert min(covered) >= 0.95


def test_it_is_not_needlessly_wide() -> None:
    assert min(_coverage(10, gain, 0.1) for gain in (0.1, 0.2, 0.3, 0.4)) < 0.98


@pytest.mark.parametrize(
    ("gained", "lost", "n", "low", "high"),
    # Reckoned once by brute force: likelihoods maximised on a grid, every change tried in turn.
    [(0, 0, 12, -0.26, 0.26), (5, 0, 12, 0.07, 0.6825), (3, 1, 12, -0.2, 0.475)],
)
def test_the_interval_has_these_values(
    gained: int, lost: int, n: int, low: float, high: float
) -> None:
    interval = change_interval(gained, lost, n)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=0.003)


def test_where_nobody_changed_it_has_a_width_that_shrinks_with_more_leaders() -> None:
    widths = [change_interval(0, 0, n).high for n in (3, 12, 40, 100)]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] > 0.03


def test_beyond_the_exact_the_normal_score_takes_over_without_a_jump() -> None:
    exact, normal = (change_interval(12, 5, n) for n in (EXACT_UP_TO, EXACT_UP_TO + 1))
    assert (exact.low, exact.high) == pytest.approx((normal.low, normal.high), abs=0.01)


def test_nobody_met_twice_says_nothing() -> None:
    assert change_interval(0, 0, 0) == Interval(-1.0, 1.0)


_PAIRS = st.integers(1, 25).flatmap(
    lambda n: st.tuples(st.just(n), st.integers(0, n)).flatmap(
        lambda two: st.tuples(st.just(two[0]), st.just(two[1]), st.integers(0, two[0] - two[1]))
    )
)


@settings(max_examples=40)
@given(_PAIRS)
@example((5, 5, 0))
def test_the_change_lies_within_its_interval_and_back_is_the_mirror(
    pairs: tuple[int, int, int],
) -> None:
    n, gained, lost = pairs
    there, back = change_interval(gained, lost, n), change_interval(lost, gained, n)
    assert -1 <= there.low <= (gained - lost) / n <= there.high <= 1
    assert (there.low, there.high) == (-back.high, -back.low)


def test_the_counts_add_up() -> None:
    found = paired(8, 9, gained=3, n=12)
    assert (found.gained, found.lost) == (3, 2)
    assert found.change == pytest.approx(1 / 12)


@pytest.mark.parametrize(("before", "after", "gained"), [(8, 9, 0), (8, 9, 5), (2, 0, -1)])
def test_what_are_no_pairs_is_a_bug(before: int, after: int, gained: int) -> None:
    with pytest.raises(ValueError, match="are no pairs"):
        paired(before, after, gained=gained, n=12)
