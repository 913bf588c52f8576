"""One interview as it was read."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in its source a stretch of an interview's text stood.

    From code point `start` of the text on, until the next place: `label` is what a reader would
    look for ("page 3", "paragraph 12", "00:03:12").
    """

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Interview:
    """One 1-1 meeting with one leader: its text as read and its attributes.

    `text` has LF newlines and no BOM; every offset anywhere is a code point of it. `body` is the
    offset where the talk begins, behind front matter or a header block. `source` is the file's
    name (and row, for a sheet). `leader` is the id of the leader, `id` that of the interview.
    `attributes` are the user's further attributes, in the order written.
    """

    id: str
    leader: str
    text: str
    source: str = ""
    body: int = 0
    name: str = ""
    role: str = ""
    organisation: str = ""
    group: str = ""
    date: str = ""
    order: int | None = None
    round: str = ""
    interviewer: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = field(default=(), repr=False)

    def place(self, offset: int) -> str:
        """Where `offset` stands, as a reader would look it up: `L05:23`, or `L05 page 3`."""
        if self.places:
            at = bisect_right([p.start for p in self.places], offset) - 1
            return f"{self.id} {self.places[max(at, 0)].label}"
        return f"{self.id}:{self.text.count(chr(10), 0, offset) + 1}"
