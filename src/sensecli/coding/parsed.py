"""A parsed passage as plain values: what the rules read, whoever parsed it.

Nothing of the parser is in it, so it can be kept, sent to another process, and read without
loading the parser again.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from typing import overload

Row = tuple[int, int, str, str, str, int]
"""A word: where it starts and ends in the text, its tag, its part of speech, how it depends on the
word above it, and the index of that word (its own for the head of a sentence)."""


class Word:
    """One word of a passage, with those above and below it; names are those of Universal tagging.

    `tag` is the fine part of speech (Penn), `pos` the coarse one, `dep` how it depends on `head`
    (itself for the head of a sentence). `children` come in the order of the text.
    """

    __slots__ = ("children", "dep", "doc", "head", "i", "idx", "lower", "pos", "tag", "text")

    def __init__(self, doc: "Parsed", i: int, row: Row) -> None:
        """The word `i` of `doc`, not yet joined to the others."""
        start, end, self.tag, self.pos, self.dep, _ = row
        self.doc, self.i, self.idx = doc, i, start
        self.text = doc.text[start:end]
        self.lower = self.text.lower()
        self.head = self
        self.children: tuple[Word, ...] = ()

    def __repr__(self) -> str:
        """The word itself, as a reader of a failing test wants it."""
        return self.text

    @property
    def lefts(self) -> tuple["Word", ...]:
        """The words right below it that stand before it."""
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def subtree(self) -> tuple["Word", ...]:
        """The word and all below it, in the order of the text."""
        found = [self]
        for word in found:
            found += word.children
        return tuple(sorted(found, key=lambda word: word.i))

    @property
    def left_edge(self) -> "Word":
        """The first word of the subtree."""
        return self.subtree[0]

    @property
    def right_edge(self) -> "Word":
        """The last word of the subtree."""
        return self.subtree[-1]

    @property
    def ancestors(self) -> Iterator["Word"]:
        """The words above it, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return all(unicodedata.category(char).startswith("P") for char in self.text)


class Parsed:
    """A passage and its words, joined as `rows` say."""

    __slots__ = ("rows", "text", "words")

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        """The words of `text`."""
        self.text, self.rows = text, tuple(rows)
        self.words = tuple(Word(self, i, row) for i, row in enumerate(rows))
        below: list[list[Word]] = [[] for _ in rows]
        for word, (*_, head) in zip(self.words, rows, strict=True):
            word.head = self.words[head]
            if head != word.i:
                below[head].append(word)
        for word, children in zip(self.words, below, strict=True):
            word.children = tuple(children)

    def __iter__(self) -> Iterator[Word]:
        """The words in order."""
        return iter(self.words)

    def __len__(self) -> int:
        """How many words."""
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        """The word at a place, or those of a stretch."""
        return self.words[at]


def packed(rows: Sequence[Row]) -> bytes:
    """Rows as they are kept: numbers and tags, none of the text."""
    return json.dumps(rows, separators=(",", ":")).encode()


def unpacked(content: bytes) -> tuple[Row, ...]:
    """Rows as they were packed."""
    return tuple(map(tuple, json.loads(content)))
