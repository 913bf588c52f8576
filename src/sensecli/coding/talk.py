"""One interview as the coder reads it: its segments, what each does, and the themes in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sensecli.coding.case import Case
from sensecli.coding.clauses import Clause, clauses, reach
from sensecli.coding.cued import cued
from sensecli.coding.cues import Hit
from sensecli.coding.exchange import Move, moves
from sensecli.coding.language import parse
from sensecli.coding.likeness import Likely, Likeness, likely, manner_of, nearest
from sensecli.coding.parsed import Parsed
from sensecli.coding.tools import Tools
from sensecli.model import Code, Interview, Segment

if TYPE_CHECKING:
    from sensecli.coding.likeness import Manner


@dataclass(frozen=True, slots=True)
class Theme:
    """A code seen in a segment, at `spans` of its text.

    By its own cues, by its likeness to written examples (`cued` is false and `spans` is empty), or
    carried over from the segment with index `carried_from`, which it answers. `example` is the
    example of the code that is nearest; `likelihood` is None where cues alone decide.
    """

    code: Code
    spans: tuple[tuple[int, int], ...]
    cue: str
    carried_from: int | None = None
    likelihood: float | None = None
    example: str = ""
    cued: bool = True


@dataclass(frozen=True, slots=True)
class Talk:
    """Segments, moves and themes by index; a parse for each segment that has or answers a theme.

    `manner` has two vectors of each such segment, alone and with the one before; None without an
    encoder.
    """

    interview: Interview
    segments: tuple[Segment, ...]
    moves: tuple[Move, ...]
    themes: tuple[tuple[Theme, ...], ...]
    docs: Mapping[int, Parsed]
    manner: "Mapping[int, Manner] | None" = None

    def theme(self, index: int, code_id: str) -> Theme:
        """The theme of that code in that segment; StopIteration where it is not there."""
        return next(theme for theme in self.themes[index] if theme.code.id == code_id)

    def put(self, index: int) -> frozenset[str]:
        """The codes that were put to the leader in what the segment answers."""
        answered = (at for at in self.moves[index].to if at != index)
        return frozenset(theme.code.id for at in answered for theme in self.themes[at])

    def parts(self, index: int, theme: Theme) -> tuple[Clause, ...]:
        """The clauses of the segment that speak of that theme."""
        others = [
            span
            for other in self.themes[index]
            if other.code.id != theme.code.id
            for span in other.spans
            if span not in theme.spans
        ]
        return reach(clauses(self.segments[index].text), theme.spans, others)


@dataclass(frozen=True, slots=True)
class Heard:
    """One interview before anything of it is parsed: its segments, moves and themes."""

    interview: Interview
    segments: tuple[Segment, ...]
    moves: tuple[Move, ...]
    themes: tuple[tuple[Theme, ...], ...]

    @property
    def telling(self) -> tuple[int, ...]:
        """The indices of the segments that have or answer a theme: what is parsed."""
        return tuple(
            index
            for index, found in enumerate(self.themes)
            if found or any(self.themes[at] for at in self.moves[index].to)
        )


def hear(cases: Sequence[Case], tools: Tools) -> tuple[Heard, ...]:
    """Find the themes of every segment: by cues alone, or by all evidence where there is any."""
    codes = {code.id: code for code in tools.codebook.leaves}
    talks = [segments for _, segments in cases]
    found = cued(talks, tools)
    themes = [tuple(_themes(hits, codes) for hits in one) for one in found]
    if likeness := tools.likeness:
        counts = [[{t.code.id: len(set(t.spans)) for t in seen} for seen in one] for one in themes]
        least = likeness.joining.least if tools.least is None else tools.least
        read = likely(likeness, talks, counts, least=least, store=tools.store)
        themes = [
            _likely_themes(one, seen, codes, likeness, least)
            for one, seen in zip(themes, read, strict=True)
        ]
    return tuple(
        Heard(interview, tuple(segments), moves(segments), seen)
        for (interview, segments), seen in zip(cases, themes, strict=True)
    )


def read_talks(heard: Sequence[Heard], tools: Tools) -> tuple[Talk, ...]:
    """Parse what has or answers a theme, and read how it is said."""
    wanted = [one.telling for one in heard]
    texts = [
        one.segments[index].text
        for one, places in zip(heard, wanted, strict=True)
        for index in places
    ]
    docs = parse(texts, model=tools.model, store=tools.store if tools.folder else None)
    parsed = [{index: next(docs) for index in places} for places in wanted]
    manner: Sequence[Mapping[int, Manner] | None] = [None] * len(heard)
    if likeness := tools.likeness:
        talks = [one.segments for one in heard]
        manner = manner_of(likeness, talks, wanted, store=tools.store)
    return tuple(
        Talk(one.interview, one.segments, one.moves, one.themes, own, said)
        for one, own, said in zip(heard, parsed, manner, strict=True)
    )


def _themes(found: Mapping[str, Sequence[Hit]], codes: Mapping[str, Code]) -> tuple[Theme, ...]:
    return tuple(
        Theme(code, tuple((hit.start, hit.end) for hit in found[id_]), found[id_][0].cue)
        for id_, code in codes.items()
        if id_ in found
    )


def _likely_themes(
    cued: Sequence[Sequence[Theme]],
    read: Likely,
    codes: Mapping[str, Code],
    likeness: Likeness,
    least: float,
) -> tuple[tuple[Theme, ...], ...]:
    """The themes that are likely enough; what the cues say is part of the evidence."""
    return tuple(
        tuple(_taken(found, index, read, codes, likeness, least))
        for index, found in enumerate(cued)
    )


def _taken(
    found: Sequence[Theme],
    index: int,
    read: Likely,
    codes: Mapping[str, Code],
    likeness: Likeness,
    least: float,
) -> Iterator[Theme]:
    by_code = {theme.code.id: theme for theme in found}
    for place in (read.likelihood[index] >= least).nonzero()[0]:
        code_id, sure = read.codes[place], round(float(read.likelihood[index, place]), 2)
        example = nearest(likeness, code_id, read.vectors[index])
        if code_id in by_code:
            yield replace(by_code[code_id], likelihood=sure, example=example)
        else:
            cue = f"like: {example}" if example else "like its proposition"
            yield Theme(codes[code_id], (), cue, likelihood=sure, example=example, cued=False)
