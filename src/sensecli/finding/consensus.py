"""How did agreement grow from interview to interview?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sensecli.finding.figures import share
from sensecli.finding.wilson import wilson
from sensecli.model import Interval, Position


@dataclass(frozen=True, slots=True)
class Point:
    """The state after so many leaders: how many raised the code, how many endorse it."""

    interviewed: int
    raised: int
    endorse: int

    @property
    def of_interviewed(self) -> float:
        """The share that endorses of those interviewed so far."""
        return share(self.endorse, self.interviewed)

    @property
    def of_raised(self) -> float:
        """The share that endorses of those who raised it so far; 0 where nobody has."""
        return share(self.endorse, self.raised)

    @property
    def unanimous(self) -> bool:
        """Whether somebody raised it, and everybody who did endorses."""
        return self.raised > 0 and self.endorse == self.raised

    @property
    def interval(self) -> Interval:
        """The Wilson interval of `endorse` out of `raised`."""
        return wilson(self.endorse, self.raised)


@dataclass(frozen=True, slots=True)
class Consensus:
    """The running agreement on one code: unanimity, not saturation.

    `unanimous_by` is the first point at which everybody who raised the code endorses it,
    `unanimous_until` the last, None where the first to raise it does not endorse. They tell k,
    how many had raised it by then, and the interval at k.
    """

    code: str
    points: tuple[Point, ...]
    unanimous_by: Point | None
    unanimous_until: Point | None


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
    return Consensus(
        code=code,
        points=tuple(points),
        unanimous_by=unanimous[0] if unanimous else None,
        unanimous_until=unanimous[-1] if unanimous else None,
    )
