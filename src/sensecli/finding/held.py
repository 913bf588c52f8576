"""How many leaders hold which position?"""

from collections import Counter
from collections.abc import Iterable, Mapping

from sensecli.model import Position, Status

Held = Mapping[Position, int]
"""Positions, each with the number of leaders who hold it."""


def held(positions: Iterable[Position]) -> Counter[Position]:
    """The positions with their leaders, rounds and actors left out, and how many leaders each has.

    There are only so many different ones on a code, however many the leaders are.
    """
    return Counter(map(nobodys, positions))


def nobodys(position: Position) -> Position:
    """The same position without its leader, round and actors."""
    # Written out: `replace` takes several times as long, and there is one for each position.
    return Position(
        leader="",
        round="",
        code=position.code,
        stance=position.stance,
        status=position.status,
        failed=position.failed,
        prompted_only=position.prompted_only,
        own_side=position.own_side,
    )


def silence(code: str) -> Position:
    """The position, nobody's, of those who are silent on `code`."""
    return Position(
        leader="",
        round="",
        code=code,
        stance=None,
        status=Status.NONE,
        failed=None,
        prompted_only=False,
        own_side=False,
    )
