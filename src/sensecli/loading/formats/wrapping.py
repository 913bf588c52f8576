"""Lines broken at a right margin -> paragraphs.

A line is joined to the next one where it runs on: where the next line begins with a small letter,
or where this line ends in none of . ? ! : " and is nearly as long as the longest line of its block
(lines between blank lines). Bullets, turn labels and `Key:` lines always begin a line of their own.
A hyphen at the end of a line is taken out before a small letter, unless the hyphened word stands
elsewhere in the text.
"""

import re
from collections.abc import Sequence

from sensecli.loading.formats.keys import is_known

_BULLET = re.compile(r"[ \t]*(?:[-*•▪◦●–—·]|\(?(?:\d{1,2}|[a-z])[.)])(?:[ \t]|$)")
_LONE_BULLET = re.compile(r"[ \t]*(?:[•▪◦●·]|\d{1,2}[.)])[ \t]*$")
_LABEL = re.compile(r"[A-Z][\w .,'’()&/-]{0,40}:(?:\s|$)")
_KEY = re.compile(r"([A-Za-z][\w ]{1,20}):(?:\s|$)")
_STAMPED = re.compile(r"[A-Z][\w .'’-]{0,40}\s+\[?\d{1,2}:\d{2}(?::\d{2})?\]?$|\[?\d{1,2}:\d{2}")
_ENDS = (".", "?", "!", ":", '"', "”")
_HYPHENED = re.compile(r"(\w+)-$")
_NEARLY, _SHORTEST = 0.8, 40


def join_wrapped(lines: Sequence[str]) -> list[str]:
    """The lines with wrapped ones joined; blank lines stay, and part the blocks."""
    whole = "\n".join(lines)
    joined: list[str] = []
    for block in _blocks(lines):
        longest = max((len(line) for line in block), default=0)
        current = ""
        last = ""
        for line in block:
            if last and runs_on(last, line, longest):
                current = join(current, line, whole)
            else:
                if last:
                    joined.append(current)
                current = line
            last = line
        joined.append(current)
    return joined


def runs_on(line: str, following: str, longest: int) -> bool:
    """Whether `following` goes on with what `line` says; `longest` is the block's longest line."""
    if _LONE_BULLET.fullmatch(line):
        return True
    if (
        _in_header(line, following)
        or _BULLET.match(following)
        or _LABEL.match(following)
        or _STAMPED.match(following)
    ):
        return False
    if following.lstrip()[:1].islower():
        return True
    full = len(line) >= _SHORTEST and len(line) >= _NEARLY * longest
    return full and not line.rstrip().endswith(_ENDS)


def _in_header(line: str, following: str) -> bool:
    """Whether `following` is a `Key: value` line of its own: a known key, or below one."""
    pairs = (_KEY.match(following), _KEY.match(line))
    return bool(pairs[0]) and any(is_known(pair[1]) for pair in pairs if pair)


def join(line: str, following: str, whole: str) -> str:
    """The two as one line; `whole` is the text where a hyphened word may stand unbroken."""
    line, following = line.rstrip(), following.lstrip()
    if line.endswith("\xad"):
        return line[:-1] + following
    broken = _HYPHENED.search(line)
    if not broken or not following[:1].isalpha():
        return f"{line} {following}"
    rest = re.match(r"\w+", following)
    unbroken = f"{broken[1]}-{rest[0] if rest else ''}"
    if following[:1].isupper() or unbroken.casefold() in whole.casefold():
        return line + following
    return line[:-1] + following


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """Runs of lines; each blank line is a block of its own."""
    blocks: list[list[str]] = []
    apart = True
    for line in lines:
        if not line.strip():
            blocks.append([""])
            apart = True
        elif apart:
            blocks.append([line.rstrip()])
            apart = False
        else:
            blocks[-1].append(line.rstrip())
    return blocks
