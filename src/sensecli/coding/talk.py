"""One interview as the coder reads it: its segments, what each does, and the themes in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sensecli.coding.clauses import Clause, clauses, reach
from sensecli.coding.cues import CueMatcher, Hit
from sensecli.coding.exchange import Move, moves
from sensecli.coding.language import ModelName, parse
from sensecli.coding.likeness import Likely, Likeness, likely, manner_of, nearest
from sensecli.coding.parsed import Parsed
from sensecli.model import Code, Codebook, Interview, Segment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
    manner: "Mapping[int, tuple[NDArray[np.float32], NDArray[np.float32]]] | None" = None

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


def read_talk(
    interview: Interview,
    segments: Sequence[Segment],
    codebook: Codebook,
    *,
    matcher: CueMatcher,
    model: ModelName,
    likeness: Likeness | None = None,
    least: float | None = None,
) -> Talk:
    """Find the themes of every segment and parse those that have or answer any.

    By cues alone where there is no `likeness`; else a theme is there from the likelihood `least`,
    which the likeness sets where it is None.
    """
    codes = {code.id: code for code in codebook.leaves}
    themes = tuple(_themes(matcher(segment.text), codes) for segment in segments)
    if likeness and segments:
        counts = [{t.code.id: len(set(t.spans)) for t in found} for found in themes]
        read = likely(likeness, segments, counts)
        themes = _likely_themes(themes, read, codes, likeness, least)
    steps = moves(segments)
    parsed = [
        index
        for index, found in enumerate(themes)
        if found or any(themes[at] for at in steps[index].to)
    ]
    docs = parse((segments[index].text for index in parsed), model=model)
    manner = manner_of(likeness, segments, parsed) if likeness else None
    return Talk(
        interview=interview,
        segments=tuple(segments),
        moves=steps,
        themes=themes,
        docs=dict(zip(parsed, docs, strict=True)),
        manner=manner,
    )


def _themes(hits: Sequence[Hit], codes: Mapping[str, Code]) -> tuple[Theme, ...]:
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.code, []).append(hit)
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
    least: float | None,
) -> tuple[tuple[Theme, ...], ...]:
    """The themes that are likely enough; what the cues say is part of the evidence."""
    least = likeness.joining.least if least is None else least
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
