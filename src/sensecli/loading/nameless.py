"""Ids that name nobody: an id is shown everywhere, so that a name in it would be, too."""

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

from sensecli.loading.ordinary import FIRST_NAME_WORDS, SURNAME_WORDS
from sensecli.loading.variants import words_of
from sensecli.model import Notice

_LETTERS = re.compile(r"[^\W\d_]+")
# Two letters are nobody's name.
_MAY_BE = re.compile(r"[A-Za-z]{3}")
_MANY = re.compile(r"[\s._-]{2,}")


def strangers(names: Collection[str]) -> frozenset[str]:
    """The words of all names of a folder that give somebody away in any id."""
    return words_of(names) - FIRST_NAME_WORDS - SURNAME_WORDS


def own_words(name: str) -> frozenset[str]:
    """The words of a leader's name in the leader's own id, plain ones too, and how they join."""
    mine = _ordered(name)
    if not mine:
        return frozenset()
    first, last = mine[0], mine[-1]
    joined = {"".join(mine), first + last, last + first, first[0] + last, last + first[0]}
    return frozenset((*mine, *joined))


def without_names(id_: str, *words: AbstractSet[str]) -> str:
    """The id without those words; nothing where no number is left to tell it by."""
    if id_.isascii() and not _MAY_BE.search(id_):
        return id_
    left = _LETTERS.sub(lambda found: "" if _is_one(found[0], words) else found[0], id_)
    if left == id_:
        return id_
    left = _MANY.sub("-", left).strip(" ._-")
    return left if any(character.isdecimal() for character in left) else ""


def nameless_ids(count: int) -> tuple[Notice, ...]:
    """What is to be said where ids held names."""
    if not count:
        return ()
    ids = "The id of 1 interview holds" if count == 1 else f"The ids of {count} interviews hold"
    said = f"{ids} somebody's name: what is left of an id is used, or a number in file order."
    return (Notice(said),)


def _is_one(word: str, words: Sequence[AbstractSet[str]]) -> bool:
    found = words_of([word])
    return any(not found.isdisjoint(some) for some in words)


def _ordered(name: str) -> Sequence[str]:
    return [word for part in name.split() for word in sorted(words_of([part]))]
