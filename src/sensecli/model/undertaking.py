"""What a leader undertook to do."""

import datetime as dt
from dataclasses import dataclass

from sensecli.model.coding import Actor, Status


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Who is to do what, by when, and for whom, in the leader's own words.

    `text` is the passage, verbatim. `status` is commitment or intention. `actor` is who is to do
    it as a coding tells, `who` the words for them, or "". `due_said` are the words for the time,
    `due` the last day that they can mean, told from the interview's date; None where they name no
    day ("when things settle down"). `to` are the words for whom it is promised to. `codes` are
    the themes that it is about, often none.
    """

    interview: str
    leader: str
    round: str
    date: str
    segment: int
    start: int
    end: int
    place: str
    text: str
    status: Status
    actor: Actor
    who: str = ""
    due_said: str = ""
    due: dt.date | None = None
    to: str = ""
    codes: tuple[str, ...] = ()

    def overdue(self, day: dt.date) -> bool | None:
        """Whether it was due before that day; None where it names no day."""
        return None if self.due is None else self.due < day
