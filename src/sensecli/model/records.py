"""A programme's own records beside what its leaders say: did action follow?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sensecli.model.action import Action
from sensecli.model.coding import Coding
from sensecli.model.finding import Figures, Quote


@dataclass(frozen=True, slots=True)
class Matched:
    """An action with the codes that it is about, and the codings that say so.

    The codings are of the action's text behind its heading, as if it were an interview whose id is
    the action's.
    `decided` tells that a person settled its codes.
    """

    action: Action
    codes: tuple[str, ...]
    codings: tuple[Coding, ...] = ()
    decided: bool = False


class Minuted(StrEnum):
    """What a minute or paper records of a theme."""

    DECISION = "decision"
    COMMITMENT = "commitment"
    ACTION = "action"
    FAILURE = "failure"
    DISCUSSION = "discussion"


@dataclass(frozen=True, slots=True)
class Minute:
    """A passage of a minute or paper on one code: `text` verbatim, `place` with its page."""

    paper: str
    start: int
    end: int
    place: str
    text: str
    code: str
    kind: Minuted
    date: str = ""


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """How many actions there are on one code, dropped ones included, and how they stand.

    `owned` and `dated` count those with an owner and with a due date, `overdue` those past it on
    the day of the check. By progress they add up to `actions`.
    """

    actions: int = 0
    owned: int = 0
    dated: int = 0
    overdue: int = 0
    not_started: int = 0
    in_progress: int = 0
    done: int = 0
    stalled: int = 0
    dropped: int = 0
    unstated: int = 0

    @property
    def live(self) -> int:
        """How many are in the plan still: all but the dropped."""
        return self.actions - self.dropped


class Quadrant(StrEnum):
    """Agreed among the leaders, in the plan: each or not."""

    AGREED_PLANNED = "agreed and planned"
    AGREED_UNPLANNED = "agreed and in nobody's plan"
    PLANNED = "planned and not agreed"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """One theme in the interviews beside the same theme in the records.

    `figures` are those of its finding, `actions` the ids of the actions on it in the register's
    order, `minuted` counts its passages in minutes by kind. It is agreed where more than half of
    the leaders endorse it, and planned where an action on it is not dropped.
    """

    code: str
    label: str
    figures: Figures
    plan: PlanFigures
    quadrant: Quadrant
    actions: tuple[str, ...] = ()
    minuted: tuple[tuple[Minuted, int], ...] = ()


class Disagreement(StrEnum):
    """How the interviews and the plan contradict each other."""

    NOT_PLANNED = "claimed, and not in the plan"
    NOT_SO = "done in the plan, and failing by what leaders say"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A leader's passage and what the plan says of the same; `action` is None where it has none."""

    code: str
    kind: Disagreement
    quote: Quote
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """The programme's records, matched to the codebook and held against the findings.

    `day` is the day for which "overdue" is told. `actions` are all lines of the register in its
    order, those that match no code too; `partly` tells that not all of it could be read. `checks`
    has each theme in the findings' order. `papers` are the minutes and papers that were read, by
    name.
    """

    day: date
    register: str = ""
    actions: tuple[Matched, ...] = ()
    minutes: tuple[Minute, ...] = ()
    papers: tuple[str, ...] = ()
    checks: tuple[CrossCheck, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    partly: bool = False

    def action(self, id_: str) -> Matched:
        """The action with that id; StopIteration where there is none."""
        return next(one for one in self.actions if one.action.id == id_)
