"""Who is the leader, and who asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.model import Interview, Speaker
from sensecli.segmenting.speakers import Talk, roles, same_person
from tests.builders import an_interview

LEADER, ASKER, OTHER = Speaker.LEADER, Speaker.INTERVIEWER, Speaker.OTHER

# One who tells much and asks nothing, and one who asks all the time.
TELLS, ASKS = (
    Talk(words=900, sentences=60, questions=0),
    Talk(words=100, sentences=20, questions=18),
)
ODD = {"Ros Hale": TELLS, "Jo Beck": ASKS}


@pytest.mark.parametrize(
    "label",
    ["Jane Smith", "Dr Smith", "Smith", "JS", "J Smith", "Jane", "JANE SMITH", "Prof. Smith"],
)
def test_a_label_stands_for_a_person_by_title_surname_or_initials(label: str) -> None:
    assert same_person(label, "Jane Smith")


@pytest.mark.parametrize("label", ["Ann Smith", "Jones", "Jane Jones", "js", "", "Mr", "Smithson"])
def test_a_label_does_not_stand_for_somebody_else(label: str) -> None:
    assert not same_person(label, "Jane Smith")


def test_nobody_is_the_person_without_a_name() -> None:
    assert not same_person("", "")
    assert not same_person("Jane", "")


def test_the_one_who_asks_is_the_interviewer_though_only_by_a_guess() -> None:
    assert roles(an_interview(), ODD) == ({"Ros Hale": LEADER, "Jo Beck": ASKER}, False)


def test_what_the_user_says_comes_before_the_attributes() -> None:
    interview = an_interview(name="Ros Hale")
    who, sure = roles(interview, ODD, leader=["Jo Beck"], interviewer=["Ros Hale"])
    assert (who, sure) == ({"Ros Hale": ASKER, "Jo Beck": LEADER}, True)


def test_the_attributes_come_before_who_asks() -> None:
    who, sure = roles(an_interview(name="Jo Beck"), ODD)
    assert (who["Jo Beck"], sure) == (LEADER, True)


def test_the_interviewers_name_is_enough_to_find_the_interviewer() -> None:
    interview = Interview(id="L01", leader="L01", text="", interviewer="Ros Hale")
    who, _ = roles(interview, ODD)
    assert who == {"Ros Hale": ASKER, "Jo Beck": LEADER}


@pytest.mark.parametrize(
    ("asks", "tells"), [("INT", "R"), ("Q", "A"), ("Interviewer", "Participant 3"), ("IV1", "IE")]
)
def test_labels_of_roles_tell_who_is_who_whatever_they_say(asks: str, tells: str) -> None:
    talk = {asks: TELLS, tells: ASKS}
    assert roles(an_interview(), talk) == ({asks: ASKER, tells: LEADER}, True)


def test_the_files_name_tells_the_leader() -> None:
    interview = Interview(id="L01", leader="L01", text="", source="05-jo-beck.md")
    who, sure = roles(interview, ODD)
    assert (who["Jo Beck"], sure) == (LEADER, True)


def test_who_says_next_to_nothing_is_on_the_interviewers_side() -> None:
    talk = {**ODD, "Chair": Talk(words=20, sentences=4, questions=0)}
    assert roles(an_interview(), talk)[0]["Chair"] is ASKER


def test_a_third_who_tells_and_does_not_ask_is_other() -> None:
    talk = {**ODD, "Deputy Hart": Talk(words=400, sentences=30, questions=0)}
    assert roles(an_interview(), talk)[0]["Deputy Hart"] is OTHER


def test_an_alias_used_now_and_then_does_not_take_the_leaders_place() -> None:
    talk = {"The Witness": Talk(words=10, sentences=2, questions=0), **ODD}
    who, sure = roles(an_interview(), talk)
    assert (who["The Witness"], who["Ros Hale"], sure) == (LEADER, LEADER, True)


def test_nobody_speaking_settles_nothing() -> None:
    assert roles(an_interview(), {}) == ({}, False)


def test_asking_is_the_share_of_sentences_that_ask() -> None:
    assert Talk(words=10, sentences=4, questions=1).asking == 0.25
    assert Talk(words=0, sentences=0, questions=0).asking == 0


TALKS = st.builds(
    lambda words, sentences, questions: Talk(words, sentences, min(questions, sentences)),
    st.integers(1, 900),
    st.integers(1, 90),
    st.integers(0, 90),
)
NAMES = st.sampled_from(["Ros Hale", "Jo Beck", "Ann Cole", "INT", "R", "Chair"])


@given(st.dictionaries(NAMES, TALKS, min_size=1))
def test_every_label_gets_a_speaker_and_one_of_them_leads(talk: dict[str, Talk]) -> None:
    who, _ = roles(an_interview(), talk)
    assert who.keys() == talk.keys()
    assert LEADER in who.values() or talk.keys() == {"INT"}


@given(st.dictionaries(NAMES, TALKS, min_size=1))
def test_the_order_of_labels_never_matters(talk: dict[str, Talk]) -> None:
    turned = dict(reversed(talk.items()))
    assert roles(an_interview(), turned) == roles(an_interview(), talk)
