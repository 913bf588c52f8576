"""In which column of a table does a leader stand, and in which group?"""

from collections.abc import Iterable, Mapping

from sensecli.model import Analysis, Interview, Kind, Position

NO_GROUP = "(no group)"

GAP, ACTS = 0, 1
"""The columns of a theme."""
NAMED = 0
"""The column of a barrier."""


def columns(kind: Kind) -> int:
    """How many columns are counted."""
    return 2 if kind is Kind.THEME else 1


def standing(position: Position, kind: Kind) -> int | None:
    """The column in which a leader is counted; None where they do not agree or do not speak."""
    if not position.endorses:
        return None
    if kind is not Kind.THEME:
        return NAMED
    return ACTS if position.acts else GAP


def groups_of(analysis: Analysis) -> Mapping[str, str]:
    """The group of each leader: the latest that is not empty, of the latest round before others.

    What stands for a leader's name in a group's is an id, and becomes nobody's.
    """
    rounds = {one.leader: one.round for one in analysis.current or analysis.positions}
    found: dict[str, str] = {}
    for one in sorted(analysis.project.interviews, key=lambda i: _age(i, rounds)):
        if one.leader in rounds:
            found[one.leader] = one.group.strip() or found.get(one.leader, "")
    return {leader: _nobodys(group, found) or NO_GROUP for leader, group in found.items()}


def _nobodys(group: str, leaders: Iterable[str]) -> str:
    for leader in leaders:
        group = group.replace(f"[{leader}]", "[name]")
    return group


def _age(one: Interview, rounds: Mapping[str, str]) -> tuple[bool, bool, int, bool, str, str]:
    """Later rounds last; within one by `order`, then date, then id, those without one last."""
    return (
        rounds.get(one.leader) == one.round,
        one.order is None,
        one.order or 0,
        not one.date,
        one.date,
        one.id,
    )
