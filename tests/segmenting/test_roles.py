"""Labels of a transcript as words for a role."""

from sensecli.model import Interview
from sensecli.segmenting import role_places, segment_interview

TALK = """\
Ros Kettering: What matters here?

Jane Penhale: People do, and they always did. We say so each week.

Tom Reed: I only take the notes, and they are long. Nobody reads what is in them at all.

Ros Kettering: And the money?

Jane Penhale: There is none.
"""


def _interview(text: str) -> Interview:
    return Interview("L01", "L01", text, name="Jane Penhale", interviewer="Ros Kettering")


def _roles(text: str) -> str:
    interview = _interview(text)
    for start, end, role in reversed(role_places(interview, segment_interview(interview))):
        text = text[:start] + role + text[end:]
    return text


def test_a_label_is_written_as_its_speakers_role() -> None:
    heads = [line.partition(":")[0] for line in _roles(TALK).splitlines() if line]
    assert heads == ["Interviewer", "Leader", "Speaker 1", "Interviewer", "Leader"]


def test_the_same_speakers_are_told_again() -> None:
    before = segment_interview(_interview(TALK)).segments
    after = segment_interview(Interview("L01", "L01", _roles(TALK))).segments
    assert [(one.speaker, one.text) for one in before] == [(one.speaker, one.text) for one in after]


def test_a_label_that_is_a_role_stays() -> None:
    assert (
        _roles("INT: Why?\n\nR: Because.\n\nINT: Oh?\n") == "INT: Why?\n\nR: Because.\n\nINT: Oh?\n"
    )


def test_two_interviewers_are_numbered() -> None:
    talk = "INT: Why?\n\nInterviewer: And how?\n\nRos Kettering: When?\n\nJane Penhale: Now.\n"
    assert "Interviewer 2: When?" in _roles(talk)


def test_notes_have_no_labels() -> None:
    notes = _interview("Met Jane Penhale. She said: people.\n")
    assert role_places(notes, segment_interview(notes)) == ()
