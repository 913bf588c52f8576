"""One interview as the coder reads it: its segments, what each does, and the themes in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sensecli.coding.clauses import Clause, clauses, reach
from sensecli.coding.cues import CueMatcher, Hit
from sensecli.coding.exchange import Move, moves
from sensecli.coding.language import ModelName, parse
from sensecli.model import Code, Codebook, Interview, Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Theme:
    """A code seen in a segment, at `spans` of its text.

    By its own cues, or carried over from the segment with index `carried_from`, which it answers.
    """

    code: Code
    spans: tuple[tuple[int, int], ...]
    cue: str
    carried_from: int | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """Segments, moves and themes by index; a parse for each segment that has or answers a theme."""

    interview: Interview
    segments: tuple[Segment, ...]
    moves: tuple[Move, ...]
    themes: tuple[tuple[Theme, ...], ...]
    docs: "Mapping[int, Doc]"

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
) -> Talk:
    """Find the themes of every segment and parse those that have or answer any."""
    codes = {code.id: code for code in codebook.leaves}
    themes = tuple(_themes(matcher(segment.text), codes) for segment in segments)
    steps = moves(segments)
    read = [
        index
        for index, found in enumerate(themes)
        if found or any(themes[at] for at in steps[index].to)
    ]
    docs = parse((segments[index].text for index in read), model=model)
    return Talk(
        interview=interview,
        segments=tuple(segments),
        moves=steps,
        themes=themes,
        docs=dict(zip(read, docs, strict=True)),
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
