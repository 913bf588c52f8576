"""Where a leader stands, in words."""

from sensecli.exporting.standing import stands
from sensecli.model import Kind, Stance, Status
from tests.builders import a_position


def test_where_a_leader_stands() -> None:
    position = a_position(status=Status.DONE, failed=Status.STALLED, prompted_only=True)
    assert stands(position, Kind.THEME) == (
        "agrees; done, not on their own side; said to have failed: stalled; only when prompted"
    )


def test_silence_is_called_silence() -> None:
    assert stands(a_position(stance=None), Kind.THEME) == "silent"


def test_mixed_views_are_both() -> None:
    assert stands(a_position(stance=Stance.MIXED), Kind.THEME) == "for and against"


def test_a_barrier_that_a_leader_names_is_in_the_way() -> None:
    assert stands(a_position(code="money"), Kind.BARRIER) == "in the way"
