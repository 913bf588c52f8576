from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.disclosure.row import Counts, Seen, rows_behind, shown
from tests.disclosure.drawn import rows

HIDDEN = None


def test_a_row_without_small_counts_is_shown_whole() -> None:
    assert shown((7, 0), 21, 5) == (7, 0)


def test_a_small_count_alone_is_hidden() -> None:
    assert shown((16, 3), 21, 5) == (16, HIDDEN)
    assert shown((1, 0), 21, 5) == (HIDDEN, 0)


def test_few_who_stand_in_no_column_hide_nothing() -> None:
    assert shown((18, 0), 21, 5) == (18, 0)
    assert shown((18,), 21, 5) == (18,)


def test_where_one_leader_only_is_left_for_a_small_count_both_are_hidden() -> None:
    assert shown((20, 1), 21, 5) == (HIDDEN, HIDDEN)
    assert shown((19, 1), 21, 5) == (19, HIDDEN)


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("least", [3, 4, 5, 6])
def test_the_rows_behind_are_all_those_that_are_shown_alike(least: int, columns: int) -> None:
    for leaders in range(least, 16):
        by_seen: dict[Seen, set[Counts]] = defaultdict(set)
        for row in product(range(leaders + 1), repeat=columns):
            if sum(row) <= leaders:
                by_seen[shown(row, leaders, least)].add(row)
        for seen, behind in by_seen.items():
            assert set(rows_behind(seen, leaders, least)) == behind


@given(st.integers(3, 6), st.integers(6, 40), st.data())
def test_whoever_knows_the_rule_cannot_tell_a_hidden_count(
    least: int, leaders: int, data: st.DataObject
) -> None:
    row = data.draw(rows(leaders))
    seen = shown(row, leaders, least)
    behind = set(rows_behind(seen, leaders, least))
    assert row in behind
    for at, count in enumerate(seen):
        values = {one[at] for one in behind}
        assert len(values) > 1 if count is HIDDEN else values == {count}


@given(st.integers(3, 6), st.integers(6, 40), st.data())
def test_no_small_count_is_shown(least: int, leaders: int, data: st.DataObject) -> None:
    row = data.draw(rows(leaders))
    assert not any(count and count < least for count in shown(row, leaders, least))


@given(st.integers(3, 6), st.integers(6, 40), st.data())
def test_both_columns_are_treated_alike(least: int, leaders: int, data: st.DataObject) -> None:
    row = data.draw(rows(leaders))
    assert shown(row[::-1], leaders, least) == shown(row, leaders, least)[::-1]
