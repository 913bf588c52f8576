"""`decisions-<coder>.jsonl`: a decision a line, in a file that only grows."""

import codecs
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from sensecli.disk.written import note
from sensecli.model import PLAN, Anchor, Decision, Notice, Problem
from sensecli.review.line import CODER, storable, understood, written

_LONGEST = 1_000_000
_AROUND = 60
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
# So far from its end may a line be found broken that was cut within an escape such as \u001f.
_ESCAPE = 6
_FOUND_BAD = "correct the line, or take it out"


@dataclass(frozen=True, slots=True)
class ReadDecisions:
    """All decisions in order of time, then of file and line, each id once.

    `lines` tells the file's name and the line (from 1) of each, by its id.
    """

    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    lines: Mapping[str, tuple[str, int]] = field(default_factory=dict)


_Numbered = tuple[Decision, str, int]


def is_coder(initials: str) -> bool:
    """Whether these may be somebody's initials: 1 to 12 of letters, digits, dot and hyphen."""
    return CODER.fullmatch(initials) is not None


def decisions_file(folder: Path, coder: str) -> Path:
    """Where a coder's decisions about the interviews of `folder` (or of that one file) lie."""
    return _home(folder) / f"decisions-{coder.lower()}.jsonl"


def anchor_of(interview_text: str, interview_id: str, start: int, end: int) -> Anchor:
    """The anchor of a half-open stretch of an interview's text."""
    text = storable(interview_text)
    return Anchor(
        interview=interview_id,
        start=start,
        end=end,
        quote=text[start:end],
        before=text[max(start - _AROUND, 0) : start],
        after=text[end : end + _AROUND],
    )


def append(path: Path, *decisions: Decision) -> None:
    """Put decisions at the end of the file, a whole line each; it is made where there is none.

    When this returns, the lines are on the disk; if it is stopped in the middle, nothing that was
    there before is lost. OSError where they cannot be written.
    """
    lines = "".join(f"{written(one)}\n" for one in decisions).encode()
    descriptor = opened(path)
    with open(descriptor, "r+b", buffering=0) as file:  # noqa: PTH123 - a descriptor is no path
        if _ends_in_half_a_line(file):
            lines = b"\n" + lines
        while lines:
            lines = lines[file.write(lines) :]
        os.fsync(descriptor)
    note(path)


def opened(path: Path) -> int:
    """The descriptor of a file of decisions, to read and to add to; OSError where it can't be."""
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    # What people said of each other is for the owner's eyes.
    return os.open(path, flags, 0o600)


def read_decisions(folder: Path, *, of_plan: bool = False) -> ReadDecisions:
    """The decisions in all `decisions*.jsonl` directly in `folder` (or beside that one file).

    Those about interviews, or else those about the actions `of_plan`; both lie in the same files.
    What cannot be used is a problem with its line; nothing is raised. Half a line, left by a run
    that was stopped, is a notice.
    """
    home = _home(folder)
    try:
        names = [one for one in home.iterdir() if _holds_decisions(one.name)]
    except OSError:
        # That there is no such folder is told by who reads the interviews.
        return ReadDecisions()
    read = read_files(sorted(names, key=lambda path: (path.name.casefold(), path.name)))
    return those_about(read, plan=of_plan)


def those_about(read: ReadDecisions, *, plan: bool) -> ReadDecisions:
    """Of some decisions those about actions of the plan, or those about interviews."""
    about = (one for one in read.decisions if one.anchor.interview.startswith(PLAN) is plan)
    return replace(read, decisions=tuple(about))


def read_files(files: Sequence[Path]) -> ReadDecisions:
    """The decisions in these files; where two say the same under one id, it is one decision."""
    found: list[_Numbered] = []
    problems: list[Problem] = []
    notices: list[Notice] = []
    for path in files:
        for one in _read(path):
            if isinstance(one, Problem):
                problems.append(one)
            elif isinstance(one, Notice):
                notices.append(one)
            else:
                found.append(one)
    kept: dict[str, _Numbered] = {}
    # The sort is stable: within a second, the order of files and lines stays.
    for decision, file, line in sorted(found, key=lambda one: one[0].time):
        first, at, of = kept.setdefault(decision.id, (decision, file, line))
        if first != decision:
            message = f"has the id of {at}:{of} and says something else"
            problems.append(Problem(file, line, message, "keep one of the two lines"))
    return ReadDecisions(
        tuple(decision for decision, _, _ in kept.values()),
        tuple(problems),
        tuple(notices),
        {decision.id: (file, line) for decision, file, line in kept.values()},
    )


def _home(folder: Path) -> Path:
    return folder.parent if folder.is_file() else folder


def _holds_decisions(name: str) -> bool:
    low = name.casefold()
    return low.startswith("decisions") and low.endswith(".jsonl")


def _ends_in_half_a_line(file: BinaryIO) -> bool:
    if not file.seek(0, os.SEEK_END):
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"


def _read(path: Path) -> Iterator[_Numbered | Problem | Notice]:
    if path.exists() and not path.is_file():
        yield Problem(path.name, None, "is not a file", "take it out of the folder")
        return
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(_lines(file), start=1):
                yield from _read_line(raw, path.name, number)
    except OSError as error:
        message = f"cannot be read: {(error.strerror or str(error)).lower()}"
        yield Problem(path.name, None, message, "check that it is there and may be read")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines by LF alone; of one that is too long, just enough to tell that it is."""
    while raw := file.readline(_LONGEST + 1):
        rest = raw
        while len(rest) > _LONGEST and not rest.endswith(b"\n"):
            rest = file.readline(_LONGEST + 1)
        yield raw


def _read_line(raw: bytes, file: str, number: int) -> Iterator[_Numbered | Problem | Notice]:
    if len(raw) > _LONGEST:
        message = "is too long for a decision (over 1 MB)"
        yield Problem(file, number, message, "take the line out")
        return
    raw = raw.rstrip(b"\r\n").removeprefix(codecs.BOM_UTF8)
    if not raw.strip():
        return
    try:
        # A character cut off at the end is left out: what there is tells that it is half a line.
        text = codecs.getincrementaldecoder("utf-8")().decode(raw)
        found = understood(json.loads(text))
    except json.JSONDecodeError as error:
        if _cut_off(text, error):
            said = "half a decision, from a run that was stopped, is left out"
            yield Notice(f"{file}:{number}: {said}")
        else:
            yield Problem(file, number, "is not JSON that can be read", _FOUND_BAD)
    except UnicodeDecodeError:
        yield Problem(file, number, "is not valid UTF-8", "save the file again as UTF-8")
    except (ValueError, RecursionError):
        # A number of thousands of digits, or thousands of brackets.
        yield Problem(file, number, "is not JSON that can be read", _FOUND_BAD)
    else:
        if isinstance(found, Decision):
            yield found, file, number
        else:
            yield from (Problem(file, number, message, hint) for message, hint in found)


def _cut_off(text: str, error: json.JSONDecodeError) -> bool:
    """Whether the line ends before its JSON does, as after a write that was stopped."""
    at_end = error.pos >= len(text) - _ESCAPE or error.msg.startswith("Unterminated")
    bare = _STRING.sub("", text)
    return at_end and ('"' in bare or bare.count("{") > bare.count("}"))
