"""The words for somebody, as the parse has them."""

from itertools import pairwise

from sensecli.coding.events import is_body
from sensecli.coding.parsed import Parsed, Word

Span = tuple[int, int]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_SOMEBODY = frozenset(
    "i we he she they you me us him her them who both all each everyone everybody one two three "
    "four somebody someone neither myself himself herself ourselves themselves".split()
)
# They join somebody to somebody, or say whose or of what kind somebody is.
_BEFORE = frozenset("det poss amod compound nummod predet quantmod nmod case advmod".split())
_LEADING = frozenset("the our my his her their all every both each these those".split())
_GOES_ON = frozenset({"NN", "NNS", "NNP", "NNPS", "POS"})
_LONGEST = 8


def somebody(word: Word) -> bool:
    """Whether a noun is a person or a body of people, as far as its words tell."""
    if word.lower in _SOMEBODY or is_body(word):
        return True
    return word.pos == "PROPN" and word.text[:1].isupper()


def phrase(word: Word) -> Span:
    """Where the words for somebody stand: no more than what names them.

    "the two of them" and "Ann and the board" are one; what is told of them beside is left out.
    """
    first = last = word
    for child in word.children:
        if child.i < first.i and child.dep in _BEFORE and not child.is_punct:
            first = child.left_edge
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep == "prep" and child.lower == "of" and child.children:
            last = _last(child.children[0], last)
        elif child.dep == "conj" and child.pos in _NOMINAL and somebody(child):
            last = _last(child, last)
    return first.idx, last.idx + len(last.text)


def nominal_from(doc: Parsed, start: int) -> Word | None:
    """The noun whose words begin at an offset, or right behind the spaces there."""
    first = next((word for word in doc if word.idx >= start and not word.is_space), None)
    if first is None or first.is_punct:
        return None
    if first.pos in {"NOUN", "PROPN", "PRON"} and first.dep not in {"compound", "poss", "nmod"}:
        return first
    return next(
        (
            above
            for above in first.ancestors
            if above.pos in {"NOUN", "PROPN", "PRON"}
            and above.dep not in {"compound", "poss", "nmod"}
            and first.i < above.i < first.i + _LONGEST
        ),
        None,
    )


def body_from(doc: Parsed, start: int) -> Span | None:
    """The words for a body of people that begin at an offset with "the" or its like."""
    words = [word for word in doc if word.idx >= start and not word.is_space][:_LONGEST]
    if not words or words[0].lower not in _LEADING:
        return None
    for word, behind in pairwise(words[1:]):
        if not word.text.isalpha():
            return None
        if is_body(word) and behind.tag not in _GOES_ON:
            return words[0].idx, word.idx + len(word.text)
    return None


def _last(word: Word, before: Word) -> Word:
    end = phrase(word)[1]
    inside = (one for one in word.doc if one.idx + len(one.text) == end)
    return max((before, *inside), key=lambda one: one.i)
