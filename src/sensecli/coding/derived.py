"""Cues for codes that have none, from the words that their author describes them with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sensecli.coding.folding import fold
from sensecli.coding.inflection import BE, DO, FUNCTION_WORDS, HAVE, inflected
from sensecli.model import Code, Codebook, Cue, Node, Notice

_MOST_CUES = 40
_SHORTEST = 3
_TWICE = 2
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|[.,;:!?()]")
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

    The label as a phrase, and the words and two-word phrases of its label, proposition,
    definition, inclusions and examples that stand in no other code's texts.
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
    phrases = {label.lower(): 1} if any(_content(word) for word in _words(label)) else {}
    described = set(_stems(_descriptions(code)))
    counts = Counter(stem for text in _texts(code) for stem in _stems([text]))
    own = [stem for stem in counts if spread[stem] == 1 and " " not in stem]
    words = [stem for stem in own if stem in described or counts[stem] >= _TWICE]
    pairs = [
        stem
        for stem in counts
        if " " in stem and spread[stem] == 1 and not set(stem.split()) & set(words)
        if stem in described or counts[stem] >= _TWICE
    ]
    for stem in (*sorted(words, key=lambda stem: -counts[stem]), *pairs):
        phrases.setdefault(stem, 1)
    for phrase in list(phrases)[:_MOST_CUES]:
        yield Cue(phrase=phrase)


def _descriptions(code: Code) -> tuple[str, ...]:
    return (code.label, code.proposition, code.definition, *code.include)


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


def _stem(word: str) -> str:
    return min(inflected(word), key=lambda form: (len(form), form)) if word.isalpha() else word


def _content(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        and word[0].isalpha()
        and "'" not in word
        and word not in FUNCTION_WORDS
        and word not in {*BE, *HAVE, *DO}
        and _stem(word) not in _EVERYDAY
    )
