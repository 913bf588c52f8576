"""Pieces of a table -> their sum."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sensecli.coding.missed import MissedPassages
from sensecli.coding.missed import merged as all_missed
from sensecli.finding.groups import NO_GROUP
from sensecli.finding.tally import Tally, merged
from sensecli.model import Notice, Problem, Totals
from sensecli.streaming.pieces import Piece

# So many interviews whose speakers were told apart by a guess are told one by one.
_TOLD = 100


@dataclass(frozen=True, slots=True)
class Sum:
    """What all pieces so far come to; of nothing, as it is made.

    `guessed` are the first notices of speakers told apart by a guess, and `guesses` how many.
    """

    tally: Tally = field(default_factory=Tally)
    missed: MissedPassages = field(default_factory=lambda: MissedPassages((), 0))
    segments: int = 0
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    guessed: tuple[Notice, ...] = ()
    guesses: int = 0

    @property
    def told(self) -> tuple[Notice, ...]:
        """All that is worth knowing."""
        left = self.guesses - len(self.guessed)
        more = f"Of {left:,} more interviews, who leads was told by a guess."
        return (*self.notices, *self.guessed, *((Notice(more),) if left else ()))

    @property
    def totals(self) -> Totals:
        """How much it rests on."""
        counted = self.tally
        return Totals(
            interviews=counted.interviews,
            leaders=counted.leaders,
            segments=self.segments,
            codings=counted.codings,
            own=counted.own,
            groups=tuple(sorted((g, n) for g, n in counted.groups.items() if g != NO_GROUP)),
            coders=tuple(sorted(counted.coders)),
            dates=counted.dates,
        )


def summed(whole: Sum, lot: Sequence[Piece]) -> Sum:
    """The sum with some more pieces in it."""
    guessed = tuple(one for piece in lot for one in piece.guessed)
    return Sum(
        tally=merged(whole.tally, *(piece.tally for piece in lot)),
        missed=all_missed((whole.missed, *(piece.missed for piece in lot))),
        segments=whole.segments + sum(piece.segments for piece in lot),
        problems=(*whole.problems, *(one for piece in lot for one in piece.problems)),
        notices=(*whole.notices, *(one for piece in lot for one in piece.notices)),
        guessed=(*whole.guessed, *guessed)[:_TOLD],
        guesses=whole.guesses + len(guessed),
    )
