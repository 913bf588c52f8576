"""What gives persons away by its form. All numbers are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.searching.suspects import bare_initials, is_nhs_number, suspects


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], str(one.kind)) for one in suspects(text)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("mail jo.carr@nhs.example soon", "jo.carr@nhs.example", "email"),
        ("ring 01632 960 123 now", "01632 960 123", "phone"),
        ("ring +44 (0)1632 960123 now", "+44 (0)1632 960123", "phone"),
        ("NHS no. 943 476 5919.", "943 476 5919", "NHS number"),
        ("at LS1 4AP, near", "LS1 4AP", "postcode"),
        ("born on 3 May 1961 in", "3 May 1961", "date of birth"),
        ("DOB: 03/05/61", "03/05/61", "date of birth"),
        ("Sister Petrie said", "Petrie", "title"),
        ("old Mr. Pike-Lowe retired", "Pike-Lowe", "title"),
    ],
)
def test_such_a_form_is_suspected(text: str, words: str, kind: str) -> None:
    assert _found(text) == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "943 476 5918",
        "in 2019 2020 and 2021",
        "my sister said",
        "Nurse Director",
        "[L05]@nhs.example",
        "version 3.11.2",
        "born in 1961",
        "Dr [L05]",
        "GP2 and B4",
    ],
)
def test_any_other_form_is_not(text: str) -> None:
    assert _found(text) == []


@given(st.integers(0, 999_999_999))
def test_one_check_digit_at_most_makes_an_nhs_number(number: int) -> None:
    assert sum(is_nhs_number(f"{number:09d}{digit}") for digit in range(10)) <= 1


def test_known_initials_by_themselves_are_suspected() -> None:
    text = "JS agreed, as JSB did not."
    assert [text[one.start : one.end] for one in bare_initials(text, ("JS",))] == ["JS"]


def test_without_known_initials_none_are() -> None:
    assert list(bare_initials("JS agreed", ())) == []
