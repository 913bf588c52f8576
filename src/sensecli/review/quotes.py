"""Which segments does a passage cover that a file tells by offsets, by its words, or by both?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from unicodedata import combining, normalize

from sensecli.model.passage import CodedPassage

Span = tuple[int, int]

_HALF = 0.5
# Fewer letters and digits stand in too many places to be sought without all between them.
_TELLING = 12
_OUTSIDE = "stands outside of every passage that can be coded"
_MARKS = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'"),
}


@dataclass(frozen=True, slots=True)
class View:
    """A text as a file may have it, as read or without names, and where each segment stands in it.

    `spans` are half-open code points, in the order of the segments.
    """

    text: str
    spans: tuple[Span, ...]


def covered(passage: CodedPassage, views: Sequence[View]) -> tuple[int, ...] | str:
    """The segments that the passage covers, counted from 0, or why there are none.

    Where its words stand at its offsets, or it has no words, the offsets say; else its words do,
    wherever they stand in the first of the `views` that has them. A passage without either is the
    segment of its number. Of the segments that it touches, those count of which it has more than
    half, else the one that holds most of it.
    """
    if not passage.quote.strip() and passage.start is None:
        return _numbered(passage, views)
    for view in views:
        if found := _stated(passage, view) or _stated_as_read(passage, views[0], view):
            return found
    for letters in (False, True):
        for view in views:
            found = _sought(passage, view, letters=letters)
            if found:
                return found
    return "is not in the text"


def _numbered(passage: CodedPassage, views: Sequence[View]) -> tuple[int, ...] | str:
    number, last = passage.segment, max((len(view.spans) for view in views), default=0)
    return (number - 1,) if number and number <= last else "has a number that no passage has"


def _stated(passage: CodedPassage, view: View) -> tuple[int, ...] | str:
    """What the offsets cover, if the words stand there, and before them what should."""
    start, end = passage.start, passage.end
    if start is None or end is None or not 0 <= start < end <= len(view.text):
        return ()
    quote, held = passage.quote.strip(), view.text[start:end]
    same = not quote or held == passage.quote or _plain(held) == _plain(quote)
    # Words that come again and again may stand at the offsets of another view by chance.
    if not same or not view.text[:start].endswith(passage.before):
        return ()
    return _touched((start, end), view) or _OUTSIDE


def _stated_as_read(passage: CodedPassage, read: View, shown: View) -> tuple[int, ...]:
    """What the offsets cover in the text as read, if that is shown with the words told.

    So are our tables without names: their offsets are those of the text with them.
    """
    start, end = passage.start, passage.end
    if start is None or end is None or not start < end <= len(read.text):
        return ()
    if passage.before or passage.after or not passage.quote.strip():
        return ()
    under = _touched((start, end), read)
    if not under:
        return ()
    held = shown.text[shown.spans[under[0]][0] : shown.spans[under[-1]][1]]
    return under if _plain(passage.quote) in _plain(held) else ()


def _sought(passage: CodedPassage, view: View, *, letters: bool) -> tuple[int, ...] | str:
    """The segments under the words; empty where they do not stand in the text."""
    quote = _folded(passage.quote, letters=letters).text.strip()
    if not quote or (letters and len(quote) < _TELLING):
        return ()
    text = _text_of(view, letters=letters)
    whole = tuple(_places(quote, text, whole=True))
    places = whole or tuple(_places(quote, text, whole=False))
    if not places:
        return ()
    under = {span: _touched(span, view) for span in places}
    told = passage.start is not None or passage.segment is not None
    if len(set(under.values())) > 1 and not told:
        return f"stands in {len(places)} places, and nothing tells which of them is meant"
    best = min(places, key=lambda span: _unlike(span, under[span], passage, view))
    return under[best] or _OUTSIDE


def _unlike(
    span: Span, under: tuple[int, ...], passage: CodedPassage, view: View
) -> tuple[int, int, int]:
    """How far a place is from the one that is told: by its surroundings, number and offset."""
    before = view.text[max(span[0] - len(passage.before), 0) : span[0]]
    after = view.text[span[1] : span[1] + len(passage.after)]
    alike = _alike(before[::-1], passage.before[::-1]) + _alike(after, passage.after)
    number = abs(under[0] + 1 - passage.segment) if under and passage.segment else 0
    return -alike, number, abs(span[0] - passage.start) if passage.start is not None else 0


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _touched(span: Span, view: View) -> tuple[int, ...]:
    shared = {
        number: both
        for number, (start, end) in enumerate(view.spans)
        if (both := min(end, span[1]) - max(start, span[0])) > 0
    }
    most = [n for n, both in shared.items() if both > _HALF * (view.spans[n][1] - view.spans[n][0])]
    return tuple(most) or tuple(sorted(shared, key=lambda n: (-shared[n], n))[:1])


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text made comparable, and where each of its characters came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=8)
def _text_of(view: View, *, letters: bool) -> _Folded:
    """The text folded: kept while passages of the same interview are looked for."""
    return _folded(view.text, letters=letters)


def _folded(text: str, *, letters: bool) -> _Folded:
    """White space as single spaces, quotes straight, accents in one piece; or letters alone."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        part = _plain_part(text[start:end])
        if letters:
            part = "".join(char for char in part.casefold() if char.isalnum())
        parts.append(part)
        starts += [start] * len(part)
        ends += [end] * len(part)
    return _Folded("".join(parts), tuple(starts), tuple(ends))


def _plain(text: str) -> str:
    return "".join(_plain_part(text[slice(*part)]) for part in _clusters(text)).strip()


def _plain_part(part: str) -> str:
    return " " if part[0].isspace() else _MARKS.get(part) or normalize("NFC", part)


def _clusters(text: str) -> Iterator[Span]:
    """Each run of white space, and each character with the marks that belong to it."""
    start, many = 0, len(text)
    while start < many:
        end = start + 1
        if text[start].isspace():
            while end < many and text[end].isspace():
                end += 1
        else:
            while end < many and combining(text[end]):
                end += 1
        yield start, end
        start = end


def _places(quote: str, text: _Folded, *, whole: bool) -> Iterator[Span]:
    """Where the quote stands; `whole` leaves out places that begin or end within a word."""
    at = text.text.find(quote)
    while at >= 0:
        end = at + len(quote)
        cut = _joined(text.text[at - 1 : at + 1]) or _joined(text.text[end - 1 : end + 1])
        if not (whole and cut):
            yield text.starts[at], text.ends[end - 1]
        at = text.text.find(quote, at + 1)


def _joined(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum()  # noqa: PLR2004 - one on either side
