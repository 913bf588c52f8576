"""How many agree, how many act, and what lies between?"""

from collections import Counter
from collections.abc import Callable

from sensecli.finding.held import Held
from sensecli.finding.wilson import wilson
from sensecli.model import Counts, Figures, Position, Stance, Status


def figures(held: Held) -> Figures:
    """The figures of one code over leaders, from the positions that they hold.

    Shares are 0 where they would be of nobody. Silence about action is not inaction, so the gap
    of those who endorse has two bounds: `gap_low` said outright that doing failed and have no
    action left, `gap_high` assert no action.
    """
    counts = count(held)
    endorsing = {p: leaders for p, leaders in held.items() if p.endorses}
    act = leaders_who(endorsing, lambda p: p.acts)
    gap = counts.endorse - act
    outright = leaders_who(endorsing, lambda p: p.failed is not None and not p.acts)
    return Figures(
        counts=counts,
        act=act,
        act_own=leaders_who(endorsing, lambda p: p.acts and p.own_side),
        committed=leaders_who(endorsing, lambda p: p.status is Status.COMMITMENT),
        failed=leaders_who(endorsing, lambda p: p.failed is not None),
        gap=gap,
        gap_share=share(gap, counts.n),
        gap_low=share(outright, counts.endorse),
        gap_high=share(gap, counts.endorse),
        interval=wilson(counts.endorse, counts.n),
    )


def count(held: Held) -> Counts:
    """Leaders by stance on one code; the five classes sum to `n`."""
    by: Counter[Stance | None] = Counter()
    for position, leaders in held.items():
        by[position.stance] += leaders
    n = by.total()
    return Counts(
        n=n,
        raised=n - by[None],
        endorse=by[Stance.ENDORSE],
        mixed=by[Stance.MIXED],
        oppose=by[Stance.OPPOSE],
        neutral=by[Stance.NEUTRAL],
        silent=by[None],
    )


def leaders_who(held: Held, so: Callable[[Position], bool]) -> int:
    """How many leaders hold a position of which `so` is true."""
    return sum(leaders for position, leaders in held.items() if so(position))


def share(part: int, whole: int) -> float:
    """`part` out of `whole`; 0 where `whole` is 0."""
    return part / whole if whole else 0.0


def in_gap(position: Position) -> bool:
    """Whether the leader endorses and does not act."""
    return position.endorses and not position.acts
