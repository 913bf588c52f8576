"""What a person is asked to look at: a coding of the program's or their own, or a bare passage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sensecli.model import (
    Anchor,
    Coding,
    Decided,
    Holder,
    Interview,
    Laid,
    Segment,
    Values,
    Verdict,
)
from sensecli.review.file import anchor_of

Spot = tuple[str, int]
"""A passage: its interview and the number of its segment."""

Key = tuple[str, int, tuple[str, Holder] | None]
"""What stays the same of an item: its passage, and the (code, holder) that it came with."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide on, and what was decided.

    `about` is the (code, holder) that it came with, None of a bare passage. `found` is what the
    program says, None where a person added the coding; `values` is what holds now. `verdict` is
    the person's accept, reject, change or add, None as long as there is none. `read` tells that
    the person left nothing more to code on the passage: what the program found there, and they
    did not decide on, is not there for them.
    """

    anchor: Anchor
    segment: int
    about: tuple[str, Holder] | None = None
    found: Values | None = None
    values: Values | None = None
    confidence: float = 1.0
    verdict: Verdict | None = None
    memos: tuple[str, ...] = ()
    read: bool = False

    @property
    def interview(self) -> str:
        """The id of its interview."""
        return self.anchor.interview

    @property
    def spot(self) -> Spot:
        """Its passage."""
        return self.interview, self.segment

    @property
    def key(self) -> Key:
        """What tells it from every other item."""
        return self.interview, self.segment, self.about

    @property
    def decided(self) -> bool:
        """Whether the person is done with it."""
        return self.read or self.verdict is not None

    @property
    def says(self) -> tuple[str, Holder] | None:
        """The (code, holder) that it puts on its passage now; None where it puts none."""
        left_out = self.read and self.verdict is None
        if self.values is None or self.verdict is Verdict.REJECT or left_out:
            return None
        return self.values.code, self.values.holder


def values_of(coding: Coding) -> Values:
    """What a coding says of its passage."""
    return Values(
        code=coding.code,
        stance=coding.stance,
        status=coding.status,
        actor=coding.actor,
        holder=coding.holder,
        prompted=coding.prompted,
    )


def items_of(
    codings: Sequence[Coding],
    segments: Sequence[Segment],
    interviews: Sequence[Interview],
    laid: Laid,
) -> tuple[Item, ...]:
    """The program's codings and those that the person added, with what the person decided.

    `laid` is what comes of this person's decisions over these codings. In the order of the texts.
    """
    texts = {one.id: one.text for one in interviews}
    bare = {
        (one.interview, one.number): _passage(one, texts[one.interview])
        for one in segments
        if one.interview in texts
    }
    found: dict[Key, Item] = {}
    for coding in codings:
        if passage := bare.get((coding.interview, coding.segment)):
            item = _of_coding(coding, passage)
            found[item.key] = item
    for one in laid.decided:
        passage = bare[one.segment.interview, one.segment.number]
        item = _with_verdict(one, passage, found)
        if item.found or item.says:
            found[item.key] = item
    order = {one.id: number for number, one in enumerate(interviews)}
    ranked = sorted(found.values(), key=lambda item: (order[item.interview], item.segment))
    return _noted(ranked, laid)


def passages_of(
    segments: Sequence[Segment], interviews: Sequence[Interview], laid: Laid
) -> tuple[Item, ...]:
    """Each passage bare, to be coded by a person alone, and behind it what they coded there."""
    texts = {one.id: one.text for one in interviews}
    coded: dict[Spot, list[Item]] = defaultdict(list)
    for item in items_of((), segments, interviews, laid):
        coded[item.spot].append(item)
    bare = [_passage(one, texts[one.interview]) for one in segments if one.interview in texts]
    return tuple(item for passage in _noted(bare, laid) for item in (passage, *coded[passage.spot]))


def _passage(segment: Segment, text: str) -> Item:
    anchor = anchor_of(text, segment.interview, segment.start, segment.end)
    return Item(anchor, segment.number)


def _of_coding(coding: Coding, passage: Item) -> Item:
    values = values_of(coding)
    return replace(
        passage,
        about=(coding.code, coding.holder),
        found=values,
        values=values,
        confidence=coding.confidence,
    )


def _with_verdict(one: Decided, passage: Item, found: Mapping[Key, Item]) -> Item:
    """The item that a decision is about, as it stands after that decision."""
    decision = one.decision
    values = decision.values
    about = decision.about or ((values.code, values.holder) if values else None)
    item = found.get((*passage.spot, about)) or replace(passage, about=about)
    return replace(item, values=values or item.values, verdict=decision.verdict)


def _noted(items: Iterable[Item], laid: Laid) -> tuple[Item, ...]:
    """The items with the memos on their passages, and whether those were read whole."""
    memos: dict[Spot, list[str]] = defaultdict(list)
    for one in laid.memos:
        memos[one.segment.interview, one.segment.number].append(one.decision.memo)
    read = {(one.segment.interview, one.segment.number) for one in laid.read}
    return tuple(
        replace(item, memos=tuple(memos[item.spot]), read=item.spot in read) for item in items
    )
