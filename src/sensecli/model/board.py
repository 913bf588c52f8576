"""What a board may be told: counts in which small ones are hidden, and quotes of nobody named."""

from dataclasses import dataclass
from enum import StrEnum


class QuotePolicy(StrEnum):
    """Which quotes a board sees: all, those that somebody approved, or none."""

    ALL = "all"
    APPROVED = "approved"
    NONE = "none"


class Withheld(StrEnum):
    """What is left out of a table because hiding counts in it would not do."""

    NOTHING = ""
    GROUPS = "groups"
    COUNTS = "counts"


class Elsewhere(StrEnum):
    """How many of a row's leaders stand elsewhere than in a cell: few are fewer than `min_cell`."""

    NOBODY = "nobody"
    FEW = "few"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Cell:
    """So many leaders, None where that is hidden; of these it is not told who stands elsewhere."""

    count: int | None
    elsewhere: Elsewhere = Elsewhere.MANY


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A group's leaders, or all, and how many of them hold a view.

    Of a theme: agree and do not act, agree and act. Of a barrier: name it. Those who do not agree,
    or do not speak of it, are in no cell.
    """

    name: str
    leaders: int
    cells: tuple[Cell, ...]

    @property
    def left(self) -> int | None:
        """How many leaders are in no cell; None where a hidden count leaves that open."""
        counts = [one.count for one in self.cells if one.count is not None]
        return self.leaders - sum(counts) if len(counts) == len(self.cells) else None


@dataclass(frozen=True, slots=True)
class CountTable:
    """One theme or barrier: a row for each group where that may be told, and `whole` for all.

    `whole` is None where no count may be told.
    """

    code: str
    label: str
    proposition: str
    groups: tuple[BoardRow, ...]
    whole: BoardRow | None
    withheld: Withheld = Withheld.NOTHING

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """The groups, then all leaders."""
        return (*self.groups, *((self.whole,) if self.whole else ()))


@dataclass(frozen=True, slots=True)
class BoardQuote:
    """What a leader said of a code: `why` it is shown, `place` which kind of leader said it."""

    code: str
    why: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Board:
    """All that a board is told.

    `leaders` is 0 where there are fewer than `min_cell`, too few to count. `groups` are names and
    numbers of leaders, none where there is no breakdown; `merged` is how many groups are put
    together as one, for being small. Tables come by what is seen of them alone: most leaders
    first, hidden ones last.
    """

    min_cell: int
    leaders: int
    groups: tuple[tuple[str, int], ...]
    merged: int
    themes: tuple[CountTable, ...]
    barriers: tuple[CountTable, ...]
    policy: QuotePolicy
    quotes: tuple[BoardQuote, ...] = ()

    @property
    def hidden(self) -> int:
        """How many cells are hidden in the tables that are shown."""
        tables = (*self.themes, *self.barriers)
        return sum(c.count is None for one in tables for row in one.rows for c in row.cells)
