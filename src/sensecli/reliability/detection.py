"""Did we find what the other coder found?"""

from collections.abc import Iterable
from dataclasses import dataclass

from sensecli.model import Coding

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detection:
    """Counts: codings in `gold`, in `ours`, and in `both`; shares from 0 to 1.

    A share is None where it would be of nothing.
    """

    gold: int
    ours: int
    both: int

    @property
    def precision(self) -> float | None:
        """Of ours, the share that is in gold."""
        return self.both / self.ours if self.ours else None

    @property
    def recall(self) -> float | None:
        """Of gold, the share that is in ours."""
        return self.both / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; None where there is neither gold nor ours."""
        of = self.gold + self.ours
        return 2 * self.both / of if of else None


def held(coding: Coding) -> Key:
    """What makes a coding the same as another: its segment, code and holder."""
    return (coding.interview, str(coding.segment), coding.code, coding.holder)


def coded(coding: Coding) -> Key:
    """The segment and the code, whoever holds the view."""
    return held(coding)[:3]


def voiced(coding: Coding) -> Key:
    """The interview, code and holder, wherever in the interview."""
    return (coding.interview, "", coding.code, coding.holder)


def raised(coding: Coding) -> Key:
    """The interview and the code alone."""
    return voiced(coding)[:3]


def joint(coding: Coding) -> Key:
    """The segment, code and holder with the stance and the status."""
    return (*held(coding), coding.stance, coding.status)


LEVELS = {
    "segment": held,
    "segment_any_holder": coded,
    "interview": voiced,
    "interview_any_holder": raised,
    "joint": joint,
}
"""By what codings are told apart: at each level, one coding of a kind counts once."""


def keys(codings: Iterable[Coding], level: str) -> set[Key]:
    """The codings as keys of a level; the code is the third part of each."""
    return {LEVELS[level](coding) for coding in codings}
