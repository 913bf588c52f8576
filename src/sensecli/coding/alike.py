"""Are two passages about the same thing? Told by the words they share, and by their vectors."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from sensecli.coding.encoder import encode
from sensecli.coding.folding import fold
from sensecli.coding.inflection import BE, DO, FUNCTION_WORDS, HAVE, inflected

if TYPE_CHECKING:
    from sensecli.coding.tools import Tools

Alike = Callable[[str, str], float]

_WORD = re.compile(r"[a-z][a-z0-9]*(?:'[a-z]+)?")
_EMPTY = FUNCTION_WORDS | {*BE, *HAVE, *DO}
_SHORTEST = 3
# A text of fewer words is weighed as if it had so many rare ones: one in common is not enough.
_FEWEST = 3
# Vectors are near for all that is on one theme; what a thing is called tells more.
_VECTORS = 0.25


def alike(texts: Collection[str], tools: "Tools") -> Alike:
    """How surely two of these texts are about the same thing, 0 to 1, and the same both ways.

    The share of the shorter text's content words that the other has too, each word counted by how
    rare it is among the texts: all that is on one theme has the theme's words, and only a thing's
    name is its own. Where there is an encoder, a quarter of it is the cosine of the two subjects.
    Raises EncoderMissingError where the encoder cannot be loaded.
    """
    words = {text: content_words(text) for text in texts}
    counts = Counter(word for held in words.values() for word in held)
    weights = {word: log(1 + len(words) / count) for word, count in counts.items()}
    least = _FEWEST * log(1 + len(words))
    cosine = _cosine(tuple(words), tools)

    def likeness(one: str, other: str) -> float:
        shared = _shared(words[one], words[other], weights, least)
        return shared if cosine is None else shared + _VECTORS * (cosine(one, other) - shared)

    return likeness


def content_words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, each in the shortest of its forms."""
    found = _WORD.findall(fold(text).casefold())
    return frozenset(
        _shortest(word.removesuffix("'s"))
        for word in found
        if word not in _EMPTY and len(word) >= _SHORTEST
    )


@lru_cache(maxsize=8192)
def _shortest(word: str) -> str:
    return inflected(word)[-1]


def _shared(
    one: frozenset[str], other: frozenset[str], weights: Mapping[str, float], least: float
) -> float:
    both, mine, theirs = (
        sum(sorted(weights[word] for word in words)) for words in (one & other, one, other)
    )
    return both / max(min(mine, theirs), least)


def _cosine(texts: tuple[str, ...], tools: "Tools") -> Alike | None:
    if tools.encoder is None:
        return None
    store = tools.store if tools.folder else None
    vectors = encode(texts, encoder=tools.encoder, store=store)
    places = {text: number for number, text in enumerate(texts)}

    def cosine(one: str, other: str) -> float:
        return max(float(vectors[places[one]] @ vectors[places[other]]), 0.0)

    return cosine
