"""Where do the two differ, worst first?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sensecli.model import Coding, Stance, Status
from sensecli.reliability.detection import held
from sensecli.reliability.pairs import by_code, matched


class Kind(StrEnum):
    """In what two coders differ over a passage."""

    STANCE = "stance"
    STATUS = "status"
    HOLDER = "holder"
    SURPLUS = "surplus"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One passage and one code: `gold` is None where only we coded it, `ours` where we did not.

    A missed coding whose `segment` is below zero is about a passage that is no segment of ours.
    """

    kind: Kind
    gold: Coding | None
    ours: Coding | None

    @property
    def coding(self) -> Coding:
        """Whichever there is, gold first."""
        found = self.gold or self.ours
        if found is None:
            message = "a disagreement is between two coders, so one of them has coded"
            raise ValueError(message)
        return found


_STANCES = {Stance.OPPOSE: 0, Stance.NEUTRAL: 1, Stance.MIXED: 1, Stance.ENDORSE: 2}


def disagreements(gold: Sequence[Coding], ours: Sequence[Coding]) -> tuple[Disagreement, ...]:
    """Every disagreement: kind by kind, the worst of its kind first.

    Stances by their distance and statuses by action taken for none (or the reverse), then by the
    distance of their rungs; what is missed by whether it tells of action or failure; all then by
    how sure we were, and by their order in the texts.
    """
    pairs = matched(gold, ours)
    holders = [(g, o) for g, o in by_code(gold, ours) if g.holder is not o.holder]
    known = {held(g) for pair in (pairs, holders) for g, _ in pair}
    mine = {held(o) for pair in (pairs, holders) for _, o in pair}
    return (
        *_ranked(Kind.STANCE, [(g, o) for g, o in pairs if g.stance is not o.stance]),
        *_ranked(Kind.STATUS, [(g, o) for g, o in pairs if g.status is not o.status]),
        *_ranked(Kind.HOLDER, holders),
        *_ranked(Kind.SURPLUS, [(None, o) for o in ours if held(o) not in mine]),
        *_ranked(Kind.MISSED, [(g, None) for g in gold if held(g) not in known]),
    )


def _ranked(kind: Kind, pairs: Iterable[tuple[Coding | None, Coding | None]]) -> list[Disagreement]:
    return sorted((Disagreement(kind, g, o) for g, o in pairs), key=_weight)


def _weight(one: Disagreement) -> tuple[float, ...]:
    """Least for the worst."""
    gold, ours = one.gold, one.ours
    sure = -(ours.confidence if ours else 0.0)
    if gold is None:
        return (sure,)
    if ours is None:
        return (not _tells_of_deeds(gold.status),)
    if one.kind is Kind.STANCE:
        return (-abs(_STANCES[gold.stance] - _STANCES[ours.stance]), sure)
    if one.kind is Kind.STATUS:
        same = gold.status.acts is ours.status.acts
        return (same, -abs(gold.status.rung - ours.status.rung), sure)
    return (sure,)


def _tells_of_deeds(status: Status) -> bool:
    return status.acts or status.failed
