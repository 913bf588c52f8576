"""Coded rows and segments for the tests of reliability."""

from collections.abc import Sequence

from sensecli.model import Actor, CodedRow, Holder, Segment, Speaker, Stance, Status


def a_row(
    text: str,
    *,
    segment: int | None = None,
    code: str = "people",
    holder: str = Holder.LEADER,
    stance: str = Stance.ENDORSE,
    status: str = Status.NONE,
    prompted: bool = False,
    start: int | None = None,
    end: int | None = None,
    interview: str = "L01",
) -> CodedRow:
    """A row of a coded file about that passage."""
    return CodedRow(
        interview=interview,
        text=text,
        code=code,
        stance=Stance(stance),
        status=Status(status),
        actor=Actor.UNSPECIFIED,
        holder=Holder(holder),
        prompted=prompted,
        segment=segment,
        start=start,
        end=end,
    )


def segments_of(texts: Sequence[str], *, interview: str = "L01") -> tuple[Segment, ...]:
    """Those texts as consecutive segments, a space between them."""
    made: list[Segment] = []
    start = 0
    for number, text in enumerate(texts, start=1):
        end = start + len(text)
        made.append(Segment(interview, number, start, end, text, Speaker.LEADER, number))
        start = end + 1
    return tuple(made)
