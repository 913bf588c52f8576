"""One sentence or bullet."""

from dataclasses import dataclass
from enum import StrEnum


class Speaker(StrEnum):
    """Whose words a segment holds; NOTES is the note-taker writing about the leader."""

    LEADER = "leader"
    INTERVIEWER = "interviewer"
    OTHER = "other"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Segment:
    """A half-open stretch of an interview's text: `text == interview.text[start:end]`.

    `number` counts from 1 over all segments of the interview; `turn` counts turns from 0 (in
    notes: paragraphs or bullets); `bullet` is true where the segment is one bullet or one line.
    """

    interview: str
    number: int
    start: int
    end: int
    text: str
    speaker: Speaker
    turn: int
    bullet: bool = False
