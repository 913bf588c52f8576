"""How agreement on one code grew from interview to interview."""

from dataclasses import dataclass

from sensecli.model.finding import Interval


@dataclass(frozen=True, slots=True)
class Point:
    """The state after so many leaders: how many raised the code, how many endorse it."""

    interviewed: int
    raised: int
    endorse: int

    @property
    def of_interviewed(self) -> float:
        """The share that endorses of those interviewed so far."""
        return self.endorse / self.interviewed if self.interviewed else 0.0

    @property
    def of_raised(self) -> float:
        """The share that endorses of those who raised it so far; 0 where nobody has."""
        return self.endorse / self.raised if self.raised else 0.0

    @property
    def unanimous(self) -> bool:
        """Whether somebody raised it, and everybody who did endorses."""
        return self.raised > 0 and self.endorse == self.raised


@dataclass(frozen=True, slots=True)
class Consensus:
    """The running agreement on one code: unanimity, not saturation.

    `unanimous_by` is the first point at which everybody who raised the code endorses it,
    `unanimous_until` the last, None where the first to raise it does not endorse. They tell k and
    how many had raised it by then; `interval` is the Wilson interval of agreement at that last k.
    """

    code: str
    points: tuple[Point, ...]
    unanimous_by: Point | None
    unanimous_until: Point | None
    interval: Interval | None
