"""Passages and an expression -> hits."""

from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding.folding import fold
from sensecli.model import Hit, Speaker
from sensecli.searching.find import find
from sensecli.searching.text import Passage
from tests.searching.made import passages

JANE = [("Jane Smith", "[L05]"), ("Jane", "[L05]"), ("Q", "[name]")]


def _found(made: list[Passage], expression: str, context: int | None = None) -> list[Hit]:
    return list(find(made, expression, fold=fold, context=context))


def _hits(made: list[Passage], expression: str) -> list[str]:
    return [hit.hit for hit in _found(made, expression)]


def test_a_hit_says_where_it_stands_and_what_is_around_it() -> None:
    made = passages("First line.", "We do trust them.")
    assert _found(made, "trust") == [
        Hit(
            interview="L01",
            segment=2,
            start=18,
            end=23,
            place="L01:2",
            speaker=Speaker.NOTES,
            leader="L01",
            group="acute trust",
            left="We do ",
            hit="trust",
            right=" them.",
        )
    ]


def test_the_offsets_are_those_of_the_text_as_read_behind_a_name() -> None:
    made = passages("Jane Smith says that we trust.", names=JANE)
    (hit,) = _found(made, "trust")
    assert made[0].interview.text[hit.start : hit.end] == "trust"
    assert hit.left == "[L05] says that we "


def test_nothing_is_found_across_segments() -> None:
    assert not _hits(passages("we trust", "them all"), r"trust\s+them")


def test_a_name_is_never_found() -> None:
    assert not _hits(passages("Jane Smith says so, and Jane does.", names=JANE), "jane|smith")


def test_what_stands_for_a_name_is_no_hit() -> None:
    made = passages("Jane and Q say a name, L05.", names=JANE)
    assert _hits(made, "name|l05") == ["name", "L05"]


def test_a_hit_that_holds_a_name_shows_what_stands_for_it() -> None:
    made = passages("We trust Jane Smith most.", names=JANE)
    (hit,) = _found(made, r"trust \S+")
    assert hit.hit == "trust [L05]"
    assert made[0].interview.text[hit.start : hit.end] == "trust Jane Smith"


def test_a_name_is_found_where_names_are_shown() -> None:
    assert _hits(passages("Jane Smith says so."), "jane") == ["Jane"]


def test_the_context_can_be_cut_to_words() -> None:
    (hit,) = _found(passages("one two three trust four five"), "trust", 2)
    assert (hit.left, hit.right) == ("two three ", " four five")


def test_no_context_leaves_the_hit_alone() -> None:
    (hit,) = _found(passages("one trust two"), "trust", 0)
    assert (hit.left, hit.right) == ("", "")


def test_an_expression_that_matches_nothing_at_all_finds_nothing() -> None:
    assert not _hits(passages("abc"), "x*")


def test_offsets_are_code_points_behind_wide_and_broken_signs() -> None:
    (hit,) = _found(passages("\U0001f600 \u4f60 \ud800 trust"), "trust")
    assert (hit.start, hit.end) == (6, 11)


_WORDS = st.lists(
    st.sampled_from(["Jane Smith", "Jane", "Q", "trust", "you", "\u4f60", "L05", "name"]),
    min_size=1,
    max_size=8,
)


@given(_WORDS)
def test_the_parts_of_a_hit_are_the_segment_as_it_may_be_shown(words: list[str]) -> None:
    made = passages("Before Jane.", " ".join(words), names=JANE)
    shown = made[1].text
    assert all(hit.left + hit.hit + hit.right == shown for hit in _found(made[1:], r"\w+"))


@given(_WORDS)
def test_every_word_that_is_no_name_is_found_at_its_own_offsets(words: list[str]) -> None:
    made = passages("Before Jane.", " ".join(words), names=JANE)
    found = _found(made[1:], r"trust|you|l05|name")
    read = [made[1].interview.text[hit.start : hit.end] for hit in found]
    assert read == [word for word in words if word in {"trust", "you", "L05", "name"}]
