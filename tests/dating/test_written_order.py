"""Day first or month first?"""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sensecli.dating.named import Order
from sensecli.dating.order import Ordered, order_of


def _order(*cells: str) -> Ordered:
    return order_of(enumerate(cells, start=2))


def test_one_day_above_twelve_settles_a_column() -> None:
    assert _order("03/04/2023", "25/03/2023", "TBC").order is Order.DAY_FIRST
    assert _order("03/04/2023", "03/25/2023", "2023-03-25").order is Order.MONTH_FIRST


def test_both_ways_settle_nothing_and_name_the_rows_of_each() -> None:
    found = _order("25/03/2023", "04/17/2023", "05/04/2023", "06/06/2023")
    assert found == Ordered(Order.UNSETTLED, (2,), (3,), (4,))


def test_where_nothing_settles_it_the_day_is_first_and_the_rows_are_open() -> None:
    assert _order("03/04/2023", "31 March 2023") == Ordered(Order.DAY_FIRST, open=(2,))


_PAIRS = st.lists(st.tuples(st.integers(1, 31), st.integers(1, 12)), max_size=9)


@given(_PAIRS)
def test_a_column_of_british_dates_is_never_month_first(pairs: Sequence[tuple[int, int]]) -> None:
    assert _order(*(f"{day}/{month}/23" for day, month in pairs)).order is Order.DAY_FIRST
