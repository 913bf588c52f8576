"""All the forms of a word."""

import pytest

from sensecli.coding.inflection import FORMS, inflected, worked_out


@pytest.mark.parametrize(
    "family",
    [
        "hope hopes hoped hoping",
        "hop hops hopped hopping",
        "trial trials trialled trialling trialed trialing",
        "travel travels travelled travelling traveled",
        "organise organises organised organising organize organized",
        "realise realised realize realizing",
        "organisation organisations organization organizations",
        "colour colours coloured color colors",
        "programme programmes program",
        "centre centres center",
        "focus focused focusing focussed focussing",
        "benefit benefits benefited benefiting benefitted",
        "codesign codesigns codesigned codesigning",
        "silo silos",
        "leader leaders",
        "go goes went gone going",
        "practice practise practised practising",
    ],
)
def test_every_form_finds_every_other_form(family: str) -> None:
    words = set(family.split())
    assert {word: words - set(inflected(word)) for word in words} == {word: set() for word in words}


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("hope", "hop"),
        ("hoping", "hopping"),
        ("best", "good"),
        ("four", "for"),
        ("hour", "hor"),
        ("water", "watre"),
    ],
)
def test_a_different_word_is_no_form(word: str, other: str) -> None:
    assert other not in inflected(word)


@pytest.mark.parametrize("word", ["the", "of", "we", "can", "24", "don't", "co", "café"])
def test_some_words_have_only_one_form(word: str) -> None:
    assert inflected(word) == (word,)


@pytest.mark.parametrize(
    ("word", "form"), [("is", "were"), ("are", "isn't"), ("have", "hadn't"), ("do", "didnt")]
)
def test_auxiliaries_have_their_negated_forms_too(word: str, form: str) -> None:
    assert form in inflected(word)


def test_longest_forms_come_first() -> None:
    assert inflected("hope") == ("hoping", "hoped", "hopes", "hope")


def test_the_forms_at_hand_are_those_of_the_dictionary() -> None:
    lines = [line.split() for line in FORMS.read_text("utf-8").splitlines()]
    assert len(lines) > 9_000
    wrong = [word for word, *forms in lines if tuple(forms) != worked_out(word)]
    assert not wrong, f"run python training/forms.py: {wrong[:5]}"
