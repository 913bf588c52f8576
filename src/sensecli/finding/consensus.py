"""How did agreement grow from interview to interview?"""

from collections.abc import Sequence

from sensecli.finding.wilson import wilson
from sensecli.model import Consensus, Point, Position


def consensus(code: str, positions: Sequence[Position]) -> Consensus:
    """The running share of leaders who endorse `code`, in the order of `positions`.

    One position for each leader, in the order of interviews (as `positions` gives them); those
    on other codes are passed over.
    """
    points: list[Point] = []
    raised = endorse = 0
    for at, position in enumerate((p for p in positions if p.code == code), start=1):
        raised += position.stance is not None
        endorse += position.endorses
        points.append(Point(at, raised, endorse))
    # Unanimity once lost never comes back, so these points are one unbroken run.
    unanimous = [point for point in points if point.unanimous]
    last = unanimous[-1] if unanimous else None
    return Consensus(
        code=code,
        points=tuple(points),
        unanimous_by=unanimous[0] if unanimous else None,
        unanimous_until=last,
        interval=wilson(last.endorse, last.raised) if last else None,
    )
