"""How may the true ones lie in the strata, and what would a sample then show?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb


@dataclass(frozen=True, slots=True)
class Part:
    """Some leaders: `sampled` of them were looked at, and `true` of these are true ones."""

    leaders: int
    sampled: int
    true: int

    @property
    def most(self) -> int:
        """The most that may be true, should all be that were not looked at."""
        return self.true + self.leaders - self.sampled


def together(parts: Sequence[Part]) -> Part:
    """All of them as one part."""
    return Part(
        sum(one.leaders for one in parts),
        sum(one.sampled for one in parts),
        sum(one.true for one in parts),
    )


def laid_out(parts: Sequence[Part], true: int) -> frozenset[tuple[int, ...]]:
    """Telling ways to lay so many true ones into the strata, those found among them.

    First where the largest share is sampled, first where the smallest is, and as evenly as can
    be: the ends of what a sample may show on average, and about the most that it may vary.
    """
    shares = [part.sampled / part.leaders for part in parts]
    by_share = sorted(range(len(parts)), key=lambda at: shares[at])
    return frozenset(
        (
            _filled(parts, true, by_share),
            _filled(parts, true, by_share[::-1]),
            evenly(parts, true),
        )
    )


def evenly(parts: Sequence[Part], true: int) -> tuple[int, ...]:
    """So many true ones, laid into the strata as evenly as those found allow."""
    counts = [part.true for part in parts]
    for _ in range(true - sum(counts)):
        counts[_emptiest(parts, counts)] += 1
    return tuple(counts)


def law(parts: Sequence[Part], laid: Sequence[int]) -> list[float]:
    """How likely 0, 1, 2, ... true ones are in the whole sample, with so many in each stratum."""
    chances = [1.0]
    for part, true in zip(parts, laid, strict=True):
        added = [0.0] * (len(chances) + part.sampled)
        for here, chance in enumerate(hypergeometric(part.leaders, true, part.sampled)):
            for before, other in enumerate(chances):
                added[before + here] += chance * other
        chances = added
    return chances


@lru_cache(maxsize=4096)
def hypergeometric(leaders: int, true: int, sampled: int) -> tuple[float, ...]:
    """How likely 0, 1, ..., `sampled` true ones are among `sampled` of `leaders`."""
    every = comb(leaders, sampled)
    return tuple(
        comb(true, found) * comb(leaders - true, sampled - found) / every
        for found in range(sampled + 1)
    )


def _filled(parts: Sequence[Part], true: int, order: Sequence[int]) -> tuple[int, ...]:
    counts = [part.true for part in parts]
    left = true - sum(counts)
    for at in order:
        more = min(left, parts[at].most - counts[at])
        counts[at] += more
        left -= more
    return tuple(counts)


def _emptiest(parts: Sequence[Part], counts: Sequence[int]) -> int:
    free = (at for at, part in enumerate(parts) if counts[at] < part.most)
    return min(free, key=lambda at: (counts[at] + 1) / parts[at].leaders)
