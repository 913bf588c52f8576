"""Codes on their way into a new codebook, and the YAML they become."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from sensecli.loading.codebooks.slugs import slug

WrittenCue = str | dict[str, str]

_WIDTH = 100
_DEEPEST = 25


@dataclass(slots=True)
class Draft:
    """A code as another tool knows it; a group where it has `codes`. An empty id is made later."""

    label: str
    id: str = ""
    kind: str = ""
    proposition: str = ""
    definition: str = ""
    color: str = ""
    examples: list[str] = field(default_factory=list)
    cues: list[WrittenCue] = field(default_factory=list)
    codes: list["Draft"] = field(default_factory=list)
    line: int | None = None


def depth_allowed(depth: int) -> bool:
    """Whether codes may be nested so deep (1 for the topmost)."""
    return depth <= _DEEPEST


def drafts_yaml(book_id: str, label: str, drafts: Iterable[Draft]) -> str:
    """The YAML of a whole codebook. Ids are made from labels where there are none, all distinct."""
    taken: set[str] = set()
    whole = {
        "id": slug(book_id) or "codebook",
        "label": one_line(label) or "Codebook",
        "version": "1",
        "codes": [_written(draft, taken) for draft in drafts],
    }
    text: str = yaml.dump(
        whole, Dumper=_Tidy, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=2
    )
    return text.replace("\n  - id:", "\n\n  - id:").replace("\ncodes:\n\n", "\n\ncodes:\n", 1)


def one_line(text: str) -> str:
    """The text with each run of spaces and line breaks as one space, and no control characters."""
    return " ".join("".join(char for char in text if char.isprintable() or char.isspace()).split())


def _written(draft: Draft, taken: set[str]) -> dict[str, object]:
    code_id = _distinct(slug(draft.id) or slug(draft.label) or "code", taken)
    taken.add(code_id)
    whole = {
        "id": code_id,
        "label": one_line(draft.label) or code_id,
        "kind": draft.kind,
        "proposition": one_line(draft.proposition),
        "definition": one_line(draft.definition),
        "color": draft.color,
        "examples": list(filter(None, map(one_line, draft.examples))),
        "cues": [] if draft.codes else draft.cues,
        "codes": [_written(child, taken) for child in _children(draft)],
    }
    return {key: value for key, value in whole.items() if value}


def _children(draft: Draft) -> Iterator[Draft]:
    """The codes of a group, and one more for the cues of its own, which would find nothing."""
    if draft.codes and draft.cues:
        label = f"{draft.label} (general)"
        yield Draft(label, proposition=draft.proposition, cues=draft.cues)
    yield from draft.codes


def _distinct(code_id: str, taken: set[str]) -> str:
    number, free = 2, code_id
    while free in taken:
        free, number = f"{code_id}-{number}", number + 1
    return free


class _Tidy(yaml.SafeDumper):
    """Lists set in by two spaces under their key, and no aliases (PyYAML fixes the signatures)."""

    def increase_indent(self, flow: bool = False, *_: object, **__: object) -> None:  # noqa: FBT001, FBT002
        return super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True
