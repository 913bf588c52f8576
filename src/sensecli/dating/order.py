"""Day first or month first? A column of dates is written in one way."""

from collections.abc import Iterable
from dataclasses import dataclass

from sensecli.dating.forms import pair_of
from sensecli.dating.named import LAST_MONTH, Order


@dataclass(frozen=True, slots=True)
class Ordered:
    """In which order a column's dates are written, and the rows that say so.

    `day_first` and `month_first` are the numbers of rows that can only be so; `open` of those
    that can be either way.
    """

    order: Order
    day_first: tuple[int, ...] = ()
    month_first: tuple[int, ...] = ()
    open: tuple[int, ...] = ()


def order_of(cells: Iterable[tuple[int, str]]) -> Ordered:
    """The order of the dates in a column of (row's number, what is written).

    One that can only be one way settles it; of both ways it is unsettled; of none, day first.
    """
    pairs = [(row, pair) for row, text in cells if (pair := pair_of(text))]
    day = tuple(row for row, (first, _) in pairs if first > LAST_MONTH)
    month = tuple(row for row, (first, second) in pairs if second > LAST_MONTH >= first)
    either = tuple(
        row
        for row, (first, second) in pairs
        if max(first, second) <= LAST_MONTH and first != second
    )
    if day and month:
        return Ordered(Order.UNSETTLED, day, month, either)
    return Ordered(Order.MONTH_FIRST if month else Order.DAY_FIRST, day, month, either)
