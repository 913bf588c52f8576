from itertools import product

import pytest

from sensecli.finding.movement import direction, theme_movements
from sensecli.finding.positions import positions
from sensecli.finding.talked import Talked
from sensecli.model import Coding, Direction, Stance, Status, ThemeMovement
from tests.builders import a_codebook, a_coding, a_position, an_interview

_ROUNDS = ("2022", "2023")
_LEADERS = ("L01", "L02", "L03")
_INTERVIEWS = [
    an_interview(id=f"{leader}-{name}", leader=leader, round=name)
    for leader, name in product(_LEADERS, _ROUNDS)
]


def _said(leader: str, name: str, **values: object) -> Coding:
    return a_coding(interview=f"{leader}-{name}", **values)  # type: ignore[arg-type]


def _moved(*codings: Coding) -> tuple[ThemeMovement, ...]:
    book = a_codebook()
    held = positions(codings, _INTERVIEWS, book)
    stands = {(one.leader, one.round, one.code): one for one in held}
    return theme_movements(stands, _ROUNDS, _LEADERS, book, Talked(codings, _INTERVIEWS))


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ({"status": "none"}, {"status": "aspiration"}, "up"),
        ({"status": "done"}, {"status": "underway"}, "down"),
        ({"status": "intention"}, {"status": "intention"}, "same"),
        ({"stance": "oppose", "status": "done"}, {"status": "none"}, "up"),
        ({"status": "underway"}, {"stance": "mixed", "status": "done"}, "down"),
        ({"stance": "oppose"}, {"stance": "neutral"}, "same"),
        ({"status": "none"}, {"failed": "stalled"}, "down"),
        ({"failed": "inaction"}, {"status": "none"}, "up"),
        ({"failed": "inaction"}, {"failed": "stalled"}, "same"),
        ({"status": "done"}, {"status": "done", "failed": "stalled"}, "down"),
        ({"failed": "stalled"}, {"status": "intention", "failed": "stalled"}, "up"),
    ],
)
def test_a_leader_moves_by_the_rung_and_on_one_rung_by_the_failure(
    before: dict[str, str], after: dict[str, str], way: str
) -> None:
    assert direction(a_position(**before), a_position(**after)) is Direction(way)  # type: ignore[arg-type]


def test_there_and_back_are_opposite_ways() -> None:
    every = [
        a_position(stance=stance, status=status, failed=failed)
        for stance in (*Stance, None)
        for status in Status
        if not status.failed
        for failed in (None, Status.STALLED, Status.INACTION)
    ]
    back = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
    ways = {direction(one, other) for one, other in product(every, every)}
    assert ways == set(Direction)
    assert all(
        direction(other, one) is back.get(way := direction(one, other), way)
        for one, other in product(every, every)
    )


def test_a_move_has_the_passages_of_both_rounds() -> None:
    (theme,) = _moved(
        _said("L01", "2022", segment=2, status="intention"),
        _said("L01", "2022", segment=3),
        _said("L01", "2023", segment=4),
        _said("L01", "2023", segment=5, status="done"),
    )
    (move,) = theme.moves
    assert move.said is not None
    assert move.says is not None
    assert (move.said.place, move.says.place) == ("L01-2022:2", "L01-2023:5")


def test_a_move_that_a_failure_makes_shows_the_failure() -> None:
    (theme,) = _moved(
        _said("L01", "2022"),
        _said("L01", "2023", segment=4),
        _said("L01", "2023", segment=5, status="stalled"),
    )
    (move,) = theme.moves
    assert move.says is not None
    assert (move.direction, move.says.status) == (Direction.DOWN, Status.STALLED)


def test_silence_is_no_move_and_has_no_quote() -> None:
    (theme,) = _moved(
        _said("L01", "2022", status="done"), _said("L02", "2022"), _said("L02", "2023")
    )
    assert (theme.up, theme.down, theme.same) == (0, 0, 1)
    assert [(one.leader, one.silent, one.says is None) for one in theme.moves] == [
        ("L01", True, True),
        ("L02", False, False),
    ]


def test_the_paired_figures_are_over_all_who_were_met_twice() -> None:
    (theme,) = _moved(
        _said("L01", "2022", status="done"),
        _said("L02", "2022"),
        _said("L02", "2023", status="underway"),
    )
    assert (theme.endorse.n, theme.endorse.before, theme.endorse.after) == (3, 2, 1)
    assert (theme.act.before, theme.act.after, theme.act.gained, theme.act.lost) == (1, 1, 1, 1)


def test_only_themes_that_somebody_speaks_of_are_there_and_the_most_moved_come_first() -> None:
    found = _moved(
        _said("L01", "2022", code="people"),
        _said("L01", "2023", code="people"),
        _said("L01", "2022", code="learning"),
        _said("L01", "2023", code="learning", status="done"),
        _said("L01", "2022", code="money"),
    )
    assert [one.code for one in found] == ["learning", "people"]


def test_what_others_hold_moves_nobody() -> None:
    assert _moved(_said("L01", "2023", status="done", holder="other")) == ()
