"""Passages in which the leader clearly wants, does or fails at something, whatever it is."""

from collections.abc import Sequence

from sensecli.coding.clauses import clauses
from sensecli.coding.exchange import moves
from sensecli.coding.rulebook import rulebook
from sensecli.model import Holder, Segment, Speaker, Status

_CLAUSES = 3


def leaders_own(segments: Sequence[Segment]) -> list[Segment]:
    """The segments of one interview that hold the leader's own view and ask nothing."""
    return [
        segment
        for segment, move in zip(segments, moves(segments), strict=True)
        if segment.speaker in {Speaker.LEADER, Speaker.NOTES}
        and move.holder is Holder.LEADER
        and not segment.text.rstrip().endswith("?")
    ]


def clear_status(text: str) -> Status | None:
    """The status that the signs of a passage agree on; None where there is none or they differ."""
    said = {Status(sign.says) for sign in rulebook("status").signs(text)}
    if len(said) != 1 or len(clauses(text)) > _CLAUSES:
        return None
    return said.pop()
