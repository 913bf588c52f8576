"""Who is expected to act, or acts?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sensecli.finding.own import Case
from sensecli.model import Actor, Coding, Position, Status

Named = Mapping[tuple[str, Actor], int]
"""A code and an actor, and the number of leaders who endorse the code and name that actor."""


def named(
    said: Mapping[Case, Sequence[Coding]], positions: Iterable[Position]
) -> Counter[tuple[str, Actor]]:
    """Leaders who endorse a code, counted by the actors that they name; `said` is their own.

    A leader's actors are those of their own codings at aspiration or above; where there are
    none, of those at `none`; where there are none either, of the failures. A leader may count
    under several, but under `unspecified` only where they name nobody.
    """
    return Counter(
        (p.code, actor)
        for p in positions
        if p.endorses
        for actor in _actors(said.get((p.leader, p.round, p.code), ()))
    )


def actors(code: str, named: Named) -> tuple[tuple[Actor, int], ...]:
    """Leaders who endorse `code`, by the actors that they name; all five, in enum order."""
    return tuple((actor, named.get((code, actor), 0)) for actor in Actor)


def _actors(said: Sequence[Coding]) -> set[Actor]:
    towards = {c.actor for c in said if c.status.rung}
    views = {c.actor for c in said if c.status is Status.NONE}
    known = towards or views or {c.actor for c in said}
    return known - {Actor.UNSPECIFIED} or known
