"""A sentence as clauses, told by the marks and words that join them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sensecli.coding.folding import fold

_JOINT = re.compile(
    r";|:(?=\s)|\s-{1,2}\s|,?\s(?:but|because|although|though|whereas|except that|only that)\s"
    r"|,\s(?:so|and so|and yet|yet|and then|then|only|which is why|until|while)\s"
    r"|,\s(?:and|or)?\s?(?=(?:i|we|he|she|they|it|there|that|this|nobody|someone|somebody)\b(?:'\w+)?\s)"
    r"|,\sand\s(?=(?:the|a|an|our|my|his|her|their|this|that|these|those|some|both|each|one)\b)"
    r"|[.?!][\"')]*\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A half-open stretch of a segment's text."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch `start:end` begins in this clause."""
        return self.start <= start < max(self.end, self.start + 1) or (start < self.start < end)


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of `text`, in order, covering all of it."""
    cuts = [0, *(m.start() for m in _JOINT.finditer(fold(text)) if m.start() > 0), len(text)]
    return tuple(Clause(a, b) for a, b in pairwise(cuts) if b > a)


def reach(
    parts: Sequence[Clause], own: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> tuple[Clause, ...]:
    """The clauses that speak of a theme whose cues are at `own`.

    The clauses that hold its cues, and those next to them up to a clause with another theme's
    cues (`others`): an unthemed clause belongs to the theme before it, or failing that after it.
    """
    if not own:
        return tuple(parts)
    mine = {i for i, part in enumerate(parts) if any(part.holds(*span) for span in own)}
    theirs = {i for i, part in enumerate(parts) if any(part.holds(*span) for span in others)}
    if not theirs - mine:
        return tuple(parts)
    kept = set(mine)
    for i in range(len(parts)):
        if i in mine or i in theirs:
            continue
        before = [j for j in range(i - 1, -1, -1) if j in mine or j in theirs]
        after = [j for j in range(i + 1, len(parts)) if j in mine or j in theirs]
        nearest = before[0] if before else after[0]
        if nearest in mine:
            kept.add(i)
    return tuple(part for i, part in enumerate(parts) if i in kept)
