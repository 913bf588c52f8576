"""What is looked for: words in all their forms, a phrase as written, or an expression."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_SPACE = r"[\s-]+"


class By(StrEnum):
    """The ways in which a pattern is understood."""

    LEMMA = "lemma"
    PHRASE = "phrase"
    EXPRESSION = "expression"


_MARKS = {By.PHRASE: '"', By.EXPRESSION: "/"}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, without its marks; `offset` is how many signs the marks took in front."""

    text: str
    by: By
    offset: int = 0


def read_query(pattern: str, by: By | None = None) -> Query:
    """The query that a user wrote: `"..."` is a phrase, `/.../` an expression, else words.

    `by` settles it; marks of another kind then stand for themselves.
    """
    for kind, mark in _MARKS.items():
        marked = len(pattern) > 1 and pattern[0] == pattern[-1] == mark
        if marked and by in {None, kind}:
            return Query(pattern[1:-1], kind, 1)
    return Query(pattern, by or By.LEMMA)


def expression(query: Query, *, forms: Callable[[str], str], fold: Callable[[str], str]) -> str:
    """The query as an expression to run over folded text; empty where it holds no word.

    `forms` gives the expression of words in all their forms, `fold` makes letters plain.
    """
    if query.by is By.LEMMA:
        return forms(query.text)
    if query.by is By.PHRASE:
        return _phrase(fold(query.text))
    return fold(query.text)


def _phrase(text: str) -> str:
    """Just these words, with any space or hyphen between; `*` ends a word in any way."""
    words = [word for word in re.split(_SPACE, text) if word.strip("*")]
    if not words:
        return ""
    said = _SPACE.join(r"\w*".join(map(re.escape, word.split("*"))) for word in words)
    return _edge(words[0][0]) + said + _edge(words[-1][-1])


def _edge(sign: str) -> str:
    """The edge of a word, where there can be one: RE2 knows those of plain letters only."""
    return r"\b" if sign.isascii() and (sign.isalnum() or sign in "_*") else ""
