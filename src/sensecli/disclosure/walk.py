"""What else may stand behind a table whose groups are left out?"""

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from sensecli.disclosure.row import Counts, Seen, is_small

Groups = tuple[Counts, ...]
Sizes = Sequence[int]


def is_vague(
    groups: Groups, sizes: Sizes, whole: Seen, least: int, *, alike: Callable[[Groups], bool]
) -> bool:
    """Whether no count can be told that is small in its group, or hidden in the `whole`.

    It walks from table to table as long as they are `alike`, until each of these counts was seen
    with another value. A table that is reached from another leads back to it, so that all of
    them have the same answer: it tells a reader nothing more.
    """
    values = [{count} for count in _counts(groups)]
    hidden = [False] * (len(values) - len(whole)) + [one is None for one in whole]
    for table in _walk(groups, sizes, alike):
        for held, count in zip(values, _counts(table), strict=True):
            held.add(count)
        if not any(
            len(held) == 1 and (is_hidden or is_small(min(held), least))
            for held, is_hidden in zip(values, hidden, strict=True)
        ):
            return True
    return False


def summed(groups: Sequence[Counts]) -> Counts:
    """The row of all leaders."""
    return tuple(map(sum, zip(*groups, strict=True)))


def _counts(groups: Groups) -> Iterator[int]:
    for row in (*groups, summed(groups)):
        yield from row


def _walk(groups: Groups, sizes: Sizes, alike: Callable[[Groups], bool]) -> Iterator[Groups]:
    """Each table once that is alike and can be reached, the nearest first."""
    found, ahead = {groups}, [groups]
    yield groups
    for table in ahead:
        for near in _near(table, sizes):
            if near not in found and alike(near):
                found.add(near)
                ahead.append(near)
                yield near


def _near(groups: Groups, sizes: Sizes) -> Iterator[Groups]:
    """Some of a group stand elsewhere, or as many of two groups, and all together as before."""
    turns = tuple(permutations(range(len(groups[0]) + 1), 2))
    for many in range(1, max(sizes) + 1):
        for out, into in turns:
            for at in range(len(groups)):
                moved = _moved(groups, sizes, at, (out, into, many))
                if not moved:
                    continue
                yield moved
                for other in range(len(groups)):
                    if other != at and (back := _moved(moved, sizes, other, (into, out, many))):
                        yield back


def _moved(groups: Groups, sizes: Sizes, at: int, move: tuple[int, int, int]) -> Groups:
    """With so many of a group in another column, the last of which is in none; empty if fewer."""
    out, into, many = move
    every = [*groups[at], sizes[at] - sum(groups[at])]
    if every[out] < many:
        return ()
    every[out], every[into] = every[out] - many, every[into] + many
    return (*groups[:at], tuple(every[:-1]), *groups[at + 1 :])
