"""What the screen shows beside the items: who speaks, what is around, and why it was coded."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sensecli.model import Code, Coding, Interview, Segment
from sensecli.review.item import Item, Key
from sensecli.reviewing import Material

_AROUND = 3
_TABLES = ("answers", "holder", "questions", "stance", "status", "valuing")


@dataclass(frozen=True, slots=True)
class Scene:
    """The texts as they may be shown, ready to be looked up.

    `mask` replaces names in what else is shown; `reasons` says in words what a rule is for.
    """

    interviews: Mapping[str, Interview]
    segments: Mapping[str, tuple[Segment, ...]]
    codings: Mapping[Key, Coding]
    codes: Mapping[str, Code]
    mask: Callable[[str], str]
    reasons: Mapping[str, str]
    blind: bool = False

    def around(self, item: Item) -> tuple[tuple[Segment, ...], Segment, tuple[Segment, ...]]:
        """Up to three segments before the item's passage, the passage, and up to three after."""
        talk = self.segments[item.interview]
        at = next(number for number, one in enumerate(talk) if one.number == item.segment)
        return talk[max(at - _AROUND, 0) : at], talk[at], talk[at + 1 : at + 1 + _AROUND]

    def place(self, item: Item) -> str:
        """Where the passage stands, as a reader would look it up."""
        return self.interviews[item.interview].place(item.anchor.start)


def scene_of(material: Material) -> Scene:
    """Everything of the material that is shown."""
    from sensecli.coding.rulebook import read_rules
    from sensecli.exporting.masking import masker

    segments: dict[str, list[Segment]] = defaultdict(list)
    for segment in material.shown.segments:
        segments[segment.interview].append(segment)
    return Scene(
        interviews={one.id: one for one in material.shown.interviews},
        segments={interview: tuple(talk) for interview, talk in segments.items()},
        codings={
            (one.interview, one.segment, (one.code, one.holder)): one
            for one in material.shown.codings
        },
        codes={leaf.id: leaf for leaf in material.codebook.leaves},
        mask=masker(material.names),
        reasons={rule.id: rule.reason for table in _TABLES for rule in read_rules(table)},
        blind=material.blind,
    )
