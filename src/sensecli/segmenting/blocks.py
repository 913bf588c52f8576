"""An interview's body as blocks: paragraphs, bullets and lines, each with what stands before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BULLET = re.compile(
    r"(?P<indent>[ \t]*)(?:[-*+•–—·▪◦●‣o]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"
)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+\S|[ \t]*[A-Z0-9][A-Z0-9 &/,'’()-]{3,60}:?[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]*(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_BRACKETED = re.compile(r"[ \t]*\[[^\]]*\][ \t.]*$")
_LABEL_LINE = re.compile(r"[ \t]*[A-Z][^.!?]{0,40}:[ \t]*$")
_LONG_LINE, _WIDE_LINE, _FILLED = 40, 140, 0.6


@dataclass(frozen=True, slots=True)
class Block:
    """A half-open stretch of the text that no segment crosses; `bullet` where it is one segment."""

    start: int
    end: int
    bullet: bool = False


def blocks(text: str, body: int) -> Iterator[Block]:
    """The blocks of `text` from offset `body` on; headings, rules and comments are none."""
    for group in _groups(text, body):
        yield from _split(text, group)


def _groups(text: str, body: int) -> Iterator[list[tuple[int, int]]]:
    """Lines that stand together, as (start, end) spans, between blank lines."""
    hidden = [m.span() for m in _COMMENT.finditer(text, body)]
    group: list[tuple[int, int]] = []
    position = body
    for line in text[body:].splitlines(keepends=True):
        start, end = position, position + len(line.rstrip())
        position += len(line)
        for low, high in hidden:
            if low <= start < high:
                start = min(high, end)
            elif start < low < end:
                end = low
        end = start + len(text[start:end].rstrip())
        if end > start and not _UNDERLINE.match(text, start, end):
            group.append((start, end))
        elif end > start and group:
            # A line of = or - under a line makes that line a heading.
            yield group[:-1]
            group = []
        elif group:
            yield group
            group = []
    if group:
        yield group


def _split(text: str, group: list[tuple[int, int]]) -> Iterator[Block]:
    wrapped = _is_wrapped(text, group)
    pending: Block | None = None
    for start, end in _unquoted(text, group):
        if pending and _goes_on(text, pending, (start, end), wrapped=wrapped):
            pending = Block(pending.start, end, bullet=pending.bullet)
            continue
        if pending:
            yield pending
        pending = _opened(text, start, end)
    if pending:
        yield pending


def _unquoted(text: str, group: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines without the marks of a block quotation."""
    for start, end in group:
        quoted = _QUOTED.match(text, start, end)
        begin = quoted.end() if quoted else start
        if begin < end:
            yield begin, end


def _goes_on(text: str, pending: Block, line: tuple[int, int], *, wrapped: bool) -> bool:
    """Whether a line goes on with the block before it: an indented bullet, a broken paragraph."""
    start, end = line
    if _BULLET.match(text, start, end) or _is_heading(text, start, end):
        return False
    return text[start].isspace() if pending.bullet else wrapped


def _opened(text: str, start: int, end: int) -> Block | None:
    """The block that a line opens; None where it is a heading."""
    if bullet := _BULLET.match(text, start, end):
        return Block(bullet.end(), end, bullet=True)
    return None if _is_heading(text, start, end) else Block(start, end)


def _is_heading(text: str, start: int, end: int) -> bool:
    return bool(_HEADING.match(text, start, end) or _BRACKETED.match(text, start, end))


def _is_wrapped(text: str, group: list[tuple[int, int]]) -> bool:
    """Whether the lines are one paragraph broken at a right margin: all but the last filled."""
    lengths = [end - start for start, end in group if not _BULLET.match(text, start, end)]
    widest = max(lengths, default=0)
    if len(lengths) <= 1 or not _LONG_LINE <= widest <= _WIDE_LINE:
        return False
    return all(length >= _FILLED * widest for length in lengths[:-1])
