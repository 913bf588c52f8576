"""Who is to do it, by when and for whom, in the words of a passage."""

from functools import cache

import pytest

from sensecli.coding.language import find_model, parse
from sensecli.coding.promised import Promised, promised
from sensecli.model import Status


@cache
def read(text: str, said: Status = Status.COMMITMENT) -> Promised:
    (doc,) = parse([text], model=find_model())
    return promised(doc, said)


def words(text: str, part: str) -> str:
    span = getattr(read(text), part)
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I've signed off two posts.", "I"),
        ("The finance director will find the money by March.", "The finance director"),
        ("The two of them have agreed to send sisters from 1 May.", "The two of them"),
        ("My deputy and the chair will write to them in May.", "My deputy and the chair"),
        ("He couldn't agree more, and is going to write one himself.", "He"),
        ("It was agreed that the chief nurse will lead it.", "the chief nurse"),
        ("The lease was signed by the trustees in May.", "the trustees"),
        ("The van will go round on Monday.", ""),
        ("Will bring the costings on 6 December", ""),
    ],
)
def test_who_is_to_do_it(text: str, who: str) -> None:
    assert words(text, "who") == who


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "We're going to train them all, some time before Christmas.",
            "some time before Christmas",
        ),
        ("I've signed off a swap, and the first pair goes on 7 November.", "on 7 November"),
        ("We will meet them again one of these days.", "one of these days"),
        ("We will start when the clinics are over, by Easter.", "by Easter"),
        ("I'll ring her next Tuesday.", "next Tuesday"),
        ("Come the spring I'm going to sit with them, not stood in a queue.", "Come the spring"),
        ("I'll raise it at the June forum.", "at the June forum"),
        ("We'll have a plan before the summer recess.", "before the summer recess"),
        ("I'll do it by close of play Friday.", "by close of play Friday"),
        ("I said I'd talk to them before half term and I will.", "before half term"),
        ("We will open the second ward.", ""),
        ("We will open on the second ward.", ""),
        ("It was minuted in March that the board will pay.", ""),
        ("We agreed it on Tuesday and will start in May.", "in May"),
        ("We'll use the spring budget for it.", ""),
        ("We will do it every Friday.", ""),
    ],
)
def test_by_when_it_is_to_be_done(text: str, due: str) -> None:
    assert words(text, "due") == due


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("I've promised the night porters a room by May.", "the night porters"),
        ("We have agreed with the county council to share a driver.", "the county council"),
        ("I've given the board my word on it.", "the board"),
        ("I've given forty minutes of it to the physios.", "the physios"),
        ("We're going to write to them again.", "them"),
        ("I will ring Helen Dray and tell her in May.", "Helen Dray"),
        ("I promised them a lift and will report to the board.", "them"),
        ("We'll bring something on that to a committee.", "a committee"),
        ("The bus will take it to Cardiff on Monday.", ""),
        ("We've agreed to send sisters over there.", ""),
        ("I'll put them up for the chief nurse's badge.", ""),
        ("We will open in May.", ""),
    ],
)
def test_to_whom_it_is_promised(text: str, to: str) -> None:
    assert words(text, "to") == to


def test_every_part_is_a_stretch_of_the_passage() -> None:
    text = "  I\u2019ll send the governors a paper by 1\u00a0May."
    found = read(text)
    assert (text[slice(*found.who or (0, 0))], text[slice(*found.to or (0, 0))]) == (
        "I",
        "the governors",
    )


def test_a_passage_without_a_sign_has_no_doer() -> None:
    assert read("The beds are old.", Status.INTENTION) == Promised()
