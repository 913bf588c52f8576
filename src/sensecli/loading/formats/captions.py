"""Captions (.vtt, .srt) -> turns: the cues of one speaker joined, each with its time as place."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.loading.formats.document import Document, Read, refused
from sensecli.loading.formats.encoding import empty, read_text
from sensecli.model import Place, Problem

if TYPE_CHECKING:
    from webvtt import Caption

_VOICE = re.compile(r"<v(?:\.[\w.-]+)*[ \t]+(?P<name>[^<>]*)>")
_TAG = re.compile(
    r"</?(?:[cibuv]|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.'’()&/-]*(?:[ \t]+(?:[A-Z0-9(][\w.'’()&/-]*|de|van|von|der|of|la)){0,4})"
    r":[ \t]+(?=\S)"
)
_LONGEST_PAUSE = 3.0


@dataclass(frozen=True, slots=True)
class _Said:
    """What one speaker says in one cue; seconds from the start of the recording."""

    speaker: str
    text: str
    start: float
    end: float


def read_captions(path: Path) -> Read:
    """The one document of a .vtt or .srt file; places are times, HH:MM:SS."""
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    text = read_text(path)
    if isinstance(text, Problem):
        return refused(text)
    kind = path.suffix.casefold().removeprefix(".")
    try:
        captions = WebVTT.from_buffer([text.lstrip()], format=kind).captions
    except (MalformedFileError, MalformedCaptionError):
        message = f"is not a .{kind} caption file, whatever its name says"
        hint = 'a .vtt file begins with "WEBVTT", an .srt file with "1"; save notes as .txt'
        return refused(Problem(path.name, None, message, hint))
    said = _hold(tuple(_said(captions)))
    if not said:
        return refused(empty(path))
    joined, places = _turns(said)
    return (Document(joined, places=places),), ()


def _said(captions: Sequence["Caption"]) -> Iterator[_Said]:
    """What is said, cue by cue; the speaker is empty where the cue names none."""
    lines = [line for caption in captions for line in caption.lines]
    labels = _labels([_clean(_VOICE.sub("", line)) for line in lines])
    for caption in captions:
        start, end = (
            stamp.in_milliseconds() / 1000 for stamp in (caption.start_time, caption.end_time)
        )
        speaker, words = "", ""
        for line in caption.lines:
            for name, text in _spoken(line, labels):
                if name and words.strip():
                    yield _Said(speaker, " ".join(words.split()), start, end)
                speaker, words = (name, text) if name else (speaker, f"{words} {text}")
        if words.strip():
            yield _Said(speaker, " ".join(words.split()), start, end)


def _spoken(line: str, labels: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(speaker or nothing, words) of one line of a cue, which may hold several voices."""
    position, name = 0, ""
    for match in [*_VOICE.finditer(line), None]:
        text = _clean(line[position : match.start() if match else len(line)])
        label = None if name else _LABEL.match(text)
        if label and label["name"] in labels:
            yield label["name"], text[label.end() :]
        elif text or name:
            yield name, text
        if match:
            position, name = match.end(), " ".join(html.unescape(match["name"]).split())


def _labels(lines: Sequence[str]) -> frozenset[str]:
    """The `Name:` labels that are speakers: seen twice, or of two words and more."""
    counts = Counter(match["name"] for line in lines if (match := _LABEL.match(line)))
    return frozenset(name for name, count in counts.items() if count > 1 or " " in name)


def _clean(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()


def _hold(said: Sequence[_Said]) -> tuple[_Said, ...]:
    """The same with each label holding until another speaker is labelled."""
    held: list[_Said] = []
    speaker = ""
    for item in said:
        speaker = item.speaker or speaker
        held.append(_Said(speaker, item.text, item.start, item.end))
    return tuple(held)


def _turns(said: Sequence[_Said]) -> tuple[str, tuple[Place, ...]]:
    parts: list[str] = []
    places: list[Place] = []
    offset = 0
    before: _Said | None = None
    for item in said:
        if before and item.speaker == before.speaker:
            paused = item.start - before.end > _LONGEST_PAUSE
            lead = "\n\n" if paused and not item.speaker else " "
        else:
            lead = ("\n\n" if before else "") + (f"{item.speaker}: " if item.speaker else "")
        offset += len(lead)
        places.append(Place(offset, _clock(item.start)))
        parts += (lead, item.text)
        offset += len(item.text)
        before = item
    return "".join(parts), tuple(places)


def _clock(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}"
