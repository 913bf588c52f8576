"""Intervals by drawing leaders."""

from collections import Counter
from collections.abc import Mapping

import pytest

from sensecli.reliability.bootstrap import intervals, percentile
from sensecli.reliability.tally import Tally


def of(right: int, wrong: int) -> Tally:
    return Counter({("a", "", "", ""): right, ("b", "", "", ""): wrong})


def right_share(tally: Tally) -> Mapping[str, float | None]:
    right, wrong = tally["a", "", "", ""], tally["b", "", "", ""]
    return {"right": right / (right + wrong) if right + wrong else None}


def test_a_percentile_lies_between_its_neighbours() -> None:
    assert percentile([4.0, 1.0, 3.0, 2.0], 0.5) == pytest.approx(2.5)
    assert percentile([4.0, 1.0, 3.0, 2.0], 1.0) == 4.0


def test_leaders_that_are_alike_leave_no_doubt() -> None:
    found = intervals([of(3, 1), of(3, 1), of(6, 2)], right_share, draws=50)["right"]
    assert (found.low, found.high) == (0.75, 0.75)


def test_leaders_that_differ_leave_doubt_around_the_figure() -> None:
    found = intervals([of(9, 1), of(5, 5), of(1, 9), of(7, 3)], right_share, draws=300)["right"]
    assert found.low < 0.55 < found.high


def test_the_same_seed_gives_the_same_interval() -> None:
    leaders = [of(9, 1), of(7, 13), of(3, 8), of(11, 4), of(2, 5)]
    once, again, other = (intervals(leaders, right_share, draws=49, seed=s) for s in (1, 1, 2))
    assert once == again
    assert once != other


def test_one_leader_gives_no_interval() -> None:
    assert intervals([of(1, 1)], right_share) == {}


def test_a_figure_that_is_mostly_undefined_has_no_interval() -> None:
    assert intervals([of(0, 0), of(0, 0)], right_share, draws=20) == {}
