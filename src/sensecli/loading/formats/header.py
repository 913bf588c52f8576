"""What stands before the talk: YAML front matter, or a block of `Key: value` lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sensecli.loading.formats.frontmatter import Attribute, read_front_matter
from sensecli.loading.formats.keys import canonical, is_known, plain
from sensecli.model import Problem

_PAIR = re.compile(
    r"(?:[-*•][ \t]+)?(?:\*\*|__)?(?P<key>[A-Za-z][\w /'&().-]{0,39}?)(?:\*\*|__)?"
    r"[ \t]*:(?:\*\*|__)?(?:[ \t]+(?P<value>.*))?$"
)
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_TALK = re.compile(r"[?!…]|\.\s+\w{3,}.*\.$|[a-z]{3,}\.$")
# Words that open a turn as often as they name an attribute.
_SPEAKERS = frozenset({"leader", "interviewer", "interviewee", "interviewers"})
# Words that open a note, never an attribute.
_NOTE_HEADS = frozenset(
    "action actions plan note notes summary issue issues risk risks background context quote "
    "agreed next decision decisions q a theme themes barrier barriers".split()
)
_LONG_VALUE, _LONG_NAME, _LONG_TITLE, _FEWEST_KNOWN = 120, 6, 80, 2
_SURE_HEADER = 3
# What may head a text alone, in a line of its own.
_LONE = frozenset({"id", "leader", "interview", "interview id", "interviewee id", "leader id"})
_LONE_WORDS = 3
_NO_NAME = (".", "?", "!", "…", ",", ";", ":")


@dataclass(frozen=True, slots=True)
class Header:
    """The attributes of a text's header, where the talk behind it begins, and what was wrong."""

    attributes: tuple[Attribute, ...] = ()
    body: int = 0
    problems: tuple[Problem, ...] = ()


def read_header(text: str, file: str, *, lines: bool = True) -> Header:
    """The header of `text`; an empty one where the talk begins at once.

    `lines`: whether the text's lines are the file's own, so that line numbers mean something.
    """
    if front := read_front_matter(text, file):
        attributes, body, problems = front
        if not lines:
            attributes = tuple((key, value, None) for key, value, _ in attributes)
            problems = tuple(replace(problem, line=None) for problem in problems)
        return Header(attributes, _skip_blank(text, body), problems)
    rows = text.split("\n")
    first = _first_pair(rows)
    pairs = key_block(rows[first:]) or _lone_pair(rows[first:])
    if not pairs:
        return Header()
    body = sum(len(row) + 1 for row in rows[: first + len(pairs)])
    attributes = tuple(
        (key, value, first + number if lines else None)
        for number, (key, value) in enumerate(pairs, start=1)
    )
    return Header(attributes, _skip_blank(text, min(body, len(text))))


def key_block(lines: Sequence[str], *, loose: bool = False) -> tuple[tuple[str, str], ...]:
    """The (key, value) pairs of the `Key: value` lines that `lines` begin with.

    It is a header only if two or more keys are known ones, one of them no speaker's label: so a
    transcript that begins `Interviewer: How are you?` has none. It ends at a blank line, a
    repeated key, and a line that reads as talk; where it is `loose`, no blank line parts it from
    the talk, so that it ends with the last known key.
    """
    pairs: list[tuple[str, str]] = []
    seen: set[str] = set()
    for number, line in enumerate(lines):
        match = _PAIR.match(line.strip())
        if not match:
            break
        key, value = match["key"].strip(), (match["value"] or "").strip(" \t*_")
        if canonical(key) in seen:
            break
        if _is_talk(key, value, lines[number + 1 :]) and not _ends_header(lines, number, pairs):
            break
        seen.add(canonical(key))
        pairs.append((key, value))
    known = [(plain(key), value) for key, value in pairs if is_known(key)]
    if loose:
        while pairs and not is_known(pairs[-1][0]):
            pairs.pop()
    certain = any(key not in _SPEAKERS or re.search(r"\d", value) for key, value in known)
    return tuple(pairs) if len(known) >= _FEWEST_KNOWN and certain else ()


def _lone_pair(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The pair of a header of one line, `id: L05`, with a blank line or nothing below it.

    Its value is one to three words. `Leader: Hello` may be a turn, so that a leader there has a
    digit or a surname. A label that comes again below is a speaker's, but for a value like L05.
    """
    match = _PAIR.match(lines[0].strip()) if lines else None
    if not match or plain(match["key"]) not in _LONE or any(line.strip() for line in lines[1:2]):
        return ()
    key, value = match["key"].strip(), (match["value"] or "").strip(" \t*_")
    words = value.split()
    if not 1 <= len(words) <= _LONE_WORDS or value.endswith(_NO_NAME):
        return ()
    if len(words) == 1 and re.search(r"\d", value):
        return ((key, value),)
    named = len(words) > 1 and all(word[0].isupper() for word in words)
    if plain(key) == "leader" and not named:
        return ()
    again = re.compile(rf"\W*{re.escape(key)}\W*:", re.IGNORECASE)
    return () if any(again.match(line) for line in lines[1:]) else ((key, value),)


def _ends_header(lines: Sequence[str], number: int, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a line that might be talk closes a header: known keys above, a blank line below."""
    known = sum(is_known(key) for key, _ in pairs)
    last = number + 1 == len(lines) or not lines[number + 1].strip()
    return last and known >= _SURE_HEADER


def tighten_block(lines: Sequence[str]) -> list[str]:
    """The lines without those blank ones that only part one `Key: value` line from the next."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if len(filled) > 1 and is_title(lines[filled[0]]):
        filled = filled[1:]
    length = len(key_block([lines[number] for number in filled], loose=True))
    whole = len(key_block(lines[filled[0] :])) if filled else 0
    if not length or length < whole:
        return [*lines]
    block = filled[:length]
    start, end = block[0], block[-1] + 1
    return [*lines[:start], *(lines[number] for number in block), "", *lines[end:]]


def _is_talk(key: str, value: str, rest: Sequence[str]) -> bool:
    """Whether `key: value` is a turn or a note rather than an attribute."""
    word = plain(key)
    if word in _SPEAKERS:
        return bool(_TALK.search(value)) or len(value.split()) > _LONG_NAME
    if is_known(key):
        return len(value) > _LONG_VALUE or "?" in value
    if word in _NOTE_HEADS or len(value) > _LONG_VALUE or _TALK.search(value):
        return True
    return any(line.startswith(f"{key}:") for line in rest)


def is_title(line: str) -> bool:
    """Whether a line before the attributes may be the title of the interview."""
    if _HEADING.match(line):
        return True
    text = line.strip()
    talk = text.endswith((".", "?", "!")) or _PAIR.match(text)
    return 0 < len(text) <= _LONG_TITLE and not talk


def _first_pair(rows: Sequence[str]) -> int:
    """The first line that may hold an attribute: a title and blank lines may come before."""
    filled = [number for number, row in enumerate(rows) if row.strip()]
    if len(filled) > 1 and is_title(rows[filled[0]]):
        return filled[1]
    return filled[0] if filled else 0


def _skip_blank(text: str, offset: int) -> int:
    """The start of the first line from `offset` on that is not blank (or the end)."""
    match = re.compile(r"(?:[ \t]*\n)*").match(text, offset)
    return match.end() if match else offset
