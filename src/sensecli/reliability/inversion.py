"""How many are true of all leaders, given a sample? Bounds by tests that are turned round.

A number stays within the bounds unless the sample would be too rare if it were right. The chances
are those of the draw itself, so that the bounds cover with any few leaders; nothing is assumed of
the leaders.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import sqrt
from statistics import NormalDist

from sensecli.reliability.laying import Part, evenly, hypergeometric, laid_out, law, together

EXACT_UP_TO = 200
"""So many leaders are reckoned exactly by label; for more, the score is taken as normal."""

_SLACK = 1e-9
_IN_A_ROW = 3

Labelled = tuple[Sequence[Part], Sequence[Part]]
"""By stratum, the leaders whom the machine counts, and those whom it does not."""

Pair = tuple[Part, Part]


def by_sample(parts: Sequence[Part], *, level: float) -> tuple[int, int]:
    """Bounds of the true ones among all, from the sample alone, drawn from strata at one share.

    Samples are ordered by the distance of their count from the one to be expected. With several
    strata a number stays if it does so in any of the ways to lay it into them (`laid_out`) or
    drawn from all alike.
    """
    whole = together(parts)

    def stays(true: int) -> bool:
        expected = whole.sampled * true / whole.leaders
        found = abs(whole.true - expected) - _SLACK
        laws: list[Sequence[float]] = [hypergeometric(whole.leaders, true, whole.sampled)]
        if len(parts) > 1:
            laws += [law(parts, laid) for laid in laid_out(parts, true)]
        return any(
            sum(chance for at, chance in enumerate(one) if abs(at - expected) >= found) > 1 - level
            for one in laws
        )

    return _bounds(whole.true, whole.most, whole.leaders * whole.true / whole.sampled, stays)


def by_label(labelled: Labelled, *, level: float) -> tuple[int, int]:
    """Bounds of the true ones among all, from samples of those counted by the machine and not.

    How many of either were drawn says nothing of how many are true, so both numbers are taken as
    given. Samples are ordered by their estimate's distance in standard errors. The P value is the
    greatest over all ways to part the true ones among the two (as Chan & Zhang 1999 do for two
    shares), drawn from all of the two alike or laid evenly into the strata.
    """
    pair = together(labelled[0]), together(labelled[1])
    found = (pair[0].true, pair[1].true)

    def stays(true: int) -> bool:
        far = abs(_score(pair, found, true)) - _SLACK
        if pair[0].leaders + pair[1].leaders > EXACT_UP_TO:
            return far <= NormalDist().inv_cdf((1 + level) / 2)
        rare = [
            (one, two)
            for one in range(pair[0].sampled + 1)
            for two in range(pair[1].sampled + 1)
            if abs(_score(pair, (one, two), true)) >= far
        ]
        return any(
            sum(one[here] * two[there] for here, there in rare) > 1 - level
            for split in _splits(pair, true)
            for one, two in product(*map(_laws, labelled, split))
        )

    return _bounds(sum(found), pair[0].most + pair[1].most, _estimate(pair, found), stays)


def _laws(parts: Sequence[Part], true: int) -> list[Sequence[float]]:
    whole = together(parts)
    alike = hypergeometric(whole.leaders, true, whole.sampled)
    return [alike] if len(parts) <= 1 else [alike, law(parts, evenly(parts, true))]


def _bounds(
    least: int, most: int, estimate: float, stays: Callable[[int], bool]
) -> tuple[int, int]:
    likely = min(max(round(estimate), least), most)
    low = _furthest(range(likely, least - 1, -1), stays)
    return low, _furthest(range(likely, most + 1), stays)


def _furthest(numbers: Iterable[int], stays: Callable[[int], bool]) -> int:
    """The last that stays, going outwards until three in a row do not; else the first."""
    last, failed = -1, 0
    for number in numbers:
        if last < 0 or stays(number):
            last, failed = number, 0
        else:
            failed += 1
            if failed == _IN_A_ROW:
                break
    return last


def _estimate(parts: Sequence[Part], found: Sequence[int]) -> float:
    """The true ones to be expected among all; half of a part of which nobody was looked at."""
    return sum(
        part.leaders * (true / part.sampled if part.sampled else 0.5)
        for part, true in zip(parts, found, strict=True)
    )


def _score(parts: Sequence[Part], found: Sequence[int], true: int) -> float:
    """How many standard errors the estimate lies above `true`.

    Half a leader is added to either side before the spread is reckoned: it is never zero only
    because the few who were looked at are alike.
    """
    variance = 0.0
    for part, here in zip(parts, found, strict=True):
        share = (here + 0.5) / (part.sampled + 1)
        unseen = (part.leaders - part.sampled) / max(part.leaders - 1, 1)
        variance += part.leaders**2 / max(part.sampled, 1) * share * (1 - share) * unseen
    off = _estimate(parts, found) - true
    if abs(off) < _SLACK:
        return 0.0
    return off / sqrt(variance) if variance else off * float("inf")


def _splits(pair: Pair, true: int) -> list[tuple[int, int]]:
    """All ways to part the true ones among the two, those nearest to the sample's first."""
    counted, other = pair
    expected = _estimate((counted,), (counted.true,))
    every = [
        (here, true - here)
        for here in range(counted.true, counted.most + 1)
        if other.true <= true - here <= other.most
    ]
    return sorted(every, key=lambda split: abs(split[0] - expected))
