import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.finding.wilson import wilson
from sensecli.model import Interval


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(21, 21, 0.845, 1), (0, 21, 0, 0.155), (20, 21, 0.773, 0.992), (5, 5, 0.566, 1)],
)
def test_the_interval_has_the_published_values(count: int, n: int, low: float, high: float) -> None:
    interval = wilson(count, n)
    assert (round(interval.low, 3), round(interval.high, 3)) == (low, high)


def test_all_of_them_is_exactly_one_and_none_exactly_zero() -> None:
    assert [(wilson(0, n).low, wilson(n, n).high) for n in range(1, 200)] == [(0.0, 1.0)] * 199


def test_nobody_interviewed_says_nothing() -> None:
    assert wilson(0, 0) == Interval(0.0, 1.0)


@pytest.mark.parametrize(("count", "n"), [(2, 1), (-1, 3), (0, -1)])
def test_what_is_no_share_is_a_bug(count: int, n: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(count, n)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_within_its_interval(share: tuple[int, int]) -> None:
    count, n = share
    interval = wilson(count, n)
    assert 0 <= interval.low <= count / n <= interval.high <= 1


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_of_the_rest_is_the_mirror(share: tuple[int, int]) -> None:
    count, n = share
    interval, rest = wilson(count, n), wilson(n - count, n)
    assert (rest.low, rest.high) == pytest.approx((1 - interval.high, 1 - interval.low))
