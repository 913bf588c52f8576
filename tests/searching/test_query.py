"""What a pattern asks for."""

import pytest
import re2

from sensecli.coding.folding import fold
from sensecli.coding.patterns import phrase_pattern
from sensecli.searching.faults import options
from sensecli.searching.query import By, Query, expression, read_query


def _finds(pattern: str, text: str, *, by: By | None = None) -> bool:
    made = expression(read_query(pattern, by), forms=phrase_pattern, fold=fold)
    return re2.compile(made, options()).search(fold(text)) is not None


@pytest.mark.parametrize(
    ("pattern", "query"),
    [
        ("trust", Query("trust", By.LEMMA)),
        ('"we trust"', Query("we trust", By.PHRASE, 1)),
        ("/a|b/", Query("a|b", By.EXPRESSION, 1)),
        ("/a", Query("/a", By.LEMMA)),
        ("/", Query("/", By.LEMMA)),
    ],
)
def test_marks_tell_what_a_pattern_is(pattern: str, query: Query) -> None:
    assert read_query(pattern) == query


def test_what_was_asked_for_wins_over_the_marks() -> None:
    assert read_query("/a/", By.PHRASE) == Query("/a/", By.PHRASE)


def test_the_marks_of_what_was_asked_for_are_still_marks() -> None:
    assert read_query("/a/", By.EXPRESSION) == Query("a", By.EXPRESSION, 1)


@pytest.mark.parametrize("text", ["They shared it.", "sharing", "She shares", "SHARE"])
def test_a_word_is_found_in_all_its_forms(text: str) -> None:
    assert _finds("share", text)


def test_a_word_is_not_found_inside_another() -> None:
    assert not _finds("share", "the shareholder")


def test_a_phrase_is_found_as_written_only() -> None:
    assert _finds('"shared decision"', "A Shared\ndecision")
    assert not _finds('"shared decision"', "shared decisions")


def test_a_star_ends_a_word_of_a_phrase_in_any_way() -> None:
    assert _finds('"shared decision*"', "shared decisions")


def test_the_signs_of_expressions_are_plain_in_a_phrase() -> None:
    assert _finds('"a.b (c)"', "a.b (c)")
    assert not _finds('"a.b"', "axb")


def test_accents_and_typographic_quotes_make_no_difference() -> None:
    assert _finds('"don\'t"', "We don\u2019t.")
    assert _finds("/cafe/", "the caf\u00e9")


@pytest.mark.parametrize("pattern", ["", "...", '""', '"*"', "* *"])
def test_a_pattern_without_a_word_gives_no_expression(pattern: str) -> None:
    assert not expression(read_query(pattern), forms=phrase_pattern, fold=fold)
