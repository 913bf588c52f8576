"""Whether two passages are about the same thing, measured on pairs written for it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sensecli.coding.alike import Alike, alike, content_words
from sensecli.coding.encoder import find_encoder
from sensecli.coding.language import ModelName
from sensecli.coding.tools import Tools
from sensecli.finding.contradictions import FLOOR
from tests.builders import a_codebook

# Actions that a plan calls done, and what a leader might say; both invented.
ACTIONS = (
    "Establish a porters' forum with elected members",
    "Publish the shared workforce vision document",
    "Deliver six co-design workshops for outpatient staff",
    "Introduce thank-you cards for ward teams",
    "Roll out buddy scheme for newly qualified nurses",
    "Grant physiotherapists authority to order MRI scans",
    "Set up monthly reflective practice groups",
    "Open a quiet room for night staff at Thornley",
    "Launch staff suggestion box on the intranet",
    "Run leadership listening visits to community clinics",
)
SAME = (
    ("The porters' forum was announced in March and it has never sat.", 0),
    ("There was going to be a vision for the workforce; it stuck at draft four.", 1),
    ("The workshops for outpatients were cancelled after the second one.", 2),
    ("Buddies for the new nurses lasted one intake.", 4),
    ("Our physios were promised they could order scans, but it's stuck in a committee.", 5),
    ("The reflective groups fell away when the psychologist went.", 6),
    ("The quiet room at Thornley has been turned into a store.", 7),
    ("The suggestion box went live and no one has read a single suggestion.", 8),
    ("I said I'd visit the clinics to listen and I haven't.", 9),
)
OTHER = (
    "They pulled the funding for the Friday drop-in.",
    "No one from the wards was consulted about the rota.",
    "The newsletter stopped in the summer.",
    "The nurses' bursary was withdrawn.",
    "My own team has not had a day out together for years.",
    "Physios have not been asked about the new car park.",
    "There was a plan for an academy, and it was shelved.",
    "The long-service lunch has lapsed.",
    "We started a choir and it was stopped.",
)
RULES = Tools(a_codebook(), ModelName("none", "0", "0", Path()))
ENCODER = replace(RULES, encoder=find_encoder(checked=False))


@cache
def _alike(tools: Tools) -> Alike:
    return alike([*ACTIONS, *(text for text, _ in SAME), *OTHER], tools)


def _ranked(text: str, tools: Tools) -> tuple[float, int]:
    likeness = _alike(tools)
    return max((likeness(text, action), -number) for number, action in enumerate(ACTIONS))


@pytest.mark.parametrize("tools", [RULES, ENCODER], ids=["rules", "encoder"])
def test_most_of_what_is_about_the_same_thing_is_told(tools: Tools) -> None:
    found = [_ranked(text, tools) for text, _ in SAME]
    right = [
        number == -at and sure >= FLOOR for (sure, at), (_, number) in zip(found, SAME, strict=True)
    ]
    assert sum(right) >= 8


@pytest.mark.parametrize("tools", [RULES, ENCODER], ids=["rules", "encoder"])
def test_what_is_only_on_the_same_theme_is_not_listed(tools: Tools) -> None:
    assert [text for text in OTHER if _ranked(text, tools)[0] >= FLOOR] == []


def test_it_is_the_same_both_ways_and_from_0_to_1() -> None:
    likeness = _alike(ENCODER)
    for one in ACTIONS:
        for text, _ in SAME:
            there, back = likeness(one, text), likeness(text, one)
            assert there == back
            assert 0 <= there <= 1


def test_one_word_in_common_with_a_brief_passage_is_not_enough() -> None:
    likeness = alike(["Publish the vision", "A vision.", *OTHER], RULES)
    assert likeness("Publish the vision", "A vision.") < 0.5


def test_forms_of_a_word_are_one_word() -> None:
    assert content_words("The sisters' visits") == content_words("a sister visited")


def test_of_words_that_say_nothing_nothing_is_alike() -> None:
    assert alike(["It is.", "That was it."], RULES)("It is.", "That was it.") == 0
