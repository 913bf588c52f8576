"""A reader who tries to work out hidden counts by going through all tables there could be.

Written apart from the program: it knows the published table, that hidden counts are at least 1,
that any number of a row's leaders, none too, may stand in no column, and that the last row is the
sum of the others; and nothing of how they were hidden.
"""

from collections.abc import Iterator, Sequence
from itertools import product

Shown = Sequence[Sequence[int | None]]


def possible(shown: Shown, leaders: Sequence[int]) -> list[list[set[int]]]:
    """For each cell of the table, every value that it has in some table that fits."""
    found: list[list[set[int]]] = [[set() for _ in row] for row in shown]
    *parts, whole = [list(_rows(row, n)) for row, n in zip(shown, leaders, strict=True)]
    totals = set(whole)
    for table in product(*parts):
        sums = [tuple(map(sum, zip(*table, strict=True)))] if table else whole
        for total in sums:
            if total in totals:
                for at, row in enumerate((*table, total)):
                    for across, value in enumerate(row):
                        found[at][across].add(value)
    return found


def recovered(shown: Shown, leaders: Sequence[int]) -> list[tuple[int, int]]:
    """The hidden cells, by row and column, that can have one value only."""
    values = possible(shown, leaders)
    assert all(cell for row in values for cell in row), "nothing fits: the table is not published"
    return [
        (at, across)
        for at, row in enumerate(shown)
        for across, cell in enumerate(row)
        if cell is None and len(values[at][across]) == 1
    ]


def _rows(row: Sequence[int | None], leaders: int) -> Iterator[tuple[int, ...]]:
    ways = [range(1, leaders + 1) if cell is None else (cell,) for cell in row]
    return (one for one in product(*ways) if sum(one) <= leaders)
