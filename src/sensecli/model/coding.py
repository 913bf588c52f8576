"""A segment given a code, and what is said of it."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """Towards the code's own proposition."""

    ENDORSE = "endorse"
    OPPOSE = "oppose"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class Status(StrEnum):
    """The say-do ladder: what is said about doing something."""

    NONE = "none"
    ASPIRATION = "aspiration"
    INTENTION = "intention"
    COMMITMENT = "commitment"
    UNDERWAY = "underway"
    DONE = "done"
    STALLED = "stalled"
    INACTION = "inaction"

    @property
    def rung(self) -> int:
        """Its rank on the ladder, 0 to 5; the two that say that doing failed rank 0."""
        return _RUNGS.get(self, 0)

    @property
    def acts(self) -> bool:
        """Whether it counts as action."""
        return self in {Status.UNDERWAY, Status.DONE}

    @property
    def failed(self) -> bool:
        """Whether it says that doing failed."""
        return self in {Status.STALLED, Status.INACTION}


_RUNGS = {
    Status.ASPIRATION: 1,
    Status.INTENTION: 2,
    Status.COMMITMENT: 3,
    Status.UNDERWAY: 4,
    Status.DONE: 5,
}


class Actor(StrEnum):
    """Who is to act, or acted."""

    SELF = "self"
    OWN = "own"
    OTHERS = "others"
    SHARED = "shared"
    UNSPECIFIED = "unspecified"

    @property
    def own_side(self) -> bool:
        """Whether it is the leader's own side."""
        return self in {Actor.SELF, Actor.OWN, Actor.SHARED}


class Holder(StrEnum):
    """Whose view it is."""

    LEADER = "leader"
    INTERVIEWER = "interviewer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Coding:
    """One segment given one code.

    `segment` is the segment's number, `text` its words. `cue` is what in the text called for the
    code, `example` the written example of the code that is most like it (empty without the
    encoder), `rule` the ids of the rules that decided the rest, `coder` who or what coded, and
    `confidence` runs from 0 to 1; `explicit` tells that the words state a view. A coding is unique
    by (interview, segment, code, holder).
    """

    interview: str
    segment: int
    start: int
    end: int
    text: str
    code: str
    stance: Stance
    status: Status
    actor: Actor
    holder: Holder
    prompted: bool
    speaker: str
    cue: str
    rule: str
    coder: str = "rules"
    confidence: float = 1.0
    example: str = ""
    explicit: bool = False
