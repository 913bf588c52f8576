"""Where a pattern stands in the interviews, each time with the words around it."""

from dataclasses import dataclass

from sensecli.model.interview import Interview
from sensecli.model.problem import Notice, Problem
from sensecli.model.segment import Speaker


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found once: `hit` with what stands `left` and `right` of it in its segment.

    `start` and `end` are half-open code-point offsets into the interview's text as read, also
    where names in `left`, `hit` or `right` are replaced. `name` is empty unless names are shown.
    """

    interview: str
    segment: int
    start: int
    end: int
    place: str
    speaker: Speaker
    leader: str
    group: str
    left: str
    hit: str
    right: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Every hit in document order, and the `interviews` that were searched for them.

    `known` are all interviews that were read, from which those were chosen.
    """

    hits: tuple[Hit, ...]
    interviews: tuple[Interview, ...]
    known: tuple[Interview, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def leaders(self) -> tuple[str, ...]:
        """The leaders whose interviews were searched."""
        return tuple(dict.fromkeys(one.leader for one in self.interviews))

    @property
    def found(self) -> tuple[str, ...]:
        """The leaders in whose interviews there is a hit."""
        return tuple(dict.fromkeys(hit.leader for hit in self.hits))
