"""Codings as they are kept from run to run: numbers and names of values, none of the text.

What a regular expression found is the one exception: it is told by the words that it found.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sensecli.coding.digest import digest
from sensecli.coding.tools import Tools
from sensecli.model import Actor, Coding, Holder, Interview, Segment, Stance, Status

KIND = "codings"

# What is kept of a coding beside its segment's number; the rest is the segment's own.
_KINDS = {"stance": Stance, "status": Status, "actor": Actor, "holder": Holder}
_NAMES = (*_KINDS, "code", "prompted", "cue", "rule", "coder", "confidence", "example", "explicit")


Row = tuple[int | str | bool | float, ...]


def keys(cases: Iterable[tuple[Interview, Sequence[Segment]]], tools: Tools) -> list[bytes]:
    """A key for each interview's codings: for all that they rest on."""
    return [
        digest(tools.made_by, *_known_of(interview), *segments) for interview, segments in cases
    ]


def packed(codings: Sequence[Coding]) -> bytes:
    """One interview's codings as they are kept."""
    return written([rows(codings)])


def unpacked(content: bytes, segments: Sequence[Segment]) -> tuple[Coding, ...]:
    """Codings as they were packed, of an interview with these segments."""
    (found,) = read(content)
    return codings_of(found, segments)


def written(interviews: Sequence[Sequence[Row]]) -> bytes:
    """The rows of some interviews."""
    text = json.dumps(interviews, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="surrogatepass")


def read(content: bytes) -> list[list[Row]]:
    """The rows of some interviews, as they were written."""
    found: list[list[Row]] = json.loads(content.decode(errors="surrogatepass"))
    return found


def rows(codings: Iterable[Coding]) -> list[Row]:
    """One interview's codings as plain values."""
    return [(one.segment, *(getattr(one, name) for name in _NAMES)) for one in codings]


def codings_of(found: Iterable[Row], segments: Sequence[Segment]) -> tuple[Coding, ...]:
    """The codings of an interview with these segments."""
    said = {segment.number: segment for segment in segments}
    return tuple(_coding(said[int(number)], *values) for number, *values in found)


def _coding(segment: Segment, *values: Any) -> Coding:  # noqa: ANN401  (as _NAMES has them)
    told = dict(zip(_NAMES, values, strict=True))
    told |= {name: kind(told[name]) for name, kind in _KINDS.items()}
    return Coding(
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
