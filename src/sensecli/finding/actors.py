"""Who is expected to act, or acts?"""

from collections import Counter
from collections.abc import Sequence

from sensecli.finding.own import own
from sensecli.model import Actor, Coding, Interview, Position, Status


def actors(
    code: str,
    codings: Sequence[Coding],
    positions: Sequence[Position],
    interviews: Sequence[Interview],
) -> tuple[tuple[Actor, int], ...]:
    """Leaders who endorse `code`, counted by the actors that they name; all five, in enum order.

    A leader's actors are those of their own codings at aspiration or above; where there are
    none, of those at `none`; where there are none either, of the failures. A leader may count
    under several, but under `unspecified` only where they name nobody.
    """
    said = own((c for c in codings if c.code == code), interviews)
    tally = Counter(
        actor
        for p in positions
        if p.code == code and p.endorses
        for actor in _named(said.get((p.leader, p.round, code), ()))
    )
    return tuple((actor, tally[actor]) for actor in Actor)


def _named(said: Sequence[Coding]) -> set[Actor]:
    towards = {c.actor for c in said if c.status.rung}
    views = {c.actor for c in said if c.status is Status.NONE}
    named = towards or views or {c.actor for c in said}
    return named - {Actor.UNSPECIFIED} or named
