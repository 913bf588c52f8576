"""What can a reader work out of a table in which some counts are hidden?

The reader knows the rules by which they are hidden, how many leaders each row has, and that the
last row is the sum of the others. Such a table stands for a set of tables, all of which would be
shown just so. A sum of rows is one number here (`_number`), and a set of sums a number with a bit
for each of them, so that all sums of two sets come by shifting: it is exact, and fast for
hundreds of leaders.
"""

from collections.abc import Sequence
from functools import reduce

from sensecli.disclosure.row import Counts, Seen, rows_behind

Table = tuple[Seen, ...]


def is_open(table: Table, sizes: Sequence[int], least: int) -> bool:
    """Whether every hidden count could be another one. `sizes` are the rows' leaders.

    The last row is the sum of the others, or stands alone.
    """
    *parts, whole = (
        tuple(rows_behind(seen, size, least)) for seen, size in zip(table, sizes, strict=True)
    )
    span = sizes[-1] + 1
    *seen_parts, seen_whole = table
    if not parts:
        return differ(seen_whole, whole)
    wholes = _set(whole, span)
    for at, (seen, rows) in enumerate(zip(seen_parts, parts, strict=True)):
        others = reduce(
            lambda sums, more: _sums(sums, more, span), (*parts[:at], *parts[at + 1 :]), 1
        )
        fitting = [row for row in rows if (others << _number(row, span)) & wholes]
        if not differ(seen, fitting):
            return False
    every = reduce(lambda sums, more: _sums(sums, more, span), parts, 1)
    return differ(seen_whole, [row for row in whole if every >> _number(row, span) & 1])


def differ(seen: Seen, rows: Sequence[Counts]) -> bool:
    """Whether each hidden count is not the same in all the rows that may stand behind."""
    hidden = (at for at, one in enumerate(seen) if one is None)
    return all(len({row[at] for row in rows}) > 1 for at in hidden)


def _number(row: Counts, span: int) -> int:
    return reduce(lambda number, count: number * span + count, row, 0)


def _set(rows: Sequence[Counts], span: int) -> int:
    return reduce(lambda held, row: held | 1 << _number(row, span), rows, 0)


def _sums(sums: int, rows: Sequence[Counts], span: int) -> int:
    return reduce(lambda held, row: held | sums << _number(row, span), rows, 0)
