"""What is said of each code, and beside it: spoken, noted, or written as an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from invented.grammar import Draw, Phrases, compiled, drawn, one, table, words

# How many of the sentences get an end of their own.
_ENDED = {"spoken": 0.7, "noted": 0.8, "answer": 0.92}


@dataclass(frozen=True, slots=True)
class Voice:
    """Sentences of one manner: on each code, some lists of phrases; and asides.

    `codas` end a share of them, so that hardly any two are alike.
    """

    codes: Mapping[str, Sequence[Phrases]]
    asides: Phrases
    codas: Phrases
    ended: float

    def on(self, code: str, draw: Draw) -> str:
        """A sentence on a code."""
        return self._ended(drawn(one(self.codes[code], draw), draw), draw)

    def aside(self, draw: Draw) -> str:
        """A sentence on nothing that a codebook asks for."""
        return self._ended(drawn(self.asides, draw), draw)

    def _ended(self, said: str, draw: Draw) -> str:
        stop = said[-1:] if said[-1:] in ".?" else ""
        if draw() >= self.ended:
            return said
        return f"{said.removesuffix(stop)}{words(self.codas, draw)}{stop}"


@cache
def codes() -> tuple[str, ...]:
    """The ids of all codes that there is something to say of."""
    return tuple(code for kind in table("themes").values() for code in kind)


@cache
def voice(manner: str, she: str = "she") -> Voice:
    """The voice of a manner: spoken, noted; `she` is what a note-taker calls the leader."""
    talk, shares = table("talk")[manner], table("talk")["shares"]

    def ready(phrases: Sequence[str], own: Mapping[str, Any]) -> Phrases:
        return compiled(phrases, {**own, "she": [she]})

    of: dict[str, Sequence[Phrases]] = {}
    for code, own in table("themes")["themes"].items():
        by_use = {use: ready(talk[use], own) for use in shares}
        of[code] = [by_use[use] for use, share in shares.items() for _ in range(share)]
    for code, own in table("themes")["barriers"].items():
        of[code] = [
            ready(talk["barrier"], own),
            ready(talk["barrier"], own),
            ready(own["said"], {}),
        ]
    for code, own in table("themes")["lenses"].items():
        of[code] = [ready(own["said"], {})]
    asides = ready(table("talk")["aside"][manner], {})
    return Voice(of, asides, compiled(table("talk")["codas"][manner]), _ENDED[manner])


@cache
def answering() -> Voice:
    """The voice of those who answer a consultation in a few lines."""
    talk = table("talk")
    of: dict[str, Sequence[Phrases]] = {
        code: [compiled(talk["answers"], own)] for code, own in table("themes")["themes"].items()
    }
    for code, own in table("themes")["barriers"].items():
        of[code] = [compiled(talk["answers_barrier"], own), compiled(own["said"])]
    asides, codas = compiled(talk["aside"]["answer"]), compiled(talk["codas"]["answer"])
    return Voice(of, asides, codas, _ENDED["answer"])


@cache
def shorts() -> tuple[Phrases, Phrases]:
    """Answers of a few words: those on no theme, and those on one."""
    talk = table("talk")
    on_theme = [
        phrase
        for own in table("themes")["themes"].values()
        for phrase in compiled(talk["shorts_theme"], own)
    ]
    return compiled(talk["shorts"]), on_theme


@cache
def asked(use: str) -> Mapping[str, Phrases]:
    """What an interviewer asks (`asks`) or puts forward (`pitches`), for each code that has it."""
    kinds = table("themes")
    listed = {**kinds["themes"], **({} if use == "asks" else kinds["barriers"])}
    return {code: compiled(table("talk")[use], own) for code, own in listed.items()}


@cache
def small(use: str) -> Phrases:
    """What is said around it all: `small` questions, `assents`, `openers`, `hesitations`."""
    return compiled(table("talk")[use])
