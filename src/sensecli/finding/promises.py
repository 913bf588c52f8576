"""What became of what was promised?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sensecli.finding.own import standing
from sensecli.finding.samething import SameThing
from sensecli.finding.talked import Talked
from sensecli.model import Codebook, Coding, Fate, Kind, Promise, Status

_PROMISED = frozenset({Status.COMMITMENT, Status.INTENTION})
_OPEN = _PROMISED | {Status.ASPIRATION}
# On another code, or none, it has to be so much plainer that a passage is about the same thing.
_ELSEWHERE = 1.5

Said = Mapping[str, Sequence[Coding]]
"""What one leader said in one round, by code."""


def promises(
    talked: Talked,
    rounds: tuple[str, str],
    leaders: Iterable[str],
    codebook: Codebook,
    same: SameThing,
) -> tuple[Promise, ...]:
    """Every undertaking of the first of two rounds, and what its leader says of it in the second.

    One for each leader and theme or barrier: the commitment, or else the intention, that was said
    last. A theme is wide, so only later passages that are about the same thing (`same`) tell what
    became of it, on the same code or, where they are plainly so, on another or none. Kept:
    something is underway or done and did not fail. Failed: it stalled or was not done. Else it is
    still being talked about. Who says no more of it has not mentioned it again, whatever else they
    do on the theme. Leaders come in the order given, promises as they were made.
    """
    codes = [leaf.id for leaf in codebook.leaves if leaf.kind is not Kind.LENS]
    found: list[Promise] = []
    for leader in leaders:
        earlier, later = (talked.by_code(leader, name) for name in rounds)
        made = [one for code in codes if (one := _made(earlier.get(code, ())))]
        made.sort(key=talked.order)
        found += (_promise(leader, one, later, talked, same) for one in made)
    return tuple(found)


def _made(said: Iterable[Coding]) -> Coding | None:
    """The firmest undertaking on a code, of equals the last."""
    promised = [one for one in said if one.status in _PROMISED]
    return max(reversed(promised), key=lambda one: one.status.rung, default=None)


def _promise(leader: str, made: Coding, later: Said, talked: Talked, same: SameThing) -> Promise:
    alike = dict(_alike(made, list(chain(*later.values())), same))
    left = {one for held in later.values() for one in standing(held)}
    fate, told = _fate(alike, left)
    # The likest, of equals the last.
    says = max(told, key=lambda one: (alike[one], talked.order(one)), default=None)
    return Promise(
        leader, made.code, talked.quote(made), fate, talked.quote(says) if says else None
    )


def _alike(
    made: Coding, later: Sequence[Coding], same: SameThing
) -> Iterator[tuple[Coding, float]]:
    for one, likeness in zip(later, same.likeness(made, later), strict=True):
        if likeness >= (1.0 if one.code == made.code else _ELSEWHERE):
            yield one, likeness


def _fate(alike: Iterable[Coding], left: Collection[Coding]) -> tuple[Fate, list[Coding]]:
    """What became of it, and the passages that tell it."""
    every = list(alike)
    for fate, told in (
        (Fate.KEPT, [one for one in every if one.status.acts and one in left]),
        (Fate.FAILED, [one for one in every if one.status.failed]),
        (Fate.TALKED_ABOUT, [one for one in every if one.status in _OPEN]),
    ):
        if told:
            return fate, told
    return (Fate.TALKED_ABOUT if every else Fate.VANISHED), every
