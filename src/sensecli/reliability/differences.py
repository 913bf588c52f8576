"""Where do coders differ? Each passage and code once, by what is wrong first."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sensecli.model import Coding
from sensecli.reliability.universe import Coded, Place

_PAIR = 2

Said = tuple[tuple[str, tuple[Coding, ...]], ...]
"""Each coder's codings of one passage and code."""


class Differing(StrEnum):
    """In what: whether the code is there, whose view it is, for or against, or what is done."""

    CODE = "code"
    HOLDER = "holder"
    STANCE = "stance"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage and a code on which coders differ.

    `said` has each coder's codings of it, by holder: none where the coder left it uncoded. Coders
    who could not code the passage are not in it.
    """

    kind: Differing
    interview: str
    segment: int
    code: str
    said: Said

    @property
    def coding(self) -> Coding:
        """The first coding that any of them gave."""
        return next(coding for _, codings in self.said for coding in codings)


def differences(coded: Sequence[Coded]) -> tuple[Difference, ...]:
    """Every difference, kind by kind, in the order of the texts."""
    mute = frozenset(one.coder for one in coded if one.codes_only)
    given: dict[tuple[str, int, str], dict[str, list[Coding]]] = defaultdict(dict)
    for one in coded:
        for coding in one.codings:
            key = (coding.interview, coding.segment, coding.code)
            given[key].setdefault(one.coder, []).append(coding)
    found: list[Difference] = []
    for (interview, segment, code), codings in sorted(given.items()):
        place: Place = (interview, segment)
        said = tuple(
            (one.coder, tuple(sorted(codings.get(one.coder, ()), key=lambda c: c.holder)))
            for one in coded
            if place in one.seen
        )
        kind = _kind(said, mute) if len(said) >= _PAIR else None
        if kind:
            found.append(Difference(kind, interview, segment, code, said))
    return tuple(one for kind in Differing for one in found if one.kind is kind)


def _kind(said: Said, mute: Collection[str]) -> Differing | None:
    """In what coders differ first; who is `mute` tells only codes."""
    if len({bool(mine) for _, mine in said}) > 1:
        return Differing.CODE
    told = [mine for coder, mine in said if coder not in mute]
    if len({tuple(c.holder for c in mine) for mine in told}) > 1:
        return Differing.HOLDER
    if len({tuple(c.stance for c in mine) for mine in told}) > 1:
        return Differing.STANCE
    if len({tuple(c.status for c in mine) for mine in told}) > 1:
        return Differing.STATUS
    return None
