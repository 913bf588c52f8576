"""A sentence cut into clauses, and which of them speak of a theme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding.clauses import Clause, clauses, reach

TEXTS = st.text(alphabet="ab ,;:.-?!\"'’“Iwethey butsoß\n", max_size=60) | st.text(max_size=40)


def cut(text: str) -> list[str]:
    return [text[part.start : part.end] for part in clauses(text)]


def reached(text: str, own: list[str], others: list[str]) -> list[str]:
    """The clauses that speak of the theme with the cues `own`; `others` are other themes'."""

    def spans(words: list[str]) -> list[tuple[int, int]]:
        return [(text.index(word), text.index(word) + len(word)) for word in words]

    return [text[part.start : part.end] for part in reach(clauses(text), spans(own), spans(others))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We ran it but it fizzled out.", ["We ran it", " but it fizzled out."]),
        ("We ran it; it went.", ["We ran it", "; it went."]),
        ("One thing: money.", ["One thing", ": money."]),
        ("We met, so it runs.", ["We met", ", so it runs."]),
        ("It runs because we met.", ["It runs", " because we met."]),
        ("We met, and nobody came.", ["We met", ", and nobody came."]),
        ("We met -- it went.", ["We met", " -- it went."]),
        ("It’s fine, it’s ours.", ["It’s fine", ", it’s ours."]),
        ("Full. Nobody rests.", ["Full", ". Nobody rests."]),
    ],
)
def test_a_joint_begins_a_clause(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize(
    "text",
    ["A well-run clinic.", "We met at 10:30.", "Nurses, physios and GPs.", "But no.", "Full."],
)
def test_what_joins_no_clauses_stays_whole(text: str) -> None:
    assert cut(text) == [text]


def test_an_empty_text_has_no_clauses() -> None:
    assert clauses("") == ()


@given(TEXTS)
def test_clauses_cover_the_whole_text_in_order(text: str) -> None:
    assert "".join(cut(text)) == text
    assert "" not in cut(text)


def test_a_clause_holds_what_begins_in_it() -> None:
    assert Clause(2, 6).holds(2, 9)
    assert Clause(2, 6).holds(5, 6)
    assert not Clause(2, 6).holds(6, 9)


def test_a_clause_holds_what_reaches_into_it() -> None:
    assert Clause(2, 6).holds(0, 3)
    assert not Clause(2, 6).holds(0, 2)


def test_a_theme_alone_reaches_the_whole_sentence() -> None:
    text = "We ran a clinic, but it fizzled out."
    assert "".join(reached(text, ["clinic"], [])) == text


def test_a_theme_does_not_reach_into_anothers_clause() -> None:
    text = "We need a clinic, but the huddle has stopped."
    assert reached(text, ["clinic"], ["huddle"]) == ["We need a clinic"]
    assert reached(text, ["huddle"], ["clinic"]) == [", but the huddle has stopped."]


def test_a_clause_without_a_theme_belongs_to_the_one_before_it() -> None:
    text = "We ran a clinic, but it fizzled out; the huddle goes on."
    assert reached(text, ["clinic"], ["huddle"]) == ["We ran a clinic", ", but it fizzled out"]
    assert reached(text, ["huddle"], ["clinic"]) == ["; the huddle goes on."]


def test_a_clause_without_a_theme_before_it_belongs_to_the_one_after() -> None:
    text = "It fizzled out, but the clinic goes on; the huddle does not."
    assert reached(text, ["clinic"], ["huddle"])[0] == "It fizzled out"


def test_themes_in_one_clause_share_it() -> None:
    text = "We need a clinic and a huddle; nobody acts."
    assert reached(text, ["clinic"], ["huddle"]) == reached(text, ["huddle"], ["clinic"])


def test_a_theme_without_cues_reaches_everything() -> None:
    parts = clauses("We met; it went.")
    assert reach(parts, [], [(0, 2)]) == parts


@given(TEXTS, st.data())
def test_a_reach_is_in_order_and_holds_the_themes_own_clauses(
    text: str, data: st.DataObject
) -> None:
    parts = clauses(text)
    places = st.integers(0, max(len(text) - 1, 0)).map(lambda at: (at, at + 1))
    own = data.draw(st.lists(places, min_size=1, max_size=2))
    others = data.draw(st.lists(places, max_size=2))
    found = reach(parts, own, others)
    assert list(found) == [part for part in parts if part in found]
    assert {part for part in parts if any(part.holds(*span) for span in own)} <= set(found)
