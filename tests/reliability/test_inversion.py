"""Bounds that cover."""

from collections.abc import Iterable, Sequence
from itertools import product
from math import comb

import pytest

from sensecli.reliability.inversion import by_label, by_sample
from sensecli.reliability.laying import Part, hypergeometric

LEVEL = 0.95


@pytest.mark.parametrize(("leaders", "sampled"), [(10, 3), (21, 5), (30, 9), (60, 7)])
def test_walking_outwards_finds_all_that_stays(leaders: int, sampled: int) -> None:
    for true in range(sampled + 1):
        part = Part(leaders, sampled, true)
        stays = [n for n in range(true, part.most + 1) if _rarity(part, n) > 1 - LEVEL]
        assert by_sample([part], level=LEVEL) == (stays[0], stays[-1])


@pytest.mark.parametrize(("leaders", "sampled"), [(12, 3), (21, 5), (40, 3), (60, 9)])
def test_a_simple_sample_covers_whatever_is_true(leaders: int, sampled: int) -> None:
    bounds = [by_sample([Part(leaders, sampled, x)], level=LEVEL) for x in range(sampled + 1)]
    covers = [
        sum(c for x, c in enumerate(hypergeometric(leaders, true, sampled))
            if _within(true, bounds[x]))
        for true in range(leaders + 1)
    ]  # fmt: skip
    assert min(covers) >= LEVEL


@pytest.mark.parametrize("sizes", [((4, 1), (4, 1), (4, 1)), ((7, 2), (3, 1)), ((8, 1), (2, 1))])
def test_a_stratified_sample_covers_however_the_true_ones_lie(
    sizes: Sequence[tuple[int, int]],
) -> None:
    covers = [
        sum(
            _chance(sizes, laid, seen)
            for seen in _samples(sizes)
            if _within(
                sum(laid),
                by_sample([Part(*s, x) for s, x in zip(sizes, seen, strict=True)], level=LEVEL),
            )
        )
        for laid in product(*(range(leaders + 1) for leaders, _ in sizes))
    ]
    assert min(covers) >= LEVEL


@pytest.mark.parametrize(("counted", "other"), [((12, 6), (9, 4)), ((18, 9), (3, 1))])
def test_both_labels_cover_whatever_errors_the_machine_makes(
    counted: tuple[int, int], other: tuple[int, int]
) -> None:
    sizes = (counted, other)
    bounds = {
        seen: by_label(((Part(*counted, seen[0]),), (Part(*other, seen[1]),)), level=LEVEL)
        for seen in _samples(sizes)
    }
    covers = [
        sum(_chance(sizes, laid, seen) for seen in bounds if _within(sum(laid), bounds[seen]))
        for laid in product(range(counted[0] + 1), range(other[0] + 1))
    ]
    assert min(covers) >= LEVEL


def _within(true: int, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= true <= bounds[1]


def _rarity(part: Part, true: int) -> float:
    """How likely a count is as far from the one expected, told without the code under test."""
    far = abs(part.true * part.leaders - part.sampled * true)
    ways = (
        comb(true, x) * comb(part.leaders - true, part.sampled - x)
        for x in range(part.sampled + 1)
        if abs(x * part.leaders - part.sampled * true) >= far
    )
    return sum(ways) / comb(part.leaders, part.sampled)


def _samples(sizes: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    return list(product(*(range(sampled + 1) for _, sampled in sizes)))


def _chance(sizes: Iterable[tuple[int, int]], laid: Iterable[int], seen: Iterable[int]) -> float:
    chance = 1.0
    for (leaders, sampled), true, here in zip(sizes, laid, seen, strict=True):
        chance *= hypergeometric(leaders, true, sampled)[here]
    return chance
