"""Cues as their author wrote them -> patterns that RE2 can run over folded text."""

import re
from collections.abc import Iterable

from sensecli.coding.folding import fold
from sensecli.coding.inflection import BE, FUNCTION_WORDS, HAVE, inflected
from sensecli.model import Cue
from sensecli.model.codebook import Token

STAR_WORDS = 3
"""How many words a `*` that stands alone may take the place of."""

_SPACE = r"(?:-\s*|\s+)"
_RUN_TOGETHER = r"(?:-\s*|\s+|)"
# A gap stays inside its clause: no full stop, question or exclamation mark in it.
_BREAK = r"[\s,;:()\"/-]+"
_GAP_WORD = r"[\w'&]+"
_POSSESSIVE = r"(?:'s?)?"
_ATTACHED = {**dict.fromkeys(BE, r"'(?:s|re|m)"), **dict.fromkeys(HAVE, r"'ve")}
_PIECE = re.compile(r"([\s-]*)([^\s-]+)")
_CAPITALS = re.compile(r"^(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9&/+]+s?$")
_NEGATION = re.compile(r"^([a-z]+)n't$")
_FULL = {"can't": "can ?not", "won't": "will not", "shan't": "shall not"}


def cue_pattern(cue: Cue) -> str:
    """The RE2 pattern of a cue, to be run case-insensitively over folded text; "" if it is void."""
    if cue.tokens:
        return tokens_pattern(cue.tokens)
    if cue.regex:
        return regex_pattern(cue.regex)
    return phrase_pattern(cue.phrase)


def regex_pattern(regex: str) -> str:
    """The author's expression as it stands, at the start of a word."""
    plain = fold(regex)
    starts_elsewhere = plain[:1] not in {"(", "[", "\\", ".", "^", "_"} and not plain[:1].isalnum()
    return f"(?:{plain})" if starts_elsewhere else rf"\b(?:{plain})"


def phrase_pattern(phrase: str) -> str:
    """A phrase in all its inflected forms, with hyphens, spaces or nothing between its words.

    `*` alone is up to three words, `*` at the end of a word any ending.
    """
    found = _PIECE.findall(fold(phrase))
    pieces = [(separator, trimmed) for separator, word in found if (trimmed := _trim(word))]
    while pieces and pieces[0][1] == "*":
        pieces.pop(0)
    while pieces and pieces[-1][1] == "*":
        pieces.pop()
    built, before, gap = "", "", 0
    for place, (separator, word) in enumerate(pieces):
        if word == "*":
            gap += STAR_WORDS
            continue
        tail = _POSSESSIVE if place + 1 < len(pieces) and _is_content(word) else ""
        built += _joined(word, before, separator, gap) + tail
        before, gap = word, 0
    return _bounded(built, pieces[0][1], pieces[-1][1]) if built else ""


def tokens_pattern(tokens: Iterable[Token]) -> str:
    """A token pattern: its places in order, with gaps and optional places between."""
    places = list(enumerate(tokens))
    solid = [place for place, token in places if token.gap is None and not token.optional]
    if not solid:
        return ""
    built = ""
    for place, token in places:
        if token.gap is not None:
            inside = solid[0] < place < solid[-1]
            built += rf"(?:{_BREAK}{_GAP_WORD}){{0,{token.gap}}}" if inside else ""
        elif place < solid[0]:
            built += f"(?:{_token(token)}{_BREAK})?"
        elif place == solid[0]:
            built += _token(token)
        else:
            built += f"(?:{_BREAK}{_token(token)})" + ("?" if token.optional else "")
    return rf"\b{built}\b"


def _token(token: Token) -> str:
    if token.lemma:
        return _any(_bare(phrase_pattern(word)) for word in token.lemma)
    return _any(r"\s+".join(re.escape(part) for part in fold(word).split()) for word in token.word)


def _bare(pattern: str) -> str:
    return pattern.removeprefix(r"\b").removesuffix(r"\b")


def _joined(word: str, before: str, separator: str, gap: int) -> str:
    piece = _word(word)
    if not before:
        return piece
    if gap:
        return rf"(?:{_BREAK}{_GAP_WORD}){{0,{gap}}}{_BREAK}{piece}"
    may_run = "-" in separator or before.lower() not in FUNCTION_WORDS
    joined = (_RUN_TOGETHER if may_run else _SPACE) + piece
    attached = _ATTACHED.get(word.lower())
    return f"(?:{joined}|{attached})" if attached else joined


def _word(word: str) -> str:
    if "*" in word:
        return r"\w*".join(re.escape(part) for part in word.split("*"))
    if _CAPITALS.match(word):
        return f"(?-i:{re.escape(word)})"
    lower = word.lower()
    if negation := _NEGATION.match(lower):
        full = _FULL.get(lower, f"{negation[1]} not")
        return rf"(?:{negation[1]}n'?t|{full})"
    if lower == "and":
        return "(?:and|&)"
    return _any(re.escape(form) for form in inflected(lower))


def _is_content(word: str) -> bool:
    return word.isalpha() and word.lower() not in {*FUNCTION_WORDS, *BE, *HAVE}


def _trim(word: str) -> str:
    return word.strip('.,;:!?"()[]')


def _any(options: Iterable[str]) -> str:
    distinct = tuple(dict.fromkeys(options))
    return distinct[0] if len(distinct) == 1 else f"(?:{'|'.join(distinct)})"


def _bounded(built: str, first: str, last: str) -> str:
    start = r"\b" if _is_word_character(first[0]) else ""
    end = r"\b" if _is_word_character(last[-1]) else ""
    return start + built + end


def _is_word_character(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "_*")
