"""A segment as it is searched: the words that may be shown, and the way back to the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sensecli.model import Interview, Segment


class Moved(Protocol):
    """A text in which names were replaced, and where the offsets of the text as read went.

    Offsets inside a name go to the end of what stands for it.
    """

    @property
    def text(self) -> str:
        """The text without names."""

    def offset(self, read: int, /) -> int:
        """The offset in `text` for one of the text as read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An interview's text as it may be shown: from `first` on, a part of `moved`."""

    moved: Moved
    first: int = 0

    def offset(self, read: int) -> int:
        """Where in `moved.text` an offset of the interview as read went."""
        return self.moved.offset(self.first + read)


def shown_texts(
    interviews: Sequence[Interview], replaced: Callable[[str], Moved]
) -> dict[str, Shown]:
    """The text of each interview as it may be shown, by the interview's id."""
    # One text of all of them: what finds the names is then made once, not for each interview.
    between = "\n\0\n"
    moved = replaced(between.join(one.text for one in interviews))
    texts, first = {}, 0
    for one in interviews:
        texts[one.id] = Shown(moved, first)
        first += len(one.text) + len(between)
    return texts


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment of an interview, and its words as they may be shown."""

    interview: Interview
    segment: Segment
    shown: Shown

    @property
    def text(self) -> str:
        """The segment's words with names replaced."""
        offset = self.shown.offset
        return self.shown.moved.text[offset(self.segment.start) : offset(self.segment.end)]

    def as_read(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into `text` -> offsets into the interview; a name that they touch is whole."""
        offset, here = self.shown.offset, range(self.segment.start, self.segment.end + 1)
        first = offset(self.segment.start)
        begins = bisect_right(here, first + start, key=offset) - 1
        reached = bisect_left(here, first + end, key=offset)
        ends = bisect_right(here, offset(here[reached]), key=offset) - 1
        return here[begins], here[ends]

    def stands_for_a_name(self, hit: str, start: int) -> bool:
        """Whether all of a hit that begins at `text[start]` lies in what stands for a name."""
        begins, ends = self.as_read(start, start + len(hit))
        # Offsets inside a name all went to the end of what stands for it.
        inside = self.shown.offset(begins + 1) == self.shown.offset(ends)
        return inside and self.interview.text[begins:ends] != hit
