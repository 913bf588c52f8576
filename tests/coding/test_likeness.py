"""The likeness of passages to written examples: claims that hold for any sensible encoder."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sensecli.coding.encoder import WEIGHTS, Facet, encode, find_encoder
from sensecli.coding.evidence import Passages, read_joining
from sensecli.coding.likeness import (
    Likely,
    Likeness,
    in_context,
    leans_back,
    led_into,
    likely,
    make_likeness,
    manner_of,
    nearest,
    see,
)
from sensecli.model import NO_CODE, Codebook, Example, Node, Segment, Speaker

if TYPE_CHECKING:
    from sensecli.coding.likeness import Manner

BOOK = Codebook(
    id="tiny",
    label="A tiny codebook",
    codes=(
        Node(id="clinic", label="Joint clinic", proposition="there should be a joint clinic"),
        Node(id="money", label="Money", proposition="lack of money stands in the way"),
    ),
)
CLINIC = (
    "Both teams ought to see patients together in one room.",
    "One appointment with the physio and the consultant side by side.",
    "Patients want to be seen once, by everybody, under one roof.",
)
MONEY = (
    "We cannot afford another post this year.",
    "The budget was cut twice and nothing is left in it.",
    "It always comes down to who pays for it in the end.",
)
IDLE = "The bus was late again this morning and it rained."
# The turns in which a passage leans on the one before it.
LEANING = (CLINIC[0], "Not here.", MONEY[1])
EXAMPLES = (
    *(Example(text, "clinic") for text in CLINIC),
    *(Example(text, "money") for text in MONEY),
    Example(IDLE, NO_CODE),
)
TWENTY = (*[Example(CLINIC[0], "clinic")] * 10, *[Example(MONEY[0], "money")] * 10)


@cache
def a_likeness(examples: tuple[Example, ...] = EXAMPLES) -> Likeness:
    return make_likeness(BOOK, examples, encoder=find_encoder())


def segments(*texts: str, speaker: Speaker = Speaker.LEADER) -> list[Segment]:
    return [
        Segment("L01", number, 0, len(text), text, speaker, turn=0)
        for number, text in enumerate(texts, start=1)
    ]


def read(*texts: str, cued: Sequence[Mapping[str, int]] = ()) -> Likely:
    (found,) = likely(a_likeness(), [segments(*texts)], [cued or [{}] * len(texts)])
    return found


def evidence(*said: Segment) -> Passages:
    ((seen, _),) = see(a_likeness(), [said], [[{}] * len(said)])
    return seen


def manner(*places: int, said: Sequence[str] = LEANING) -> Mapping[int, "Manner"]:
    (found,) = manner_of(a_likeness(), [segments(*said)], [places])
    return found


@pytest.mark.parametrize(
    ("text", "code", "other"),
    [
        ("Physios and consultants should sit with the patient together.", "clinic", "money"),
        ("The budget has run out and nobody will pay for more posts.", "money", "clinic"),
    ],
)
def test_a_passage_like_a_codes_examples_is_likelier_of_that_code(
    text: str, code: str, other: str
) -> None:
    found = read(text)
    (row,) = found.likelihood
    assert row[found.codes.index(code)] > row[found.codes.index(other)]


def test_a_passage_like_an_example_of_none_is_less_likely_of_every_code() -> None:
    found = read(CLINIC[0], "The bus was late once more, and then it rained on us.")
    assert (found.likelihood[0] > found.likelihood[1]).any()
    assert found.likelihood[1].max() < found.likelihood[0].max()


def test_there_is_a_likelihood_for_each_passage_and_code() -> None:
    found = read(*CLINIC, IDLE)
    assert found.codes == ("clinic", "money")
    assert found.likelihood.shape == (4, 2)
    assert ((found.likelihood >= 0) & (found.likelihood <= 1)).all()


def test_a_cue_makes_its_code_likelier() -> None:
    plain, cued = read(IDLE), read(IDLE, cued=[{"clinic": 1}])
    assert cued.likelihood[0, 0] > plain.likelihood[0, 0]


def test_cues_are_counted_for_the_code_that_they_call_for() -> None:
    ((seen, _),) = see(a_likeness(), [segments(IDLE, IDLE)], [[{"money": 2}, {}]])
    assert seen.cues.tolist() == [[0, 2], [0, 0]]


def test_the_vectors_of_passages_are_of_what_they_are_about_by_themselves() -> None:
    found = encode(LEANING, encoder=find_encoder(), facet=Facet.SUBJECT)
    assert np.array_equal(read(*LEANING).vectors, found)


def test_each_passage_is_led_into_by_the_last_words_before_it() -> None:
    first, second, third = led_into(["One two.", "Three.", "Four."])
    assert first == "One two."
    assert second == "One two. Three."
    assert third == "One two. Three. Four."


def test_no_more_than_thirty_words_lead_into_a_passage() -> None:
    long = " ".join(map(str, range(100)))
    assert led_into([long, "Not here."])[1].split()[:2] == ["70", "71"]


@pytest.mark.parametrize(
    "text",
    [
        "Not here.",
        "They tried.",
        "It is what everybody in this place has been asking for.",
        "“So” ",
    ],
)
def test_what_is_short_or_begins_with_a_pointing_word_leans_back(text: str) -> None:
    assert leans_back(text)


def test_a_full_sentence_with_a_subject_of_its_own_does_not_lean_back() -> None:
    assert not leans_back("The two teams have never once sat down in one room.")


def test_a_long_passage_before_does_not_crowd_out_the_one_that_is_read() -> None:
    assert in_context(" ".join(map(str, range(100))), "Not here.").split()[0] == "55"


def test_a_passage_takes_its_meaning_from_what_was_said_before() -> None:
    idle, after = (evidence(*segments(before, "Not here.")) for before in (IDLE, CLINIC[0]))
    assert after.joined[1, 0] > idle.joined[1, 0]


def test_before_the_first_passage_nothing_was_said() -> None:
    seen = evidence(*segments(CLINIC[0], "Nor there."))
    assert seen.joined[0] == pytest.approx(seen.alone[0], abs=0.2)


def test_the_words_of_a_passage_are_counted() -> None:
    assert np.expm1(evidence(*segments("Not here.", "No.")).length).round().tolist() == [2, 1]


def test_what_the_interviewer_says_is_told_apart() -> None:
    asked = segments(CLINIC[0], speaker=Speaker.INTERVIEWER)
    assert evidence(*asked, *segments(CLINIC[1])).asks.tolist() == [True, False]


def test_the_manner_is_read_only_where_it_is_asked_for() -> None:
    assert list(manner(0, 2)) == [0, 2]
    assert manner() == {}


def test_the_manner_of_a_passage_is_that_of_its_words() -> None:
    words = encode(LEANING, encoder=find_encoder(), facet=Facet.MANNER)
    found = manner(0, 1, 2)
    assert all(np.array_equal(found[at][0], words[at]) for at in range(3))


def test_the_manner_with_the_passage_before_differs_only_where_a_passage_leans() -> None:
    same = [np.array_equal(own, joined) for own, joined in manner(0, 1, 2).values()]
    assert same == [True, False, True]


def test_the_manner_of_the_first_passage_is_its_own_however_short() -> None:
    ((own, joined),) = manner(0, said=("Not here.",)).values()
    assert np.array_equal(own, joined)


@pytest.mark.parametrize(("code", "texts"), [("clinic", CLINIC), ("money", MONEY)])
def test_the_nearest_example_of_a_code_is_one_of_its_own(code: str, texts: tuple[str, ...]) -> None:
    for vector in read(*CLINIC, *MONEY, IDLE).vectors:
        assert nearest(a_likeness(), code, vector) in texts


def test_the_nearest_example_to_itself_is_itself() -> None:
    for text, vector in zip(CLINIC, read(*CLINIC).vectors, strict=True):
        assert nearest(a_likeness(), "clinic", vector) == text


def test_the_nearest_example_is_told_without_what_was_said_before_it() -> None:
    made = a_likeness((Example("Not here.", "clinic", before="Do they see patients together?"),))
    assert nearest(made, "clinic", read("Not here.").vectors[0]) == "Not here."


def test_a_code_without_examples_has_no_nearest() -> None:
    made = a_likeness((Example(CLINIC[0], "clinic"), Example(IDLE, NO_CODE)))
    assert nearest(made, "money", read(IDLE).vectors[0]) == ""


@pytest.mark.parametrize(
    ("examples", "kind"),
    [
        ((), "without examples"),
        (TWENTY[:19], "without examples"),
        ((*TWENTY[:19], *[Example(IDLE, NO_CODE)] * 9), "without examples"),
        (TWENTY, "with examples"),
    ],
    ids=["none", "few", "many of no code", "ten a code"],
)
def test_a_codebook_of_few_examples_is_read_as_one_without(
    examples: tuple[Example, ...], kind: str
) -> None:
    assert a_likeness(examples).joining == read_joining(WEIGHTS / "joining.json", kind)


def test_a_codebook_without_examples_goes_by_its_propositions() -> None:
    said = segments("There ought to be a clinic that both teams run.")
    (found,) = likely(a_likeness(()), [said], [[{}]])
    assert found.likelihood[0, 0] > found.likelihood[0, 1]


def test_a_codebook_of_one_code_can_be_read() -> None:
    one = BOOK.model_copy(update={"codes": BOOK.codes[:1]})
    made = make_likeness(one, (), encoder=find_encoder())
    (found,) = likely(made, [segments(*CLINIC)], [[{}] * 3])
    assert found.likelihood.shape == (3, 1)


def test_the_same_passages_are_read_the_same_each_time() -> None:
    first, second = read(*CLINIC, "Not here."), read(*CLINIC, "Not here.")
    assert np.array_equal(first.likelihood, second.likelihood)
