"""Which leaders a figure counts, and which of their own passages it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sensecli.model import (
    Actor,
    Analysis,
    Coding,
    Holder,
    Interview,
    Kind,
    Position,
    Stance,
    Status,
)

NO_GROUP = "(no group)"
"""The group of the leaders without one, as it stands in `Finding.by_group`."""

Leaders = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The positions that findings are about, and what each of them rests on.

    `leaders` come in the order of their interviews, each with a group. `positions` and `own` are
    by leader and code; `own` are the codings that the leader holds, of the latest round, as said.
    """

    leaders: Leaders
    groups: Mapping[str, str]
    rounds: Mapping[str, str]
    positions: Mapping[tuple[str, str], Position]
    own: Mapping[tuple[str, str], tuple[Coding, ...]]


def evidence(analysis: Analysis) -> Evidence:
    """The evidence of an analysis, each leader's latest round only."""
    current = analysis.current or analysis.positions
    interviews = sorted(analysis.project.interviews, key=_order)
    rounds = {one.leader: one.round for one in current}
    return Evidence(
        leaders=tuple(rounds),
        groups=_groups(interviews, rounds),
        rounds=rounds,
        positions={(one.leader, one.code): one for one in current},
        own=_own(analysis.codings, interviews, rounds),
    )


def counted(analysis: Analysis, known: Evidence) -> dict[str, dict[str, Leaders]]:
    """The leaders that each figure counts, by code and key, in the order of their interviews.

    Keys are those of the findings' contract; `ladder:done`, `failures:stalled`, `actors:own`,
    `barriers:<code>` and `beside:<code>` are the counts within them.
    """
    barriers = [leaf.id for leaf in analysis.codebook.leaves if leaf.kind is Kind.BARRIER]
    themes = [leaf.id for leaf in analysis.codebook.leaves if leaf.kind is Kind.THEME]
    found: dict[str, dict[str, Leaders]] = {}
    for leaf in analysis.codebook.leaves:
        by_key: dict[str, list[str]] = defaultdict(list)
        for leader in known.leaders:
            for key in _keys(known, leader, leaf.id):
                by_key[key].append(leader)
            others = themes if leaf.kind is Kind.LENS else barriers
            for key in _together(known, leader, leaf.id, others, lens=leaf.kind is Kind.LENS):
                by_key[key].append(leader)
        found[leaf.id] = {key: tuple(leaders) for key, leaders in by_key.items()}
    return found


def in_gap(position: Position | None) -> bool:
    """Whether the leader agrees and does not act."""
    return position is not None and position.endorses and not position.acts


def _keys(known: Evidence, leader: str, code: str) -> Iterable[str]:
    position = known.positions.get((leader, code))
    if position is None:
        return
    if position.failed:
        yield f"failures:{position.failed}"
    if position.stance is None:
        return
    yield "raised"
    yield str(position.stance)
    if position.stance in {Stance.ENDORSE, Stance.MIXED}:
        yield "voiced"
    if not position.endorses:
        return
    yield f"ladder:{position.status}"
    yield "act" if position.acts else "gap"
    for key, holds in (
        ("act_own", position.acts and position.own_side),
        ("committed", position.status is Status.COMMITMENT),
        ("failed", position.failed is not None),
        ("prompted_only", position.prompted_only),
    ):
        if holds:
            yield key
    for actor in _named(known.own.get((leader, code), ())):
        yield f"actors:{actor}"


def _named(said: Sequence[Coding]) -> set[Actor]:
    """Whom a leader looks to: as the actors of a finding are counted."""
    towards = {c.actor for c in said if c.status.rung}
    views = {c.actor for c in said if c.status is Status.NONE}
    named = towards or views or {c.actor for c in said}
    return named - {Actor.UNSPECIFIED} or named


def _together(
    known: Evidence, leader: str, code: str, others: Iterable[str], *, lens: bool
) -> Iterable[str]:
    """The barriers that a leader in the gap names; of a lens, the gaps of one who voices it."""
    here = known.positions.get((leader, code))
    there = {other: known.positions.get((leader, other)) for other in others if other != code}
    if lens and here and here.stance in {Stance.ENDORSE, Stance.MIXED}:
        yield from (f"beside:{other}" for other, position in there.items() if in_gap(position))
    if not lens and in_gap(here):
        yield from (f"barriers:{other}" for other, one in there.items() if one and one.endorses)


def _own(
    codings: Iterable[Coding], interviews: Sequence[Interview], rounds: Mapping[str, str]
) -> dict[tuple[str, str], tuple[Coding, ...]]:
    at = {one.id: (place, one.leader) for place, one in enumerate(interviews)}
    now = {one.id for one in interviews if rounds.get(one.leader) == one.round}
    said: dict[tuple[str, str], list[Coding]] = defaultdict(list)
    held = [c for c in codings if c.holder is Holder.LEADER and c.interview in now]
    for coding in sorted(held, key=lambda c: (at[c.interview][0], c.segment)):
        said[at[coding.interview][1], coding.code].append(coding)
    return {case: tuple(codings) for case, codings in said.items()}


def _groups(interviews: Iterable[Interview], rounds: Mapping[str, str]) -> dict[str, str]:
    """The latest group of each leader that is not empty, the latest round before any other."""
    groups: dict[str, str] = {}
    for one in sorted(interviews, key=lambda i: rounds.get(i.leader) == i.round):
        groups[one.leader] = one.group.strip() or groups.get(one.leader, "")
    return {leader: group or NO_GROUP for leader, group in groups.items()}


def _order(one: Interview) -> tuple[bool, int, bool, str, str]:
    """Interviews follow each other by `order`, then date, then id; those without come last."""
    return (one.order is None, one.order or 0, not one.date, one.date, one.id)
