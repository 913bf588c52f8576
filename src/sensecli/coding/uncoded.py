"""What leaders say for themselves under no code: it may still tell of a promise."""

from collections.abc import Iterable, Sequence

from sensecli.coding.case import Case
from sensecli.coding.telling import clear_status, leaders_own
from sensecli.model import Actor, Coding, Holder, Segment, Stance, Status


def uncoded(cases: Iterable[Case], codings: Sequence[Coding]) -> tuple[Coding, ...]:
    """The leaders' own segments that no coding of theirs holds, as codings whose code is "".

    Their status is what the words tell beyond doubt, else none. They are for comparing rounds
    alone: no figure counts them.
    """
    held = {(one.interview, one.segment) for one in codings if one.holder is Holder.LEADER}
    return tuple(
        under_no_code(one, clear_status(one.text) or Status.NONE, Actor.UNSPECIFIED)
        for _, segments in cases
        for one in leaders_own(segments)
        if (one.interview, one.number) not in held
    )


def under_no_code(segment: Segment, status: Status, actor: Actor) -> Coding:
    """A leader's own segment as a coding whose code is ""."""
    return Coding(
        interview=segment.interview,
        segment=segment.number,
        start=segment.start,
        end=segment.end,
        text=segment.text,
        code="",
        stance=Stance.NEUTRAL,
        status=status,
        actor=actor,
        holder=Holder.LEADER,
        prompted=False,
        speaker=segment.speaker.value,
        cue="",
        rule="",
    )
