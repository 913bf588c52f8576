"""Interview -> Segments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sensecli.model import Interview, Notice, Segment, Speaker
from sensecli.segmenting.sentences import sentences
from sensecli.segmenting.speakers import Talk, roles
from sensecli.segmenting.turns import Stretch, stretches

_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Segmented:
    """An interview's segments in order, and what should be known of how speakers were told.

    `labels` are the labels of a transcript, each with its speaker; none in notes.
    """

    segments: tuple[Segment, ...]
    transcript: bool
    labels: tuple[tuple[str, Speaker], ...] = ()
    notices: tuple[Notice, ...] = ()


def segment_interview(
    interview: Interview, *, leader: Sequence[str] = (), interviewer: Sequence[str] = ()
) -> Segmented:
    """Cut an interview into sentences, bullets and lines, each with its speaker.

    `leader` and `interviewer` are labels or names that the user settles. Notes have no turns:
    every segment is the note-taker's, writing about the leader.
    """
    found, transcript = stretches(interview, known_speakers(interview, leader, interviewer))
    spans = [(stretch, span) for stretch in found for span in _spans(interview.text, stretch)]
    if not transcript:
        return Segmented(tuple(_numbered(interview, spans, {})), transcript=False)
    who, sure = roles(
        interview, _talk(interview.text, spans), leader=leader, interviewer=interviewer
    )
    notices = () if sure else (_guessed(interview, who),)
    return Segmented(
        tuple(_numbered(interview, spans, who)),
        transcript=True,
        labels=tuple(who.items()),
        notices=notices,
    )


def known_speakers(
    interview: Interview, leader: Sequence[str] = (), interviewer: Sequence[str] = ()
) -> tuple[str, ...]:
    """Who surely speaks: whom the user settles, and the interview's attributes."""
    known = (*leader, *interviewer, interview.name, interview.interviewer)
    return tuple(name for name in known if name)


def _spans(text: str, stretch: Stretch) -> Iterator[tuple[int, int]]:
    if stretch.bullet:
        yield from _pieces(text, stretch.start, stretch.end)
        return
    for start, end in sentences(text[stretch.start : stretch.end]):
        yield from _pieces(text, stretch.start + start, stretch.start + end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch whole, or cut between words where it is longer than any sentence.

    What is parsed at once takes memory by its length: a text without full stops would take it all.
    """
    while end - start > _LONGEST:
        cut = start + _LONGEST
        at_word = max(text.rfind(space, start, cut) for space in " \t\n")
        low = at_word if at_word > start + _LONGEST // 2 else cut
        yield start, start + len(text[start:low].rstrip())
        start = low
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end


def _talk(text: str, spans: Sequence[tuple[Stretch, tuple[int, int]]]) -> dict[str, Talk]:
    talk: dict[str, Talk] = {}
    for stretch, (start, end) in spans:
        if stretch.label is None:
            continue
        said = text[start:end]
        before = talk.get(stretch.label, Talk(0, 0, 0))
        talk[stretch.label] = Talk(
            before.words + len(said.split()),
            before.sentences + 1,
            before.questions + said.rstrip("\"'”’)").endswith("?"),
        )
    return talk


def _numbered(
    interview: Interview,
    spans: Sequence[tuple[Stretch, tuple[int, int]]],
    who: dict[str, Speaker],
) -> Iterator[Segment]:
    for number, (stretch, (start, end)) in enumerate(spans, start=1):
        if not who:
            speaker = Speaker.NOTES
        elif stretch.label is None:
            # What stands before the first turn was written by whoever held the interview.
            speaker = Speaker.INTERVIEWER
        else:
            speaker = who[stretch.label]
        yield Segment(
            interview.id,
            number,
            start,
            end,
            interview.text[start:end],
            speaker,
            stretch.turn,
            stretch.bullet,
        )


def _guessed(interview: Interview, who: dict[str, Speaker]) -> Notice:
    leaders = sum(speaker is Speaker.LEADER for speaker in who.values())
    found = "the one who asks least was taken for the leader" if leaders else "no leader was found"
    return Notice(f"{interview.id}: {found}; settle it with --leader or --interviewer")
