"""How often, and since when, a thing is done."""

import pytest

from sensecli.coding.language import find_model, parse
from sensecli.coding.timing import at_set_times, noted_since, since


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("We meet on alternate Fridays.", True),
        ("Nowadays we meet.", True),
        ("We now meet.", True),
        ("We meet each March.", True),
        ("We meet, but the garden shuts every night.", False),
        ("We meet.", False),
    ],
)
def test_a_verb_is_told_at_set_times_by_its_own_clause(text: str, *, often: bool) -> None:
    (doc,) = parse([text], model=find_model())
    assert at_set_times(next(t for t in doc if t.text == "meet")) is often


@pytest.mark.parametrize(
    ("text", "dated"),
    [("They have met since May.", True), ("They have met since they were asked.", False)],
)
def test_since_tells_a_time_and_no_reason(text: str, *, dated: bool) -> None:
    (doc,) = parse([text], model=find_model())
    assert since(next(t for t in doc if t.text == "met")) is dated


@pytest.mark.parametrize(
    ("text", "noted"),
    [("A porter on the group since May", True), ("A porter died since May", False)],
)
def test_since_in_a_note_without_a_verb_tells_what_goes_on(text: str, *, noted: bool) -> None:
    (doc,) = parse([text], model=find_model())
    assert any(noted_since(token) for token in doc) is noted
