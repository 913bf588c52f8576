"""Codings as they are kept from run to run: numbers and names of values, none of the text.

What a regular expression found is the one exception: it is told by the words that it found. An
example may be a passage that somebody decided on: it is told by its number.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sensecli.coding.digest import digest
from sensecli.coding.tools import Tools
from sensecli.model import Actor, Coding, Example, Holder, Interview, Segment, Stance, Status

KIND = "codings"
# In place of an example's number where there is none.
_NONE = -1

# What is kept of a coding beside its segment's number; the rest is the segment's own.
_KINDS = {"stance": Stance, "status": Status, "actor": Actor, "holder": Holder}
_NAMES = (*_KINDS, "code", "prompted", "cue", "rule", "coder", "confidence", "explicit")

Numbers = Mapping[str, int]
Row = tuple[int | str | bool | float, ...]


def keys(cases: Iterable[tuple[Interview, Sequence[Segment]]], tools: Tools) -> list[bytes]:
    """A key for each interview's codings: for all that they rest on."""
    return [
        digest(tools.made_by, *_known_of(interview), *segments) for interview, segments in cases
    ]


def numbers(examples: Iterable[Example]) -> Numbers:
    """The number of each example, by its text, among those that interviews are coded with."""
    return {one.text: number for number, one in enumerate(examples)} | {"": _NONE}


def packed(codings: Sequence[Coding], numbered: Numbers) -> bytes:
    """One interview's codings as they are kept."""
    return written([rows(codings, numbered)])


def unpacked(
    content: bytes, segments: Sequence[Segment], examples: Sequence[Example]
) -> tuple[Coding, ...]:
    """Codings as they were packed, of an interview with these segments."""
    (found,) = read(content)
    return codings_of(found, segments, examples)


def written(interviews: Sequence[Sequence[Row]]) -> bytes:
    """The rows of some interviews."""
    text = json.dumps(interviews, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="surrogatepass")


def read(content: bytes) -> list[list[Row]]:
    """The rows of some interviews, as they were written."""
    found: list[list[Row]] = json.loads(content.decode(errors="surrogatepass"))
    return found


def rows(codings: Iterable[Coding], numbered: Numbers) -> list[Row]:
    """One interview's codings as plain values."""
    return [_row(one, numbered[one.example]) for one in codings]


def codings_of(
    found: Iterable[Row], segments: Sequence[Segment], examples: Sequence[Example]
) -> tuple[Coding, ...]:
    """The codings of an interview with these segments."""
    said = {segment.number: segment for segment in segments}
    return tuple(
        _coding(said[int(number)], "" if shown == _NONE else examples[int(shown)].text, values)
        for number, shown, *values in found
    )


def _row(coding: Coding, example: int) -> Row:
    # What is likeness alone ends in the example, as its cue.
    in_cue = bool(coding.example) and coding.cue.endswith(coding.example)
    short = replace(coding, cue=coding.cue.removesuffix(coding.example)) if in_cue else coding
    return (coding.segment, example, in_cue, *(getattr(short, name) for name in _NAMES))


def _coding(segment: Segment, example: str, values: Sequence[Any]) -> Coding:
    in_cue, *rest = values
    told = dict(zip(_NAMES, rest, strict=True))
    told |= {name: kind(told[name]) for name, kind in _KINDS.items()}
    told["cue"] += example if in_cue else ""
    return Coding(
        example=example,
        interview=segment.interview,
        segment=segment.number,
        start=segment.start,
        end=segment.end,
        text=segment.text,
        speaker=segment.speaker.value,
        **told,
    )


def _known_of(interview: Interview) -> tuple[str, ...]:
    """What the rules look at besides the talk: who the leader is, and where from."""
    return (interview.id, interview.leader, interview.name, interview.organisation)
