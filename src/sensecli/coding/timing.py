"""Words that tell how often, or since when, a thing is done."""

import re
from functools import cache

from sensecli.coding.clauses import Clause, clauses
from sensecli.coding.folding import fold
from sensecli.coding.parsed import Word
from sensecli.coding.rulebook import word_classes

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LACKING = frozenset("no not never nothing none nobody nil n't without".split())


def at_set_times(verb: Word) -> bool:
    """Whether the verb's clause says how often, or since when, or that it is so now."""
    text = verb.doc.text
    clause = _clause(verb)
    if _set_times().search(fold(text[clause.start : clause.end])):
        return True
    return since(verb) or any(child.lower == "now" for child in verb.children)


def since(verb: Word) -> bool:
    """Whether the verb has a "since" of time, not of reason ("since the spring")."""
    return any(
        child.lower == "since" and child.dep == "prep" and any(True for _ in child.children)
        for child in verb.children
    )


def noted_since(word: Word) -> bool:
    """Whether the word is the "since" of a note with no verb ("one in each surgery since May")."""
    if word.lower != "since" or word.head.pos not in {"NOUN", "PROPN", "NUM"}:
        return False
    if not _date().match(fold(word.doc.text[word.idx :])):
        return False
    clause = _clause(word)
    inside = [t for t in word.doc if clause.start <= t.idx < clause.end]
    return not any(t.tag in _FINITE or t.lower in _LACKING for t in inside)


def _clause(word: Word) -> Clause:
    return next(p for p in clauses(word.doc.text) if p.start <= word.idx < p.end)


@cache
def _date() -> re.Pattern[str]:
    """A month, a season, a feast or a number after "since"."""
    named = "spring|summer|autumn|winter|easter|christmas|new year"
    return re.compile(
        rf"since (?:the |last |early |late |mid-)?(?:{word_classes()['MONTH']}|{named}|\d+)\b",
        re.IGNORECASE,
    )


@cache
def _set_times() -> re.Pattern[str]:
    """The class OFTEN, with the classes that it uses."""
    classes = word_classes()
    pattern = classes["OFTEN"].replace("{MONTH}", classes["MONTH"])
    return re.compile(rf"\b{pattern}", re.IGNORECASE)
