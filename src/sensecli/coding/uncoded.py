"""What leaders say for themselves under no code: it may still tell what became of a promise."""

from collections.abc import Iterable, Sequence

from sensecli.coding.case import Case
from sensecli.coding.telling import clear_status, leaders_own
from sensecli.model import Actor, Coding, Holder, Stance, Status


def uncoded(cases: Iterable[Case], codings: Sequence[Coding]) -> tuple[Coding, ...]:
    """The leaders' own segments that no coding of theirs holds, as codings whose code is "".

    Their status is what the words tell beyond doubt, else none. They are for comparing rounds
    alone: no figure counts them.
    """
    held = {(one.interview, one.segment) for one in codings if one.holder is Holder.LEADER}
    return tuple(
        Coding(
            interview=one.interview,
            segment=one.number,
            start=one.start,
            end=one.end,
            text=one.text,
            code="",
            stance=Stance.NEUTRAL,
            status=clear_status(one.text) or Status.NONE,
            actor=Actor.UNSPECIFIED,
            holder=Holder.LEADER,
            prompted=False,
            speaker=one.speaker.value,
            cue="",
            rule="",
        )
        for _, segments in cases
        for one in leaders_own(segments)
        if (one.interview, one.number) not in held
    )
