"""Offsets of other programs -> offsets of our text: what they count differs, the quote tells.

REFI-QDA says nothing of line breaks and byte order marks, and programs count differently. Each way
of counting is tried, and the one under which most selections hold the words quoted in their name is
kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sensecli.loading.formats.encoding import normalise

Span = tuple[int, int]

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = str.maketrans("\t\n\r", "   ")
_BMP = 0xFFFF
_TELLING = 16


@dataclass(frozen=True, slots=True)
class Selected:
    """A selection as its file has it; `quote` is its name, which may be no quote at all."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class _Counting:
    """A way to count: what a line break is, whether astral characters and the mark count more."""

    newline: int | None = None
    astral: int = 1
    mark: int = 0


# The standard's own first: code points of the file as it is. Then line breaks as one and as two.
_WAYS = tuple(
    _Counting(newline, astral, mark)
    for mark in (0, 1)
    for astral in (1, 2)
    for newline in (None, 1, 2)
)


def anchored(raw: str, selections: Sequence[Selected]) -> list[Span | None]:
    """The half-open span of each selection in the text with LF newlines.

    `raw` is the text with its own newlines and without its byte order mark. None where a selection
    lies outside the text. One that no counting explains stands where its words do, if they stand in
    just one place.
    """
    text = normalise(raw)
    views = _views(raw, text)
    spans = _best(text, views, selections)
    return [
        span if span and _quoted(text, span, one) else _elsewhere(text, one, span)
        for span, one in zip(spans, selections, strict=True)
    ]


def _best(
    text: str, views: Iterator[Sequence[int]], selections: Sequence[Selected]
) -> list[Span | None]:
    best: list[Span | None] = []
    most = -1
    quoting = sum(bool(one.quote) for one in selections)
    for view in views:
        spans = [_span(view, one) for one in selections]
        right = sum(
            bool(span) and bool(one.quote) and _quoted(text, span, one)
            for span, one in zip(spans, selections, strict=True)
        )
        if right > most:
            best, most = spans, right
        if right == quoting:
            break
    return best


def _span(view: Sequence[int], one: Selected) -> Span | None:
    if not 0 <= one.start < one.end < len(view):
        return None
    return view[one.start], view[one.end]


def _quoted(text: str, span: Span | None, one: Selected) -> bool:
    """Whether the span holds the words in the selection's name; programs may cut those short."""
    if span is None:
        return False
    held, quote = _seen(text[slice(*span)]), _seen(normalise(one.quote))
    short = quote.rstrip(".… ")
    cut = short != quote or len(quote) >= _TELLING
    return held == quote or (cut and bool(short) and held.startswith(short))


def _elsewhere(text: str, one: Selected, span: Span | None) -> Span | None:
    """Where else the words stand, if that is beyond doubt; else the span that the offsets give."""
    quote = normalise(one.quote)
    if len(quote) >= _TELLING and text.count(quote) == 1:
        start = text.index(quote)
        return start, start + len(quote)
    return span


def _views(raw: str, text: str) -> Iterator[Sequence[int]]:
    """For each way of counting, the offset in our text of each of its offsets; each view once."""
    yield range(len(text) + 1) if raw == text else _view(raw, _WAYS[0])
    returns, breaks = "\r" in raw, "\n" in text
    astral = any(ord(char) > _BMP for char in set(raw))
    for way in _WAYS[1:]:
        idle = (way.newline == 1 and not returns) or (way.newline == 2 and not breaks)  # noqa: PLR2004
        if idle or (way.astral != 1 and not astral):
            continue
        yield _view(raw, way)


def _view(raw: str, way: _Counting) -> list[int]:
    view = [0] * way.mark
    at = 0
    for match in re.finditer("\r\n|\r|\n|[^\r\n]+", raw):
        part = match[0]
        if part[0] in "\r\n":
            view += [at] * (way.newline or len(part))
            at += 1
        elif way.astral == 1:
            view += range(at, at + len(part))
            at += len(part)
        else:
            for char in part:
                view += [at] * (way.astral if ord(char) > _BMP else 1)
                at += 1
    view.append(at)
    return view


def _seen(text: str) -> str:
    """The text as an XML attribute can show it: line breaks and tabs may have become spaces."""
    return _ILLEGAL.sub("\ufffd", text).translate(_SPACES)
