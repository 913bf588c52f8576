"""What was found, what was there, and what of it was right."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass

from measured.showing import said


@dataclass(frozen=True, slots=True)
class Score:
    """Counts: right, of `ours`, of `gold`."""

    right: int
    ours: int
    gold: int

    @property
    def f1(self) -> float | None:
        """None where there is nothing on either side."""
        return 2 * self.right / (self.ours + self.gold) if self.ours + self.gold else None

    def __str__(self) -> str:
        """.77 (.78, .71; 55 of 71, of 77): F1, precision and recall."""
        precision = self.right / self.ours if self.ours else None
        recall = self.right / self.gold if self.gold else None
        counts = f"{self.right} right, {self.ours} ours, {self.gold} gold"
        return f"**{said(self.f1)}** ({said(precision)}, {said(recall)}; {counts})"


def score(ours: Collection[Hashable], gold: Collection[Hashable]) -> Score:
    """Of what is told apart by itself alone."""
    return Score(len(set(ours) & set(gold)), len(set(ours)), len(set(gold)))
