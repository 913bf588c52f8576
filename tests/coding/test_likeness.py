"""The likeness of passages to written examples: claims that hold for any sensible encoder."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import pytest

from sensecli.coding.encoder import WEIGHTS, find_encoder
from sensecli.coding.evidence import read_joining
from sensecli.coding.likeness import Likely, Likeness, likely, make_likeness, nearest, see
from sensecli.coding.vectors import vectors_of
from sensecli.model import NO_CODE, Codebook, Example, Node, Segment, Speaker

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
EXAMPLES = (
    *(Example(text, "clinic") for text in CLINIC),
    *(Example(text, "money") for text in MONEY),
    Example(IDLE, NO_CODE),
)


@cache
def a_likeness(examples: tuple[Example, ...] = EXAMPLES) -> Likeness:
    return make_likeness(BOOK, examples, encoder=find_encoder())


def segments(*texts: str, speaker: Speaker = Speaker.LEADER) -> list[Segment]:
    return [
        Segment("L01", number, 0, len(text), text, speaker, turn=0)
        for number, text in enumerate(texts, start=1)
    ]


def read(*texts: str, cued: Sequence[Mapping[str, int]] = ()) -> Likely:
    return likely(a_likeness(), segments(*texts), cued or [{}] * len(texts))


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
    seen, _, _ = see(a_likeness(), segments(IDLE, IDLE), [{"money": 2}, {}])
    assert seen.cues.tolist() == [[0, 2], [0, 0]]


def test_a_passage_that_leans_back_is_also_read_with_the_one_before() -> None:
    found = read(CLINIC[0], "Not here.", MONEY[1])
    alone, joined = found.alone.subject, found.joined.subject
    assert np.array_equal(joined[[0, 2]], alone[[0, 2]])
    assert not np.allclose(joined[1], alone[1])


def test_what_leans_back_takes_its_meaning_from_the_passage_before() -> None:
    alone, after = read(IDLE, "Not here."), read(CLINIC[0], "Not here.")
    same = vectors_of([CLINIC[0]], encoder=find_encoder())[0]
    assert after.joined.subject[1] @ same > alone.joined.subject[1] @ same


def test_the_first_passage_leans_on_nothing() -> None:
    seen, own, joined = see(a_likeness(), segments("Not here.", "Nor there."), [{}, {}])
    assert seen.leans.tolist() == [False, True]
    assert np.array_equal(own.subject[0], joined.subject[0])
    assert np.array_equal(own.manner[0], joined.manner[0])


def test_what_the_interviewer_says_is_told_apart() -> None:
    asked = segments(CLINIC[0], speaker=Speaker.INTERVIEWER)
    seen, _, _ = see(a_likeness(), [*asked, *segments(CLINIC[1])], [{}, {}])
    assert seen.asks.tolist() == [True, False]


@pytest.mark.parametrize(("code", "texts"), [("clinic", CLINIC), ("money", MONEY)])
def test_the_nearest_example_of_a_code_is_one_of_its_own(code: str, texts: tuple[str, ...]) -> None:
    for vector in read(*CLINIC, *MONEY, IDLE).alone.subject:
        assert nearest(a_likeness(), code, vector) in texts


def test_the_nearest_example_to_itself_is_itself() -> None:
    for text, vector in zip(CLINIC, read(*CLINIC).alone.subject, strict=True):
        assert nearest(a_likeness(), "clinic", vector) == text


def test_the_nearest_example_is_told_without_what_was_said_before_it() -> None:
    made = a_likeness((Example("Not here.", "clinic", before="Do they see patients together?"),))
    assert nearest(made, "clinic", read("Not here.").alone.subject[0]) == "Not here."


def test_a_code_without_examples_has_no_nearest() -> None:
    made = a_likeness((Example(CLINIC[0], "clinic"), Example(IDLE, NO_CODE)))
    assert nearest(made, "money", read(IDLE).alone.subject[0]) == ""


@pytest.mark.parametrize(
    ("examples", "kind"),
    [
        ((), "without examples"),
        (EXAMPLES[:5], "without examples"),
        ((*EXAMPLES[:5], *[Example(IDLE, NO_CODE)] * 9), "without examples"),
        (EXAMPLES[:6], "with examples"),
    ],
    ids=["none", "few", "many of no code", "three a code"],
)
def test_a_codebook_of_few_examples_is_read_as_one_without(
    examples: tuple[Example, ...], kind: str
) -> None:
    assert a_likeness(examples).joining == read_joining(WEIGHTS / "joining.json", kind)


def test_a_codebook_without_examples_goes_by_its_propositions() -> None:
    found = likely(
        a_likeness(()), segments("There ought to be a clinic that both teams run."), [{}]
    )
    assert found.likelihood[0, 0] > found.likelihood[0, 1]


def test_a_codebook_of_one_code_can_be_read() -> None:
    one = BOOK.model_copy(update={"codes": BOOK.codes[:1]})
    made = make_likeness(one, (), encoder=find_encoder())
    assert likely(made, segments(*CLINIC), [{}] * 3).likelihood.shape == (3, 1)


def test_the_same_passages_are_read_the_same_each_time() -> None:
    first, second = read(*CLINIC, "Not here."), read(*CLINIC, "Not here.")
    assert np.array_equal(first.likelihood, second.likelihood)
