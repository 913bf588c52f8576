"""What comes of people's decisions where they are laid over the codings of the program."""

from dataclasses import dataclass

from sensecli.model.coding import Coding
from sensecli.model.decision import Decision
from sensecli.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that holds, and the segment that it is about; `before` is what was said before it.

    `coding` is what the decision puts there; None where it puts none (reject, memo, read).
    """

    decision: Decision
    segment: Segment
    before: str = ""
    coding: Coding | None = None


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision that has no place in the interviews or the codebook as they are, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two coders' last words on one coding that differ: the later one stands."""

    earlier: Decision
    later: Decision


@dataclass(frozen=True, slots=True)
class Laid:
    """The codings with people's decisions laid over them, and what became of each decision.

    `decided` has the last word on each coding (accept, change, add, reject), `memos` each decision
    with a memo, `read` the passages that a coder has seen whole; all in the order of the texts.
    `moved` counts the decisions that were found elsewhere than at their offsets.
    """

    codings: tuple[Coding, ...]
    decided: tuple[Decided, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    memos: tuple[Decided, ...] = ()
    moved: int = 0
    conflicts: tuple[Conflict, ...] = ()
    read: tuple[Decided, ...] = ()
