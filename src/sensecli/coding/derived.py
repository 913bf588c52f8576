"""Cues for codes that have none, from the words that their author describes them with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sensecli.coding.folding import fold
from sensecli.coding.inflection import BE, DO, FUNCTION_WORDS, HAVE, inflected
from sensecli.model import Code, Codebook, Cue, Node, Notice

_MOST_CUES = 40
_SHORTEST = 3
_TWICE = 2
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|[.,;:!?()]")
# Adjectives that stand in any text on anything: they say something only with the noun of a label.
_ADJECTIVES = frozenset(
    """
    able actual bad big bigger bright broad central certain clear clearer close closer common
    complete current daily deep different difficult due earlier early easy empty entire external
    extra false far fast faster few fewer final fine firm flat former free fresh full general
    good great greater hard high higher huge important individual internal key large larger late
    less light likely little live local long longer low lower main major many minor mixed modern
    national natural near necessary new newer nice normal odd old older only open ordinary
    outside overall own past poor possible present previous private proper public quick ready
    real recent regular related right several sharp short significant similar simple single
    slower small smaller soft sound special specific steady sufficient sure tall thin tight top
    total true typical usual various vast whole wide wider wrong young
    """.split()
)
# Words that stand in any text on people and change, and so tell no code from another.
_EVERYDAY = frozenset(
    """
    people person thing things way ways work need want make made take give get got go going come
    think say said see know feel look use good better best new place part time day year lot
    really like even still back well change stand stands way needs together across whole within
    without rather around able first last next long keep put let help try over out up off down
    """.split()
)


def with_derived_cues(codebook: Codebook) -> tuple[Codebook, tuple[Notice, ...]]:
    """The codebook with cues for every code that has none, and a notice where there were such.

    The label as a phrase, and the words and two-word phrases of its label, id, proposition,
    definition, inclusions and examples that stand in no other code's texts. An everyday adjective
    ("old") is a cue only within such a phrase of the label ("old systems").
    """
    bare = [code for code in codebook.leaves if not code.cues]
    if not bare:
        return codebook, ()
    spread = Counter(stem for code in codebook.leaves for stem in set(_stems(_texts(code))))
    derived = {code.id: tuple(_cues(code, spread)) for code in bare}
    nodes = tuple(_filled(node, derived) for node in codebook.codes)
    said = (
        f"{len(bare)} of {len(codebook.leaves)} codes have no cues of their own: theirs are "
        "derived from their labels, definitions and examples. Written cues find more and err less."
    )
    return codebook.model_copy(update={"codes": nodes}), (Notice(said),)


def _filled(node: Node, derived: dict[str, tuple[Cue, ...]]) -> Node:
    if node.codes:
        inside = tuple(_filled(child, derived) for child in node.codes)
        return node.model_copy(update={"codes": inside})
    return node.model_copy(update={"cues": derived.get(node.id, node.cues)})


def _cues(code: Code, spread: Counter[str]) -> Iterator[Cue]:
    """The label first, then single words by how often they stand there, then pairs."""
    label = fold(code.label).strip()
    phrases = {label.lower(): 1} if _says_something(label) else {}
    described, labelled = set(_stems(_descriptions(code))), set(_stems([code.label]))
    counts = Counter(stem for text in _texts(code) for stem in _stems([text]))
    own = [s for s in counts if spread[s] == 1 and (s in described or counts[s] >= _TWICE)]
    words = [stem for stem in own if " " not in stem and not _is_adjective(stem)]
    pairs = [
        stem
        for stem in own
        if " " in stem and not set(stem.split()) & set(words)
        if stem in labelled or not any(_is_adjective(word) for word in stem.split())
    ]
    for stem in (*sorted(words, key=lambda stem: -counts[stem]), *pairs):
        phrases.setdefault(stem, 1)
    for phrase in list(phrases)[:_MOST_CUES]:
        yield Cue(phrase=phrase)


def _says_something(label: str) -> bool:
    """Whether a label can be a cue: it has a word of its own, and is more than an adjective."""
    words = [word for word in _words(label) if word not in FUNCTION_WORDS]
    return len(words) > 1 or any(_content(word) and not _is_adjective(word) for word in words)


def _is_adjective(word: str) -> bool:
    return word in _ADJECTIVES


def _descriptions(code: Code) -> tuple[str, ...]:
    written = re.sub("[-_]", " ", code.id)
    return (code.label, written, code.proposition, code.definition, *code.include)


def _texts(code: Code) -> tuple[str, ...]:
    return (*_descriptions(code), *code.examples)


def _stems(texts: Iterable[str]) -> Iterator[str]:
    """The content words of the texts, each by its shortest form, and the pairs of neighbours."""
    for text in texts:
        before = ""
        for word in _words(text):
            stem = _stem(word) if _content(word) else ""
            if stem:
                yield stem
            if stem and before and stem != before:
                yield f"{before} {stem}"
            before = stem


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).lower())


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """Its shortest form that finds the word itself: "mat" is a form of "matters", and does not."""
    forms = inflected(word) if word.isalpha() else (word,)
    finding = (form for form in forms if word in inflected(form))
    return min(finding, key=lambda form: (len(form), form))


def _content(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        and word[0].isalpha()
        and "'" not in word
        and word not in FUNCTION_WORDS
        and word not in {*BE, *HAVE, *DO}
        and _stem(word) not in _EVERYDAY
    )
