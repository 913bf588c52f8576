"""Interview -> Segments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sensecli.model import Interview, Notice, Segment, Speaker
from sensecli.segmenting.sentences import sentences
from sensecli.segmenting.speakers import Talk, roles
from sensecli.segmenting.turns import Stretch, stretches


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
    known = [*leader, *interviewer, interview.name, interview.interviewer]
    found, transcript = stretches(interview, [name for name in known if name])
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


def _spans(text: str, stretch: Stretch) -> Iterator[tuple[int, int]]:
    if stretch.bullet:
        yield stretch.start, stretch.end
        return
    for start, end in sentences(text[stretch.start : stretch.end]):
        yield stretch.start + start, stretch.start + end


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
