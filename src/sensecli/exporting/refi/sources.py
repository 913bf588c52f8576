"""Interviews as REFI-QDA text sources: the text, and each coding as a selection of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sensecli.exporting.masking import Names, relocated
from sensecli.exporting.refi.codes import attribute_guids, code_guid
from sensecli.exporting.refi.fields import described
from sensecli.exporting.refi.xml import add, element, guid, refer
from sensecli.model import Coding, Decided, Interview


@dataclass(frozen=True, slots=True)
class Source:
    """An interview's text as it is written, and where offsets of the text as read went."""

    guid: str
    text: str
    offset: Callable[[int], int]

    @property
    def file(self) -> str:
        """The name of its file in the archive's `sources` folder."""
        return f"{self.guid}.txt"


def source(interview: Interview, names: Names) -> Source:
    """The text without names where the interview's own file and name are masked, else as read."""
    # Masking sets an interview's source to its id; an interview that happens to be read from such
    # a file would be masked too, which gives nobody away.
    moved = relocated(interview.text, names if interview.source == interview.id else ())
    # Half a surrogate pair cannot be written; "?" in its place leaves the offsets as they are.
    text = moved.text.encode(errors="replace").decode()
    return Source(guid("source", interview.id, text), text, moved.offset)


def source_element(
    interview: Interview,
    written: Source,
    selections: Iterable[Element],
    values: Iterable[Element],
    *,
    user: str,
) -> Element:
    """The interview with what was selected in it, then its attributes."""
    made = element(
        "TextSource",
        guid=written.guid,
        name=interview.id,
        plainTextPath=f"internal://{written.file}",
        creatingUser=user,
    )
    made.extend(selections)
    made.extend(values)
    return made


def selection_element(
    coding: Coding,
    written: Source,
    codebook: str,
    users: Mapping[str, str],
    notes: Iterable[str] = (),
) -> Element:
    """One coding: a selection with its theme and one value of each attribute, quoted in its name.

    A segment with two codings gives two selections, so that it stays clear which stance, status,
    actor and holder go with which theme. `notes` are the ids of those on it.
    """
    start, end = written.offset(coding.start), written.offset(coding.end)
    own = guid(
        "selection", written.guid, coding.segment, start, end, coding.code, coding.holder,
        coding.coder,
    )  # fmt: skip
    user = users[coding.coder]
    made = element(
        "PlainTextSelection",
        guid=own,
        name=written.text[start:end],
        startPosition=str(start),
        endPosition=str(end),
        creatingUser=user,
    )
    add(made, "Description", _memo(coding))
    for code in (code_guid(codebook, coding.code), *attribute_guids(coding)):
        given = add(made, "Coding", guid=guid("coding", own, code), creatingUser=user)
        refer(given, "CodeRef", code)
    for note in notes:
        refer(made, "NoteRef", note)
    return made


def remarked_element(memo: Decided, written: Source, note: str, *, user: str) -> Element:
    """A passage without that coding on which there is a memo: a selection with its note alone."""
    start, end = written.offset(memo.segment.start), written.offset(memo.segment.end)
    made = element(
        "PlainTextSelection",
        guid=guid("remarked", written.guid, start, end, note),
        name=written.text[start:end],
        startPosition=str(start),
        endPosition=str(end),
        creatingUser=user,
    )
    refer(made, "NoteRef", note)
    return made


def note_element(memo: Decided, note: str, *, user: str) -> Element:
    """A memo as a note, with who wrote it and when."""
    made = element(
        "Note",
        guid=note,
        name=f"Memo {memo.segment.interview}:{memo.segment.number}",
        creatingUser=user,
        creationDateTime=memo.decision.time,
    )
    add(made, "PlainTextContent", memo.decision.memo)
    return made


def note_guid(memo: Decided) -> str:
    """The id of a memo's note.

    Of what is shown of it alone: by the decision's own id, which is of the text as read, whoever
    guesses a name that is left out could see that it is right.
    """
    decision = memo.decision
    where = (memo.segment.interview, memo.segment.number)
    return guid("note", *where, decision.coder, decision.time, decision.memo)


def _memo(coding: Coding) -> str:
    """Why the segment was coded so: what called for it, what decided, and how sure."""
    return described(
        (
            ("Cue", coding.cue),
            ("Example", coding.example),
            ("Rule", coding.rule),
            ("Confidence", f"{coding.confidence:.4g}"),
            ("Segment", str(coding.segment)),
            ("Speaker", str(coding.speaker)),
        )
    )
