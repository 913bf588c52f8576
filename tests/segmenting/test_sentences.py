"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.segmenting.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. Hale came in.",
        "We met at 9 a.m. on the ward.",
        "There were approx. 40 of them.",
        "Less. [laughs]",
        "See No. 7 for that.",
        "It went to J. R. Hartley and stayed there.",
        "The ... I think that is right.",
        'She said "no." and left.',
        "They wait, e.g. Mondays, for a bed.",
    ],
)
def test_what_ends_no_sentence_stays_whole(whole: str) -> None:
    assert cut(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("No. I don't think so.", ["No.", "I don't think so."]),
        ('"It never ran." She sighed.', ['"It never ran."', "She sighed."]),
        ("Why? Nobody asked!", ["Why?", "Nobody asked!"]),
        ("It trailed off... Then he rang.", ["It trailed off...", "Then he rang."]),
        ("One.\nTwo.", ["One.", "Two."]),
    ],
)
def test_sentences_part_at_their_ends(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@given(st.text(alphabet="aB .!?\"'…\n[]()é😀", max_size=80))
def test_spans_are_in_order_and_cover_all_that_is_no_space(text: str) -> None:
    spans = list(sentences(text))
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = "".join("".join(text[a:b].split()) for a, b in spans)
    assert kept == "".join(text.split())
