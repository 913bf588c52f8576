"""Passages and an expression -> hits."""

from collections.abc import Callable, Iterable, Iterator
from re import Pattern

import re2

from sensecli.model import Hit
from sensecli.searching.faults import options
from sensecli.searching.text import Passage


def find(
    passages: Iterable[Passage],
    expression: str,
    *,
    fold: Callable[[str], str],
    context: int | None = None,
) -> tuple[Hit, ...]:
    """Every place of an expression within a passage, in time linear in the text.

    With `context`, that many words on each side, else all of the segment. The stand-in of a name
    is not the leader's word, and no hit. The expression must be one that `fault` has nothing
    against; one without a word finds nothing.
    """
    if not expression:
        return ()
    pattern: Pattern[str] = re2.compile(expression, options())
    return tuple(
        hit for passage in passages for hit in _hits(passage, pattern, fold=fold, context=context)
    )


def _hits(
    passage: Passage, pattern: Pattern[str], *, fold: Callable[[str], str], context: int | None
) -> Iterator[Hit]:
    text = passage.text
    for match in pattern.finditer(_searchable(fold(text))):
        start, end = match.span()
        if start < end and not passage.stands_for_a_name(text[start:end], start):
            yield _hit(passage, text, (start, end), context)


def _searchable(text: str) -> str:
    """Without halves of surrogate pairs, which RE2 cannot read; each is one sign as before."""
    return text.encode(errors="replace").decode()


def _hit(passage: Passage, text: str, span: tuple[int, int], context: int | None) -> Hit:
    interview, segment, (start, end) = passage.interview, passage.segment, span
    begins, ends = passage.as_read(start, end)
    left, right = text[:start], text[end:]
    if context is not None:
        left, right = _last_words(left, context), _first_words(right, context)
    return Hit(
        interview=interview.id,
        segment=segment.number,
        start=begins,
        end=ends,
        place=interview.place(begins),
        speaker=segment.speaker,
        leader=interview.leader,
        group=interview.group,
        left=left,
        hit=text[start:end],
        right=right,
        name=interview.name,
    )


def _first_words(text: str, number: int) -> str:
    """As much of the beginning as holds so many words, what is joined to the hit beside them."""
    at = 0
    for _ in range(number):
        while at < len(text) and text[at].isspace():
            at += 1
        while at < len(text) and not text[at].isspace():
            at += 1
    return text[:at]


def _last_words(text: str, number: int) -> str:
    return _first_words(text[::-1], number)[::-1]
