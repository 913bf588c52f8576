"""How far up the say-do ladder are those who agree, and who says that doing failed?"""

from collections import Counter
from collections.abc import Sequence

from sensecli.model import Position, Status


def ladder(positions: Sequence[Position]) -> tuple[tuple[Status, int], ...]:
    """Leaders who endorse, by highest status: the six rungs from `none` to `done`."""
    tally = Counter(p.status for p in positions if p.endorses)
    return tuple((status, tally[status]) for status in Status if not status.failed)


def failures(positions: Sequence[Position]) -> tuple[tuple[Status, int], ...]:
    """Leaders of any stance who said `stalled` or `inaction`; under the last where both."""
    tally = Counter(p.failed for p in positions)
    return tuple((status, tally[status]) for status in Status if status.failed)
