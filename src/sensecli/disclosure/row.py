"""Which counts of one row are hidden?"""

from collections.abc import Iterator
from itertools import product

Counts = tuple[int, ...]
"""A row of leaders, at most two columns; who stands in neither is not counted."""
Seen = tuple[int | None, ...]
"""A row as it is shown: None where a count is hidden."""


def is_small(count: int, least: int) -> bool:
    """Whether so few leaders can be known by it; nobody can be known by 0."""
    return 0 < count < least


def shown(counts: Counts, leaders: int, least: int) -> Seen:
    """The row of so many leaders as it is shown: small counts are hidden.

    Where no leader is left for a hidden count to be other than 1, all that are not 0 are hidden.
    The columns are treated alike, so that which ones are hidden tells nothing. `least` is 3 or
    more: below 2 a hidden count has no other value.
    """
    seen = tuple(None if is_small(count, least) else count for count in counts)
    hidden = seen.count(None)
    if hidden and leaders - sum(count or 0 for count in seen) == hidden:
        return tuple(None if count else 0 for count in counts)
    return seen


def rows_behind(seen: Seen, leaders: int, least: int) -> Iterator[Counts]:
    """Every row of so many leaders that would be shown just so."""
    hidden = [at for at, one in enumerate(seen) if one is None]
    known = [one or 0 for one in seen]
    # A large count is hidden only beside a 1 that is all the others.
    values = sorted({*range(1, least), leaders - sum(known) - 1})
    for free in product(values, repeat=len(hidden)):
        row = list(known)
        for at, one in zip(hidden, free, strict=True):
            row[at] = one
        if sum(row) <= leaders and shown(tuple(row), leaders, least) == seen:
            yield tuple(row)
