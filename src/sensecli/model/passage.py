"""A passage that was coded elsewhere, as its file tells it: not yet found in our texts."""

from dataclasses import dataclass

from sensecli.model.coding import Actor, Holder, Stance, Status


@dataclass(frozen=True, slots=True)
class CodedPassage:
    """Some words of a document that somebody gave a code, or (without `codes`) read and left so.

    `codes` are the names that its one code goes by, the best first; `document` is the interview as
    the file calls it. `start` and `end` are half-open code points of the text as read or, with
    names left out, as shown; `segment` is the number of the passage; `before` and `after` are what
    stands around it. An attribute is None, and `time` (as in `2026-11-30T09:15:02Z`) empty, where
    the file does not tell it. `line` is the row's 1-based line, None where the file has none.
    """

    document: str
    quote: str
    codes: tuple[str, ...] = ()
    line: int | None = None
    coder: str = ""
    memo: str = ""
    time: str = ""
    start: int | None = None
    end: int | None = None
    segment: int | None = None
    before: str = ""
    after: str = ""
    stance: Stance | None = None
    status: Status | None = None
    actor: Actor | None = None
    holder: Holder | None = None
    prompted: bool | None = None
