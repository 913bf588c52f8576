"""Blocks -> turns: who opens which stretch of a transcript, or that there are no turns at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sensecli.model import Interview
from sensecli.segmenting.blocks import Block, blocks
from sensecli.segmenting.labels import (
    LONE_NAME,
    SPAN,
    STAMP,
    TIME_ONLY,
    heads_a_note,
    is_person,
    label_at,
)

_FEWEST_TURNS = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block with the label under which it is spoken (None: before the first, or in notes)."""

    start: int
    end: int
    label: str | None
    turn: int
    bullet: bool


def stretches(interview: Interview, known: Sequence[str]) -> tuple[tuple[Stretch, ...], bool]:
    """The interview's blocks with their labels, and whether it is a transcript.

    `known` are names that surely are speakers. Notes come back with every label None.
    """
    text = interview.text
    found, accepted = _opened(interview, known)
    if not accepted:
        return _as_notes(text, interview.body), False
    return tuple(_follow(text, found, accepted)), True


def label_places(
    interview: Interview, known: Sequence[str]
) -> tuple[tuple[tuple[int, int], str], ...]:
    """Where the labels of its turns stand, and which they are; none in notes.

    `known` are names that surely are speakers.
    """
    found, accepted = _opened(interview, known)
    return tuple((one.at, one.name) for _, one in found if one and one.name in accepted)


def _opened(
    interview: Interview, known: Sequence[str]
) -> tuple[tuple[tuple[Block, "_Opening | None"], ...], frozenset[str]]:
    """The blocks with what may open turns in them, and the labels that are speakers."""
    text = interview.text
    found = tuple(_lines(text, blocks(text, interview.body)))
    return found, _accepted([(label.name, label.sure) for _, label in found if label], known)


def _lines(text: str, found: Iterator[Block]) -> Iterator[tuple[Block, "_Opening | None"]]:
    """Blocks cut where a line opens a turn, each with its opening."""
    span_before = False
    for block in found:
        for line in _cut(text, block):
            if SPAN.match(text, line.start, line.end):
                span_before = True
                continue
            lone = LONE_NAME.match(text, line.start, line.end) if span_before else None
            span_before = False
            if lone:
                yield line, _Opening(lone["name"].strip(), lone.span("name"), line.end, sure=True)
            elif line.bullet:
                yield line, None
            elif label := label_at(text, line.start, line.end):
                yield line, _Opening(label.name, label.at, label.end, label.sure)
            else:
                yield line, None


@dataclass(frozen=True, slots=True)
class _Opening:
    name: str
    at: tuple[int, int]
    end: int
    sure: bool


def _cut(text: str, block: Block) -> Iterator[Block]:
    """The block's lines joined, save that a line that looks like a label begins a new piece."""
    if block.bullet:
        yield block
        return
    start = position = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        stripped = position + len(line.rstrip())
        own_line = label_at(text, position, stripped) or SPAN.match(text, position, stripped)
        if own_line and position > start:
            yield Block(start, _trim(text, start, position))
            start = position
        if own_line and (
            SPAN.match(text, position, stripped) or label_ends_line(text, position, stripped)
        ):
            yield Block(position, stripped)
            start = position + len(line)
        position += len(line)
    if block.end > start:
        yield Block(start, block.end)


def label_ends_line(text: str, start: int, end: int) -> bool:
    """Whether the label is the whole line, the talk following below it."""
    label = label_at(text, start, end)
    return label is not None and label.end >= end


def _trim(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _accepted(labels: Sequence[tuple[str, bool]], known: Sequence[str]) -> frozenset[str]:
    """The labels that are speakers; none where the text reads as notes."""
    counts = Counter(name for name, _ in labels)
    sure = {name for name, is_sure in labels if is_sure}
    named = {name for name in counts if any(_same(name, person) for person in known)}
    people = {name for name in counts if is_person(name)}
    several = len(people) > 1 and sum(counts[name] for name in people) > _FEWEST_TURNS
    again = {name for name, count in counts.items() if count > 1 and not heads_a_note(name)}
    again |= people if several else set()
    if sure or named or len(again) >= _FEWEST_TURNS:
        # Among turns, a single capitalised word that heads no note is a speaker too ("Len: ...").
        again |= {
            name for name in counts if name.istitle() and name.isalpha() and not heads_a_note(name)
        }
    if sum(counts[name] for name in sure | named | again) < _FEWEST_TURNS:
        return frozenset()
    if not sure and not named and len(again) < _FEWEST_TURNS:
        return frozenset()
    return frozenset(sure | named | again | people)


def _same(label: str, person: str) -> bool:
    a, b = label.lower().split(), person.lower().split()
    return bool(a and b) and (a == b or set(a) <= set(b) or set(b) <= set(a))


def _follow(
    text: str, found: Sequence[tuple[Block, _Opening | None]], accepted: frozenset[str]
) -> Iterator[Stretch]:
    label: str | None = None
    turn = 0
    for block, opening in found:
        start = block.start
        if opening and opening.name in accepted:
            label, start = opening.name, opening.end
            turn += 1
        for low, high in _between_stamps(text, start, block.end):
            yield Stretch(low, high, label, turn, block.bullet)


def _between_stamps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is said between inner time stamps (`#00:00:12.1#`), which are none of it."""
    low = _skip_times(text, start, end)
    for stamp in STAMP.finditer(text, low, end):
        if text[low : stamp.start()].strip():
            yield low, _trim(text, low, stamp.start())
        low = _skip_times(text, stamp.end(), end)
    if text[low:end].strip():
        yield low, end


def _skip_times(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    match = TIME_ONLY.match(text, start, end)
    return match.end() if match else start


def _as_notes(text: str, body: int) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(_skip_times(text, block.start, block.end), block.end, None, turn, block.bullet)
        for turn, block in enumerate(blocks(text, body))
    )
