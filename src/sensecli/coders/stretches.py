"""Where our segments stand in a text as another file has it, names masked or not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sensecli.model import Interview, Segment

_HALF = 0.5

Span = tuple[int, int]
"""Half-open offsets of a text."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Each segment that the text has, with its half-open span there, in order."""

    spans: tuple[tuple[Segment, int, int], ...]

    def covered(self, start: int, end: int) -> tuple[Segment, ...]:
        """The segments of which a stretch covers more than half, else the one it holds most of."""
        shared = [(one, min(b, end) - max(a, start), b - a) for one, a, b in self.spans]
        whole = tuple(one for one, held, size in shared if held > _HALF * size)
        if whole:
            return whole
        most = max(shared, key=lambda each: each[1], default=None)
        return (most[0],) if most and most[1] > 0 else ()


def cut_of(
    text: str, interview: Interview, segments: Sequence[Segment], mask: Callable[[str], str]
) -> Cut:
    """The interview's segments in a text that should be the interview's, or reads as it masked."""
    if text == interview.text:
        return Cut(tuple((one, one.start, one.end) for one in segments))
    return Cut(tuple(_found(text, segments, mask)))


def _found(
    text: str, segments: Sequence[Segment], mask: Callable[[str], str]
) -> Iterator[tuple[Segment, int, int]]:
    """First those whose words one place alone has, here and there; then the others, between."""
    written = [tuple(dict.fromkeys((one.text, mask(one.text)))) for one in segments]
    sure = _in_order(text, written)
    following = _following(sure, len(text))
    there = 0
    for segment, ways, span, limit in zip(segments, written, sure, following, strict=True):
        found = span or _first(text, ways, there, limit)
        if found:
            there = found[1]
            yield segment, *found


def _in_order(text: str, written: Sequence[Sequence[str]]) -> list[Span | None]:
    said = Counter(words for ways in written for words in ways)
    spans: list[Span | None] = []
    there = 0
    for ways in written:
        alone = [words for words in ways if said[words] == text.count(words) == 1]
        span = _first(text, alone, there, len(text))
        there = span[1] if span else there
        spans.append(span)
    return spans


def _following(spans: Sequence[Span | None], end: int) -> list[int]:
    """For each place, where the next span behind it begins, or the end of the text."""
    starts: list[int] = []
    for span in reversed(spans):
        starts.append(end)
        end = span[0] if span else end
    return starts[::-1]


def _first(text: str, ways: Iterable[str], start: int, end: int) -> Span | None:
    for words in ways:
        at = text.find(words, start, end)
        if at >= 0:
            return at, at + len(words)
    return None
