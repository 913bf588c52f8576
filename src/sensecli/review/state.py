"""Where a person is in the queue, and moving about in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sensecli.model import Decision
from sensecli.review.item import Item, Key
from sensecli.review.queue import Queue


@dataclass(frozen=True, slots=True)
class Step:
    """A decision made in this session, and its item before it; None where it added the item."""

    decision: Decision
    key: Key
    before: Item | None


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person is: the items in order, the one they look at, and what they did.

    `rest` are the items outside the queue, `earlier` the person's decisions of all times, `before`
    how many of the queue's choice were decided in earlier sessions and are left out. `said` is
    what the last step has to tell.
    """

    coder: str
    items: tuple[Item, ...]
    rest: tuple[Item, ...] = ()
    earlier: tuple[Decision, ...] = ()
    before: int = 0
    at: int = 0
    seen: frozenset[Key] = frozenset()
    steps: tuple[Step, ...] = ()
    said: str = ""

    @property
    def item(self) -> Item:
        """The one that is looked at; IndexError where there is none."""
        return self.items[self.at]

    @property
    def total(self) -> int:
        """How many items the choice has, those decided earlier among them."""
        return len(self.items) + self.before

    @property
    def looked(self) -> int:
        """How many of those were seen, now or earlier."""
        return self.before + sum(one.key in self.seen or one.decided for one in self.items)

    @property
    def decided(self) -> int:
        """How many of those were decided, now or earlier."""
        return self.before + sum(one.decided for one in self.items)


@dataclass(frozen=True, slots=True)
class Turn:
    """The session after a step, and the decisions that have to be kept before it is shown."""

    session: Session
    decisions: tuple[Decision, ...] = ()


def begun(
    coder: str, found: Queue, every: Sequence[Item], *, earlier: Sequence[Decision] = ()
) -> Session:
    """The session of a coder at the first item of the queue; `every` is all items there are."""
    queued = {one.key for one in found.items}
    session = Session(
        coder=coder,
        items=found.items,
        rest=tuple(one for one in every if one.key not in queued),
        earlier=tuple(one for one in earlier if one.coder.lower() == coder.lower()),
        before=found.before,
    )
    return stood(session, 0)


def here(session: Session) -> tuple[Item, ...]:
    """All items on the passage that is looked at, that one among them, bare passages aside."""
    spot = session.item.spot
    return tuple(
        one for one in (*session.items, *session.rest) if one.spot == spot and one.about is not None
    )


def go(session: Session, to: int) -> Turn:
    """To the item of that index, or the nearest there is."""
    last = len(session.items) - 1
    said = "That was the last one." if to > last else "This is the first one." if to < 0 else ""
    return Turn(replace(stood(session, min(max(to, 0), last)), said=said))


def placed(session: Session, item: Item) -> Session:
    """The session with the item in its place, or behind the one looked at if it is in the rest."""
    keys = [one.key for one in session.items]
    if item.key in keys:
        at = keys.index(item.key)
        return replace(session, items=(*session.items[:at], item, *session.items[at + 1 :]))
    behind = session.at + 1
    return replace(
        session,
        items=(*session.items[:behind], item, *session.items[behind:]),
        rest=tuple(one for one in session.rest if one.key != item.key),
    )


def stood(session: Session, index: int) -> Session:
    """The session at the item of that index, which is seen from then on."""
    if not session.items:
        return session
    key = session.items[index].key
    return replace(session, at=index, seen=session.seen | {key}, said="")


def index_of(session: Session, key: Key) -> int:
    """Where the item of that key stands; StopIteration where it does not."""
    return next(number for number, one in enumerate(session.items) if one.key == key)
