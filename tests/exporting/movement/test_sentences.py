"""What moved, in sentences."""

from dataclasses import replace

import pytest

from sensecli.exporting.movement.sentences import (
    FATES,
    kept_sentence,
    met_sentences,
    moved_sentence,
    movement_headline,
    still_sentence,
    stretch_sentences,
    stretches,
)
from sensecli.model import Comparison, Fate, Promise, Turnover
from tests.exporting.followed import SAID, a_between, a_comparison, a_moved


def _promised(*fates: Fate) -> str:
    found = [Promise("L01", "people", SAID, fate) for fate in fates]
    return kept_sentence(a_between(promises=found))


@pytest.mark.parametrize(
    ("fates", "said"),
    [
        ([], ""),
        ([Fate.KEPT], "The one undertaking of round 1 was kept."),
        (
            [Fate.FAILED, Fate.FAILED],
            "Of 2 undertakings of round 1, neither was kept and both failed.",
        ),
        (
            [Fate.KEPT, Fate.KEPT, Fate.TALKED_ABOUT, Fate.VANISHED],
            (
                "Of 4 undertakings of round 1, 2 were kept, 1 is still being talked about and 1 was"
                " not mentioned again."
            ),
        ),
    ],
)
def test_what_became_of_undertakings(fates: list[Fate], said: str) -> None:
    assert _promised(*fates) == said


def test_every_fate_has_its_words() -> None:
    assert set(FATES) == set(Fate)


@pytest.mark.parametrize(
    ("up", "down", "said"),
    [
        (4, 1, "moved up the ladder 4 times and down once, most of all on People (4 up, 1 down)."),
        (2, 0, "moved up the ladder twice and never down, most of all on People (2 up)."),
        (0, 3, "moved down the ladder 3 times and never up, most of all on People (3 down)."),
        (0, 0, "stand where they stood."),
    ],
)
def test_who_moved_which_way(up: int, down: int, said: str) -> None:
    between = a_between(themes=[a_moved(up=up, down=down)])
    assert moved_sentence(between) == f"The 2 leaders met in both rounds {said}"


def test_where_nobody_was_met_again_no_movement_is_told() -> None:
    nobody = replace(a_between(), turnover=Turnover((), ("L01",), ("L22",)))
    assert moved_sentence(nobody).startswith("No leader was met in both rounds")


def test_new_leaders_are_kept_apart_and_changed_roles_are_told() -> None:
    assert met_sentences(a_between()) == (
        "2 leaders were met in both rounds.",
        "Met in round 1 only: L03.",
        "New in round 2, and counted in no movement: L22.",
        "In another role or organisation now: L01 (Matron \u2192 Director of Nursing).",
    )


def test_themes_on_which_nobody_moved_are_counted() -> None:
    assert still_sentence(a_between()) == "Nobody moved on 1 further theme."


def test_the_headline_is_not_said_twice() -> None:
    told = movement_headline(a_comparison())
    assert told == kept_sentence(a_between())
    assert told not in stretch_sentences(a_between(), told=told)
    assert told in stretch_sentences(a_between())


def test_of_three_rounds_the_headline_is_from_the_first_to_the_last() -> None:
    whole = replace(a_between(promises=()), after="round 3")
    three = a_comparison(a_between(), a_between(), overall=whole)
    assert stretches(three)[-1] is whole
    assert movement_headline(three) == moved_sentence(whole)


def test_one_round_cannot_be_compared() -> None:
    alone = Comparison(a_comparison().rounds[:1], ())
    assert movement_headline(alone).startswith("There is one round of interviews only")
