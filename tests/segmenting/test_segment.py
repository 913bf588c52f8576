"""Interviews as segments, each with its speaker."""

import pytest

from sensecli.model import Interview, Speaker
from sensecli.segmenting import segment_interview
from tests.builders import an_interview

LEADER, ASKER, OTHER, NOTES = (
    Speaker.LEADER,
    Speaker.INTERVIEWER,
    Speaker.OTHER,
    Speaker.NOTES,
)


def said(text: str, *, name: str = "") -> list[tuple[Speaker, str]]:
    interview = an_interview(text=text, name=name)
    return [(s.speaker, s.text) for s in segment_interview(interview).segments]


CONVENTIONS = {
    "names": "Ros Hale: How are things?\n\nJo Beck: We are full. Nobody rests.\n\n"
    "Ros Hale: And then?",
    "roles": "INT: How are things?\nR: We are full. Nobody rests.\nINT: And then?",
    "letters": "Q. How are things?\n\nA. We are full. Nobody rests.\n\nQ. And then?",
    "numbered letters": "Q1. How are things?\n\nA1. We are full. Nobody rests.\n\nQ2. And then?",
    "stamped": "[00:00:04] Ros Hale: How are things?\n\n[00:00:09] Jo Beck: We are full. "
    "Nobody rests.\n\n[00:01:00] Ros Hale: And then?",
    "bold": "**Ros Hale:** How are things?\n\n**Jo Beck:** We are full. Nobody rests.\n\n"
    "**Ros Hale:** And then?",
    "own line": "Ros Hale  0:03\nHow are things?\n\nJo Beck  0:11\nWe are full. Nobody rests.\n\n"
    "Ros Hale  1:02\nAnd then?",
    "older Teams": "0:0:0.0 --> 0:0:2.0\nRos Hale\nHow are things?\n\n0:0:3.0 --> 0:0:8.250\n"
    "Jo Beck\nWe are full. Nobody rests.\n\n0:0:9.0 --> 0:0:10.0\nRos Hale\nAnd then?",
    "ATLAS.ti": "#00:00:04.0# Ros Hale: How are things?\n\n#00:00:09.5# Jo Beck: We are full. "
    "Nobody rests. #00:00:12.1#\n\nRos Hale: And then?",
}


@pytest.mark.parametrize("text", CONVENTIONS.values(), ids=CONVENTIONS.keys())
def test_every_label_convention_tells_who_speaks(text: str) -> None:
    assert said(text, name="Jo Beck") == [
        (ASKER, "How are things?"),
        (LEADER, "We are full."),
        (LEADER, "Nobody rests."),
        (ASKER, "And then?"),
    ]


def test_without_attributes_the_one_who_asks_is_the_interviewer() -> None:
    text = CONVENTIONS["names"]
    assert [speaker for speaker, _ in said(text)] == [ASKER, LEADER, LEADER, ASKER]


def test_the_user_settles_who_leads() -> None:
    interview = an_interview(text=CONVENTIONS["names"])
    cut = segment_interview(interview, leader=["Ros Hale"], interviewer=["Jo Beck"])
    assert [s.speaker for s in cut.segments] == [LEADER, ASKER, ASKER, LEADER]


def test_a_leader_who_had_to_be_guessed_is_said() -> None:
    notices = segment_interview(an_interview(text=CONVENTIONS["names"])).notices
    assert "--leader" in str(notices[0])


def test_notes_have_no_turns_and_are_the_note_takers() -> None:
    text = "She felt stretched. Action: JS to email.\n\nPlan: pilot huddles in May.\n"
    assert {speaker for speaker, _ in said(text)} == {NOTES}


def test_a_bullet_is_one_segment_with_two_sentences_in_it() -> None:
    assert said("- Full. Nobody rests.\n- Wants time\n") == [
        (NOTES, "Full. Nobody rests."),
        (NOTES, "Wants time"),
    ]


def test_a_bullet_goes_on_in_the_indented_line_below() -> None:
    assert said("- Wants time\n  to think\n- Tired\n") == [
        (NOTES, "Wants time\n  to think"),
        (NOTES, "Tired"),
    ]


@pytest.mark.parametrize("heading", ["## Views", "VIEWS AND BACKGROUND", "[The witness withdrew]"])
def test_headings_are_no_segments(heading: str) -> None:
    assert said(f"{heading}\n\nShe is tired.\n") == [(NOTES, "She is tired.")]


def test_a_paragraph_broken_at_a_margin_is_read_as_one() -> None:
    text = (
        "She told me that the clinic had been promised a room in the spring and\n"
        "that it was still waiting for one in the autumn. The physios had given\n"
        "up asking.\n"
    )
    assert [t.replace("\n", " ") for _, t in said(text)] == [
        (
            "She told me that the clinic had been promised a room in the spring and "
            "that it was still waiting for one in the autumn."
        ),
        "The physios had given up asking.",
    ]


def test_an_annotation_is_not_part_of_its_bullet() -> None:
    text = "- We are stretched every day.  <!-- code: capacity endorse none -->\n"
    assert said(text) == [(NOTES, "We are stretched every day.")]


def test_a_third_speaker_who_does_not_ask_is_other() -> None:
    text = (
        "INT: How are things?\n\nR: We are full and have been since May of last year.\n\n"
        "Deputy Hart: I would add that the beds went, and the staff went with them.\n\n"
        "INT: Really?\n\nDeputy Hart: Every single one of them left us in the spring.\n"
    )
    assert OTHER in {speaker for speaker, _ in said(text)}


def test_front_matter_is_no_talk_but_keeps_its_offsets() -> None:
    text = "---\nid: L01\n---\nShe is tired.\n"
    interview = Interview(id="L01", leader="L01", text=text, body=16)
    (segment,) = segment_interview(interview).segments
    assert text[segment.start : segment.end] == segment.text == "She is tired."


def test_offsets_count_code_points() -> None:
    text = "- 😀 café is shut\n- Tired\n"
    interview = an_interview(text=text)
    for segment in segment_interview(interview).segments:
        assert text[segment.start : segment.end] == segment.text


def test_what_never_ends_is_cut_between_words() -> None:
    said = "we trust each other and " * 500
    segments = segment_interview(an_interview(text=said)).segments
    assert max(len(one.text) for one in segments) <= 2_000
    assert " ".join(one.text for one in segments) == said.strip()


def test_a_word_that_never_ends_is_cut_in_itself() -> None:
    segments = segment_interview(an_interview(text="trust" * 1_000)).segments
    assert "".join(one.text for one in segments) == "trust" * 1_000
    assert len(segments) == 3
