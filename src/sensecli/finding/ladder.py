"""How far up the say-do ladder are those who agree, and who says that doing failed?"""

from collections import Counter

from sensecli.finding.held import Held
from sensecli.model import Status


def ladder(held: Held) -> tuple[tuple[Status, int], ...]:
    """Leaders who endorse, by highest status: the six rungs from `none` to `done`."""
    tally: Counter[Status] = Counter()
    for position, leaders in held.items():
        if position.endorses:
            tally[position.status] += leaders
    return tuple((status, tally[status]) for status in Status if not status.failed)


def failures(held: Held) -> tuple[tuple[Status, int], ...]:
    """Leaders of any stance who said `stalled` or `inaction`; under the last where both."""
    tally: Counter[Status | None] = Counter()
    for position, leaders in held.items():
        tally[position.failed] += leaders
    return tuple((status, tally[status]) for status in Status if status.failed)
