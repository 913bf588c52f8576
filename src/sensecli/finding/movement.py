"""Who moved up or down the ladder, theme by theme?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sensecli.finding.own import Case, standing
from sensecli.finding.paired import paired
from sensecli.finding.talked import Talked
from sensecli.model import (
    Code,
    Codebook,
    Direction,
    Kind,
    Move,
    Paired,
    Position,
    Quote,
    ThemeMovement,
)

Stands = Mapping[Case, Position]
"""Positions by (leader, round, code), those of the silent included."""


def theme_movements(
    stands: Stands,
    rounds: tuple[str, str],
    leaders: Iterable[str],
    codebook: Codebook,
    talked: Talked,
) -> tuple[ThemeMovement, ...]:
    """Each theme that any of the `leaders`, who were met in both `rounds`, speaks of in either.

    The paired figures are over all of them, and who is silent does not endorse, as in a finding.
    `up`, `down` and `same` count those who speak of it in both rounds: silence is no evidence of a
    move (`Move.silent`), and a later interview may only have been shorter. Themes on which the most
    moved come first, then by what changed in agreement and action, then by label.
    """
    leaders = tuple(leaders)
    found: list[ThemeMovement] = []
    for leaf in (one for one in codebook.leaves if one.kind is Kind.THEME):
        pairs = [
            (stands[one, rounds[0], leaf.id], stands[one, rounds[1], leaf.id]) for one in leaders
        ]
        if moves := tuple(_moves(pairs, talked)):
            found.append(_movement(leaf, pairs, moves))
    return tuple(sorted(found, key=_most_moved))


def direction(before: Position, after: Position) -> Direction:
    """Which way from one position to another: by the rung of who endorses, 0 for who does not.

    On the same rung, a failure that is newly said is down, and one no longer said is up.
    """
    was, is_ = _rank(before), _rank(after)
    if was != is_:
        return Direction.UP if is_ > was else Direction.DOWN
    if bool(before.failed) == bool(after.failed):
        return Direction.SAME
    return Direction.DOWN if after.failed else Direction.UP


def _rank(position: Position) -> int:
    return 1 + position.status.rung if position.endorses else 0


_Pair = tuple[Position, Position]


def _movement(leaf: Code, pairs: Sequence[_Pair], moves: tuple[Move, ...]) -> ThemeMovement:
    ways = [one.direction for one in moves if not one.silent]
    return ThemeMovement(
        code=leaf.id,
        label=leaf.label,
        up=ways.count(Direction.UP),
        down=ways.count(Direction.DOWN),
        same=ways.count(Direction.SAME),
        endorse=_paired(pairs, lambda one: one.endorses),
        act=_paired(pairs, lambda one: one.acts),
        moves=moves,
    )


def _paired(pairs: Sequence[_Pair], so: Callable[[Position], bool]) -> Paired:
    both = [(so(before), so(after)) for before, after in pairs]
    return paired(
        sum(before for before, _ in both),
        sum(after for _, after in both),
        gained=both.count((False, True)),
        n=len(both),
    )


def _moves(pairs: Iterable[_Pair], talked: Talked) -> Iterator[Move]:
    for before, after in pairs:
        if before.stance is None and after.stance is None:
            continue
        # On one rung, it is the failure alone that tells the two apart.
        level = _rank(before) == _rank(after)
        said, says = (_shown(one, talked, failing=level) for one in (before, after))
        way = direction(before, after)
        yield Move(before.leader, before.code, before, after, way, said, says)


def _shown(position: Position, talked: Talked, *, failing: bool) -> Quote | None:
    """The passage that holds a position: the failure where it tells, else what is on its rung."""
    held, rung = talked.behind(position), position.status.rung
    if position.failed and (failing or not rung):
        holding = [one for one in held if one.status.failed]
    else:
        holding = [one for one in standing(held) if one.status.rung == rung]
    if not holding:
        return None
    best = min(
        holding, key=lambda one: (one.stance is not position.stance, one.prompted, -one.confidence)
    )
    return talked.quote(best)


def _most_moved(one: ThemeMovement) -> tuple[int, int, str, str]:
    changes = (one.endorse.gained, one.endorse.lost, one.act.gained, one.act.lost)
    return -(one.up + one.down), -sum(changes), one.label, one.code
