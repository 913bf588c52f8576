"""A row of a coded file: what a person, or another program, says of a passage."""

from dataclasses import dataclass

from sensecli.model.coding import Actor, Holder, Stance, Status


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One passage given one code, as a coded file has it: not yet laid over our segments.

    `segment` is the file's own number of the passage, `start` and `end` half-open code points of
    the text as read; each is None where the file has none. `line` is the row's 1-based line.
    """

    interview: str
    text: str
    code: str
    stance: Stance
    status: Status
    actor: Actor
    holder: Holder
    prompted: bool
    segment: int | None = None
    start: int | None = None
    end: int | None = None
    line: int = 0
