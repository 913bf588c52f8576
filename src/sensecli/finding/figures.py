"""How many agree, how many act, and what lies between?"""

from collections import Counter
from collections.abc import Sequence

from sensecli.finding.wilson import wilson
from sensecli.model import Counts, Figures, Position, Stance, Status


def figures(positions: Sequence[Position]) -> Figures:
    """The figures of one code over leaders, from one position for each of them.

    Shares are 0 where they would be of nobody. Silence about action is not inaction, so the gap
    of those who endorse has two bounds: `gap_low` said outright that doing failed and have no
    action left, `gap_high` assert no action.
    """
    counts = count(positions)
    endorsing = [p for p in positions if p.endorses]
    act = sum(p.acts for p in endorsing)
    gap = counts.endorse - act
    outright = sum(p.failed is not None and not p.acts for p in endorsing)
    return Figures(
        counts=counts,
        act=act,
        act_own=sum(p.acts and p.own_side for p in endorsing),
        committed=sum(p.status is Status.COMMITMENT for p in endorsing),
        failed=sum(p.failed is not None for p in endorsing),
        gap=gap,
        gap_share=share(gap, counts.n),
        gap_low=share(outright, counts.endorse),
        gap_high=share(gap, counts.endorse),
        interval=wilson(counts.endorse, counts.n),
    )


def count(positions: Sequence[Position]) -> Counts:
    """Leaders by stance on one code; the five classes sum to `n`."""
    by = Counter(p.stance for p in positions)
    return Counts(
        n=len(positions),
        raised=len(positions) - by[None],
        endorse=by[Stance.ENDORSE],
        mixed=by[Stance.MIXED],
        oppose=by[Stance.OPPOSE],
        neutral=by[Stance.NEUTRAL],
        silent=by[None],
    )


def share(part: int, whole: int) -> float:
    """`part` out of `whole`; 0 where `whole` is 0."""
    return part / whole if whole else 0.0


def in_gap(position: Position) -> bool:
    """Whether the leader endorses and does not act."""
    return position.endorses and not position.acts
