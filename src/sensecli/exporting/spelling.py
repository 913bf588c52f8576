"""How a text may spell a known name: one expression for all names, and one key for all spellings.

A name is a path of atoms (expressions of one letter, or of what parts two words). The paths make
a tree, so that however many names there are, few are tried at each place of a text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

Path = tuple[str, ...]
Tree = dict[str, "Tree"]

_BETWEEN = re.compile(r"[\s.,_\u2010\u2011-]+")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_INITIAL = re.compile(r"[A-Z]\.,?")
# Accents written as marks of their own, what hides in words, and a word broken at a line's end.
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b\u2060]|(?<=[a-z])[-\u2010]\n[ \t]*(?=[a-z])")
_GAP = r"[\s-]+"
_APOSTROPHE = "(?:' ?| )?"
_TITLES = (
    "Rt Hon|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Sister|Rev|Reverend|Cllr|Councillor"
)
_TITLED = rf"(?:(?:{_TITLES}|{_TITLES.upper()})\b\.?\s+){{0,3}}"
# "JS" may be anything; in brackets, or where a line of a transcript opens, it is a person.
_LINE_OPENS = r"(?:(?<![^\n])|(?<=\n[-*>#] )|(?<=\*\*)|(?<=__)|(?<=\] ))"
_IN_BRACKETS = (r"(?<=[(\[])", r"(?=[)\]])")
_OPENING = (_LINE_OPENS, r"(?=(?:\*\*|__)?[ \t]?:(?:[\s*_]|\Z))")
_END = ""


def _table() -> dict[int, str]:
    """Plain letters, apostrophes, hyphens and spaces for all others, one for one."""
    same = {
        "'": "\u2018\u2019\u02bc\u00b4\u0060\uff07",
        "-": "\u2010\u2011",
        " ": "\u00a0\u2007\u2009\u202f",
        "o": "ø",
        "O": "Ø",
        "l": "ł",
        "L": "Ł",
        "d": "đ",
    }
    table = {ord(char): to for to, chars in same.items() for char in chars}
    for code in range(0xC0, 0x250):
        base = normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table


_PLAIN = _table()


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as names are looked for in it, and where each of its characters stood.

    `places` is empty where all stand where they stood.
    """

    text: str
    places: tuple[int, ...] = ()

    def place(self, at: int) -> int:
        """The offset in the text as it was."""
        return self.places[at] if self.places else at


def plain(text: str) -> Plain:
    """Letters without accents, plain marks, words that are broken at a line's end made whole."""
    folded = text.translate(_PLAIN)
    if not _UNSEEN.search(folded):
        return Plain(folded)
    kept: list[str] = []
    places: list[int] = []
    done = 0
    for found in _UNSEEN.finditer(folded):
        kept.append(folded[done : found.start()])
        places += range(done, found.start())
        done = found.end()
    places += range(done, len(folded) + 1)
    return Plain("".join((*kept, folded[done:])), tuple(places))


def key(name: str) -> str:
    """The same for every spelling of one name: joined or parted, with accents or without."""
    return re.sub(r"[\W_]+", "", plain(normalize("NFC", name)).text.casefold())


def words(name: str) -> list[str]:
    """The words of a name, its initials among them."""
    return [word for word in _BETWEEN.split(name) if re.search(r"[^\W_]", word)]


def is_initials(name: str) -> bool:
    """Whether it is written "J.S.": initials that count only where they stand for a person."""
    return _INITIALS.fullmatch(name) is not None


def has_initials(name: str) -> bool:
    """Whether any word of it is an initial, so that joined it may be any word ("A. Long")."""
    return any(_INITIAL.fullmatch(word) for word in name.split())


def in_prose(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the names in prose, `name` without the titles before it; None where none are.

    A digit may stand beside a name, a letter may not.
    """
    tree = _tree(path for name in names for path in _prose_paths(name))
    if not tree:
        return None
    return re.compile(rf"(?<![^\W\d_]){_TITLED}(?P<name>{_expression(tree)})(?![^\W\d_])")


def in_files(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the names in a file's name: whatever the case, anything but letters between."""
    tree = _tree(path for name in names for path in _file_paths(name))
    if not tree:
        return None
    return re.compile(rf"(?<![^\W\d_])(?P<name>{_expression(tree)})(?![^\W\d_])")


def _prose_paths(name: str) -> Iterator[Path]:
    if is_initials(name):
        yield from _initials_paths(name)
        return
    known = plain(normalize("NFC", name)).text
    for written in dict.fromkeys((known, known.upper())):
        yield tuple(_spaced(written))
    if len(words(known)) > 1 and not has_initials(known):
        yield tuple(_joined(words(known), "[._-]*"))


def _file_paths(name: str) -> Iterator[Path]:
    known = plain(normalize("NFC", name)).text
    if is_initials(known):
        yield tuple(_between(words(known), r"[._\s-]?"))
    else:
        yield tuple(_joined(words(known), r"[\W_]*"))


def _initials_paths(name: str) -> Iterator[Path]:
    letters = words(name)
    yield (*_between(letters, r"\."), r"\.?")
    yield (*_between(letters, r"\. "), r"\.")
    for before, behind in (_IN_BRACKETS, _OPENING):
        yield (before, *letters, behind)


def _between(parts: Sequence[str], atom: str) -> Iterator[str]:
    for number, part in enumerate(parts):
        if number:
            yield atom
        yield from (re.escape(character) for character in part)


def _spaced(name: str) -> Iterator[str]:
    """Word for word as written; an initial's dot may be missing before a surname."""
    found = [word for word in re.split(r"[\s-]+", name.strip()) if word]
    for number, word in enumerate(found):
        last = number == len(found) - 1
        if not _INITIAL.fullmatch(word):
            yield from (_in_word(character) for character in word)
            if not last:
                yield _GAP
        elif last:
            yield from (word[0], r"\.")
        else:
            # "A Long" may be two plain words.
            yield from (word[0], r"\.[\s-]*" if word[0] in "AI" else r"(?:\.[\s-]*|[\s-]+)")


def _in_word(character: str) -> str:
    return {"'": _APOSTROPHE, ",": ",?"}.get(character) or re.escape(character)


def _joined(parts: Sequence[str], atom: str) -> Iterator[str]:
    """Whatever the case."""
    for number, part in enumerate(parts):
        if number:
            yield atom
        for character in part:
            yield "['_ -]?" if character == "'" else _either_case(character)


def _either_case(character: str) -> str:
    cases = {c for c in (character, character.lower(), character.upper()) if len(c) == 1}
    return f"[{''.join(sorted(cases))}]" if len(cases) > 1 else re.escape(character)


def _tree(paths: Iterable[Path]) -> Tree:
    root: Tree = {}
    for path in paths:
        at = root
        for atom in path:
            at = at.setdefault(atom, {})
        if path:
            at[_END] = {}
    return root


def _expression(tree: Tree) -> str:
    """The longer way first: where a name ends is tried last."""
    ways = [f"{atom}{_expression(below)}" for atom, below in tree.items() if atom != _END]
    if _END in tree:
        ways.append("")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
