"""What is wrong with an expression, and where in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import re2

_MEMORY = 1 << 26
_SAID = (
    # (what RE2 says, what is wrong)
    ("invalid perl operator: (?=", "looking ahead is not possible here"),
    ("invalid perl operator: (?!", "looking ahead is not possible here"),
    ("invalid perl operator: (?<", "looking behind is not possible here"),
    ("invalid perl operator", "this group is not known"),
    ("bad repetition operator", "this repeats a repetition"),
    ("no argument for repetition operator", "this repeats nothing"),
    ("invalid repetition size", "this repeats backwards or more than 1,000 times"),
    ("missing ]", 'this "[" is never closed'),
    ("missing )", 'this "(" is never closed'),
    ("unexpected )", 'this ")" was never opened'),
    ("trailing \\", 'a lone "\\" ends it'),
    ("invalid character class range", "this is no set of signs"),
    ("invalid escape sequence", 'this "\\" stands before a sign that has no use for it'),
    ("pattern too large", "it is too large"),
)
_WHOLE = {"missing )": "(", "unexpected )": ")"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an expression cannot be run, and the place in it (None: all of it)."""

    message: str
    place: int | None = None


def fault(text: str) -> Fault | None:
    """What is wrong with an expression; None where it can be run."""
    try:
        re2.compile(text, options())
    except re2.error as error:
        raw = error.args[0] if error.args else ""
        said = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
        return Fault(_plain(said), _place(text, said))
    return None


def options() -> re2.Options:
    """Whatever the case, within bounds, and nothing printed."""
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.max_mem = _MEMORY
    chosen.log_errors = False
    return chosen


def _plain(said: str) -> str:
    return next((plain for sign, plain in _SAID if said.startswith(sign)), said)


def _place(text: str, said: str) -> int | None:
    """Where RE2 fails: it repeats the part that it could not read, or for a bracket everything."""
    for sign, bracket in _WHOLE.items():
        if said.startswith(sign):
            return next(_unpaired(text, bracket), None)
    if said.startswith("trailing"):
        return len(text) - 1
    _, colon, part = said.partition(": ")
    if not colon or not part:
        return None
    if said.startswith("missing ]"):
        return len(text) - len(part) if text.endswith(part) else None
    return next(_failing(text, part, said), None)


def _failing(text: str, part: str, said: str) -> Iterator[int]:
    """Each place of `part` up to whose end the expression already fails in this way."""
    at = text.find(part)
    while at >= 0:
        try:
            re2.compile(text[: at + len(part)], options())
        except re2.error as error:
            if error.args and error.args[0] == said.encode():
                yield at
        at = text.find(part, at + 1)


def _unpaired(text: str, bracket: str) -> Iterator[int]:
    """The places of round brackets without a fellow, outside of sets and escapes."""
    opened: list[int] = []
    at, in_set = 0, False
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 1
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
            # A "]" that comes first is one of the set.
            at += 2 if text[at + 1 : at + 3] == "^]" else text[at + 1 : at + 2] == "]"
        elif sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            opened.pop()
        elif sign == ")" and bracket == ")":
            yield at
        at += 1
    yield from opened if bracket == "(" else ()
