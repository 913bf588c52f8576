"""Which rows of a table are one leader's, which repeat an id, and who gets a number as id."""

from array import array
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOGETHER = 100_000
"""As many rows of leaders whose rows lie apart are held; for more, the file is read again."""

_PLACES = 2


def _numbers() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class Rows:
    """Eight bytes a row of each: the hash of its id, of its leader; 0 where there is none.

    `ids` whatever their case, `own` as written; `named` of leaders given by name; `kept` of ids
    without names, where there are any, and `changed` the rows where that is another. `numbers` are
    those that ids (of the rows in `holders`) and leaders (-1) use already.
    """

    with_leaders: bool
    ids: "array[int]" = field(default_factory=_numbers)
    own: "array[int]" = field(default_factory=_numbers)
    leaders: "array[int]" = field(default_factory=_numbers)
    named: "array[int]" = field(default_factory=_numbers)
    kept: "array[int]" = field(default_factory=_numbers)
    changed: "array[int]" = field(default_factory=_numbers)
    numbers: "array[int]" = field(default_factory=_numbers)
    holders: "array[int]" = field(default_factory=_numbers)
    by_name: int = 0
    renamed: int = 0

    def note_kept(self, given: str, kept: str) -> None:
        """What is left of the next row's id without names."""
        self.kept.append(hash(kept.casefold()))
        if kept != given:
            self.changed.append(len(self.ids))
            self.renamed += 1

    def note_number(self, number: int, row: int | None) -> None:
        """That somebody has that number: the row as its id, or a leader."""
        self.numbers.append(number)
        self.holders.append(-1 if row is None else row)


@dataclass(frozen=True, slots=True)
class Settled:
    """For each row: its number as id (0 where it has an id), whether its id is another's already.

    `joined` where it goes with the row before, of the same leader; `turn` says in which of the
    later passes a row of a leader whose rows lie apart comes (0 for all others), and `group` orders
    those.
    `again` are the first rows that repeat an id, each with the row that has it.
    """

    number: "NDArray[Any]"
    repeats: "NDArray[Any]"
    joined: "NDArray[Any]"
    turn: "NDArray[Any]"
    group: "NDArray[Any]"
    again: tuple[tuple[int, int], ...]

    @property
    def passes(self) -> int:
        """How many further passes there are for leaders whose rows lie apart."""
        return int(self.turn.max(initial=0))


def settle(rows: Rows, *, together: int = TOGETHER) -> Settled:
    """What all rows tell of each."""
    import numpy as np

    ids = np.array(rows.ids, dtype=np.int64)
    own = np.array(rows.own, dtype=np.int64)
    _unname(rows, ids)
    number = _number(rows, ids, own)
    order = np.argsort(ids, kind="stable")
    same = np.flatnonzero(ids[order][1:] == ids[order][:-1]) + 1
    repeats = np.zeros(len(ids), dtype=bool)
    repeats[order[same]] = True
    first = np.flatnonzero(repeats)[:_PLACES]
    again = tuple((int(row), int(np.flatnonzero(ids == ids[row])[0])) for row in first)
    joined = np.zeros(len(ids), dtype=bool)
    turn, group = np.zeros(len(ids), dtype=np.int32), np.zeros(len(ids), dtype=np.int32)
    if rows.with_leaders and len(ids):
        kept = np.flatnonzero(~repeats)
        keys = _leaders(rows, own, repeats)[kept]
        joined[kept[1:]] = keys[1:] == keys[:-1]
        turn[kept], group[kept] = _apart(keys, together)
    return Settled(number, repeats, joined, turn, group, again)


def _unname(rows: Rows, ids: "NDArray[Any]") -> None:
    """Take away what is left of an id without a name where another has it: it becomes a number."""
    import numpy as np

    if not rows.changed:
        return
    values, counts = np.unique(np.array(rows.kept, dtype=np.int64), return_counts=True)
    several = values[counts > 1]
    changed = np.array(rows.changed, dtype=np.int64)
    kept = np.array(rows.kept, dtype=np.int64)[changed]
    ids[changed[np.isin(kept, several)]] = 0


def _number(rows: Rows, ids: "NDArray[Any]", own: "NDArray[Any]") -> "NDArray[Any]":
    """The numbers of rows without an id, which get a hash, too."""
    import numpy as np

    number = np.zeros(len(ids), dtype=np.int32)
    without = np.flatnonzero(ids == 0)
    used = zip(rows.numbers, rows.holders, strict=True) if len(without) else ()
    taken = {number for number, row in used if row < 0 or ids[row]}
    for row in without.tolist():
        free = next(n for n in count(row + 1) if n not in taken)
        taken.add(free)
        number[row] = free
        ids[row] = hash(f"l{free:02d}")
        if len(own):
            own[row] = hash(f"L{free:02d}")
    return number


def _leaders(rows: Rows, own: "NDArray[Any]", repeats: "NDArray[Any]") -> "NDArray[Any]":
    """One hash for all rows of a leader: of the id given, else of the interview's own."""
    import numpy as np

    given = np.array(rows.leaders, dtype=np.int64)
    found = np.where(given != 0, given, own)
    named = np.array(rows.named, dtype=np.int64)
    places = np.flatnonzero((named != 0) & ~repeats)
    if len(places):
        # Who is known by name gets the id of the first interview.
        _, first, which = np.unique(named[places], return_index=True, return_inverse=True)
        found[places] = own[places[first[which]]]
    return found


def _apart(keys: "NDArray[Any]", together: int) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The turn and the group of each row, by its leader; both 0 where the leader's rows touch."""
    import numpy as np

    found = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    values, first, which, counts = found
    last = len(keys) - 1 - np.unique(keys[::-1], return_index=True)[1]
    apart = np.flatnonzero(last - first + 1 != counts)
    # Leaders in the order in which they first come.
    apart = apart[np.argsort(first[apart], kind="stable")]
    group, turn = np.zeros(len(values), dtype=np.int32), np.zeros(len(values), dtype=np.int32)
    group[apart] = np.arange(1, len(apart) + 1)
    turn[apart] = (np.cumsum(counts[apart]) - 1) // together + 1
    return turn[which], group[which]
