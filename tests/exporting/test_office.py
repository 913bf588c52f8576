"""What Word and PowerPoint files have in common."""

import pytest

from sensecli.exporting.office import cut, directions, held, one_line, right_to_left
from tests.exporting.paper import RTL


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b", "a\ufffeb", "a\x0bb"])
def test_what_xml_cannot_hold_is_taken_out(text: str) -> None:
    assert held(text) == "ab"


def test_tabs_line_breaks_and_emoji_stay() -> None:
    assert held("a\tb\n👩‍👧") == "a\tb\n👩‍👧"


def test_a_line_has_no_line_breaks() -> None:
    assert one_line(" a\n\n b\u2028c ") == "a b c"


def test_a_short_text_is_not_cut() -> None:
    assert cut("People come first.", 18) == "People come first."


def test_a_long_text_is_cut_between_words() -> None:
    assert cut("People come first, always.", 18) == "People come first…"


def test_a_long_word_is_cut_inside() -> None:
    assert cut("x" * 5000, 280) == f"{'x' * 279}…"


@pytest.mark.parametrize(
    ("text", "backwards"),
    [(RTL, True), ("a", False), ("", False), ("1", False), (f"{RTL}: 3 of 4 agree on it", False)],
)
def test_most_letters_tell_the_direction(text: str, *, backwards: bool) -> None:
    assert right_to_left(text) is backwards


def test_a_text_falls_into_stretches_of_one_direction() -> None:
    assert list(directions(f"{RTL}: 3 of 4")) == [(f"{RTL}: 3 ", True), ("of 4", False)]


def test_the_stretches_are_the_text() -> None:
    text = f"a {RTL} b 12 {RTL}"
    assert "".join(stretch for stretch, _ in directions(text)) == text
