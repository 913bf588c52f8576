"""The report's tables as rows of text."""

from dataclasses import replace

from sensecli.exporting.figuretables import (
    barrier_table,
    consensus_table,
    group_tables,
    theme_table,
)
from sensecli.model import Consensus, GroupFigures, Interval, Point
from tests.exporting.made import a_figures, a_finding, a_small_analysis, an_analysis


def test_a_theme_has_its_figures_in_a_row() -> None:
    table = theme_table(a_small_analysis())
    assert table is not None
    assert table.rows[0] == ("People", "2", "1", "1", "1", "0", "1", "0", "34–100\u00a0%")


def test_the_caption_has_the_denominator() -> None:
    table = theme_table(a_small_analysis())
    assert table is not None
    assert table.caption == "Leaders out of 2, the widest gap first."


def test_a_barrier_has_its_figures_in_a_row() -> None:
    table = barrier_table(a_small_analysis())
    assert table is not None
    assert table.rows[0][:7] == ("Money", "1", "0", "0", "0", "0", "1")


def test_there_is_no_table_without_interviews() -> None:
    empty = an_analysis()
    assert (theme_table(empty), barrier_table(empty), consensus_table(empty)) == (None, None, None)


def test_groups_stand_side_by_side_with_their_sizes() -> None:
    (table,) = group_tables(a_small_analysis())
    assert table.header == ("Theme", "acute (1)", "mental (1)")
    assert table.rows[0] == ("People", "1 of 1, 1 acts", "1 of 1, 0 act")


def test_a_silent_group_is_named_as_silent() -> None:
    (table,) = group_tables(a_small_analysis())
    assert table.rows[1] == ("Learning", "0 of 1", "silent")


def test_one_group_is_no_table() -> None:
    alone = replace(a_finding(), by_group=(GroupFigures("all", a_figures()),))
    assert not list(group_tables(replace(a_small_analysis(), findings=(alone,))))


def test_many_groups_take_several_tables() -> None:
    groups = tuple(GroupFigures(f"group {n}", a_figures(n=3, endorse=2)) for n in range(9))
    made = replace(a_small_analysis(), findings=(replace(a_finding(), by_group=groups),))
    assert [len(table.header) - 1 for table in group_tables(made)] == [4, 4, 1]


def _grown(until: Point | None) -> tuple[str, ...]:
    finding = a_finding(a_figures(endorse=15, oppose=2), prompted_only=4)
    consensus = Consensus("people", (Point(21, 17, 15),), until, until, Interval(0.5, 1.0))
    table = consensus_table(
        replace(a_small_analysis(), findings=(finding,), consensus=(consensus,))
    )
    assert table is not None
    return table.rows[0]


def test_unanimity_has_its_end_and_its_interval() -> None:
    assert _grown(Point(9, 8, 8)) == ("People", "15 of 17", "4", "9", "8", "50–100\u00a0%")


def test_a_theme_that_was_never_unanimous_says_so() -> None:
    assert _grown(None) == ("People", "15 of 17", "4", "never", "-", "-")
