"""The ways in which a text may write one person's name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from sensecli.loading.ordinary import ABBREVIATIONS, FIRST_NAME_WORDS, ROLES, SURNAME_WORDS

_TITLE = re.compile(
    r"(?:(?:Rt\.? Hon|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Sister|Rev|Reverend|Cllr"
    r"|Councillor|The)"
    r"\b\.?\s+)+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_HONOURS = re.compile(
    r"(?:[\s,]+(?:CBE|OBE|MBE|KBE|DBE|KC|QC|MP|MSP|MS|PhD|MD|FRCP|FRCS|RN|JP|DL|Jr|Sr)\b\.?)+$"
)
_PARTICLES = frozenset("van von der den de del della di da du la le al el bin ibn ap st".split())
_HYPHENS = re.compile("[-\u2010\u2011]")
_INITIALS = re.compile(r"(?:[A-Z]\.?)+")
_ORDINARY = FIRST_NAME_WORDS | SURNAME_WORDS
_SHORTEST, _SHORTEST_HALF = 2, 4
_FEWEST, _MOST = 2, 4


def name_variants(name: str) -> tuple[str, ...]:
    """The ways in which a text may write one person's name, longest first.

    Whole, without title, first name, surname, each part of a double surname ("Ana Grant-Ogden" ->
    also "Ana Grant", "Ogden"), with initials ("A. Grant-Ogden", "Grant-Ogden, A.") and as initials
    ("A.G.O."). A first name or a part that is an ordinary word does not stand alone, nor do
    initials that are an abbreviation; words that name a role and no person have no ways.
    """
    full = " ".join(name.split())
    if all(word in ROLES or word.isdecimal() for word in re.findall(r"\w+", full.casefold())):
        return ()
    bare = _HONOURS.sub("", _TITLE.sub("", _BRACKETS.sub("", full), count=1)).strip(" ,.")
    last, comma, first = bare.partition(", ")
    if comma and "," not in first:
        bare = f"{first} {last}"
    parts = bare.split()
    ways = [full, bare, *_halves_alone(parts)]
    if len(parts) > 1:
        ways += [*_in_full(parts), *_alone(parts), *_with_initials(parts)]
    found = dict.fromkeys(way for way in ways if _long_enough(way))
    found |= dict.fromkeys(_as_initials(parts))
    return tuple(sorted(found, key=lambda way: (-len(way), way)))


def people(written: str) -> tuple[str, ...]:
    """The persons of a list such as "Ann Bell and Jo Carr"; bare initials are none."""
    parts = re.split(r"\s*(?:,|;|/|&|\band\b)\s*", written)
    return tuple(part for part in parts if len(part) > _SHORTEST and not part.isupper())


def looks_like_a_person(name: str) -> bool:
    """Whether it is two to four words that are written as those of a person's name are."""
    words = name.split()
    return (
        len(words) in range(_FEWEST, _MOST + 1)
        and all(word[0].isupper() or word.casefold() in _PARTICLES for word in words)
        and not any(word.casefold().strip(".,") in ROLES for word in words)
        and not any(character.isdecimal() for character in name)
    )


def _in_full(parts: Sequence[str]) -> Iterator[str]:
    """First name and surname, in either order, and the surname's halves with the first name."""
    first, surname = parts[0], _surname(parts)
    yield f"{first} {surname}"
    yield from (f"{first} {half}" for half in _halves(parts))
    if not _is_proper(surname):
        return
    yield f"{surname}, {first}"
    together = " ".join(parts).casefold()
    # All in small letters it is still a name, unless it is two plain words ("will grace").
    if any(word not in _ORDINARY | _PARTICLES for word in re.findall(r"\w+", together)):
        yield from (together, f"{first} {surname}".casefold())


def _alone(parts: Sequence[str]) -> Iterator[str]:
    """The surname and the first name by themselves, and both as people write several or "of"."""
    surname = _surname(parts)
    words = surname.split()
    alone = [surname, parts[0] if parts[0].casefold() not in FIRST_NAME_WORDS else ""]
    if len(words) > 1:
        alone.append(surname[0].upper() + surname[1:])
        bare = words[-1]
        if len(bare) >= _SHORTEST_HALF and bare.casefold() not in _ORDINARY:
            alone.append(bare)
    for way in alone:
        if way[:1] and _is_proper(way):
            yield way
            yield from _with_an_s(way)


def _halves_alone(parts: Sequence[str]) -> Iterator[str]:
    for half in _halves(parts):
        if half.casefold() not in _ORDINARY:
            yield half
            yield from _with_an_s(half)


def _with_an_s(way: str) -> Iterator[str]:
    """Such as "Smiths" for "Smith's", where that is no other word ("Hills", "Ross")."""
    word = way.casefold()
    plain = {word, f"{word}s"} & _ORDINARY
    if len(word) >= _SHORTEST_HALF and not word.endswith("s") and not plain:
        yield f"{way}s"


def _with_initials(parts: Sequence[str]) -> Iterator[str]:
    """Such as "J. Smith", "J. M. Smith", "Smith, J." and "Jane S."."""
    surname, first = _surname(parts), parts[0]
    letters = [f"{_initial(part)}." for part in _given(parts) if _initial(part)]
    if not letters or not _is_proper(surname):
        return
    for tail in (surname, *_halves(parts)):
        yield f"{letters[0]} {tail}"
    yield f"{surname}, {letters[0]}"
    if len(letters) > 1:
        yield f"{' '.join(letters)} {surname}"
        yield f"{surname}, {' '.join(letters)}"
    last = _initial(surname.split()[-1])
    if last and len(first) > _SHORTEST:
        yield f"{first} {last}."


def _as_initials(parts: Sequence[str]) -> Iterator[str]:
    """Such as "J.S." and "J.M.S.": told from other words by where they stand."""
    if len(parts) == 1 and parts[0].isupper() and len(parts[0]) in range(_FEWEST, _MOST + 1):
        # The only name given: "JS".
        letters = [list(parts[0])] if parts[0].isalpha() else []
    elif len(parts) > 1:
        given = [_initial(part) for part in _given(parts)]
        words = [word for part in _surname(parts).split() for word in _HYPHENS.split(part)]
        family = [_initial(word) for word in words if word.casefold() not in _PARTICLES]
        letters = [[*given, *family], [given[0], *family], [given[0], *family[:1]]]
    else:
        letters = []
    for one in letters:
        known = [letter for letter in one if letter]
        if len(known) > 1 and "".join(known).casefold() not in ABBREVIATIONS:
            yield "".join(f"{letter}." for letter in known)


def _initial(word: str) -> str:
    """The first letter without its accent, where it is a capital."""
    letter = normalize("NFD", word)[:1]
    return letter if letter.isascii() and letter.isupper() else ""


def _given(parts: Sequence[str]) -> Sequence[str]:
    return parts[: len(parts) - len(_surname(parts).split())]


def _halves(parts: Sequence[str]) -> list[str]:
    """The parts of a hyphenated surname, or of one in two words; short ones would hide too much."""
    behind = parts[1:] or parts
    words = [word for part in behind for word in _HYPHENS.split(part)]
    if len(words) == 1:
        return []
    long = (word for word in words if len(word) >= _SHORTEST_HALF)
    return [word for word in long if word.casefold() not in _PARTICLES and _is_proper(word)]


def _is_proper(way: str) -> bool:
    """Whether it is a name of its own: "team" in "the sense team" is none."""
    word = way.rpartition(" ")[2]
    return word[0].isupper() and word.casefold() not in ROLES


def _surname(parts: Sequence[str]) -> str:
    """The last word, with the small words before it that belong to it ("van der Berg")."""
    start = len(parts) - 1
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(parts[start:])


def _long_enough(way: str) -> bool:
    """Whether it is a name rather than an initial."""
    return len(way.replace(".", "")) >= _SHORTEST and not _INITIALS.fullmatch(way)


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words, without accents and small, by which ids and the like give persons away."""
    words = (
        word
        for name in names
        for word in re.findall(r"[^\W\d_]+", _plain(name))
        if len(word) > _SHORTEST and word not in _PARTICLES | ROLES
    )
    return frozenset(words)


def _plain(text: str) -> str:
    marked = normalize("NFD", text.casefold())
    return "".join(character for character in marked if not "\u0300" <= character <= "\u036f")
