"""A small project coded again and again, for tests of what is kept, and what was done for it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sensecli.coding import cued, encoder, language, missed, tools
from sensecli.coding.case import Case
from sensecli.coding.coder import code
from sensecli.coding.cues import CueMatcher, Hit
from sensecli.coding.encoder import EncoderName, Facet
from sensecli.coding.language import ModelName, find_model
from sensecli.coding.tools import Tools
from sensecli.model import Codebook, Coding, Cue, Example, Kind, Node
from sensecli.segmenting import segment_interview
from tests.builders import an_interview

CLINIC = Node(
    id="clinic",
    label="Joint clinic",
    proposition="there should be a joint clinic",
    cues=(Cue(phrase="clinic"),),
)
MONEY = Node(
    id="money",
    label="Money",
    kind=Kind.BARRIER,
    proposition="lack of money stands in the way",
    cues=(Cue(phrase="money"), Cue(phrase="fund*")),
    exclusions=(Cue(phrase="money talks"),),
)
DATES = Node(
    id="dates",
    label="Dates",
    proposition="there should be a date",
    cues=(Cue(regex=r"\b(May|June|José)\b"),),
)
BOOK = Codebook(id="tiny", label="A tiny codebook", codes=(CLINIC, MONEY, DATES))
NOTES = (
    "- We need a joint clinic.\n- There is no money for it, as money talks.\n",
    "- He is not convinced by the clinic.\n- José wants it in May.\n",
    "INT: Do you want a clinic?\nR: Yes.\nR: We opened one in June, and the funding is there.\n",
    "- The weather was fine.\n- They ran a clinic once, but it fizzled out.\n",
)


def a_book(*codes: Node) -> Codebook:
    """The codebook with those codes instead of its own."""
    return BOOK.model_copy(update={"codes": codes})


def changed(node: Node, **values: Any) -> Node:
    """A code with other values."""
    return node.model_copy(update=values)


WORDS = (Cue(phrase="clinic"), Cue(phrase="weather"))
EXAMPLES = (
    Example("Both teams ought to see patients together in one room.", "clinic"),
    Example("We cannot afford another post this year.", "money"),
    Example("It always comes down to who pays.", "money", before="Why not?"),
)
BOOKS: dict[str, tuple[Codebook, set[str]]] = {
    "a cue more": (a_book(changed(CLINIC, cues=WORDS), MONEY, DATES), {"clinic"}),
    "a cue less": (a_book(CLINIC, changed(MONEY, cues=MONEY.cues[1:]), DATES), {"money"}),
    "an exclusion less": (a_book(CLINIC, changed(MONEY, exclusions=()), DATES), {"money"}),
    "a cue that excludes": (
        a_book(changed(CLINIC, cues=(), exclusions=CLINIC.cues), MONEY, DATES),
        {"clinic"},
    ),
    "another expression": (
        a_book(CLINIC, MONEY, changed(DATES, cues=(Cue(regex=r"\bone in (\w+)"),))),
        {"dates"},
    ),
    "a code more": (a_book(*BOOK.codes, changed(DATES, id="more", cues=WORDS)), {"more"}),
    "a code less": (a_book(CLINIC, DATES), set()),
    "another name for a code": (a_book(changed(CLINIC, id="other"), MONEY, DATES), {"other"}),
    "another order": (a_book(DATES, MONEY, CLINIC), set()),
    "another kind": (a_book(changed(CLINIC, kind=Kind.LENS), MONEY, DATES), set()),
    "another proposition": (a_book(changed(CLINIC, proposition="none"), MONEY, DATES), set()),
    "all cues": (
        a_book(*(changed(one, cues=(Cue(phrase="the"),)) for one in BOOK.codes)),
        {"clinic", "money", "dates"},
    ),
}
"""The codebook changed, by what was: and the codes that have to be looked for anew."""


def cases(*texts: str) -> list[Case]:
    """An interview of each text, in order, with its segments."""
    interviews = [an_interview(id=f"L{n:02d}", text=text) for n, text in enumerate(texts, start=1)]
    return [(one, segment_interview(one).segments) for one in interviews]


@cache
def model() -> ModelName:
    """The English model."""
    return find_model()


def by_rules(folder: Path | None = None, book: Codebook = BOOK) -> Tools:
    """What codes by cues and rules alone."""
    return Tools(book, model(), folder=folder)


@dataclass(slots=True)
class Work:
    """What was done: texts parsed, texts encoded by facet, and codes looked for in each text."""

    parsed: list[str] = field(default_factory=list)
    encoded: list[tuple[str, str]] = field(default_factory=list)
    matched: list[tuple[tuple[str, ...], str]] = field(default_factory=list)

    @property
    def codes(self) -> set[str]:
        """The codes that were looked for in any text."""
        return {code for codes, _ in self.matched for code in codes}

    @property
    def texts(self) -> set[str]:
        """The texts in which any code was looked for."""
        return {text for _, text in self.matched}

    @property
    def is_none(self) -> bool:
        """Whether nothing was done."""
        return not (self.parsed or self.encoded or self.matched)


@contextmanager
def watched() -> Iterator[Work]:
    """All that is worked out within it."""
    work = Work()
    parser, matches, reads = language._parser, CueMatcher.__call__, encoder._read

    class Watched:
        def __init__(self, pipeline: Any) -> None:
            self.pipeline = pipeline

        def pipe(self, texts: Sequence[str], **options: int) -> Iterator[Any]:
            texts = tuple(texts)
            work.parsed.extend(texts)
            yield from self.pipeline.pipe(texts, **options)

    def watched_parser(name: ModelName) -> tuple[Any, Any]:
        pipeline, read = parser(name)
        return Watched(pipeline), read

    def match(self: CueMatcher, text: str) -> tuple[Hit, ...]:
        work.matched.append((tuple(one.id for one in self._codes), text))
        return matches(self, text)

    def read(texts: Sequence[str], name: EncoderName, facet: Facet) -> Any:
        work.encoded.extend((facet.value, text) for text in texts)
        return reads(texts, name, facet)

    with (
        patch.object(language, "_parser", watched_parser),
        patch.object(CueMatcher, "__call__", match),
        patch.object(encoder, "_read", read),
    ):
        yield work


@dataclass(frozen=True, slots=True)
class Run:
    """The codings of one run with what was kept, and what was done for them."""

    codings: tuple[tuple[Coding, ...], ...]
    work: Work


def run(given: Sequence[Case], tools: Tools) -> Run:
    """One run, as a new process would make it: with tools of its own, which are closed after it."""
    own = replace(tools)
    with watched() as work:
        codings = code(given, own)
    own.store.close()
    return Run(codings, work)


def anew(given: Sequence[Case], tools: Tools) -> tuple[tuple[Coding, ...], ...]:
    """The same without anything that was kept."""
    return code(given, replace(tools, folder=None))


@contextmanager
def other_rules() -> Iterator[None]:
    """Within it, the rules are another version's."""
    with ExitStack() as patched:
        for module in (cued, encoder, language, missed, tools):
            patched.enter_context(patch.object(module, "rules_digest", lambda: b"another version "))
        yield
