"""Passages for tests of searching: one interview, cut by hand, with names replaced or not."""

from collections.abc import Sequence

from sensecli.exporting.masking import relocated
from sensecli.model import Segment, Speaker
from sensecli.searching.text import Passage, shown_texts
from tests.builders import an_interview


def a_segment(text: str, *, start: int = 0, number: int = 1) -> Segment:
    """A note-taker's segment."""
    end = start + len(text)
    return Segment("L01", number, start, end, text, Speaker.NOTES, 0)


def passages(*texts: str, names: Sequence[tuple[str, str]] = ()) -> list[Passage]:
    """An interview of these lines, a passage a line."""
    whole = "\n".join(texts)
    interview = an_interview(text=whole, group="acute trust")
    shown = shown_texts([interview], lambda text: relocated(text, names))["L01"]
    made, start = [], 0
    for number, text in enumerate(texts, start=1):
        made.append(Passage(interview, a_segment(text, start=start, number=number), shown))
        start += len(text) + 1
    return made
