"""What became of positions and promises from one round of interviews to the next."""

from dataclasses import dataclass
from enum import StrEnum

from sensecli.model.finding import Interval, Quote
from sensecli.model.position import Position


class Direction(StrEnum):
    """Which way a leader moved on the ladder."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Move:
    """One leader on one theme in two rounds; a quote is None where the leader was silent."""

    leader: str
    code: str
    before: Position
    after: Position
    direction: Direction
    said: Quote | None = None
    says: Quote | None = None

    @property
    def silent(self) -> bool:
        """Whether the leader is silent in one of the rounds, which is no evidence of a move."""
        return self.before.stance is None or self.after.stance is None


class Fate(StrEnum):
    """What became of an undertaking of the earlier round, by the leader's own later words."""

    KEPT = "kept"
    TALKED_ABOUT = "still being talked about"
    FAILED = "failed"
    VANISHED = "not mentioned again"


@dataclass(frozen=True, slots=True)
class Promise:
    """An undertaking of the earlier round (`said`), and what is said of it later (`says`).

    `code` is the theme or barrier that it is on, "" where it is on none.
    """

    leader: str
    code: str
    said: Quote
    fate: Fate
    says: Quote | None = None


@dataclass(frozen=True, slots=True)
class Paired:
    """A yes or no of the same `n` leaders in two rounds: `before` and `after` count the yeses.

    `gained` went from no to yes, `lost` from yes to no. `change` is the difference of shares,
    -1 to 1, `interval` its exact 95 % interval.
    """

    n: int
    before: int
    after: int
    gained: int
    lost: int
    change: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class ThemeMovement:
    """One theme over the leaders who were met in both rounds.

    `endorse` and `act` are those who endorse it, and who endorse it and act; who is silent does
    not. `up`, `down` and `same` count by direction the leaders who speak of it in both rounds, and
    `moves` has those who speak of it in either.
    """

    code: str
    label: str
    up: int
    down: int
    same: int
    endorse: Paired
    act: Paired
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedRole:
    """A leader whose role or organisation is another now."""

    leader: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Turnover:
    """Who was met in both rounds, and who only in one; ids of leaders."""

    stayed: tuple[str, ...]
    left: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[ChangedRole, ...] = ()


@dataclass(frozen=True, slots=True)
class Between:
    """From one round to a later one: themes with the most movement first, promises in order."""

    before: str
    after: str
    turnover: Turnover
    themes: tuple[ThemeMovement, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class RoundOfTalks:
    """A round: its name, its interviews and leaders, and its first and last day if known."""

    name: str
    interviews: int
    leaders: int
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rounds in order of time, and what moved between each two neighbours.

    Of three rounds and more, `overall` is from the first to the last.
    """

    rounds: tuple[RoundOfTalks, ...]
    between: tuple[Between, ...]
    overall: Between | None = None
