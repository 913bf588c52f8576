"""Known names -> what stands for them, in prose, in file names and in messages."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sensecli.exporting.spelling import (
    has_initials,
    in_files,
    in_prose,
    is_initials,
    key,
    plain,
    words,
)
from sensecli.model import Interview

Mask = Callable[[str], str]
Names = Sequence[tuple[str, str]]

_ANYONE = "[name]"
# "Brenda Pell" need not be the Brenda whom we know.
_SURNAME = re.compile(r"[ \t]+[A-Z][a-z]{2,}")
_FILE = re.compile(r"[^\s\"',;:()]+\.[A-Za-z]\w{1,4}\b")
_TWICE = re.compile(r"(?<!\S)(\S+) \(\1\)")
_PART = r"[^\s@<>()\[\],;:\"/=]"
# It begins where a word does, so that a long line without spaces is looked through but once.
_ADDRESS = re.compile(rf"(?<!{_PART}){_PART}*@{_PART}+")
_LABELS = re.compile(r"[^.]+")
# A name that is shorter is looked for only as a whole part of an address.
_SHORTEST_INSIDE = 5
# So many texts are remembered: all of a study of some hours, few of a million answers.
_TEXTS = 16_384


@dataclass(frozen=True, slots=True)
class Replaced:
    """A place of a text where a name stands, and what is to stand there."""

    start: int
    end: int
    stands: str


def masker(names: Names) -> Mask:
    """What replaces each known name in prose: as written or in capitals, as a word of its own.

    With it goes a title ("Dr Smith"). Accents, apostrophes, hyphens, spaces and the ends of lines
    may be others than in the name as known. A full name is found joined, too, whatever its case
    ("jane.smith"), and in an address or handle any name ("jsmith2@", "@SmithJ").
    """
    names = tuple(names)

    @lru_cache(_TEXTS)  # the same sentence is masked once for each code that it carries
    def masked(text: str) -> str:
        return _written(text, _known(names).places(text))

    return masked


def file_masker(names: Names) -> Mask:
    """What replaces each known name in a file's name: whatever its case, `-` or `_` for spaces."""
    names = tuple(names)

    def masked(text: str) -> str:
        if not _may_hold(text, _keys(names)):
            return text
        pattern, stands = _in_files(names)
        return _written(text, _matches(pattern, stands, text)) if pattern else text

    return masked


def _may_hold(text: str, keys: Collection[str]) -> bool:
    """Whether any name can stand in a file's name: to make the expression takes far longer."""
    found = key(text)
    return any(one in found for one in keys)


@lru_cache(maxsize=8)
def _keys(names: Names) -> frozenset[str]:
    return frozenset(key(name) for name, _ in names)


@lru_cache(maxsize=8)
def _in_files(names: Names) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """Made once for all the names of a run, and where a file is named at all."""
    return in_files(name for name, _ in names), _stands(names)


def message_masker(names: Names, interviews: Sequence[Interview]) -> Mask:
    """What masks a problem's or notice's wording.

    The file of an interview becomes the interview's id; other file names only lose the names.
    """
    in_text, in_file = masker(names), file_masker(names)
    full = (pair for pair in names if len(words(pair[0])) > 1 and not has_initials(pair[0]))
    loose = file_masker([pair for pair in full if not is_initials(pair[0])])
    ids = {interview.source: interview.id for interview in interviews if interview.source}

    def masked(text: str) -> str:
        if mentioned := [source for source in ids if source in text]:
            sources = _whole(sorted(mentioned, key=len, reverse=True))
            text = sources.sub(lambda found: ids[found[0]], text)
            # "notes.md (L03)" would read "L03 (L03)".
            text = _TWICE.sub(r"\1", text)
        return in_text(loose(_FILE.sub(lambda found: in_file(found[0]), text)))

    return masked


def places(text: str, names: Names) -> tuple[Replaced, ...]:
    """Where in a text known names stand, in order, as `masker` replaces them."""
    return tuple(_known(tuple(names)).places(text))


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
    found = places(text, names)
    ends, shifts = [], []
    done = length = 0
    for one in found:
        length += one.start - done + len(one.stands)
        done = one.end
        # Every offset inside the name, then every one behind it.
        inside = range(one.start + 1, one.end)
        ends += [*inside, done]
        shifts += [*(length - at for at in inside), length - done]
    return Relocated(_written(text, found), tuple(ends), tuple(shifts))


class _Known:
    """The names, made ready to be found in any number of texts."""

    def __init__(self, names: Names) -> None:
        self._pattern = in_prose(name for name, _ in names)
        self._stands = _stands(names)
        whole = (words(name) for name, _ in names if "," not in name)
        self._first = frozenset(key(found[0]) for found in whole if len(found) > 1)
        inside = (one for one in self._stands if len(one) >= _SHORTEST_INSIDE)
        self._inside = tuple(sorted(inside, key=len, reverse=True))

    def places(self, text: str) -> Iterator[Replaced]:
        if self._pattern is None:
            return
        addressed = list(self._addressed(text)) if "@" in text else []
        taken = {at for one in addressed for at in range(one.start, one.end)}
        everywhere = _matches(self._pattern, self._stands, text, first=self._first)
        found = (one for one in everywhere if taken.isdisjoint(range(one.start, one.end)))
        yield from sorted((*addressed, *found), key=lambda one: one.start)

    def _addressed(self, text: str) -> Iterator[Replaced]:
        """What names somebody in an e-mail address or a handle: the whole part that does."""
        for address in _ADDRESS.finditer(text):
            local, _, rest = address[0].partition("@")
            start = address.start()
            parts = [(start, local)] if local else []
            behind = start + len(local) + 1
            parts += [(behind + one.start(), one[0]) for one in _LABELS.finditer(rest)]
            for at, part in parts:
                if stands := self._named(part):
                    yield Replaced(at, at + len(part), stands)

    def _named(self, part: str) -> str:
        """What stands for the person whom a part of an address names; nothing where it names none.

        >>> _Known([("Jane Smith", "[L05]")])._named("drjanesmith2")
        '[L05]'
        """
        found = key(part)
        whole = [key(word) for word in re.findall(r"[^\W\d_]+", part)]
        hit = next((one for one in (found, *whole) if one in self._stands), None)
        hit = hit or next((one for one in self._inside if one in found), None)
        return self._stands[hit] if hit else ""


@lru_cache(maxsize=8)
def _known(names: Names) -> _Known:
    """Made once for all the texts of a run."""
    return _Known(names)


def _matches(
    pattern: re.Pattern[str],
    stands: Mapping[str, str],
    text: str,
    *,
    first: Collection[str] = (),
) -> Iterator[Replaced]:
    """Where names stand; one of the `first` names with another surname behind it is anybody's."""
    seen = plain(text)
    for found in pattern.finditer(seen.text):
        start, end = seen.place(found.start()), seen.place(found.end())
        name = key(found["name"])
        another = name in first and _SURNAME.match(seen.text, found.end())
        yield Replaced(start, end, _ANYONE if another else stands.get(name, _ANYONE))


def _stands(names: Names) -> Mapping[str, str]:
    """What stands for each name, by its key; of two names with one key the longer one's."""
    found: dict[str, str] = {}
    for name, stand in sorted(names, key=lambda pair: -len(pair[0])):
        if words(name):
            found.setdefault(key(name), stand)
    return found


def _written(text: str, found: Iterable[Replaced]) -> str:
    made, done = [], 0
    for one in found:
        made += [text[done : one.start], one.stands]
        done = one.end
    return "".join((*made, text[done:]))


def _whole(sources: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, sources))})(?!\w)")
