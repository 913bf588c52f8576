"""The cross-check and the actions in tables."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sensecli.exporting.records.tables import actions_table, crosscheck_tables, quadrants
from sensecli.model import Matched, Quadrant
from tests.builders import an_action
from tests.exporting.followed import a_check, a_records

NAMES = {"people": "People", "learning": "Learning"}


def test_each_quadrant_has_a_table_what_nobody_has_planned_first() -> None:
    first, second = crosscheck_tables(a_records())
    assert first.caption == "Agreed and in nobody's plan: 1 theme; leaders out of 21."
    assert first.rows == (("People", "19", "2", "0", "0", "0", "0", "0", "1"),)
    assert second.caption.startswith("Planned and not agreed")
    assert second.rows == (("Learning", "4", "1", "2", "1", "1", "1", "0", "0"),)


def test_without_papers_there_is_no_column_for_them() -> None:
    found = next(crosscheck_tables(replace(a_records(), papers=())))
    assert found.header[-1] == "overdue"
    assert {len(row) for row in found.rows} == {len(found.header)}


def test_without_a_register_there_is_no_table() -> None:
    papers_only = replace(a_records(), register="", actions=())
    assert list(crosscheck_tables(papers_only)) == []
    assert actions_table(papers_only, NAMES) is None


def test_a_theme_that_nobody_speaks_of_and_nothing_is_planned_on_is_left_out() -> None:
    silent = a_check(code="joy", endorse=0, act=0)
    assert silent.quadrant is Quadrant.NEITHER
    shown = dict(quadrants(a_records(checks=[a_check(), silent])))
    assert list(shown) == [Quadrant.AGREED_UNPLANNED]


@given(st.lists(st.integers(0, 21), min_size=1, max_size=12), st.data())
def test_every_theme_that_is_spoken_of_stands_in_one_quadrant(
    agree: list[int], data: st.DataObject
) -> None:
    checks = [
        a_check(
            code=f"theme-{at}",
            endorse=endorse,
            act=0,
            actions=[an_action()] * data.draw(st.integers(0, 2)),
        )
        for at, endorse in enumerate(agree)
    ]
    shown = [one.code for _, held in quadrants(a_records(checks=checks)) for one in held]
    spoken = [o.code for o in checks if o.figures.counts.raised or o.plan.actions]
    assert sorted(shown) == sorted(spoken)


def test_every_action_is_told_with_its_place() -> None:
    found = actions_table(a_records(), NAMES)
    assert found
    assert found.rows[0] == (
        "P-1: Book the training rooms",
        "Learning",
        "no owner, no date, in progress",
        "actions.xlsx, Plan, row 4",
    )
    assert found.rows[-1][1] == "no code"


def test_a_very_long_register_is_cut_and_says_so() -> None:
    many = tuple(Matched(an_action(id=f"A{at}"), ()) for at in range(230))
    found = actions_table(replace(a_records(), actions=many), NAMES)
    assert found
    assert len(found.rows) == 200
    assert found.caption == "The 230 actions of actions.xlsx; the other 30 are in the file."
