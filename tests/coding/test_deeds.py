"""How an event is told, and what is done, kept up or bidden, by the parse."""

import pytest

from sensecli.coding.deeds import deeds
from sensecli.coding.events import Told, told_as
from sensecli.coding.language import find_model, parse
from sensecli.model import Status

TOLD = [
    ("We opened the garden.", "opened", Told.FACT),
    ("I don't think they asked the porters.", "asked", Told.DENIED),
    ("She didn't realise that the porters had left.", "left", Told.FACT),
    ("They managed to move the scanner.", "move", Told.FACT),
    ("They failed to move the scanner.", "move", Told.DENIED),
    ("They want to move the scanner.", "move", Told.OPEN),
    ("He will move the scanner.", "move", Told.OPEN),
    ("Move the scanner!", "Move", Told.OPEN),
    ("Nobody moved the scanner.", "moved", Told.DENIED),
    ("Did they move the scanner?", "move", Told.OPEN),
    ("Why did they move the scanner?", "move", Told.FACT),
]
DONE = [
    ("We send a driver to the villages.", Status.UNDERWAY),
    ("We rang the drivers.", Status.DONE),
    ("Ring the drivers first.", Status.ASPIRATION),
    ("She had the maps framed.", Status.DONE),
    ("On Tuesdays I visit the hostels.", Status.UNDERWAY),
    ("They have shared a van since May.", Status.UNDERWAY),
    ("Two porters in the garden since May", Status.UNDERWAY),
]
NOTHING = [
    "Look, it is late.",
    "Tell me about the garden.",
    "We'd three gardens.",
    "We had two gardens shut.",
    "They ask who is paying.",
    "The report was held back.",
    "No porters in the garden since May",
]


@pytest.mark.parametrize(("text", "word", "told"), TOLD)
def test_an_event_is_told_as_fact_as_denied_or_left_open(text: str, word: str, told: Told) -> None:
    (doc,) = parse([text], model=find_model())
    assert told_as(next(token for token in doc if token.text == word)) is told


@pytest.mark.parametrize(("text", "status"), DONE)
def test_what_we_do_or_did_or_are_bidden_is_a_deed(text: str, status: Status) -> None:
    (doc,) = parse([text], model=find_model())
    assert [deed.status for deed in deeds(doc)] == [status]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_keeps_talk_going_or_befalls_is_no_deed(text: str) -> None:
    (doc,) = parse([text], model=find_model())
    assert deeds(doc) == ()
