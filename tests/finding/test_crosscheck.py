"""Each theme of the interviews beside the same theme of the records."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sensecli.finding.crosscheck import crosschecks, plan_figures, quadrant
from sensecli.model import Finding, Matched, Minute, Minuted, PlanFigures, Progress, Quadrant
from tests.builders import an_action
from tests.exporting.made import a_figures, a_finding

DAY = date(2023, 9, 29)


def _found(*, endorse: int = 19) -> Finding:
    return a_finding(a_figures(n=21, endorse=endorse))


def _minute(kind: Minuted, *, code: str = "people") -> Minute:
    return Minute("board.md", 0, 5, "board.md:1", "Noted", code, kind)


def test_more_than_half_and_a_live_action_are_agreed_and_planned() -> None:
    assert quadrant(a_figures(n=21, endorse=11), PlanFigures(1)) is Quadrant.AGREED_PLANNED


def test_half_of_the_leaders_is_not_agreed() -> None:
    assert quadrant(a_figures(n=20, endorse=10), PlanFigures()) is Quadrant.NEITHER


def test_a_dropped_action_is_in_nobodys_plan() -> None:
    plan = plan_figures([an_action(progress=Progress.DROPPED)], day=DAY)
    assert quadrant(a_figures(n=21, endorse=19), plan) is Quadrant.AGREED_UNPLANNED


def test_an_action_without_agreement_is_planned_only() -> None:
    assert quadrant(a_figures(n=21, endorse=4), PlanFigures(2)) is Quadrant.PLANNED


def test_of_nobody_nothing_is_agreed() -> None:
    assert quadrant(a_figures(n=0, endorse=0), PlanFigures()) is Quadrant.NEITHER


def test_an_action_is_overdue_the_day_after_it_was_due() -> None:
    late = an_action(due="2023-09-28")
    due = an_action(due="2023-09-29")
    done = an_action(due="2023-09-28", progress=Progress.DONE)
    assert plan_figures([late, due, done], day=DAY).overdue == 1


def test_an_owner_and_a_date_are_counted_apart() -> None:
    plan = plan_figures([an_action(owner=""), an_action(due=""), an_action()], day=DAY)
    assert (plan.actions, plan.owned, plan.dated) == (3, 2, 2)


@given(st.lists(st.sampled_from(Progress)))
def test_by_progress_they_add_up(progress: list[Progress]) -> None:
    plan = plan_figures([an_action(progress=one) for one in progress], day=DAY)
    parts = (plan.not_started, plan.in_progress, plan.done)
    assert sum(parts) + plan.stalled + plan.dropped + plan.unstated == plan.actions
    assert plan.live == len([one for one in progress if one is not Progress.DROPPED])


def test_an_action_counts_on_each_of_its_codes_and_no_other() -> None:
    actions = [
        Matched(an_action(id="A1"), ("people", "money")),
        Matched(an_action(id="A2"), ("learning",)),
        Matched(an_action(id="A3"), ()),
        Matched(an_action(id="A4"), ("people",)),
    ]
    (check,) = crosschecks([_found()], actions, [], day=DAY)
    assert (check.actions, check.plan.actions) == (("A1", "A4"), 2)


def test_minutes_are_counted_by_kind_and_leave_the_figures_alone() -> None:
    minutes = [
        _minute(Minuted.FAILURE),
        _minute(Minuted.DECISION),
        _minute(Minuted.FAILURE),
        _minute(Minuted.ACTION, code="money"),
    ]
    (check,) = crosschecks([_found()], [], minutes, day=DAY)
    assert check.minuted == ((Minuted.DECISION, 1), (Minuted.FAILURE, 2))
    assert check.figures == _found().figures
    assert check.quadrant is Quadrant.AGREED_UNPLANNED
