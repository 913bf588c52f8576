"""A stratified draw."""

import pytest

from sensecli.reliability.sampling import Stratum, draw

STRATA = {f"L{n:02d}": ("acute" if n < 10 else "community" if n < 14 else "") for n in range(15)}


def test_each_stratum_gives_its_share() -> None:
    chosen, told = draw(STRATA, share=0.5, seed=1)
    assert told == (Stratum("", 1, 1), Stratum("acute", 5, 10), Stratum("community", 2, 4))
    assert sum(STRATA[one] == "acute" for one in chosen) == 5


def test_every_stratum_gives_at_least_one() -> None:
    _, told = draw(STRATA, share=0.01, seed=1)
    assert [one.drawn for one in told] == [1, 1, 1]


def test_the_order_of_the_units_changes_nothing() -> None:
    turned = dict(reversed(STRATA.items()))
    assert draw(STRATA, share=0.3, seed=4) == draw(turned, share=0.3, seed=4)


def test_another_seed_draws_others() -> None:
    drawn = {draw(STRATA, share=0.3, seed=seed)[0] for seed in range(8)}
    assert len(drawn) > 1


def test_everybody_is_drawn_sooner_or_later() -> None:
    drawn = [draw(STRATA, share=0.2, seed=seed)[0] for seed in range(200)]
    assert frozenset().union(*drawn) == frozenset(STRATA)
    # Two of ten each time: 40 of 200 are to be expected.
    assert sum("L03" in one for one in drawn) == pytest.approx(40, abs=20)
