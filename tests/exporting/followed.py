"""A programme's records and a second round for tests of what is shown of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sensecli.model import (
    Action,
    Analysis,
    Between,
    ChangedRole,
    Comparison,
    Contradiction,
    CrossCheck,
    Direction,
    Disagreement,
    Fate,
    Interval,
    Matched,
    Minute,
    Minuted,
    Move,
    Paired,
    PlanFigures,
    Progress,
    Promise,
    Quadrant,
    Quote,
    Records,
    RoundOfTalks,
    Status,
    ThemeMovement,
    Turnover,
)
from tests.builders import a_position, an_action
from tests.exporting.made import a_figures, a_quote, a_small_analysis

DAY = date(2023, 9, 29)


def a_said(text: str, *, leader: str = "L01", code: str = "people", at: int = 1) -> Quote:
    """A leader's passage on a line of their interview."""
    quote = a_quote(text=text)
    return replace(quote, interview=leader, leader=leader, code=code, place=f"{leader}:{at}")


def a_check(
    *,
    code: str = "people",
    endorse: int = 19,
    n: int = 21,
    act: int = 2,
    actions: Sequence[Action] = (),
    minuted: Sequence[tuple[Minuted, int]] = (),
    quadrant: Quadrant | None = None,
) -> CrossCheck:
    """A theme with its actions; its quadrant follows from the figures unless it is given."""
    plan = a_plan(actions)
    agreed = 2 * endorse > n
    found = {
        (True, True): Quadrant.AGREED_PLANNED,
        (True, False): Quadrant.AGREED_UNPLANNED,
        (False, True): Quadrant.PLANNED,
        (False, False): Quadrant.NEITHER,
    }[agreed, plan.live > 0]
    return CrossCheck(
        code=code,
        label=code.title(),
        figures=a_figures(n=n, endorse=endorse, act=act),
        plan=plan,
        quadrant=quadrant or found,
        actions=tuple(one.id for one in actions),
        minuted=tuple(minuted),
    )


def a_plan(actions: Sequence[Action]) -> PlanFigures:
    """How those actions stand on the day."""

    def so(progress: Progress) -> int:
        return sum(one.progress is progress for one in actions)

    return PlanFigures(
        actions=len(actions),
        owned=sum(bool(one.owner) for one in actions),
        dated=sum(one.due is not None for one in actions),
        overdue=sum(one.overdue(DAY) for one in actions),
        not_started=so(Progress.NOT_STARTED),
        in_progress=so(Progress.IN_PROGRESS),
        done=so(Progress.DONE),
        stalled=so(Progress.STALLED),
        dropped=so(Progress.DROPPED),
        unstated=so(Progress.UNSTATED),
    )


BOOKED = an_action(id="P-1", text="Book the training rooms", owner="", due="", row=4)
TRAINED = an_action(id="P-2", text="Train the link nurses", progress="done", row=5)
PARKED = an_action(id="P-3", text="Repaint the car park", progress="not started", row=9)
CLAIMED = a_said("I ring every practice on a Monday.")
STOPPED = a_said("The study days stopped in the spring.", leader="L02", code="learning", at=3)


def a_records(*, checks: Sequence[CrossCheck] | None = None) -> Records:
    """Nothing planned on people, two actions on learning, one of which leaders contradict."""
    minuted = ((Minuted.DECISION, 1), (Minuted.DISCUSSION, 2))
    return Records(
        day=DAY,
        register="actions.xlsx",
        actions=(
            Matched(BOOKED, ("learning",)),
            Matched(TRAINED, ("learning",)),
            Matched(PARKED, ()),
        ),
        minutes=(
            a_minute("The Board agreed that staff come first.", Minuted.DECISION),
            a_minute("Staff were discussed.", Minuted.DISCUSSION),
            a_minute("Staff were discussed again.", Minuted.DISCUSSION),
        ),
        papers=("board-2022-12.docx",),
        checks=tuple(checks)
        if checks is not None
        else (
            a_check(minuted=minuted),
            a_check(code="learning", endorse=4, act=1, actions=[BOOKED, TRAINED]),
        ),
        contradictions=(
            Contradiction("people", Disagreement.NOT_PLANNED, CLAIMED),
            Contradiction("learning", Disagreement.NOT_SO, STOPPED, TRAINED),
        ),
    )


def a_minute(text: str, kind: Minuted, *, code: str = "people") -> Minute:
    """A passage of the December papers."""
    place = "board-2022-12.docx, page 2"
    return Minute("board-2022-12.docx", 0, len(text), place, text, code, kind, "2022-12-13")


def a_paired(before: int, after: int, *, n: int = 12) -> Paired:
    """So many yeses of `n` leaders then and now, nobody going the other way."""
    change = (after - before) / n
    gained, lost = max(after - before, 0), max(before - after, 0)
    return Paired(n, before, after, gained, lost, change, Interval(change - 0.2, change + 0.2))


def a_moved(
    *, code: str = "people", up: int = 1, down: int = 0, moves: Sequence[Move] = ()
) -> ThemeMovement:
    """A theme on which so many of twelve leaders moved."""
    agree, act = a_paired(10, 11), a_paired(2, 5)
    return ThemeMovement(code, code.title(), up, down, 12 - up - down, agree, act, tuple(moves))


SAID = a_said("We will set up a staff panel.")
SAYS = a_said("The panel meets every month.", at=14)
GONE = a_said("I will write to the receptionists.", leader="L02", code="learning")


def a_between(
    *, themes: Sequence[ThemeMovement] | None = None, promises: Sequence[Promise] | None = None
) -> Between:
    """L01 moved up on people and kept a promise; L02 never came back to one."""
    move = Move(
        leader="L01",
        code="people",
        before=a_position(round="round 1", status=Status.INTENTION),
        after=a_position(round="round 2", status=Status.DONE, own_side=True),
        direction=Direction.UP,
        said=SAID,
        says=SAYS,
    )
    kept = Promise("L01", "people", SAID, Fate.KEPT, SAYS)
    gone = Promise("L02", "learning", GONE, Fate.VANISHED)
    return Between(
        before="round 1",
        after="round 2",
        turnover=Turnover(
            stayed=("L01", "L02"),
            left=("L03",),
            new=("L22",),
            changed=(ChangedRole("L01", "Matron", "Director of Nursing"),),
        ),
        themes=tuple(themes)
        if themes is not None
        else (a_moved(moves=[move]), a_moved(code="learning", up=0)),
        promises=tuple(promises) if promises is not None else (kept, gone),
    )


def a_comparison(*between: Between, overall: Between | None = None) -> Comparison:
    """Two rounds, unless other stretches are given."""
    rounds = (RoundOfTalks("round 1", 21, 21), RoundOfTalks("round 2", 14, 14))
    return Comparison(rounds, between or (a_between(),), overall)


def a_followed_analysis() -> Analysis:
    """A small analysis with records and a second round."""
    return replace(a_small_analysis(), records=a_records(), comparison=a_comparison())
