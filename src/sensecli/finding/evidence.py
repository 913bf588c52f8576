"""In whose words? The quotes that stand for a finding."""

from sensecli.finding.witnesses import Rank, Witnesses
from sensecli.model import Quote

_Witness = tuple[Rank, Quote]


def quotes(code: str, witnesses: Witnesses) -> tuple[Quote, ...]:
    """The passages that show the finding on `code`: the same ones whatever order things come in.

    An endorsement; a failure from another leader, or else a barrier (themes only); a dissent
    wherever there is one; an action wherever somebody acts. No passage is shown twice.
    """
    dissent = next(iter(_ranked(code, "dissent", witnesses)), None)
    action = next(iter(_ranked(code, "action", witnesses)), None)
    endorsing = _ranked(code, "endorsement", witnesses)
    endorsement = next((one for one in endorsing if not _same_passage(one, action)), None)
    setback = _setback(code, witnesses, endorsement, dissent)
    return tuple(one[1] for one in (endorsement, setback, dissent, action) if one)


def _ranked(code: str, why: str, witnesses: Witnesses) -> list[_Witness]:
    return sorted(witnesses.get((code, why), {}).items(), key=lambda one: one[0])


def _same_passage(one: _Witness, other: _Witness | None) -> bool:
    return other is not None and one[0].passage == other[0].passage


def _setback(
    code: str, witnesses: Witnesses, endorsement: _Witness | None, dissent: _Witness | None
) -> _Witness | None:
    """A failure or else a barrier: another leader's before the same leader's."""
    who = endorsement[0].leader if endorsement else None
    failures, obstacles = (
        [
            one
            for one in _ranked(code, why, witnesses)
            if not _same_passage(one, endorsement) and not _same_passage(one, dissent)
        ]
        for why in ("failure", "barrier")
    )
    for same in (False, True):
        for ranked in (failures, obstacles):
            for one in ranked:
                if (one[0].leader == who) is same:
                    return one
    return None
