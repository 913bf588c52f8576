"""Does a finding hang on one organisation?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sensecli.finding.figures import in_gap
from sensecli.finding.rounds import leader_values
from sensecli.finding.striking import striking
from sensecli.model import Code, Codebook, Interview, LeftOut, Position

_TOP = 5
_RANKS = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """How many leaders are of each organisation, and carry each code; "" is of none.

    `endorse` and `gap` are by organisation and code: those who endorse, and those of them who do
    not act.
    """

    leaders: Mapping[str, int] = field(default_factory=dict)
    endorse: Mapping[tuple[str, str], int] = field(default_factory=dict)
    gap: Mapping[tuple[str, str], int] = field(default_factory=dict)


def carried(positions: Iterable[Position], interviews: Sequence[Interview]) -> Carried:
    """What the leaders of each organisation carry; `positions` are one round for each leader."""
    belongs = leader_values(interviews, "organisation")
    endorsing = [p for p in positions if p.endorses]
    return Carried(
        leaders=Counter(belongs.values()),
        endorse=Counter((belongs[p.leader], p.code) for p in endorsing),
        gap=Counter((belongs[p.leader], p.code) for p in endorsing if in_gap(p)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Leaders, and by code how many of them endorse and how many do so without acting."""

    leaders: int
    endorse: Counter[str]
    gap: Counter[str]

    def without(self, part: "_Part") -> "_Part":
        return _Part(self.leaders - part.leaders, self.endorse - part.endorse, self.gap - part.gap)


def leave_out(carried: Carried, codebook: Codebook) -> Mapping[str, tuple[LeftOut, ...]]:
    """For each code, the organisations without which its finding would change.

    A finding changes where its rank among the findings of its kind moves by three or more, where
    it enters or leaves the top five, or where its gap's share of those interviewed moves by more
    than .10. The smallest gap left comes first. An organisation that half or more of the leaders
    belong to is never left out: what remained would be another project.
    """
    parts = _parts(carried)
    whole = _Part(
        leaders=sum(carried.leaders.values()),
        endorse=_by_code(carried.endorse),
        gap=_by_code(carried.gap),
    )
    leaves = codebook.leaves
    before = _ranks(leaves, whole)
    changed: dict[str, list[LeftOut]] = {leaf.id: [] for leaf in leaves}
    for organisation, part in parts.items():
        rest = whole.without(part)
        if 2 * part.leaders >= whole.leaders:
            continue
        after = _ranks(leaves, rest)
        for code, found in changed.items():
            moved = _moved(before[code], after[code])
            if moved or _shifted(whole, rest, code):
                found.append(LeftOut(organisation, part.leaders, rest.gap[code], after[code]))
    return {
        code: tuple(sorted(found, key=lambda one: (one.gap, one.organisation)))
        for code, found in changed.items()
    }


def _by_code(counts: Mapping[tuple[str, str], int]) -> Counter[str]:
    total: Counter[str] = Counter()
    for (_, code), leaders in counts.items():
        total[code] += leaders
    return total


def _parts(carried: Carried) -> dict[str, _Part]:
    """What each organisation carries; leaders of none are no part."""
    endorse: dict[str, Counter[str]] = defaultdict(Counter)
    gap: dict[str, Counter[str]] = defaultdict(Counter)
    for by, counts in ((endorse, carried.endorse), (gap, carried.gap)):
        for (organisation, code), leaders in counts.items():
            by[organisation][code] += leaders
    return {
        organisation: _Part(leaders, endorse[organisation], gap[organisation])
        for organisation, leaders in carried.leaders.items()
        if organisation
    }


def _ranks(leaves: Sequence[Code], part: _Part) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for kind in {leaf.kind for leaf in leaves}:
        ordered = sorted(
            (leaf for leaf in leaves if leaf.kind is kind),
            key=lambda c: striking(part.gap[c.id], part.endorse[c.id], c.label, c.id),
        )
        ranks |= {leaf.id: rank for rank, leaf in enumerate(ordered, start=1)}
    return ranks


def _moved(before: int, after: int) -> bool:
    return abs(after - before) >= _RANKS or (after <= _TOP) != (before <= _TOP)


def _shifted(whole: _Part, rest: _Part, code: str) -> bool:
    # In whole numbers, so that a change of exactly .10 is never more than .10.
    change = abs(rest.gap[code] * whole.leaders - whole.gap[code] * rest.leaders)
    return 10 * change > whole.leaders * rest.leaders
