"""Everything that is said of how far coders agree with each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sensecli.model import Interval
from sensecli.reliability.bootstrap import DRAWS, SEED, intervals
from sensecli.reliability.coefficients import (
    Pattern,
    Patterns,
    coefficients,
    prevalence,
)
from sensecli.reliability.differences import Difference, differences
from sensecli.reliability.kappa import Coefficient
from sensecli.reliability.units import SCALES, YES, ByInterview, Level, judged, units
from sensecli.reliability.universe import Coded


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient by its name, and its interval where there is one."""

    name: str
    coefficient: Coefficient
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far coders agree at one level on one code (`code` empty: on all of them together).

    `n` counts the units that two or more coded, `interviews` those that have any. `given` has,
    for each class that was given, how often each coder gave it. `prevalence` is the share of all
    that was given that is `yes`; of stance and status, that is of the commonest class.
    """

    level: Level
    code: str
    n: int
    interviews: int
    given: tuple[tuple[str, tuple[int, ...]], ...]
    prevalence: float | None
    estimates: tuple[Estimate, ...]

    def estimate(self, name: str) -> Estimate:
        """The estimate of that name (percent, kappa, alpha, ac1); KeyError without."""
        return {one.name: one for one in self.estimates}[name]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Coders beside each other over the interviews that two or more of them coded.

    `pooled` has one value for each level, `by_code` one for each level and code that has units.
    Of the coders in `codes_only` nothing but their codes is known.
    """

    coders: tuple[str, ...]
    interviews: tuple[str, ...]
    segments: int
    codes: tuple[str, ...]
    codings: tuple[int, ...]
    unaligned: tuple[int, ...]
    pooled: tuple[Agreed, ...]
    by_code: tuple[Agreed, ...]
    differences: tuple[Difference, ...]
    draws: int
    seed: int
    codes_only: frozenset[str] = frozenset()


def reliability(coded: Sequence[Coded], *, draws: int = DRAWS, seed: int = SEED) -> Reliability:
    """The whole account; intervals are drawn over interviews."""
    over = judged(coded)
    made = units(coded, over)
    names = tuple(over.interviews)
    measure = partial(_agreed, coders=len(coded), interviews=names, draws=draws, seed=seed)
    inside = {place for places in over.interviews.values() for place in places}
    return Reliability(
        coders=tuple(one.coder for one in coded),
        interviews=names,
        segments=len(inside),
        codes=over.codes,
        codings=tuple(
            sum((c.interview, c.segment) in inside for c in one.codings) for one in coded
        ),
        unaligned=tuple(one.unaligned for one in coded),
        pooled=tuple(measure(level, "", made.get((level, ""), {})) for level in Level),
        by_code=tuple(
            measure(level, code, made[level, code])
            for level in Level
            for code in over.codes
            if (level, code) in made
        ),
        differences=differences(coded),
        draws=draws,
        seed=seed,
        codes_only=frozenset(one.coder for one in coded if one.codes_only),
    )


def _agreed(
    level: Level,
    code: str,
    parted: ByInterview,
    *,
    coders: int,
    interviews: Sequence[str],
    draws: int,
    seed: int,
) -> Agreed:
    total: Patterns = Counter()
    for patterns in parted.values():
        total.update(patterns)
    found = coefficients(total, SCALES[level])
    drawn = [parted.get(name, Counter()) for name in interviews]
    bounds = intervals(drawn, partial(_values, scale=SCALES[level]), draws=draws, seed=seed)
    given = _given(total, level, coders)
    commonest = max(given, key=lambda one: sum(one[1]), default=("", ()))[0]
    return Agreed(
        level=level,
        code=code,
        n=found["percent"].n,
        interviews=sum(bool(patterns) for patterns in parted.values()),
        given=given,
        prevalence=prevalence(total, YES if YES in SCALES[level] else commonest),
        estimates=tuple(
            Estimate(name, one, _told(one, bounds.get(name))) for name, one in found.items()
        ),
    )


def _values(patterns: Mapping[Pattern, int], *, scale: Sequence[str]) -> dict[str, float | None]:
    return {name: one.value for name, one in coefficients(patterns, scale).items()}


def _told(coefficient: Coefficient, interval: Interval | None) -> Interval | None:
    """No interval of nothing, and none where every draw was the same: it would look like proof."""
    if coefficient.value is None or interval is None or interval.low == interval.high:
        return None
    return interval


def _given(
    patterns: Mapping[Pattern, int], level: Level, coders: int
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    counts = {name: [0] * coders for name in SCALES[level]}
    for pattern, n in patterns.items():
        for number, name in enumerate(pattern):
            if name is not None:
                counts[name][number] += n
    return tuple((name, tuple(held)) for name, held in counts.items() if any(held))
