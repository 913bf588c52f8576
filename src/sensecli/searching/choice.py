"""Which interviews and segments are searched."""

from collections.abc import Iterable
from dataclasses import dataclass

from sensecli.model import Interview, Segment, Speaker
from sensecli.searching.query import Query


@dataclass(frozen=True, slots=True)
class Choice:
    """Only these: a group, leaders, a speaker, a code; what is empty or None chooses nothing."""

    group: str = ""
    leaders: tuple[str, ...] = ()
    speaker: Speaker | None = None
    code: str = ""


def chosen_interviews(interviews: Iterable[Interview], choice: Choice) -> tuple[Interview, ...]:
    """The interviews of the group and of the leaders; a group is written in any case."""
    group = choice.group.casefold()
    return tuple(
        one
        for one in interviews
        if (not group or one.group.casefold() == group)
        and (not choice.leaders or one.leader in choice.leaders)
    )


def spoken(segments: Iterable[Segment], speaker: Speaker | None) -> tuple[Segment, ...]:
    """The segments of one speaker; all of them where it is None."""
    return tuple(one for one in segments if speaker in {None, one.speaker})


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for and where, and how many words are shown on each side (None: all)."""

    query: Query
    choice: Choice = Choice()
    context: int | None = None
