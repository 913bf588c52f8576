from itertools import product

import pytest
from hypothesis import assume, given, settings

from sensecli.disclosure.row import Counts
from sensecli.disclosure.table import Protected, protected
from tests.disclosure.attacker import possible, recovered
from tests.disclosure.drawn import Drawn, tables

HIDDEN = None

Table = tuple[Counts, ...]


def _seen(found: Protected) -> list[tuple[int | None, ...]]:
    assert found.whole is not None
    return [*found.groups, found.whole]


def _leaders(sizes: tuple[int, ...], found: Protected) -> list[int]:
    return [*(sizes if found.groups else ()), sum(sizes)]


def _true(groups: Table) -> list[Counts]:
    """The groups, then the row of all."""
    return [*groups, tuple(map(sum, zip(*groups, strict=True)))]


def test_large_counts_are_shown_group_by_group() -> None:
    found = protected(((10, 0), (6, 7)), (18, 22), 5)
    assert found == Protected(((10, 0), (6, 7)), (16, 7))


def test_few_who_stand_in_no_column_hide_nothing() -> None:
    found = protected(((9, 0), (8, 0)), (10, 10), 5)
    assert found == Protected(((9, 0), (8, 0)), (17, 0))


def test_groups_are_left_out_where_their_sum_would_tell() -> None:
    # The second group's 5 and the sum 8 would tell of the first one's 3.
    found = protected(((3, 8), (5, 5)), (18, 22), 5)
    assert found == Protected((), (8, 13))


def test_groups_with_the_same_hidden_column_stand_together() -> None:
    found = protected(((14, 2), (12, 3)), (22, 22), 5)
    assert found == Protected(((14, HIDDEN), (12, HIDDEN)), (26, 5))


def test_groups_of_which_nothing_could_be_seen_are_left_out() -> None:
    assert protected(((1, 2), (3, 2)), (6, 6), 5).groups == ()


def test_groups_that_are_left_out_for_one_reason_alone_are_not_told_by_it() -> None:
    # Of 8 in groups of 4 and 5, 4 and 4 would be shown: to leave them out would tell of 3 and 5.
    assert protected(((4, 0), (4, 0)), (4, 5), 4).groups
    assert protected(((3, 0), (5, 0)), (4, 5), 4) == Protected()


def test_too_few_leaders_have_no_counts() -> None:
    assert protected(((4, 0),), (4,), 5) == Protected()


def test_as_many_leaders_as_the_least_count_have_counts() -> None:
    assert protected(((2, 1),), (3,), 3) == Protected((), (HIDDEN, HIDDEN))


@settings(max_examples=120, deadline=None)
@given(tables(most=24))
def test_no_hidden_count_can_be_worked_out_by_going_through_all_tables(drawn: Drawn) -> None:
    found = protected(drawn.groups, drawn.sizes, drawn.least)
    assume(found.whole is not None)
    assert recovered(_seen(found), _leaders(drawn.sizes, found)) == []


@settings(max_examples=200, deadline=None)
@given(tables())
def test_a_count_is_shown_as_it_is_and_not_small(drawn: Drawn) -> None:
    found = protected(drawn.groups, drawn.sizes, drawn.least)
    assume(found.whole is not None)
    true = _true(drawn.groups)[0 if found.groups else -1 :]
    for seen, row in zip(_seen(found), true, strict=True):
        for shown, count in zip(seen, row, strict=True):
            assert shown in {HIDDEN, count}
            assert shown is HIDDEN or not 0 < count < drawn.least
            assert count or shown == 0


@settings(max_examples=200, deadline=None)
@given(tables())
def test_both_columns_and_all_groups_are_treated_alike(drawn: Drawn) -> None:
    found = protected(drawn.groups, drawn.sizes, drawn.least)
    turned = protected(tuple(row[::-1] for row in drawn.groups), drawn.sizes, drawn.least)
    assert turned.groups == tuple(row[::-1] for row in found.groups)
    assert turned.whole == (found.whole and found.whole[::-1])
    last = protected(drawn.groups[::-1], drawn.sizes[::-1], drawn.least)
    assert last == Protected(found.groups[::-1], found.whole)


@pytest.mark.parametrize(
    ("sizes", "least"),
    [((4, 5), 4), ((5, 6), 5), ((3, 7), 3), ((6, 6), 4), ((3, 3, 3), 3), ((3, 3, 4), 3), ((9,), 3)],
)
def test_a_reader_who_knows_every_rule_cannot_work_one_out_either(
    sizes: tuple[int, ...], least: int
) -> None:
    """Every table of these leaders, sorted by what is shown of it.

    No count is told that is hidden; nor one that is small, where its row is left out.
    """
    by_shown: dict[Protected, list[Table]] = {}
    for table in product(*map(_all, sizes)):
        by_shown.setdefault(protected(table, sizes, least), []).append(table)
    for found, behind in by_shown.items():
        rows = zip(*map(_true, behind), strict=True)
        published = (*(found.groups or ((),) * len(sizes)), found.whole or ())
        for seen, row in zip(published, rows, strict=True):
            for at, column in enumerate(zip(*row, strict=True)):
                is_small = any(0 < count < least for count in column)
                may_not_be_told = seen[at] is HIDDEN if seen else is_small
                assert not may_not_be_told or len(set(column)) > 1, (found, behind)
    assert len(sizes) == 1 or any(found.groups for found in by_shown)
    assert any(found.whole and not found.groups for found in by_shown)


def _all(leaders: int) -> list[Counts]:
    two = product(range(leaders + 1), repeat=2)
    return [row for row in two if sum(row) <= leaders]


def test_the_attacker_finds_what_is_badly_hidden() -> None:
    assert recovered([(HIDDEN, 5), (4, 3), (6, 8)], [10, 12, 22]) == [(0, 0)]
    assert recovered([(HIDDEN, 20)], [21]) == [(0, 0)]


def test_the_attacker_knows_all_values_of_what_is_well_hidden() -> None:
    assert possible([(HIDDEN, 5)], [8]) == [[{1, 2, 3}, {5}]]
