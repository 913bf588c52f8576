"""What people remarked on passages, beside the codings that it is about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sensecli.model import Analysis, Coding, Decided

Place = tuple[str, int]
"""An interview and a segment's number."""


@dataclass(frozen=True, slots=True)
class Memos:
    """Each passage's memos in order of time; those on one coding's code, and those on none."""

    by_place: Mapping[Place, tuple[Decided, ...]]

    def on(self, coding: Coding) -> tuple[Decided, ...]:
        """The memos on the coding: those on its passage that are about no other code."""
        held = self.by_place.get((coding.interview, coding.segment), ())
        return tuple(one for one in held if code_of(one) in {"", coding.code})

    def on_none(self, codings: Iterable[Coding]) -> tuple[Decided, ...]:
        """The memos that are on none of these codings."""
        told = {one.decision.id for coding in codings for one in self.on(coding)}
        every = (one for held in self.by_place.values() for one in held)
        return tuple(one for one in every if one.decision.id not in told)


def memos(analysis: Analysis) -> Memos:
    """All memos of an analysis."""
    found: dict[Place, list[Decided]] = defaultdict(list)
    for one in analysis.laid.memos if analysis.laid else ():
        found[one.segment.interview, one.segment.number].append(one)
    return Memos({place: tuple(held) for place, held in found.items()})


def code_of(memo: Decided) -> str:
    """The code of the coding that a memo was written on; "" where it is on the passage."""
    decision = memo.decision
    if decision.values:
        return decision.values.code
    return decision.about[0] if decision.about else ""
