"""Does a finding hang on one organisation?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sensecli.finding.figures import in_gap
from sensecli.finding.rounds import leader_values
from sensecli.finding.striking import striking
from sensecli.model import Code, Codebook, Interview, LeftOut, Position

_TOP = 5
_RANKS = 3


@dataclass(frozen=True, slots=True)
class _Tally:
    """Leaders, and by code how many of them endorse and how many do so without acting."""

    leaders: int
    endorse: Counter[str]
    gap: Counter[str]

    def without(self, part: "_Tally") -> "_Tally":
        return _Tally(self.leaders - part.leaders, self.endorse - part.endorse, self.gap - part.gap)


def leave_out(
    positions: Sequence[Position], interviews: Sequence[Interview], codebook: Codebook
) -> Mapping[str, tuple[LeftOut, ...]]:
    """For each code, the organisations without which its finding would change.

    `positions` are those on all codes, one round for each leader. A finding changes where its
    rank among the findings of its kind moves by three or more, where it enters or leaves the top
    five, or where its gap's share of those interviewed moves by more than .10. The smallest gap
    left comes first. An organisation that half or more of the leaders belong to is never left
    out: what remained would be another project.
    """
    whole = _tally(positions)
    parts = _by_organisation(positions, interviews)
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


def _tally(positions: Iterable[Position]) -> _Tally:
    positions = tuple(positions)
    return _Tally(
        leaders=len({p.leader for p in positions}),
        endorse=Counter(p.code for p in positions if p.endorses),
        gap=Counter(p.code for p in positions if in_gap(p)),
    )


def _by_organisation(
    positions: Sequence[Position], interviews: Sequence[Interview]
) -> dict[str, _Tally]:
    belongs = leader_values(interviews, "organisation")
    members: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if belongs.get(position.leader):
            members[belongs[position.leader]].append(position)
    return {organisation: _tally(held) for organisation, held in members.items()}


def _ranks(leaves: Sequence[Code], tally: _Tally) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for kind in {leaf.kind for leaf in leaves}:
        ordered = sorted(
            (leaf for leaf in leaves if leaf.kind is kind),
            key=lambda c: striking(tally.gap[c.id], tally.endorse[c.id], c.label, c.id),
        )
        ranks |= {leaf.id: rank for rank, leaf in enumerate(ordered, start=1)}
    return ranks


def _moved(before: int, after: int) -> bool:
    return abs(after - before) >= _RANKS or (after <= _TOP) != (before <= _TOP)


def _shifted(whole: _Tally, rest: _Tally, code: str) -> bool:
    # In whole numbers, so that a change of exactly .10 is never more than .10.
    change = abs(rest.gap[code] * whole.leaders - whole.gap[code] * rest.leaders)
    return 10 * change > whole.leaders * rest.leaders
