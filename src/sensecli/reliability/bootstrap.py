"""How far would the figures move with other leaders?"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from math import floor
from typing import TypeVar

from sensecli.model import Interval

Counted = TypeVar("Counted", bound=Hashable)

DRAWS = 1000
SEED = 20230907
_LOW, _HIGH = 0.025, 0.975


def intervals(
    tallies: Sequence[Counter[Counted]],
    compute: Callable[[Counter[Counted]], Mapping[str, float | None]],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> dict[str, Interval]:
    """The 95 % percentile interval of each figure, from as many draws of as many leaders.

    Leaders are drawn with replacement, each with all their interviews. A figure that is undefined
    in half of the draws or more has no interval; nor has any where there are fewer than two
    leaders.
    """
    if len(tallies) < 2:  # noqa: PLR2004 - one leader says nothing of others
        return {}
    drawing = random.Random(seed)  # noqa: S311 - a sample, not a secret
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(draws):
        for name, value in compute(_sum(drawing.choices(tallies, k=len(tallies)))).items():
            if value is not None:
                drawn[name].append(value)
    return {
        name: Interval(percentile(values, _LOW), percentile(values, _HIGH))
        for name, values in drawn.items()
        if 2 * len(values) > draws
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies, between neighbours in proportion."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    below = floor(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])


def _sum(tallies: Sequence[Counter[Counted]]) -> Counter[Counted]:
    total: Counter[Counted] = Counter()
    for tally in tallies:
        total.update(tally)
    return total
