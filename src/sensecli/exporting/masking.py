"""Known names -> what stands for them, in prose, in file names and in messages."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from sensecli.model import Interview

Mask = Callable[[str], str]
Names = Sequence[tuple[str, str]]

_ANYONE = "[name]"
_BETWEEN = re.compile(r"[\s._\u2010\u2011-]+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'"})
_QUOTE = "['\u2019\u02bc]"
_FILE = re.compile(r"[^\s\"',;:()]+\.[A-Za-z]\w{1,4}\b")


def masker(names: Names) -> Mask:
    """What replaces each known name in prose: as written or in capitals, as a word of its own.

    A full name is found in file names and addresses too, whatever its case ("jane.smith@").
    """
    pattern = _any_of(_in_prose(name) for name in _longest_first(names))
    return _replacing(pattern, names)


def file_masker(names: Names) -> Mask:
    """What replaces each known name in a file's name: whatever its case, `-` or `_` for spaces."""
    pattern = _any_of(_in_file(name) for name in _longest_first(names))
    return _replacing(pattern, names)


_TWICE = re.compile(r"(?<!\S)(\S+) \(\1\)")


def message_masker(names: Names, interviews: Sequence[Interview]) -> Mask:
    """What masks a problem's or notice's wording.

    The file of an interview becomes the interview's id; other file names only lose the names.
    """
    in_prose, in_file = masker(names), file_masker(names)
    loose = file_masker([pair for pair in names if len(_words(pair[0])) > 1])
    ids = {interview.source: interview.id for interview in interviews if interview.source}
    sources = _whole(sorted(ids, key=len, reverse=True))

    def masked(text: str) -> str:
        if sources:
            text = sources.sub(lambda found: ids[found[0]], text)
            # "notes.md (L03)" would read "L03 (L03)".
            text = _TWICE.sub(r"\1", text)
        return in_prose(loose(_FILE.sub(lambda found: in_file(found[0]), text)))

    return masked


@dataclass(frozen=True, slots=True)
class Relocated:
    """A text without its names, and where its offsets went."""

    text: str
    _ends: tuple[int, ...]
    _shifts: tuple[int, ...]

    def offset(self, read: int) -> int:
        """The offset in `text` for one of the text as read; of a name, where its stand-in ends."""
        at = bisect_right(self._ends, read) - 1
        return read + self._shifts[at] if at >= 0 else read


def relocated(text: str, names: Names) -> Relocated:
    """A whole text masked, for formats that carry it together with offsets.

    Offsets inside of a name move to the end of what stands for it.
    """
    mask, pattern = masker(names), _any_of(_in_prose(name) for name in _longest_first(names))
    made, ends, shifts = [], [], []
    done = length = 0
    for found in pattern.finditer(text) if pattern else ():
        stands = mask(found[0])
        made += [text[done : found.start()], stands]
        length += found.start() - done + len(stands)
        done = found.end()
        # Every offset inside the name, then every one behind it.
        inside = range(found.start() + 1, found.end())
        ends += [*inside, done]
        shifts += [*(length - at for at in inside), length - done]
    return Relocated("".join((*made, text[done:])), tuple(ends), tuple(shifts))


def _longest_first(names: Names) -> list[str]:
    return sorted((name for name, _ in names if _words(name)), key=len, reverse=True)


def _words(name: str) -> list[str]:
    return [word for word in _BETWEEN.split(name) if word]


def _in_prose(name: str) -> Iterable[str]:
    """The ways in which a text may write the name, as expressions."""
    for form in dict.fromkeys((normalize("NFC", name), normalize("NFD", name))):
        for written in dict.fromkeys((form, form.upper())):
            parts = re.split(r"[\s\u2010\u2011-]+", written.strip())
            yield r"[\s\u2010\u2011-]+".join(_literal(part) for part in parts if part)
    words = _words(name)
    if len(words) > 1:
        yield f"(?i:{'[._-]+'.join(_literal(word) for word in words)})"


def _in_file(name: str) -> Iterable[str]:
    for form in dict.fromkeys((normalize("NFC", name), normalize("NFD", name))):
        joined = r"[\W_]*".join(_literal(word) for word in _words(form))
        yield f"(?i:{joined})"


def _literal(word: str) -> str:
    return re.escape(word.translate(_APOSTROPHES)).replace("'", _QUOTE)


def _any_of(ways: Iterable[Iterable[str]]) -> re.Pattern[str] | None:
    """One expression for all names; a digit may stand beside a name, a letter may not."""
    found = list(dict.fromkeys(way for name in ways for way in name))
    if not found:
        return None
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(found)})(?![^\W\d_])")


def _whole(words: Sequence[str]) -> re.Pattern[str] | None:
    if not words:
        return None
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _replacing(pattern: re.Pattern[str] | None, names: Names) -> Mask:
    stands: dict[str, str] = {}
    for name, stand in sorted(names, key=lambda pair: -len(pair[0])):
        stands.setdefault(_key(name), stand)

    @cache  # the same sentence is masked once for each code that it carries
    def masked(text: str) -> str:
        if pattern is None:
            return text
        return pattern.sub(lambda found: stands.get(_key(found[0]), _ANYONE), text)

    return masked


def _key(name: str) -> str:
    """The same for every way of writing one name; joined words are the same as parted ones."""
    folded = normalize("NFC", normalize("NFC", name).translate(_APOSTROPHES).casefold())
    return re.sub(r"[\W_]+", "", normalize("NFD", folded))
