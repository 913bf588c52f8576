"""Where cues stand, kept code by code: what is read again is what was found."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.coding.cued import Found, cued
from sensecli.coding.cues import Hit
from sensecli.coding.tools import Tools
from sensecli.model import Codebook, Cue, Node, Segment, Speaker
from tests.coding.kept import BOOK, CLINIC, DATES, MONEY, a_book, by_rules, changed, watched

SAID = ("The clinic costs money.", "", "Money talks in May.", "José and the funding of José.")


def segments(*texts: str) -> tuple[Segment, ...]:
    return tuple(
        Segment("L01", number, 0, len(text), text, Speaker.NOTES, turn=0)
        for number, text in enumerate(texts, start=1)
    )


def found(talks: Sequence[Sequence[str]], tools: Tools) -> list[list[dict[str, tuple[Hit, ...]]]]:
    """The hits in each passage of each talk, by tools as a new process has them."""
    own = replace(tools)
    given_: tuple[Found, ...] = cued([segments(*texts) for texts in talks], own)
    own.store.close()
    return [[dict(one) for one in talk] for talk in given_]


def test_the_hits_of_each_code_stand_by_passage_in_order_of_place() -> None:
    (talk,) = found([SAID], by_rules())
    first, empty, third, fourth = talk
    assert first == {
        "clinic": (Hit("clinic", 4, 10, "clinic"),),
        "money": (Hit("money", 17, 22, "money"),),
    }
    assert empty == {}
    # "Money talks" is an exclusion.
    assert third == {"dates": (Hit("dates", 15, 18, "May", found=True),)}
    assert [(hit.start, hit.cue) for hit in fourth["dates"]] == [(0, "José"), (24, "José")]


@pytest.mark.parametrize("talks", [[SAID], [SAID, SAID[:1], ()], [()], []])
def test_what_is_kept_is_read_as_it_was_found(tmp_path: Path, talks: list[tuple[str, ...]]) -> None:
    expected = found(talks, by_rules())
    assert found(talks, by_rules(tmp_path)) == expected
    with watched() as work:
        assert found(talks, by_rules(tmp_path)) == expected
    assert work.matched == []


def test_a_code_without_a_hit_is_not_looked_for_again(tmp_path: Path) -> None:
    talks = [("Nothing of it.",)]
    found(talks, by_rules(tmp_path))
    with watched() as work:
        assert found(talks, by_rules(tmp_path)) == [[{}]]
    assert work.matched == []


def test_a_codebook_without_codes_finds_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        assert found([SAID], by_rules(tmp_path, a_book())) == [[{}, {}, {}, {}]]


def test_two_codes_of_the_same_cues_are_each_found(tmp_path: Path) -> None:
    book = a_book(CLINIC, changed(CLINIC, id="other"))
    for _ in range(2):
        assert set(found([SAID], by_rules(tmp_path, book))[0][0]) == {"clinic", "other"}


@pytest.mark.parametrize(
    "other",
    [
        changed(CLINIC, id="other"),
        changed(CLINIC, cues=()),
        changed(CLINIC, cues=(*CLINIC.cues, Cue(phrase="room"))),
        changed(CLINIC, cues=(Cue(regex="clinic"),)),
        changed(CLINIC, cues=(Cue(phrase="Clinic"),)),
        changed(CLINIC, exclusions=(Cue(phrase="room"),)),
        changed(CLINIC, cues=(), exclusions=CLINIC.cues),
    ],
)
def test_other_cues_or_exclusions_have_another_print(other: Node) -> None:
    (own,), (others,) = (by_rules(book=a_book(one)).prints.values() for one in (CLINIC, other))
    assert own != others


def test_what_finds_nothing_is_not_in_the_print() -> None:
    other = changed(CLINIC, label="Room", proposition="none", definition="A room.", color="#000000")
    assert by_rules(book=a_book(CLINIC)).prints == by_rules(book=a_book(other)).prints


CUES = st.sampled_from(
    [
        *(Cue(phrase=one) for one in ("clinic", "fund*", "José", "money talks", "May", "é")),
        *(Cue(regex=one) for one in (r"\b[mM]\w+", r"\d+", "é")),
    ]
)
NODES = st.builds(
    Node,
    id=st.sampled_from(["a", "b", "c"]),
    label=st.just("A code"),
    cues=st.lists(CUES, max_size=3).map(tuple),
    exclusions=st.lists(CUES, max_size=1).map(tuple),
)
BOOKS = st.lists(NODES, max_size=3, unique_by=lambda node: node.id).map(
    lambda nodes: a_book(*nodes)
)
TEXTS = st.lists(
    st.sampled_from(
        [
            "clinic ",
            "funding ",
            "José",
            "e\u0301",
            "money talks ",
            "May ",
            "12",
            "\ud800",
            "💰",
            "é ",
        ]
    ),
    max_size=8,
).map("".join)
TALKS = st.lists(st.lists(TEXTS, max_size=3).map(tuple), min_size=1, max_size=3)


@settings(max_examples=40)
@given(runs=st.lists(st.tuples(BOOKS, TALKS), min_size=2, max_size=4))
def test_after_whatever_runs_what_is_found_is_what_is_there(
    runs: list[tuple[Codebook, list[tuple[str, ...]]]],
) -> None:
    with TemporaryDirectory() as folder:
        for book, talks in runs:
            expected = found(talks, by_rules(book=book))
            assert found(talks, by_rules(Path(folder), book)) == expected
            with watched() as work:
                assert found(talks, by_rules(Path(folder), book)) == expected
            assert work.matched == []


def test_the_codes_of_the_project_are_all_found() -> None:
    """Else the claims above would hold of nothing."""
    (talk,) = found([SAID], by_rules())
    assert {code for one in talk for code in one} == {one.id for one in BOOK.codes}
    assert {MONEY.id, DATES.id} < {one.id for one in BOOK.codes}
