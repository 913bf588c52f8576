"""How far do two or more coders agree, and how far beyond chance?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import combinations

from sensecli.reliability.kappa import Coefficient, kappa

Pattern = tuple[str | None, ...]
"""What each coder says of a unit, in the coders' order; None where one did not code it."""

Patterns = Counter[Pattern]
"""How many units have each pattern."""

NONE_BY_BOTH = "no unit was coded by two coders"
ONE_CLASS = "all gave the same class to all"

_PAIR = 2


def coefficients(patterns: Mapping[Pattern, int], scale: Collection[str]) -> dict[str, Coefficient]:
    """All four by their names: percent, kappa, alpha, ac1."""
    return {
        "percent": percent(patterns),
        "kappa": cohen(patterns),
        "alpha": alpha(patterns),
        "ac1": ac1(patterns, scale),
    }


def percent(patterns: Mapping[Pattern, int]) -> Coefficient:
    """The share of pairs of coders who agree, in the mean of the units that two or more coded."""
    shares = [(_agreeing(counts), n) for counts, n in _counted(patterns) if _pairs(counts)]
    n = sum(count for _, count in shares)
    if not n:
        return Coefficient(None, 0, NONE_BY_BOTH)
    return Coefficient(sum(share * count for share, count in shares) / n, n)


def cohen(patterns: Mapping[Pattern, int]) -> Coefficient:
    """Cohen's kappa (1960); of more than two coders the mean over their pairs (Light 1971).

    Undefined where it is for any pair.
    """
    coders = max(map(len, patterns), default=0)
    found = [kappa(_table(patterns, a, b)) for a, b in combinations(range(coders), 2)]
    n = percent(patterns).n
    values = [one.value for one in found if one.value is not None]
    if found and len(values) == len(found):
        return Coefficient(sum(values) / len(values), n)
    why = next((one.reason for one in found if one.value is None), NONE_BY_BOTH)
    return Coefficient(None, n, f"of some pair: {why}" if len(found) > 1 else why)


def alpha(patterns: Mapping[Pattern, int]) -> Coefficient:
    """Krippendorff's alpha for nominal classes (2004), with units that some coders left out.

    Undefined where nothing was coded by two, and where there is but one class.
    """
    given: Counter[str] = Counter()
    differing = 0.0
    units = 0
    for counts, n in _counted(patterns):
        coders = counts.total()
        if coders < _PAIR:
            continue
        units += n
        for name, count in counts.items():
            given[name] += count * n
            differing += n * count * (coders - count) / (coders - 1)
    if not units:
        return Coefficient(None, 0, NONE_BY_BOTH)
    values = given.total()
    by_chance = sum(count * (values - count) for count in given.values())
    if not by_chance:
        return Coefficient(None, units, ONE_CLASS)
    return Coefficient(1 - (values - 1) * differing / by_chance, units)


def ac1(patterns: Mapping[Pattern, int], scale: Collection[str]) -> Coefficient:
    """Gwet's AC1 (2008) over the classes of `scale`, all that a coder could have given.

    Undefined where nothing was coded by two, and where the scale has but one class.
    """
    seen = percent(patterns)
    if seen.value is None:
        return seen
    if len(scale) < _PAIR:
        return replace(seen, value=None, reason="the scale has one class only")
    shares: dict[str, float] = defaultdict(float)
    units = 0
    for counts, n in _counted(patterns):
        units += n
        for name, count in counts.items():
            shares[name] += n * count / counts.total()
    spread = sum(share / units * (1 - share / units) for share in shares.values())
    by_chance = spread / (len(scale) - 1)
    return Coefficient((seen.value - by_chance) / (1 - by_chance), seen.n)


def prevalence(patterns: Mapping[Pattern, int], name: str) -> float | None:
    """The share of all that was given, by whichever coder, that is of the class `name`."""
    given: Counter[str] = Counter()
    for counts, n in _counted(patterns):
        for other, count in counts.items():
            given[other] += count * n
    return given[name] / given.total() if given else None


def _counted(patterns: Mapping[Pattern, int]) -> list[tuple[Counter[str], int]]:
    """How many coders gave each class, and to how many units; units that nobody coded left out."""
    found = [(Counter(x for x in one if x is not None), n) for one, n in patterns.items() if n]
    return [(counts, n) for counts, n in found if counts]


def _pairs(counts: Counter[str]) -> int:
    coders = counts.total()
    return coders * (coders - 1)


def _agreeing(counts: Counter[str]) -> float:
    return sum(count * (count - 1) for count in counts.values()) / _pairs(counts)


def _table(patterns: Mapping[Pattern, int], a: int, b: int) -> Counter[tuple[str, str]]:
    table: Counter[tuple[str, str]] = Counter()
    for one, n in patterns.items():
        first, second = one[a], one[b]
        if first is not None and second is not None and n:
            table[first, second] += n
    return table
