"""One line of a programme's action register."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PLAN = "plan:"
"""What the id of a text begins with that is an action's: no interview's id has a colon."""


class Progress(StrEnum):
    """How far an action is, by the register's own word."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    DONE = "done"
    STALLED = "stalled"
    DROPPED = "dropped"
    UNSTATED = "unstated"

    @property
    def closed(self) -> bool:
        """Whether nothing more is to come of it."""
        return self in {Progress.DONE, Progress.DROPPED}


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done, by whom, by when, and how far it is.

    `id` is its reference, else its sheet and row; unique within a run. `text` is what is to be
    done, as written, and `place` where it stands ("actions.xlsx, Workforce, row 14"). `due` and
    `updated` are the last day that what was written can mean, None where it names none;
    `due_said` and `progress_said` are as written. `section` is the heading or sheet that it stands
    under, `note` whatever else is said of it.
    """

    id: str
    text: str
    place: str
    owner: str = ""
    due: date | None = None
    due_said: str = ""
    updated: date | None = None
    progress: Progress = Progress.UNSTATED
    progress_said: str = ""
    section: str = ""
    note: str = ""

    @property
    def source(self) -> str:
        """The id of its text where it is read as an interview is."""
        return f"{PLAN}{self.id}"

    def overdue(self, day: date) -> bool:
        """Whether it was due before that day and is neither done nor dropped."""
        return self.due is not None and self.due < day and not self.progress.closed
