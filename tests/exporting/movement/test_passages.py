"""Promises and moves with their two quotes."""

from dataclasses import replace

from sensecli.exporting.movement.passages import moves, promises, referenced, references
from sensecli.model import Direction, Fate, Promise
from tests.builders import a_position
from tests.exporting.followed import SAID, SAYS, a_between, a_moved


def test_promises_are_told_by_what_became_of_them() -> None:
    kept, gone = promises(a_between(), {"people": "People", "learning": "Learning"})
    assert kept[0] == "Kept: 1 of 2"
    assert gone[0] == "Not mentioned again: 1 of 2"
    (one,) = kept[1]
    assert one.said
    assert one.says
    assert (one.label, one.said.place, one.says.place) == ("People", "L01:1", "L01:14")


def test_a_promise_that_vanished_has_one_quote() -> None:
    _, (_, (gone,)) = promises(a_between(), {})
    assert gone.said
    assert gone.says is None
    assert gone.label == "learning"


def test_a_move_says_from_where_to_where() -> None:
    (one,) = moves(a_between().themes[0])
    assert one.way == "up: agrees; intention \u2192 agrees; done"


def test_a_move_refers_to_both_of_its_quotes() -> None:
    theme = a_between().themes[0]
    assert referenced(theme) == "up: L01 (L01:1; L01:14)"
    (one,) = moves(theme)
    assert references(one) == f"L01 {one.way} (L01:1; L01:14)"


def test_silence_in_one_round_is_no_move() -> None:
    (move,) = a_between().themes[0].moves
    quiet = replace(move, after=a_position(stance=None), direction=Direction.DOWN, says=None)
    theme = a_moved(moves=[quiet])
    assert moves(theme) == ()
    assert referenced(theme) == ""


def test_a_theme_without_moves_refers_to_nothing() -> None:
    assert referenced(a_moved()) == ""


def test_a_promise_on_no_theme_says_so() -> None:
    said = replace(SAID, code="")
    between = a_between(
        promises=[Promise("L01", "", said, Fate.KEPT, replace(SAYS, code="people"))]
    )
    ((_, (one,)),) = promises(between, {"people": "People"})
    assert one.said
    assert one.says
    assert (one.label, one.said.code, one.says.code) == ("On no theme", "", "people")
