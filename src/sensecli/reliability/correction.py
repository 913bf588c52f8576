"""What would a share be if a person had coded every leader?

The machine codes all leaders, a person a random sample of them. The target is the share among
these leaders, by the person's coding: nothing is said of leaders who were not interviewed.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from sensecli.model import Corrected, Method
from sensecli.reliability.inversion import EXACT_UP_TO, by_label, by_sample
from sensecli.reliability.laying import Part

LEVEL = 0.95

_MANY = 10
_MANY_FOR_NORMAL = 40
_IN_EACH = 4
_HARDLY = 0.05
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether something is true of one leader: `person` is None outside the sample."""

    stratum: str
    machine: bool
    person: bool | None


def correct(leaders: Sequence[Judged], *, level: float = LEVEL) -> Corrected:
    """The share by the difference estimator, and an interval that covers it at `level`.

    The estimate is the machine's share plus, stratum by stratum, the mean of person - machine in
    the sample, weighted by leaders (Särndal, Swensson & Wretman 1992; prediction-powered
    inference of a mean, Angelopoulos et al. 2023), kept within what the sample leaves possible.
    The interval turns exact tests round (see `inversion`) and takes in the estimate. Strata of
    which nobody was sampled are joined to the others if a draw from all alike could have left
    them out; else the share is undefined.
    """
    n, of = sum(one.person is not None for one in leaders), len(leaders)
    raw = sum(one.machine for one in leaders) / of if of else 0.0
    if not n:
        why = "nobody was sampled" if of else "nobody was interviewed"
        return Corrected(raw, None, None, None, n, of, Method.UNDEFINED, why)
    strata = _strata(leaders)
    left = sorted(name for name, those in strata.items() if not any(map(_seen, those)))
    why = ""
    if left:
        names = ", ".join(name or "(none)" for name in left)
        others = of - sum(len(strata[name]) for name in left)
        if comb(others, n) < _HARDLY * comb(of, n):
            why = f"nobody was sampled of {names}, which a draw from all would hardly leave out"
            return Corrected(raw, None, None, None, n, of, Method.UNDEFINED, why)
        why = f"as if drawn from all alike: nobody was sampled of {names}"
        strata = {"": leaders}
    parted = list(strata.values())
    method = _method(parted)
    low, high = _bounds(parted, method, level)
    sure, possible = _known(leaders)
    share = min(max(_estimate(parted), sure), possible) / of
    return Corrected(raw, share, min(low / of, share), max(high / of, share), n, of, method, why)


def _strata(leaders: Sequence[Judged]) -> dict[str, Sequence[Judged]]:
    strata: dict[str, list[Judged]] = defaultdict(list)
    for one in leaders:
        strata[one.stratum].append(one)
    return {name: strata[name] for name in sorted(strata)}


def _seen(one: Judged) -> bool:
    return one.person is not None


def _estimate(strata: Sequence[Sequence[Judged]]) -> float:
    """The number of true ones by the difference estimator, in every stratum somebody sampled."""
    total = 0.0
    for those in strata:
        errors = [bool(one.person) - one.machine for one in those if _seen(one)]
        total += sum(one.machine for one in those) + len(those) * sum(errors) / len(errors)
    return total


def _known(leaders: Sequence[Judged]) -> tuple[int, int]:
    """How many are true for sure, and how many at most."""
    sure = sum(one.person is True for one in leaders)
    return sure, sure + sum(one.person is None for one in leaders)


def _method(strata: Sequence[Sequence[Judged]]) -> Method:
    """Chosen by how many were drawn, never by what was found: else nothing would cover.

    The machine's labels narrow the interval only with ten or more sampled, four or more to a
    stratum; with fewer, the doubt about both kinds of error costs more than the labels bring.
    """
    parts = [_part(those) for those in strata]
    n, of = sum(one.sampled for one in parts), sum(one.leaders for one in parts)
    if n == of:
        return Method.CENSUS
    if not _one_share(parts):
        return Method.APART
    many = _MANY if of <= EXACT_UP_TO else _MANY_FOR_NORMAL
    return Method.LABEL if n >= max(many, _IN_EACH * len(parts)) else Method.SAMPLE


def _one_share(parts: Sequence[Part]) -> bool:
    """Whether one share, rounded and at least one leader, gives all the numbers drawn."""
    low = max((p.sampled - _HALF) / p.leaders if p.sampled > 1 else 0.0 for p in parts)
    high = min((p.sampled + _HALF) / p.leaders for p in parts if p.sampled < p.leaders)
    return low <= high


def _bounds(strata: Sequence[Sequence[Judged]], method: Method, level: float) -> tuple[int, int]:
    if method is Method.APART:
        # Strata are drawn independently: each at this level, all of them hold at the whole one.
        open_ones = sum(not all(map(_seen, those)) for those in strata)
        each = [_bounds([those], _method([those]), level ** (1 / open_ones)) for those in strata]
        return sum(low for low, _ in each), sum(high for _, high in each)
    if method is Method.LABEL:
        counted, other = ([_part(those, label) for those in strata] for label in (True, False))
        return by_label((_some(counted), _some(other)), level=level)
    if method is Method.SAMPLE:
        return by_sample([_part(those) for those in strata], level=level)
    return _known([one for those in strata for one in those])


def _part(those: Sequence[Judged], label: bool | None = None) -> Part:  # noqa: FBT001 - a value
    """The stratum as counts; with a `label`, only the leaders to whom the machine gave it."""
    chosen = [one for one in those if label is None or one.machine is label]
    return Part(len(chosen), sum(map(_seen, chosen)), sum(one.person is True for one in chosen))


def _some(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.leaders)
