"""Did action follow? Each theme of the interviews beside the same theme of the records."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sensecli.model import (
    Action,
    CrossCheck,
    Figures,
    Finding,
    Matched,
    Minute,
    Minuted,
    PlanFigures,
    Progress,
    Quadrant,
)


def crosschecks(
    findings: Iterable[Finding],
    actions: Sequence[Matched],
    minutes: Iterable[Minute],
    *,
    day: date,
) -> tuple[CrossCheck, ...]:
    """A cross-check for each finding, in their order; `day` is the one for which overdue is told.

    An action on several codes counts for each of them.
    """
    planned = by_code(actions)
    minuted: dict[str, Counter[Minuted]] = defaultdict(Counter)
    for minute in minutes:
        minuted[minute.code][minute.kind] += 1
    return tuple(_check(one, planned.get(one.code, ()), minuted[one.code], day) for one in findings)


def by_code(actions: Iterable[Matched]) -> Mapping[str, Sequence[Action]]:
    """The actions on each code that has any, in the register's order."""
    held: dict[str, list[Action]] = defaultdict(list)
    for matched in actions:
        for code in matched.codes:
            held[code].append(matched.action)
    return dict(held)


def plan_figures(actions: Sequence[Action], *, day: date) -> PlanFigures:
    """How many actions there are, and how they stand on that day."""
    by = Counter(one.progress for one in actions)
    return PlanFigures(
        actions=len(actions),
        owned=sum(bool(one.owner) for one in actions),
        dated=sum(one.due is not None for one in actions),
        overdue=sum(one.overdue(day) for one in actions),
        not_started=by[Progress.NOT_STARTED],
        in_progress=by[Progress.IN_PROGRESS],
        done=by[Progress.DONE],
        stalled=by[Progress.STALLED],
        dropped=by[Progress.DROPPED],
        unstated=by[Progress.UNSTATED],
    )


def quadrant(figures: Figures, plan: PlanFigures) -> Quadrant:
    """Agreed where more than half of the leaders endorse, planned where an action is not dropped.

    Of nobody there is no half, so that nothing is agreed.
    """
    agreed = 2 * figures.counts.endorse > figures.counts.n
    if plan.live:
        return Quadrant.AGREED_PLANNED if agreed else Quadrant.PLANNED
    return Quadrant.AGREED_UNPLANNED if agreed else Quadrant.NEITHER


def _check(
    finding: Finding, actions: Sequence[Action], minuted: Counter[Minuted], day: date
) -> CrossCheck:
    plan = plan_figures(actions, day=day)
    return CrossCheck(
        code=finding.code,
        label=finding.label,
        figures=finding.figures,
        plan=plan,
        quadrant=quadrant(finding.figures, plan),
        actions=tuple(one.id for one in actions),
        minuted=tuple((kind, minuted[kind]) for kind in Minuted if minuted[kind]),
    )
