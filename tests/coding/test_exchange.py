"""What each segment does in the talk."""

import pytest

from sensecli.coding.exchange import (
    Answer,
    Move,
    Question,
    agrees_with,
    asks_whether_done,
    asks_yes_or_no,
    moves,
    question,
)
from sensecli.model import Holder
from sensecli.segmenting import segment_interview
from tests.builders import an_interview


def made(text: str) -> tuple[Move, ...]:
    return moves(segment_interview(an_interview(text=text)).segments)


def noted(*bullets: str) -> tuple[Move, ...]:
    return made("".join(f"- {bullet}\n" for bullet in bullets))


def answer_to(asked: str, answer: str) -> Move:
    """The first move of an answer."""
    return next(m for m in made(f"INT: {asked}\nR: {answer}\n") if m.holder is Holder.LEADER)


def test_there_is_a_move_for_every_segment() -> None:
    assert len(made("INT: How are you? Well?\nR: Tired. Busy. And you?\n")) == 5


def test_nothing_said_makes_no_moves() -> None:
    assert moves(()) == ()


def test_a_turn_is_its_speakers() -> None:
    assert [m.holder for m in made("INT: How are you?\nR: Tired.\n")] == [
        Holder.INTERVIEWER,
        Holder.LEADER,
    ]


def test_a_third_speaker_holds_views_as_another() -> None:
    text = (
        "INT: How are things?\n\nR: We are full and have been since May of last year.\n\n"
        "Deputy Hart: I would add that the beds went, and the staff went with them.\n\n"
        "INT: Really?\n\nDeputy Hart: Every single one of them left us in the spring.\n"
    )
    assert [m.holder for m in made(text)][2] is Holder.OTHER


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("What about training?", Question.OPEN),
        ("And how is that going?", Question.OPEN),
        ("That work was never completed, was it?", Question.LEADING),
        ("Do you agree that it is too long?", Question.LEADING),
        ("So people matter most?", Question.LEADING),
        ("The boats were laid up in June?", Question.LEADING),
        ("Should the porters not have been told?", Question.LEADING),
        ("What you mean is that it leaked?", Question.LEADING),
        ("So did the drivers get a room?", Question.YES_NO),
        ("Would you say that it is busy?", Question.YES_NO),
        ("What grew there, then?", Question.OPEN),
        ("Is it money?", Question.YES_NO),
        ("Have you asked the nurses?", Question.YES_NO),
        ("I keep saying that people matter.", Question.STATEMENT),
        ("Tell me about training.", Question.STATEMENT),
    ],
)
def test_what_the_interviewer_says_is_of_its_kind(asked: str, kind: Question) -> None:
    assert question(asked) is kind


@pytest.mark.parametrize("close", ['"', "'", "”", "’", ")", ' " '])
def test_a_question_mark_in_quotes_still_asks(close: str) -> None:
    assert question(f"Is it money?{close}") is Question.YES_NO


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("Yes, entirely.", Answer.AGREE),
        ("I don't disagree.", Answer.AGREE),
        ("Not a chance.", Answer.DISAGREE),
        ("I don't buy that.", Answer.DISAGREE),
        ("You must be joking.", Answer.DISAGREE),
        ("With a heavy heart, yes.", Answer.AGREE),
        ("But who would pay?", Answer.DISAGREE),
        ("We talk about the weather.", Answer.OWN_WORDS),
    ],
)
def test_an_answer_is_told_by_how_it_opens(answer: str, kind: Answer) -> None:
    assert answer_to("People matter.", answer).answer is kind


def test_an_answer_knows_all_that_was_put_just_before() -> None:
    assert answer_to("People matter. Money does not. Does it?", "No.").to == (0, 1, 2)


def test_a_short_yes_is_bare() -> None:
    assert answer_to("People matter.", "Yes, entirely.").bare


def test_a_yes_with_much_of_its_own_is_not_bare() -> None:
    answer = "Yes, and I have told the board so every month since the day that I came here."
    assert not answer_to("People matter.", answer).bare


def test_ones_own_words_are_not_bare() -> None:
    assert not answer_to("People matter.", "We talk.").bare


def test_what_follows_a_yes_in_its_turn_still_agrees() -> None:
    _, yes, more, _ = made("INT: People matter.\nR: Yes.\nR: They are tired. They go.\n")
    assert (yes.answer, more.answer) == (Answer.AGREE, Answer.AGREE)


def test_what_comes_late_in_a_turn_is_no_answer() -> None:
    *_, late = made("INT: People matter.\nR: Yes. They do. And the roof leaks.\n")
    assert (late.answer, late.to) == (None, ())


def test_who_speaks_first_answers_nothing() -> None:
    assert made("R: Yes, entirely.\nINT: Well?\nR: No.\n")[0].answer is None


@pytest.mark.parametrize(
    "note",
    [
        "I put it to her that people matter.",
        "Told him that people matter",
        "My point was that people matter.",
        "I suggested that people matter.",
    ],
)
def test_a_pitch_in_a_note_is_the_interviewers(note: str) -> None:
    (move,) = noted(note)
    assert (move.holder, move.pitch, move.answer) == (Holder.INTERVIEWER, True, None)


@pytest.mark.parametrize("note", ["I met her in the canteen.", "He told me that people matter."])
def test_a_note_that_only_tells_is_no_pitch(note: str) -> None:
    (move,) = noted(note)
    assert (move.holder, move.pitch) == (Holder.LEADER, False)


@pytest.mark.parametrize(
    ("note", "answer", "holder"),
    [
        ("I said that people matter, and he agreed.", Answer.AGREE, Holder.LEADER),
        ("I said that people matter, and he was not convinced.", Answer.DISAGREE, Holder.LEADER),
        ("I said that people matter. A smile.", Answer.COURTESY, Holder.INTERVIEWER),
    ],
)
def test_a_pitch_with_its_answer_is_held_by_who_took_a_view(
    note: str, answer: Answer, holder: Holder
) -> None:
    (move,) = noted(note)
    assert (move.pitch, move.answer, move.holder) == (True, answer, holder)


def test_where_the_answer_to_a_pitch_begins_is_known() -> None:
    note = "I said that people matter, and he agreed at once."
    (move,) = noted(note)
    assert note[move.answered :].lstrip().startswith(("he agreed", "and he agreed"))


def test_the_note_after_an_unanswered_pitch_answers_it() -> None:
    pitch, reply = noted("I said that people matter.", "He agreed.")
    assert (pitch.answer, reply.answer, reply.to) == (None, Answer.AGREE, (0,))


def test_the_note_after_an_answered_pitch_answers_nothing() -> None:
    _, after = noted("I said that people matter, and he agreed.", "He nodded off.")
    assert after.answer is None


@pytest.mark.parametrize(
    "note", ["My reflection: much was agreed.", "NB ask again", "I came away unsure who acts."]
)
def test_the_note_takers_reflection_is_the_interviewers(note: str) -> None:
    (move,) = noted(note)
    assert (move.holder, move.pitch) == (Holder.INTERVIEWER, False)


def test_a_note_that_asks_openly_is_answered_in_the_leaders_own_words() -> None:
    (move,) = noted("I asked about lunch and she was frank: there is none.")
    assert (move.holder, move.answer) == (Holder.LEADER, Answer.OWN_WORDS)


def agrees(asked: str, answer: str) -> bool:
    return agrees_with(asked, answer_to(asked, answer), answer)


@pytest.mark.parametrize(
    "asked", ["It was never completed, was it?", "You did not ask?", "Nobody came, did they?"]
)
def test_a_no_agrees_with_what_is_put_in_the_negative(asked: str) -> None:
    assert agrees(asked, "No, it wasn't.")


@pytest.mark.parametrize(
    "asked",
    [
        "It was completed, was it?",
        "We have opened it, haven't we?",
        "Isn't it needed?",
        "Couldn't we open one?",
        "They came.",
    ],
)
def test_a_no_to_what_is_put_plainly_does_not_agree(asked: str) -> None:
    assert not agrees(asked, "No.")


@pytest.mark.parametrize(
    "answer", ["It wasn't.", "None at all.", "Not once.", "Only in part, no.", "Not that I recall."]
)
def test_a_negative_echo_agrees_with_what_is_put_in_the_negative(answer: str) -> None:
    assert agrees("Nothing was ever completed, was it?", answer)
    assert answer_to("Nothing was ever completed, was it?", answer).answer is Answer.AGREE


def test_a_but_in_a_later_sentence_objects_to_the_first_and_not_to_what_was_put() -> None:
    text = "INT: People matter.\n\nR: We went to the sea. But the sea was out.\n"
    assert made(text)[2].answer is Answer.OWN_WORDS


def test_a_yes_that_contradicts_a_negative_does_not_agree() -> None:
    assert not agrees("It was never completed, was it?", "Yes, it was.")


def test_a_plain_yes_to_a_negative_agrees() -> None:
    assert agrees("It was never completed, was it?", "Yes, that is right.")


@pytest.mark.parametrize("answer", ["Not sure that's right.", "Nobody knows."])
def test_what_only_begins_like_a_no_does_not_agree(answer: str) -> None:
    assert not agrees("It was never completed, was it?", answer)


@pytest.mark.parametrize("text", ["Do we agree on it?", "And have they asked?", "Is it money?"])
def test_a_yes_no_question_is_one(text: str) -> None:
    assert asks_yes_or_no(text)


@pytest.mark.parametrize("text", ["How do we reach them?", "Do we agree. We do.", "It is, is it?"])
def test_other_questions_and_statements_are_none(text: str) -> None:
    assert not asks_yes_or_no(text)


@pytest.mark.parametrize("text", ["Was it ever tested?", "Did they open it?", "Have you asked?"])
def test_a_question_whether_something_was_done_is_told(text: str) -> None:
    assert asks_whether_done(text)


@pytest.mark.parametrize("text", ["Is it money?", "What was done?", "It was tested, was it?"])
def test_a_question_that_does_not_ask_about_a_deed_is_told(text: str) -> None:
    assert not asks_whether_done(text)
