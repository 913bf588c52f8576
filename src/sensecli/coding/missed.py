"""What did the codebook miss: passages where something is wanted, done or failing, uncoded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sensecli.coding.clauses import clauses
from sensecli.coding.exchange import moves
from sensecli.coding.rulebook import rulebook
from sensecli.model import Coding, Holder, Interview, Missed, Segment, Speaker, Status

SHOWN = 8
# Enough words to say what it is about; no more than a reader takes in at a glance.
_FEWEST, _MOST = 7, 45
_CLAUSES = 3
# What is failing or wanted tells more about a missing code than what is planned or running.
_TELLING = (
    Status.INACTION,
    Status.STALLED,
    Status.ASPIRATION,
    Status.COMMITMENT,
    Status.INTENTION,
    Status.DONE,
    Status.UNDERWAY,
)


@dataclass(frozen=True, slots=True)
class MissedPassages:
    """The most telling few, and how many there are in all."""

    shown: tuple[Missed, ...]
    total: int


def missed(
    segments: Sequence[Segment], codings: Sequence[Coding], interviews: Sequence[Interview]
) -> MissedPassages:
    """Passages of leaders with a clear status and no coding; at most one an interview is shown."""
    coded = {(coding.interview, coding.segment) for coding in codings}
    by_id = {interview.id: interview for interview in interviews}
    found = [
        Missed(s.interview, s.start, s.end, by_id[s.interview].place(s.start), s.text, status)
        for s in _leaders_own(segments)
        if (s.interview, s.number) not in coded
        and _FEWEST <= len(s.text.split()) <= _MOST
        and (status := _clear_status(s.text)) is not None
    ]
    return MissedPassages(_shown(found), len(found))


def merged(parts: Iterable[MissedPassages]) -> MissedPassages:
    """What all the parts miss together; no interview is in two of them."""
    parts = tuple(parts)
    shown = _shown(passage for part in parts for passage in part.shown)
    return MissedPassages(shown, sum(part.total for part in parts))


def _shown(passages: Iterable[Missed]) -> tuple[Missed, ...]:
    ranked = sorted(passages, key=lambda m: (_TELLING.index(m.status), m.interview, m.start))
    first_of_each: dict[str, Missed] = {}
    for passage in ranked:
        first_of_each.setdefault(passage.interview, passage)
    return tuple(first_of_each.values())[:SHOWN]


def _leaders_own(segments: Sequence[Segment]) -> list[Segment]:
    by_interview: dict[str, list[Segment]] = {}
    for segment in segments:
        by_interview.setdefault(segment.interview, []).append(segment)
    return [
        segment
        for group in by_interview.values()
        for segment, move in zip(group, moves(group), strict=True)
        if segment.speaker in {Speaker.LEADER, Speaker.NOTES}
        and move.holder is Holder.LEADER
        and not segment.text.rstrip().endswith("?")
    ]


def _clear_status(text: str) -> Status | None:
    """The status that the signs of a passage agree on; None where there is none or they differ."""
    said = {Status(sign.says) for sign in rulebook("status").signs(text)}
    if len(said) != 1 or len(clauses(text)) > _CLAUSES:
        return None
    return said.pop()
