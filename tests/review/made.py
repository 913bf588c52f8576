"""Decisions for tests, about interviews whose lines are their segments."""

from collections.abc import Iterable
from dataclasses import replace

from sensecli.model import (
    Actor,
    Coding,
    Decision,
    Holder,
    Interview,
    Segment,
    Speaker,
    Stance,
    Status,
    Values,
    Verdict,
    identified,
)
from sensecli.review.file import anchor_of
from tests.builders import a_coding, an_interview

CODES = ("people", "learning", "money")
TALK = (
    "The people who do the work know it best.",
    "Yes.",
    "We put learning first, and nobody much minds.",
    "Yes.",
    "Money is short this year, as it was in the last one.",
)
TEXT = "".join(f"{line}\n" for line in TALK)


def lines_of(interview: Interview) -> list[Segment]:
    """Each line that is not empty as a segment."""
    found: list[Segment] = []
    start = 0
    for line in interview.text.split("\n"):
        if line.strip():
            number, end = len(found) + 1, start + len(line)
            found.append(Segment(interview.id, number, start, end, line, Speaker.NOTES, 0))
        start += len(line) + 1
    return found


def seconds(number: int) -> str:
    """The time so many seconds after a fixed one."""
    return f"2026-11-30T{9 + number // 3600:02d}:{number // 60 % 60:02d}:{number % 60:02d}Z"


def some_values(
    *,
    code: str = "people",
    stance: str = Stance.ENDORSE,
    status: str = Status.NONE,
    holder: str = Holder.LEADER,
) -> Values:
    """What a person says of a passage."""
    return Values(
        code, Stance(stance), Status(status), Actor.UNSPECIFIED, Holder(holder), prompted=False
    )


def a_decision(
    verdict: str = Verdict.ACCEPT,
    *,
    segment: int = 1,
    code: str = "people",
    holder: str = Holder.LEADER,
    values: Values | None = None,
    time: int = 0,
    coder: str = "AB",
    text: str = TEXT,
    interview: str = "L01",
    memo: str = "",
    undoes: str = "",
    earlier: Iterable[Decision] = (),
) -> Decision:
    """A decision on (segment, code, holder); accept, change and add have values if none are given.

    `segment` counts the lines of `text`.
    """
    verdict = Verdict(verdict)
    at = lines_of(an_interview(text=text, id=interview))[segment - 1]
    gives = verdict in {Verdict.ACCEPT, Verdict.CHANGE, Verdict.ADD}
    has_subject = verdict in {Verdict.ACCEPT, Verdict.CHANGE, Verdict.REJECT}
    made = Decision(
        id="",
        time=seconds(time),
        coder=coder,
        verdict=verdict,
        anchor=anchor_of(text, interview, at.start, at.end),
        about=(code, Holder(holder)) if has_subject else None,
        values=(values or some_values(code=code, holder=holder)) if gives else None,
        memo=memo or ("Look again." if verdict is Verdict.MEMO else ""),
        undoes=undoes,
    )
    return identified(made, earlier=earlier)


def an_undo(of: Decision, *, time: int, coder: str = "AB") -> Decision:
    """A decision that takes another one back."""
    made = Decision("", seconds(time), coder, Verdict.UNDO, of.anchor, None, None, undoes=of.id)
    return identified(made)


def found_in(segment: int, code: str = "people", holder: str = Holder.LEADER) -> Coding:
    """A coding of the program's, at its place in the default text."""
    at = lines_of(an_interview(text=TEXT))[segment - 1]
    coding = a_coding(
        segment=segment, code=code, holder=holder, text=at.text, start=at.start, confidence=0.7
    )
    return replace(coding, cue=f"cue of {code}", example="Like this.", speaker=at.speaker.value)
