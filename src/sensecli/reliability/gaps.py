"""Do the two coders find the same gaps?"""

from collections.abc import Iterable
from dataclasses import dataclass

from sensecli.model import Position

SILENT = "silent"

Cell = tuple[str, str]
"""A leader and a code."""


@dataclass(frozen=True, slots=True)
class GapShare:
    """Of `n` leaders, how many endorse a code and do not act: by gold and by our codings."""

    code: str
    n: int
    gold: int
    ours: int

    @property
    def error(self) -> float:
        """How far the two shares of leaders lie apart, 0 to 1."""
        return abs(self.gold - self.ours) / self.n if self.n else 0.0


def in_gap(position: Position) -> bool:
    """Whether the leader endorses and does not act."""
    return position.endorses and not position.acts


def stance_of(position: Position) -> str:
    """The stance, silence included."""
    return SILENT if position.stance is None else position.stance.value


def paired(
    gold: Iterable[Position], ours: Iterable[Position], codes: Iterable[str]
) -> tuple[tuple[Position, Position], ...]:
    """The positions of both on the same leader and code: one for each, in one round."""
    wanted = set(codes)
    mine = {(p.leader, p.code): p for p in ours}
    return tuple(
        (one, mine[one.leader, one.code])
        for one in gold
        if one.code in wanted and (one.leader, one.code) in mine
    )


def mean_error(shares: Iterable[GapShare]) -> float | None:
    """The mean over codes of the error of the gap's share; None without codes."""
    errors = [one.error for one in shares]
    return sum(errors) / len(errors) if errors else None
