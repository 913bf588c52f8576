"""Who is meant by the coders' names in a file? Their initials, as decisions have them."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from sensecli.review.file import is_coder

PROGRAM = frozenset({"rules", "encoder", "sense"})
"""The names under which the program itself codes and writes."""

_LONGEST = 12


def is_person(initials: str) -> bool:
    """Whether these may be somebody's initials, and not the program's own name."""
    return is_coder(initials) and initials.casefold() not in PROGRAM


def initials_of(names: Iterable[str]) -> Mapping[str, str]:
    """The initials of each name that has any: the name itself where it is short and one word.

    Two names with the same initials are told apart by a number.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        wanted = name if is_person(name) else _first_letters(name)
        if not wanted:
            continue
        number, free = 2, wanted
        while free.casefold() in taken and not is_coder(name):
            free, number = f"{wanted[: _LONGEST - len(str(number))]}{number}", number + 1
        taken.add(free.casefold())
        found[name] = free
    return found


def _first_letters(name: str) -> str:
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    letters = "".join(word[0].upper() for word in re.findall("[A-Za-z0-9]+", plain))[:_LONGEST]
    return letters if is_person(letters) else ""
