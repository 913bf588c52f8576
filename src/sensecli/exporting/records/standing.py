"""How an action stands, and what a paper records, in words."""

from collections.abc import Mapping
from datetime import date

from sensecli.exporting.dates import in_words
from sensecli.model import Action, Minuted, Progress, Quadrant

PROGRESS: Mapping[Progress, str] = {
    Progress.DONE: "done",
    Progress.IN_PROGRESS: "in progress",
    Progress.NOT_STARTED: "not started",
    Progress.STALLED: "stalled",
    Progress.DROPPED: "dropped",
    Progress.UNSTATED: "no status",
}
QUADRANTS = (
    Quadrant.AGREED_UNPLANNED,
    Quadrant.AGREED_PLANNED,
    Quadrant.PLANNED,
    Quadrant.NEITHER,
)
"""In the order in which they are told."""

MINUTED: Mapping[Minuted, tuple[str, str]] = {
    Minuted.DECISION: ("decision", "decisions"),
    Minuted.COMMITMENT: ("commitment", "commitments"),
    Minuted.ACTION: ("report of action", "reports of action"),
    Minuted.FAILURE: ("report of something not done", "reports of something not done"),
    Minuted.DISCUSSION: ("passage of discussion", "passages of discussion"),
}
"""What a paper records, one and many, what binds most first."""


def standing(action: Action, day: date) -> str:
    """Owner, due date and status: `owner [L05], due 31 Mar 2023 (overdue), in progress`."""
    owner = f"owner {action.owner}" if action.owner.strip() else "no owner"
    return f"{owner}, {due(action, day)}, {PROGRESS[action.progress]}"


def due(action: Action, day: date) -> str:
    """`due 31 Mar 2023 (overdue)`, `due \u201cTBC\u201d`, `no date`."""
    if action.due is None:
        return (
            f"due \u201c{action.due_said.strip()}\u201d" if action.due_said.strip() else "no date"
        )
    late = " (overdue)" if action.overdue(day) else ""
    return f"due {in_words(action.due)}{late}"
