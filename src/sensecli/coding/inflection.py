"""All the forms that a word of a cue may take in the text, British and American."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

# Words that only hold a sentence together. They are never inflected and never run together with
# the word after them, so that "every day" does not find "everyday". Particles (up, out, over, off)
# are left out: "roll out" must find "rollout".
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those each every either neither all any both some such no not none
    own other another same few more most much many and or but nor so yet if then than because as
    until while although though since unless whether of at by for with about against between into
    through during before after above below to from in on here there when where why how what who
    whom whose which i me my mine myself we us our ours ourselves you your yours yourself
    yourselves he him his himself she her hers herself it its itself they them their theirs
    themselves one ones someone anyone everyone somebody anybody everybody nobody something
    anything everything nothing can could will would shall should may might must ought cannot
    just only also too very again once ever never always often now
    """.split()
)

# Beginnings that are written with a hyphen or run together; they have no forms of their own.
_PREFIXES = frozenset(
    ("co", "de", "e", "re", "un", "pre", "non", "sub", "semi", "anti", "multi", "inter")
)

BE = ("be", "am", "is", "are", "was", "were", "been", "being")
HAVE = ("have", "has", "had", "having")
DO = ("do", "does", "did", "done", "doing")
_NEGATED = {
    **dict.fromkeys(BE, ("isn't", "aren't", "wasn't", "weren't")),
    **dict.fromkeys(HAVE, ("haven't", "hasn't", "hadn't")),
    **dict.fromkeys(DO, ("don't", "doesn't", "didn't")),
}
_AUXILIARY = {**dict.fromkeys(BE, BE), **dict.fromkeys(HAVE, HAVE), **dict.fromkeys(DO, DO)}

# British <-> American endings of a base form: (ending, its other spelling).
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(e|er|ation|ational|able)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})iz(e|er|ation|ational|able)$"), r"is\1"),
    (re.compile(r"(?<=[a-z]{3})yse(r?)$"), r"yze\1"),
    (re.compile(r"(?<=[a-z]{3})yze(r?)$"), r"yse\1"),
    (re.compile(r"(?<=[a-z]{3})our(al|able|ite|ful)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{3})or(al|able|ite|ful)?$"), r"our\1"),
    (re.compile(r"(?<=[a-z]{3})tre$"), r"ter"),
    (re.compile(r"(?<=[a-z]{3})ter$"), r"tre"),
    (re.compile(r"(?<=[a-z]{3})gramme$"), r"gram"),
    (re.compile(r"(?<=[a-z]{3})gram$"), r"gramme"),
    (re.compile(r"(?<=[a-z]{3})ence$"), r"ense"),
    (re.compile(r"(?<=[a-z]{3})ense$"), r"ence"),
    (re.compile(r"(?<=pract)ice$"), r"ise"),
    (re.compile(r"(?<=pract)ise$"), r"ice"),
)
_DOUBLED = re.compile(r"^([a-z]+[aeiou])([lst])\2(ed|ing|er|ers)$")
_DOUBLING = re.compile(r"^[a-z]+(?:[aeiou]l|[^aeiou][aeiou][st])$")


FORMS = Path(__file__).parent / "forms.txt"
"""The forms of words that are at hand: a line a word, its forms behind it (`training/forms.py`)."""


@lru_cache(maxsize=8192)
def inflected(word: str) -> tuple[str, ...]:
    """Every form of a word, in lower case, itself included, longest first.

    All words that `word` may be a form of count (`left` is a form of *leave* and of *left*),
    except that *better* and *best* do not stand for *good*. Unknown words are inflected by rule.
    """
    plain = word.lower()
    known = _table().get(plain)
    return tuple(known.split()) if known else worked_out(plain)


def worked_out(plain: str) -> tuple[str, ...]:
    """As `inflected`, of a word in lower case, from the dictionary of forms."""
    if plain in _AUXILIARY:
        negated = _NEGATED[plain]
        forms = {*_AUXILIARY[plain], *negated, *(form.replace("'", "") for form in negated)}
    elif (
        plain in FUNCTION_WORDS or plain in _PREFIXES or not plain.isalpha() or not plain.isascii()
    ):
        forms = {plain}
    else:
        forms = {plain, *(form for base in _bases(plain) for form in _forms(base))}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def _table() -> dict[str, str]:
    """Word -> its forms, in order."""
    lines = FORMS.read_text("utf-8").splitlines() if FORMS.exists() else []
    return {word: forms for word, _, forms in (line.partition(" ") for line in lines)}


def _bases(word: str) -> set[str]:
    """Find what a word may be a form of, in every spelling that is a known word."""
    found = set(_known_bases(word))
    doubled = _DOUBLED.match(word)
    if doubled:
        found |= set(_known_bases(doubled[1] + doubled[2]))
    if not found:
        respelt = (base for other in _spellings(word) for base in _known_bases(other))
        found = set(respelt) or set(_guessed_bases(word)) or {word}
    others = {other for base in found for other in _spellings(base) if any(_known_bases(other))}
    return found | others


def _known_bases(word: str) -> Iterator[str]:
    import lemminflect

    for kind, bases in lemminflect.getAllLemmas(word).items():
        for base in bases:
            if kind in {"NOUN", "VERB", "PROPN", "AUX"} or base == word:
                yield base


def _guessed_bases(word: str) -> Iterator[str]:
    import lemminflect

    for ending, kind in (("ing", "VERB"), ("ed", "VERB"), ("s", "NOUN")):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            for bases in lemminflect.getAllLemmasOOV(word, kind).values():
                yield from bases


def _forms(base: str) -> Iterator[str]:
    import lemminflect

    found = lemminflect.getAllInflections(base) or {
        **lemminflect.getAllInflectionsOOV(base, "VERB"),
        **lemminflect.getAllInflectionsOOV(base, "NOUN"),
    }
    yield base
    for forms in found.values():
        for form in forms:
            if form.isalpha():
                yield form
                yield from _doubled(base, form)


def _doubled(base: str, form: str) -> Iterator[str]:
    """Give the form with its consonant doubled, or single, as in trialled and traveled."""
    if _DOUBLING.match(base) and form in {base + "ed", base + "ing"}:
        yield base + base[-1] + form.removeprefix(base)
    elif _DOUBLING.match(base) and form in {base + base[-1] + "ed", base + base[-1] + "ing"}:
        yield base + form.removeprefix(base + base[-1])


def _spellings(base: str) -> Iterator[str]:
    for pattern, other in _SPELLINGS:
        respelt = pattern.sub(other, base)
        if respelt != base:
            yield respelt
