"""A codebook: a tree of codes, each with its own proposition and cues."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Kind(StrEnum):
    """What a code is: a theme that leaders may want, a barrier in its way, or a lens on both."""

    THEME = "theme"
    BARRIER = "barrier"
    LENS = "lens"


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Token(_Written):
    """One place in a token pattern.

    Just one of `lemma` (any inflected form), `word` (that form only) or `gap` (up to so many
    words of any kind); `optional` lets the place be empty.
    """

    lemma: tuple[str, ...] = ()
    word: tuple[str, ...] = ()
    gap: int | None = Field(default=None, ge=1, le=6)
    optional: bool = False

    @model_validator(mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {
            k: (v,) if k in {"lemma", "word"} and isinstance(v, str) else v
            for k, v in value.items()
        }

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if sum((bool(self.lemma), bool(self.word), self.gap is not None)) != 1:
            message = 'a token needs exactly one of "lemma", "word" and "gap"'
            raise ValueError(message)
        return self


class Cue(_Written):
    """One sign of a code in the text: a plain phrase, a token pattern or a regular expression."""

    phrase: str = ""
    tokens: tuple[Token, ...] = ()
    regex: str = ""

    @model_validator(mode="before")
    @classmethod
    def _plain_string(cls, value: object) -> object:
        return {"phrase": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if sum((bool(self.phrase), bool(self.tokens), bool(self.regex))) != 1:
            message = 'a cue is empty, or has more than one of "phrase", "tokens" and "regex"'
            raise ValueError(message)
        return self

    def __str__(self) -> str:
        """How the cue is shown where it explains a coding."""
        if self.tokens:
            parts = ("/".join(t.lemma or t.word) or "..." for t in self.tokens)
            return " ".join(parts)
        return self.phrase or self.regex


class Node(_Written):
    """A code, or a group of codes where it has `codes` of its own.

    `proposition` is what a stance is towards. `cues` find the code in the text, except where one
    of `exclusions` covers the same words.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    label: str
    kind: Kind | None = None
    proposition: str = ""
    definition: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    exclusions: tuple[Cue, ...] = ()
    source: str = ""
    color: str = Field(default="", pattern=r"^(#[0-9a-fA-F]{6})?$")
    codes: tuple["Node", ...] = ()


class Code(_Written):
    """A leaf of the tree, with what it inherits from the groups above it."""

    id: str
    label: str
    kind: Kind
    proposition: str
    definition: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    exclusions: tuple[Cue, ...] = ()
    source: str = ""
    color: str = ""
    path: tuple[str, ...] = ()


class Codebook(_Written):
    """A whole codebook as its author wrote it."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    label: str
    version: str = "1"
    description: str = ""
    source: str = ""
    codes: tuple[Node, ...]

    @cached_property
    def leaves(self) -> tuple[Code, ...]:
        """The codes themselves, in the order written, each with the kind it has or inherits."""
        return tuple(leaf for node in self.codes for leaf in _leaves(node, Kind.THEME, ()))

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> "Codebook":
        """A copy, whose leaves are those of its own codes."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("leaves", None)
        return copy

    def __getitem__(self, code_id: str) -> Code:
        """The leaf of that id; KeyError where there is none."""
        for leaf in self.leaves:
            if leaf.id == code_id:
                return leaf
        raise KeyError(code_id)


def _leaves(node: Node, kind: Kind, path: tuple[str, ...]) -> Iterator[Code]:
    kind = node.kind or kind
    if node.codes:
        for child in node.codes:
            yield from _leaves(child, kind, (*path, node.id))
        return
    own = {name: getattr(node, name) for name in Code.model_fields if name in Node.model_fields}
    own |= {"kind": kind, "proposition": node.proposition or node.label, "path": path}
    # Every part of it was checked when the tree was.
    yield Code.model_construct(**own)
