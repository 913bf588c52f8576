"""Which segment is an anchor about, also where the notes were edited since?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sensecli.model import Anchor, Interview, Segment
from sensecli.review.line import storable

# A shorter quote stands in too many segments to be sought within them.
_TELLING = 4
_HALF = 0.5
_ALIKE = 0.8
# What is compared letter by letter is bounded: so many rare words, segments and characters.
_RARE, _MOST, _LONG = 3, 60, 1_000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Indexed:
    """An interview's text and segments, by their words (white space aside) and by each word."""

    text: str
    segments: tuple[Segment, ...]
    alike: dict[str, list[Segment]]
    holding: dict[str, list[Segment]]


@dataclass(frozen=True, slots=True)
class Found:
    """The segment of an anchor; `moved` where its words no longer stand at its offsets."""

    segment: Segment
    moved: bool


def indexed(interview: Interview, segments: Iterable[Segment]) -> Indexed:
    """The interview with its own segments, made ready to look anchors up in."""
    cut = tuple(segments)
    alike: dict[str, list[Segment]] = defaultdict(list)
    holding: dict[str, list[Segment]] = defaultdict(list)
    for segment in cut:
        alike[_plain(segment.text)].append(segment)
        for word in sorted(_words(segment.text)):
            holding[word].append(segment)
    return Indexed(storable(interview.text), cut, dict(alike), dict(holding))


def find_again(anchor: Anchor, there: Indexed) -> Found | None:
    """The segment that the anchor is about, by the first of these ways that finds one.

    At its offsets, if its words stand there and what was before them does; the segment that says
    just this; the one that holds the quote, or most of it; the one most like it. Of several,
    the one whose surroundings are most alike, then the nearest.
    """
    ways: tuple[Callable[[Anchor, Indexed], Segment | None], ...] = (_at, _same, _part, _like)
    found = next((segment for way in ways if (segment := way(anchor, there))), None)
    return Found(found, moved=not _stands(anchor, there, found)) if found else None


def _stands(anchor: Anchor, there: Indexed, segment: Segment) -> bool:
    here = there.text[anchor.start : anchor.end] == anchor.quote
    return here and segment.start < anchor.end and anchor.start < segment.end


def _at(anchor: Anchor, there: Indexed) -> Segment | None:
    start, end = anchor.start, anchor.end
    if there.text[start:end] != anchor.quote or not there.text[:start].endswith(anchor.before):
        # Words that come again and again may stand at the same offsets by chance.
        return None
    best = max(there.segments, key=lambda one: _shared(one, start, end), default=None)
    least = _HALF * min(end - start, best.end - best.start) if best else 0
    return best if best and _shared(best, start, end) >= max(least, 1) else None


def _same(anchor: Anchor, there: Indexed) -> Segment | None:
    return _likeliest(anchor, there, there.alike.get(_plain(anchor.quote), ()))


def _part(anchor: Anchor, there: Indexed) -> Segment | None:
    quote = _plain(anchor.quote)
    if len(quote.split()) < _TELLING:
        return None
    shared: dict[int, list[Segment]] = defaultdict(list)
    for text, segments in there.alike.items():
        if quote in text or (text in quote and len(text.split()) >= _TELLING):
            shared[min(len(text), len(quote))] += segments
    return _likeliest(anchor, there, shared[max(shared)]) if shared else None


def _like(anchor: Anchor, there: Indexed) -> Segment | None:
    quote = _plain(anchor.quote)[:_LONG]
    known = [word for word in _words(anchor.quote) if word in there.holding]
    rare = sorted(known, key=lambda word: (len(there.holding[word]), word))[:_RARE]
    near = {one.number: one for word in rare for one in there.holding[word][:_MOST]}
    ratios: dict[float, list[Segment]] = defaultdict(list)
    matcher = SequenceMatcher(None, b=quote, autojunk=False)
    for segment in list(near.values())[:_MOST]:
        matcher.set_seq1(_plain(segment.text)[:_LONG])
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
            ratios[matcher.ratio()].append(segment)
    best = max(ratios, default=0)
    return _likeliest(anchor, there, ratios[best]) if best >= _ALIKE else None


def _likeliest(anchor: Anchor, there: Indexed, segments: Sequence[Segment]) -> Segment | None:
    """The segment whose surroundings are most like those of the anchor; of equals, the nearest."""
    if len(segments) < 2:  # noqa: PLR2004 - of one there is no choice
        return next(iter(segments), None)

    def fit(segment: Segment) -> tuple[float, int, int]:
        before = there.text[max(segment.start - len(anchor.before), 0) : segment.start]
        after = there.text[segment.end : segment.end + len(anchor.after)]
        alike = _ratio(before, anchor.before) + _ratio(after, anchor.after)
        return -alike, abs(segment.start - anchor.start), segment.number

    return min(segments, key=fit)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _shared(segment: Segment, start: int, end: int) -> int:
    return min(segment.end, end) - max(segment.start, start)


def _plain(text: str) -> str:
    return " ".join(storable(text).split())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
