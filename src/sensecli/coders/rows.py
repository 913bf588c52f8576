"""Codings and segments that are known already -> the rows of a sheet."""

from sensecli.model import Actor, CodedRow, Coding, Holder, Segment, Stance, Status


def row_of(coding: Coding) -> CodedRow:
    """The row that says the same as a coding."""
    return CodedRow(
        interview=coding.interview,
        text=coding.text,
        code=coding.code,
        stance=coding.stance,
        status=coding.status,
        actor=coding.actor,
        holder=coding.holder,
        prompted=coding.prompted,
        segment=coding.segment,
        start=coding.start,
        end=coding.end,
    )


def bare_row(segment: Segment) -> CodedRow:
    """The row of a passage that was read, and that says nothing but where it is."""
    return CodedRow(
        interview=segment.interview,
        text=segment.text,
        code="",
        stance=Stance.NEUTRAL,
        status=Status.NONE,
        actor=Actor.UNSPECIFIED,
        holder=Holder.LEADER,
        prompted=False,
        segment=segment.number,
        start=segment.start,
        end=segment.end,
    )
