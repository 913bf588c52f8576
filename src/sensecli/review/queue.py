"""Which items, and in which order?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sensecli.model import Interview
from sensecli.review.item import Item
from sensecli.review.order import Order


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants to look at; an empty word leaves it open.

    `limit` is how many items at most: of a random order the sample to be decided on, so that
    coming back gives the same one; of the others, how many of those still open. `every` keeps the
    decided ones, behind the others.
    """

    by: Order = Order.CERTAINTY
    code: str = ""
    interview: str = ""
    group: str = ""
    seed: int = 1
    limit: int | None = None
    every: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """The items in order, and how many of the choice are left out since they are decided."""

    items: tuple[Item, ...]
    before: int = 0


def queue(
    items: Sequence[Item], interviews: Sequence[Interview], choice: Choice, *, codes: Sequence[str]
) -> Queue:
    """The items that are asked for, the undecided ones first.

    `codes` are the codebook's, in its order. The order of `items` and of the decisions so far does
    not matter.
    """
    groups = {one.id: one.group for one in interviews}
    wanted = [
        item
        for item in items
        if choice.code in {"", *_codes(item)}
        and choice.interview in {"", item.interview}
        and choice.group.casefold() in {"", groups.get(item.interview, "").casefold()}
    ]
    ranked = sorted(wanted, key=_rank(choice, [one.id for one in interviews], codes))
    if choice.by is Order.RANDOM:
        ranked = ranked[: choice.limit]
    left = [item for item in ranked if not item.decided]
    done = [item for item in ranked if item.decided]
    if choice.by is not Order.RANDOM:
        left = left[: choice.limit]
    shown = (*left, *done)[: choice.limit] if choice.every else tuple(left)
    return Queue(shown, before=0 if choice.every else len(done))


def in_turn(items: Sequence[Item], choice: Choice) -> Queue:
    """Bare passages in the order of the texts, those that were read whole left out.

    What was coded on a passage stays with it, as it stands in `items`; `limit` counts passages.
    """
    wanted = [one for one in items if choice.interview in {"", one.interview}]
    left = [one for one in wanted if choice.every or not one.read]
    bare = {one.spot for one in [one for one in left if one.about is None][: choice.limit]}
    return Queue(tuple(one for one in left if one.spot in bare), before=len(wanted) - len(left))


def _codes(item: Item) -> set[str]:
    """The codes by which an item is found: what the program says, and what the person says."""
    return {one.code for one in (item.found, item.values) if one}


def _rank(
    choice: Choice, interviews: Sequence[str], codes: Sequence[str]
) -> Callable[[Item], tuple[float | str, ...]]:
    places = {id_: number for number, id_ in enumerate(interviews)}
    ranks = {code: number for number, code in enumerate(codes)}

    def text(item: Item) -> tuple[float | str, ...]:
        code, holder = item.about or ("", "")
        place = places.get(item.interview, len(places))
        return place, item.segment, ranks.get(code, len(ranks)), holder

    def rank(item: Item) -> tuple[float | str, ...]:
        if choice.by is Order.CERTAINTY:
            return item.confidence, *text(item)
        if choice.by is Order.THEME:
            return ranks.get((item.about or ("",))[0], len(ranks)), *text(item)
        # A hash of its own for each: one coding more or less leaves the rest of a sample as it is.
        said = f"{choice.seed} {item.interview} {item.segment} {item.about}"
        return sha256(said.encode(errors="replace")).hexdigest(), *text(item)

    return rank
