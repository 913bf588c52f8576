"""Interviews coded by cues and rules: who holds a view, what it is, and who acts."""

from collections.abc import Sequence
from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding import coder
from sensecli.coding.coder import blocks, code
from sensecli.coding.derived import with_derived_cues
from sensecli.coding.tools import Tools
from sensecli.model import Actor, Coding, Holder, Stance, Status
from sensecli.pipeline import Coder, code_interview, make_tools
from sensecli.segmenting import segment_interview
from tests.builders import a_codebook, an_interview

LEADER, ASKER, OTHER = Holder.LEADER, Holder.INTERVIEWER, Holder.OTHER


@cache
def tools() -> Tools:
    book = a_codebook(themes=("clinic", "huddle"), barriers=("money",), lenses=("story",))
    made, _ = make_tools(with_derived_cues(book)[0], coder=Coder(encoder=False))
    assert made is not None
    return made


def coded(text: str, *, organisation: str = "") -> tuple[Coding, ...]:
    interview = an_interview(text=text, organisation=organisation)
    return code_interview(interview, segment_interview(interview).segments, tools())


def noted(*bullets: str) -> tuple[Coding, ...]:
    """The codings of notes, a bullet each."""
    return coded("".join(f"- {bullet}\n" for bullet in bullets))


def said(answer: str, *, asked: str = "Go on.") -> tuple[Coding, ...]:
    """The codings of one question and its answer."""
    return coded(f"INT: {asked}\nR: {answer}\n")


def by(holder: Holder, codings: Sequence[Coding], *, code: str = "clinic") -> Coding:
    """The one coding of that holder and code."""
    (found,) = [one for one in codings if one.holder is holder and one.code == code]
    return found


def holders(codings: Sequence[Coding]) -> list[Holder]:
    return [one.holder for one in codings]


# Who holds a view.


@pytest.mark.parametrize(
    "note", ["She felt that the clinic matters.", "Wants a clinic", "The clinic is what counts."]
)
def test_a_note_about_the_leader_is_the_leaders(note: str) -> None:
    assert holders(noted(note)) == [LEADER]


@pytest.mark.parametrize(
    "note",
    [
        "My reflection: the clinic is a long way off.",
        "I put it to her that the clinic matters.",
    ],
)
def test_what_the_note_taker_thinks_or_pitches_is_the_interviewers(note: str) -> None:
    assert holders(noted(note)) == [ASKER]


@pytest.mark.parametrize(
    "answer",
    [
        "My chief executive thinks the clinic is a luxury.",
        "The council regards the clinic as a luxury.",
        "My board thinks the clinic is a vital part of it.",
        "My deputy holds that the clinic is a luxury.",
        "The council's position is that the clinic is a luxury.",
        "My deputy was of the opinion that the clinic works.",
        "Members call the clinic a luxury.",
    ],
)
def test_a_reported_view_is_its_holders(answer: str) -> None:
    assert holders(said(answer)) == [OTHER]


@pytest.mark.parametrize(
    "answer",
    [
        "The research shows that the clinic works.",
        "The board would say that the clinic is a luxury.",
        "I think that the clinic works.",
        "The newsletter says that the clinic works.",
        "The region wanted a clinic by Easter.",
        "They tell her things in the clinic.",
        "We hold that the clinic works.",
        "Our position is that the clinic works.",
    ],
)
def test_evidence_a_predicted_view_and_ones_own_are_the_leaders(answer: str) -> None:
    assert holders(said(answer)) == [LEADER]


@pytest.mark.parametrize(
    "answer",
    [
        "They say that the clinic works, but I have my doubts.",
        "The board thinks that the clinic works, and I don't believe it.",
    ],
)
def test_ones_own_reply_to_a_reported_view_gives_both_codings(answer: str) -> None:
    found = said(answer)
    assert by(OTHER, found).holder is OTHER
    assert by(LEADER, found).stance is Stance.OPPOSE


def test_a_noted_reply_to_a_reported_view_gives_both_codings() -> None:
    found = noted("The board says that the clinic works; she is not convinced.")
    assert by(LEADER, found).stance is Stance.OPPOSE
    assert by(OTHER, found).holder is OTHER


def test_an_aside_that_says_who_told_it_is_no_reply() -> None:
    found = noted("His deputy, he told me, holds that the clinic is a luxury.")
    assert holders(found) == [OTHER]


# What is only passed on.


@pytest.mark.parametrize(
    "answer",
    [
        "The port has opened a clinic, I hear.",
        "I gather that they meet at the clinic.",
        "They run a clinic, I'm told, and a shop.",
    ],
)
def test_hearsay_takes_no_side(answer: str) -> None:
    assert by(LEADER, said(answer)).stance is Stance.NEUTRAL


def test_hearsay_that_states_a_value_takes_a_side() -> None:
    assert by(LEADER, said("We need a clinic, I'm told.")).stance is Stance.ENDORSE


@pytest.mark.parametrize("answer", ["We are sick of the money.", "The money is a waste of time."])
def test_dislike_of_a_barrier_does_not_deny_it(answer: str) -> None:
    assert by(LEADER, said(answer), code="money").stance is Stance.ENDORSE


@pytest.mark.parametrize("answer", ["We are sick of the clinic.", "The clinic is theatre."])
def test_dislike_of_a_theme_is_against_it(answer: str) -> None:
    assert by(LEADER, said(answer)).stance is Stance.OPPOSE


def test_what_follows_a_yes_in_its_own_words_is_not_prompted() -> None:
    found = said("Yes. We opened a clinic in May.", asked="I'd say that the clinic matters.")
    last = [one for one in found if one.holder is LEADER][-1]
    assert (last.stance, last.prompted) == (Stance.ENDORSE, False)


# Pitches and their answers.


@pytest.mark.parametrize("answer", ["she agreed at once", "she nodded", "she accepted it"])
def test_a_pitch_that_is_agreed_to_is_the_leaders_alone_and_prompted(answer: str) -> None:
    (found,) = noted(f"I put it to her that the clinic matters, and {answer}.")
    assert (found.holder, found.stance, found.prompted) == (LEADER, Stance.ENDORSE, True)


def test_a_pitch_that_is_refused_gives_each_side_its_coding() -> None:
    found = noted("I put it to her that the clinic matters, and she did not agree.")
    assert by(LEADER, found).stance is Stance.OPPOSE
    assert by(ASKER, found).stance is Stance.ENDORSE
    assert [one.prompted for one in found] == [False, False]


@pytest.mark.parametrize("bullets", [1, 2])
def test_courtesy_without_a_yes_is_the_interviewers_alone(bullets: int) -> None:
    pitch, courtesy = "I put it to her that the clinic matters.", "A smile: 'how interesting'."
    notes = [f"{pitch} {courtesy}"] if bullets == 1 else [pitch, courtesy]
    assert holders(noted(*notes)) == [ASKER]


def test_a_yes_noted_after_the_pitch_carries_its_theme_prompted() -> None:
    found = noted("I put it to her that the clinic matters.", "She agreed at once.")
    assert holders(found) == [ASKER, LEADER]
    assert by(LEADER, found).prompted
    assert by(LEADER, found).segment == 2


def test_the_rung_of_a_pitch_is_not_the_leaders() -> None:
    found = noted("I said that we need a clinic, and she agreed.")
    assert by(LEADER, found).status is Status.NONE


def test_an_open_question_in_a_note_is_answered_unprompted() -> None:
    (found,) = noted("I asked about the clinic and she was brief: the clinic stopped in May.")
    assert (found.holder, found.status, found.prompted) == (LEADER, Status.STALLED, False)


# Answers in transcripts.


@pytest.mark.parametrize("answer", ["Absolutely.", "Couldn't agree more.", "That is true."])
def test_a_bare_yes_to_a_pitch_endorses_it_prompted(answer: str) -> None:
    found = by(LEADER, said(answer, asked="People want the clinic."))
    assert (found.stance, found.status, found.prompted) == (Stance.ENDORSE, Status.NONE, True)


def test_a_bare_no_to_a_pitch_opposes_it_unprompted() -> None:
    found = by(LEADER, said("Not a chance.", asked="People want the clinic."))
    assert (found.stance, found.status, found.prompted) == (Stance.OPPOSE, Status.NONE, False)


def test_a_bare_answer_carries_every_theme_of_what_it_answers() -> None:
    found = said("Absolutely.", asked="People want the clinic and the huddle.")
    assert [one.code for one in found if one.holder is LEADER] == ["clinic", "huddle"]


def test_a_bare_answer_carries_the_last_thing_put_that_has_a_theme() -> None:
    found = said("Yes.", asked="The clinic matters. The huddle matters more. Don't you think?")
    assert [one.code for one in found if one.holder is LEADER] == ["huddle"]


def test_a_yes_limited_by_its_rider_is_mixed_and_prompted() -> None:
    found = by(LEADER, said("Yes, up to a point.", asked="The clinic matters."))
    assert (found.stance, found.prompted) == (Stance.MIXED, True)


@pytest.mark.parametrize(
    "question", ["The clinic never ran, did it?", "Nobody ran it, the clinic?"]
)
def test_a_no_to_what_is_put_in_the_negative_agrees_prompted(question: str) -> None:
    found = by(LEADER, said("No.", asked=question))
    assert (found.stance, found.prompted) == (Stance.ENDORSE, True)


def test_a_no_to_a_negative_question_takes_its_failure() -> None:
    found = by(LEADER, said("No, it didn't.", asked="The clinic never ran, did it?"))
    assert found.status is Status.INACTION


def test_a_no_to_whether_it_was_done_says_that_it_was_not() -> None:
    found = by(LEADER, said("No.", asked="Was the clinic ever opened?"))
    assert (found.stance, found.status, found.prompted) == (
        Stance.ENDORSE,
        Status.INACTION,
        False,
    )


def test_a_yes_to_a_deed_that_was_put_takes_its_rung() -> None:
    found = by(LEADER, said("Yes.", asked="We have opened a clinic, haven't we?"))
    assert (found.status, found.actor, found.prompted) == (Status.DONE, Actor.OWN, True)


def test_a_backchannel_where_nothing_was_put_is_not_coded() -> None:
    assert said("Yes.", asked="I see.") == ()


def test_an_answer_with_a_theme_of_its_own_is_coded_by_it() -> None:
    found = said("The huddle is better, if you ask me.", asked="What about the clinic?")
    assert [one.code for one in found if one.holder is LEADER] == ["huddle"]


def test_ones_own_words_on_an_open_question_are_not_prompted() -> None:
    found = said("The clinic is the best thing that we do.", asked="What about the clinic?")
    assert not by(LEADER, found).prompted


def test_agreement_in_ones_own_words_is_prompted_where_a_side_was_taken() -> None:
    answer = "I couldn't agree more, and the clinic is the one thing that I would keep of it all."
    assert by(LEADER, said(answer, asked="The clinic matters.")).prompted
    asked_only = said(f"Yes: {answer}", asked="Is there a clinic?")
    assert not by(LEADER, asked_only).prompted


# Questions, dissent and other parties.


@pytest.mark.parametrize(
    "asked",
    [
        "What about the clinic?",
        "Have you started the clinic?",
        "They have started a clinic, haven't they?",
        "So we need a clinic?",
    ],
)
def test_a_question_carries_no_rung(asked: str) -> None:
    assert by(ASKER, said("Hm.", asked=asked)).status is Status.NONE


@pytest.mark.parametrize("asked", ["What about the clinic?", "Have you started the clinic?"])
def test_a_question_that_takes_no_side_is_neutral(asked: str) -> None:
    assert by(ASKER, said("Hm.", asked=asked)).stance is Stance.NEUTRAL


def test_a_flat_statement_of_the_interviewers_keeps_its_rung() -> None:
    assert by(ASKER, said("Hm.", asked="We need a clinic.")).status is Status.ASPIRATION


def test_a_leaders_own_question_is_neutral_and_has_no_rung() -> None:
    found = by(LEADER, said("Have we opened a clinic?"))
    assert (found.stance, found.status) == (Stance.NEUTRAL, Status.NONE)


@pytest.mark.parametrize(
    "answer",
    [
        "We will close the clinic, since I am against it.",
        "I have started to say that I don't believe in the clinic.",
        "We are going to stop it, I am not convinced by the clinic.",
    ],
)
def test_who_is_against_a_theme_takes_no_rung_towards_it(answer: str) -> None:
    found = by(LEADER, said(answer))
    assert (found.stance, found.status) == (Stance.OPPOSE, Status.NONE)


def test_who_is_against_a_theme_may_say_that_it_is_not_done() -> None:
    found = by(LEADER, said("I am against the clinic and we never opened it."))
    assert (found.stance, found.status) == (Stance.OPPOSE, Status.INACTION)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("The council will open a clinic.", Status.INTENTION),
        ("The council has started a clinic.", Status.UNDERWAY),
        ("The council has opened a clinic.", Status.DONE),
    ],
)
def test_another_partys_plan_or_deed_is_neutral(answer: str, status: Status) -> None:
    found = by(LEADER, said(answer))
    assert (found.stance, found.status, found.actor) == (Stance.NEUTRAL, status, Actor.OTHERS)


def test_what_another_party_ought_to_do_is_endorsed() -> None:
    found = by(LEADER, said("The council should open a clinic."))
    assert (found.stance, found.status, found.actor) == (
        Stance.ENDORSE,
        Status.ASPIRATION,
        Actor.OTHERS,
    )


def test_a_deed_of_the_leaders_own_side_is_endorsed() -> None:
    found = by(LEADER, said("We have opened a clinic."))
    assert (found.stance, found.status, found.actor) == (Stance.ENDORSE, Status.DONE, Actor.OWN)


def test_the_leaders_organisation_is_the_leaders_own_side() -> None:
    text = "INT: Go on.\nR: Saltby Trust has opened a clinic.\n"
    assert by(LEADER, coded(text)).actor is Actor.OTHERS
    assert by(LEADER, coded(text, organisation="Saltby Trust")).actor is Actor.OWN


def test_a_barrier_that_is_said_to_be_none_is_opposed() -> None:
    assert by(LEADER, said("The money is no problem."), code="money").stance is Stance.OPPOSE
    assert by(LEADER, said("There is no money."), code="money").stance is Stance.ENDORSE


# Several themes, and how sure a coding is.


def test_each_theme_has_the_status_of_its_own_clause() -> None:
    found = said("We need a clinic, but the huddle has already been stopped.")
    assert by(LEADER, found).status is Status.ASPIRATION
    assert by(LEADER, found, code="huddle").status is Status.STALLED


def test_codings_stand_in_order_of_the_codebook_however_they_are_said() -> None:
    found = said("There is a story in the money, the huddle and the clinic.")
    assert [one.code for one in found] == ["clinic", "huddle", "money", "story"]


def test_a_code_is_given_once_however_often_it_is_named() -> None:
    found = said("The clinic, the clinic, the clinic: a clinic.")
    assert [one.code for one in found] == ["clinic"]


def test_a_coding_names_its_cue_its_rules_and_its_coder() -> None:
    found = by(LEADER, said("We have started a clinic."))
    assert (found.cue, found.coder) == ("clinic", "rules")
    assert found.rule == "speaker started"


def test_a_carried_coding_says_what_it_answers_and_is_less_sure() -> None:
    found = said("Absolutely.", asked="People want the clinic.")
    assert by(LEADER, found).cue == "answers: clinic"
    assert by(LEADER, found).confidence < by(ASKER, found).confidence


def test_a_lens_and_a_long_sentence_are_less_sure() -> None:
    long = "The clinic is here, " + "and so on and on " * 10 + "as it were."
    plain = by(LEADER, said("The clinic is here.")).confidence
    assert by(LEADER, said(long)).confidence < plain
    assert by(LEADER, said("The story is here."), code="story").confidence < plain


# What is coded together.


@given(
    sizes=st.lists(st.integers(1, 60), max_size=12),
    most=st.integers(1, 100),
)
def test_blocks_are_all_interviews_in_order_each_no_longer_than_it_must_be(
    sizes: list[int], most: int
) -> None:
    cases = [(an_interview(id=f"L{n:02d}", text="a" * size), ()) for n, size in enumerate(sizes)]
    with patch.object(coder, "_BLOCK", most):
        found = list(blocks(iter(cases)))
    assert [case for block in found for case in block] == cases
    lengths = [[len(interview.text) for interview, _ in block] for block in found]
    assert all(sum(block[:-1]) < most for block in lengths)
    assert all(sum(block) >= most for block in lengths[:-1])


def test_an_interview_is_coded_the_same_whatever_is_coded_beside_it() -> None:
    texts = ("- We need a clinic.\n", "- Yes.\n- The money is gone.\n", "- The huddle works.\n")
    cases = [
        (one, segment_interview(one).segments)
        for one in (an_interview(id=f"L{n}", text=text) for n, text in enumerate(texts))
    ]
    together = code(cases, tools())
    assert [len(one) for one in together] == [1, 1, 1]
    assert together == tuple(code([case], tools())[0] for case in cases)
    assert code(cases[::-1], tools()) == together[::-1]
    assert code((), tools()) == ()
