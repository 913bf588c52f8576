"""What is wrong with an expression, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.searching.faults import Fault, fault


@pytest.mark.parametrize("text", ["a", r"\btrust\w*", "(a|b)+", "[)]", r"\(", "", "[]a(]b"])
def test_an_expression_that_can_be_run_has_no_fault(text: str) -> None:
    assert fault(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("abc(def", 3),
        ("(a)(b", 3),
        (r"[(]\((b", 5),
        ("abc)def", 3),
        ("abc[def", 3),
        ("\u00e9[", 1),
        ("a**", 1),
        ("a|*", 2),
        ("*a", 0),
        ("a*b(?=c)", 3),
        (r"(a)\1", 3),
        ("ab\\", 2),
        ("a{2,1}", 1),
        ("a[z-a]", 2),
    ],
)
def test_the_place_of_a_fault_is_known(text: str, place: int) -> None:
    found = fault(text)
    assert found is not None
    assert found.place == place


def test_a_fault_is_told_in_plain_words() -> None:
    assert fault("a(?=b)") == Fault("looking ahead is not possible here", 1)


def test_what_would_be_too_large_is_refused() -> None:
    found = fault("((((x{99}){99}){9}))")
    assert found is not None


@given(st.text(alphabet=r"ab()[]{}*+?|\^$.-1,:=<", max_size=12))
def test_a_fault_lies_within_the_expression(text: str) -> None:
    found = fault(text)
    assert found is None or found.place is None or 0 <= found.place < len(text)
