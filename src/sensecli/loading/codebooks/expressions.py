"""Is a regular expression one that may be run over anybody's text?"""

import re
from dataclasses import dataclass

import re2

from sensecli.loading.codebooks.repetition import runs_away

_LARGEST = 20_000
_MEMORY = 1 << 26
_UNKNOWN = (
    # (what RE2 says, what is wrong, what to do)
    (
        r"invalid perl operator: \(\?<?[=!]",
        "looks ahead or behind, which a cue cannot do",
        'put what must not be there under "exclusions"',
    ),
    (
        r"invalid escape sequence: \\\d|invalid perl operator: \(\?P\b",
        "refers back to a group, which a cue cannot do",
        "write the words out, or make two cues of it",
    ),
    (
        r"bad repetition operator",
        "repeats a repetition",
        "keep one of the two signs (such as + or *)",
    ),
    (
        r"no argument for repetition operator",
        "repeats nothing: a *, + or ? has nothing before it",
        r"write \w* for any ending, or put \ before a sign that is meant as such",
    ),
    (r"invalid repetition size", "repeats more than 1,000 times or backwards", "use {0,6}"),
    (r"missing \]", 'has a "[" that is never closed', 'close it with "]", or write "\\["'),
    (r"missing \)", 'has a "(" that is never closed', 'close it with ")", or write "\\("'),
    (r"unexpected \)", 'has a ")" that was never opened', 'open it with "(", or write "\\)"'),
    (r"trailing \\", 'ends in a lone "\\"', "take it out"),
    (r"too large", "is too large", "make several cues of it"),
    (
        r"invalid escape sequence: \\Z",
        "has \\Z, which is not known here",
        "use \\z for the end of the text",
    ),
    (r"invalid escape sequence", r'has a "\" before a sign that has no use for it', "take it out"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an expression, and what to do about it."""

    message: str
    hint: str = ""


def compile_problem(pattern: str) -> Fault | None:
    """Why an expression cannot be used as a cue; None where it can.

    It must be one that RE2 compiles, matches more than nothing, stays small, and holds no endless
    repetition inside another.
    """
    if control := re.search(r"[\x00-\x08\x0e-\x1f]", pattern):
        hint = r"put the expression in single quotes: in double ones \b means something else"
        return Fault(f"the expression {pattern!r} holds the control character {control[0]!r}", hint)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        compiled = re2.compile(pattern, options)
    except re2.error as error:
        return _unknown(pattern, error)
    if compiled.programsize > _LARGEST:
        return Fault(_say(pattern, "is too large"), "make several cues of it")
    if runs_away(pattern):
        hint = 'repeat only once: "a+" says as much as "(a+)+"'
        return Fault(_say(pattern, "repeats without end inside a repetition without end"), hint)
    if compiled.search("") is not None:
        hint = "write at least one word that must be there"
        return Fault(_say(pattern, "matches even where nothing is written"), hint)
    return None


def _unknown(pattern: str, error: re2.error) -> Fault:
    raw = error.args[0] if error.args else ""
    said = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
    for sign, message, hint in _UNKNOWN:
        if re.search(sign, said):
            return Fault(_say(pattern, message), hint)
    hint = "see the reference of codebooks for what an expression may hold"
    return Fault(_say(pattern, f"cannot be read ({said})"), hint)


def _say(pattern: str, what: str) -> str:
    return f'the expression "{pattern}" {what}'
