"""The work in this process and in several: the same results, whatever happens to the processes."""

import os
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.working import Where, work
from sensecli.working.pool import AHEAD
from tests.working import made
from tests.working.made import Counted, OddError, Tools

POSIX = pytest.mark.skipif(os.name != "posix", reason="has no SIGKILL")
TWO = Where(jobs=2)
SQUARES = [number * number for number in range(40)]
BOTH = pytest.mark.parametrize("where", [Where(), TWO], ids=["one", "two"])


@BOTH
def test_results_come_in_the_order_of_the_units(where: Where) -> None:
    assert list(work(range(40), start=Tools, do=made.square, where=where)) == SQUARES


def test_a_slow_unit_changes_no_order() -> None:
    assert list(work(range(40), start=Tools, do=made.slow_first, where=TWO)) == list(range(40))


@settings(max_examples=3)
@given(units=st.lists(st.integers(), max_size=12), jobs=st.integers(1, 3))
def test_the_number_of_processes_changes_no_result(units: list[int], jobs: int) -> None:
    alone = list(work(units, start=Tools, do=made.square))
    assert list(work(units, start=Tools, do=made.square, where=Where(jobs))) == alone


def test_tools_are_made_once_in_each_process() -> None:
    found = list(work(range(40), start=Tools, do=made.by_whom, where=TWO))
    parts = {one: [done for process, done, _ in found if process == one] for one, _, _ in found}
    assert len(parts) == 2
    assert os.getpid() not in parts
    assert all(part == list(range(1, len(part) + 1)) for part in parts.values())


def test_a_process_of_several_has_one_thread() -> None:
    assert {one for _, _, one in work(range(8), start=Tools, do=made.by_whom, where=TWO)} == {1}


def test_there_are_no_more_processes_than_units() -> None:
    found = work(range(2), start=Tools, do=made.by_whom, where=Where(jobs=64))
    assert len({process for process, _, _ in found}) == 2


@BOTH
def test_without_units_nothing_is_started(where: Where) -> None:
    assert list(work([], start=made.no_tools, do=made.square, where=where)) == []


def test_alone_nothing_is_read_before_it_is_asked_for() -> None:
    units = Counted()
    assert list(islice(work(units, start=Tools, do=made.square), 3)) == [0, 1, 4]
    assert units.read == 3


def test_units_are_read_a_few_ahead_and_no_more() -> None:
    units, ahead = Counted(), []
    for taken, _ in enumerate(islice(work(units, start=Tools, do=made.square, where=TWO), 100)):
        ahead.append(units.read - taken)
    assert 2 <= max(ahead) <= TWO.jobs * AHEAD


def test_behind_a_slow_unit_only_a_few_results_pile_up() -> None:
    units = Counted()
    assert next(work(units, start=Tools, do=made.slow_first, where=TWO)) == 0
    assert units.read <= TWO.jobs * AHEAD


def test_closed_early_no_process_is_left() -> None:
    # Whatever other tests of this process left is none of ours.
    before = active_children()
    results = work(count(), start=Tools, do=made.square, where=TWO)
    assert next(results) == 0
    assert len(active_children()) > len(before)
    results.close()
    assert active_children() == before


@BOTH
def test_what_a_unit_raises_is_raised_in_its_turn(where: Where) -> None:
    results = work(range(4), start=Tools, do=made.odd_fails, where=where)
    assert next(results) == 0
    with pytest.raises(OddError) as raised:
        next(results)
    assert raised.value.number == 1


def test_an_error_of_another_process_says_where_it_happened() -> None:
    with pytest.raises(OddError) as raised:
        list(work([1], start=Tools, do=made.odd_fails, where=TWO))
    assert "in odd_fails" in raised.value.__notes__[0]


def test_an_error_that_cannot_travel_is_told() -> None:
    with pytest.raises(RuntimeError, match="StubbornError: 2"):
        list(work([1], start=Tools, do=made.stubborn_fails, where=TWO))


@BOTH
def test_what_the_start_raises_is_raised(where: Where) -> None:
    with pytest.raises(OddError):
        list(work([1], start=made.no_tools, do=made.square, where=where))


def test_units_and_results_larger_than_a_pipe_block_nobody() -> None:
    units = [bytes([number]) * 1_000_000 for number in range(12)]
    found = work(units, start=Tools, do=made.weighty, where=TWO)
    assert [(one[0], len(one)) for one in found] == [(n, 2_000_000) for n in range(12)]


@POSIX
@pytest.mark.parametrize("do", [made.killed_once, made.killed_in_the_middle_of_its_result])
def test_a_killed_process_changes_no_result(tmp_path: Path, do: made.Killer) -> None:
    units = [(number, tmp_path / "killed") for number in range(40)]
    assert list(work(units, start=Tools, do=do, where=TWO)) == SQUARES
    assert (tmp_path / "killed").exists()


@POSIX
def test_a_unit_that_no_process_survives_is_done_in_this_one() -> None:
    units = ((number, os.getpid()) for number in range(40))
    assert list(work(units, start=Tools, do=made.killed_but_here, where=TWO)) == SQUARES
