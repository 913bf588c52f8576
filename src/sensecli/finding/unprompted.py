"""What is left without those who only agreed to the interviewer's own pitch?"""

from dataclasses import replace

from sensecli.finding.figures import figures, share
from sensecli.finding.held import Held
from sensecli.finding.wilson import wilson
from sensecli.model import Figures, Position


def unprompted(held: Held) -> Figures:
    """The figures of one code with the prompted-only leaders taken out of the endorsers.

    `n` and `raised` stay: those leaders were interviewed and did speak of it. They count under
    no stance, so here the stances sum to `n` less the leaders taken out.
    """
    everybody = figures(held)
    left = figures({p: leaders for p, leaders in held.items() if not only_prompted(p)})
    n = everybody.counts.n
    return replace(
        left,
        counts=replace(left.counts, n=n, raised=everybody.counts.raised),
        gap_share=share(left.gap, n),
        interval=wilson(left.counts.endorse, n),
    )


def only_prompted(position: Position) -> bool:
    """Whether the leader endorses, and only where the interviewer pitched."""
    return position.endorses and position.prompted_only
