"""What became of what was promised?"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from sensecli.finding.own import standing
from sensecli.finding.talked import Talked
from sensecli.model import Codebook, Coding, Fate, Kind, Promise, Status

_OPEN = frozenset({Status.COMMITMENT, Status.INTENTION, Status.ASPIRATION})

Same = Callable[[Coding, Sequence[Coding]], Sequence[float]]
"""How surely each of some passages is about the same thing as one, up to 1; 0 where it is not."""

Said = Mapping[str, Sequence[Coding]]
"""What one leader said in one round, by code."""


def promises(
    undertook: Talked,
    talked: Talked,
    rounds: tuple[str, str],
    leaders: Iterable[str],
    codebook: Codebook,
    *,
    same: Same,
) -> tuple[Promise, ...]:
    """Every undertaking of the first of two rounds, and what its leader says of it in the second.

    One for each passage that undertakes something, coded or not. A theme is wide, so what became
    of it is told by the later passages that are about the same thing (`same`), on whatever code or
    on none. Kept: something is underway or done and did not fail. Failed: it stalled or was not
    done. Else it is still being talked about. Who says no more of it has not mentioned it again,
    whatever else they do on the theme. Leaders come in the order given, promises as they were made.
    """
    lenses = {leaf.id for leaf in codebook.leaves if leaf.kind is Kind.LENS}
    before, after = rounds
    found: list[Promise] = []
    for leader in leaders:
        later = talked.by_code(leader, after)
        made = _made(undertook.by_code(leader, before), lenses)
        found += (
            _promise(leader, one, later, talked, same) for one in sorted(made, key=talked.order)
        )
    return tuple(found)


def _made(said: Said, lenses: Collection[str]) -> Collection[Coding]:
    """One undertaking a passage: of several codes that of the firmest, "" where all are lenses."""
    firmest: dict[tuple[str, int], Coding] = {}
    for one in chain(*said.values()):
        own = replace(one, code="") if one.code in lenses else one
        place = own.interview, own.segment
        firmest[place] = max(firmest.get(place, own), own, key=_firmness)
    return firmest.values()


def _firmness(coding: Coding) -> tuple[bool, int]:
    return bool(coding.code), coding.status.rung


def _promise(leader: str, made: Coding, later: Said, talked: Talked, same: Same) -> Promise:
    heard = list(chain(*later.values()))
    sure = {one: found for one, found in zip(heard, same(made, heard), strict=True) if found}
    left = {one for held in later.values() for one in standing(held)}
    fate, told = _fate(sure, left)
    # The surest, of equals the last, of one passage on the promise's own code.
    says = max(
        told, key=lambda one: (sure[one], talked.order(one), one.code == made.code), default=None
    )
    return Promise(
        leader, made.code, talked.quote(made), fate, talked.quote(says) if says else None
    )


def _fate(same: Iterable[Coding], left: Collection[Coding]) -> tuple[Fate, list[Coding]]:
    """What became of it, and the passages that tell it."""
    every = list(same)
    for fate, told in (
        (Fate.KEPT, [one for one in every if one.status.acts and one in left]),
        (Fate.FAILED, [one for one in every if one.status.failed]),
        (Fate.TALKED_ABOUT, [one for one in every if one.status in _OPEN]),
    ):
        if told:
            return fate, told
    return (Fate.TALKED_ABOUT if every else Fate.VANISHED), every
