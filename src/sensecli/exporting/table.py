"""An analysis as flat tables: what every tabular format is written from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sensecli.exporting.figures import finding_scalars
from sensecli.exporting.leaders import leader_attributes
from sensecli.model import Analysis, Coding, Interview, Position

Cell = str | int | float | bool | None
"""None is an empty cell."""

COLUMNS = (
    "interview",
    "segment",
    "start",
    "end",
    "text",
    "code",
    "stance",
    "status",
    "actor",
    "holder",
    "prompted",
    "speaker",
    "cue",
    "rule",
    "coder",
    "confidence",
    "leader",
    "round",
    "role",
    "organisation",
    "group",
    "date",
    "order",
)
"""The columns of the coded-segment table that other people's scripts rely on, in order."""

SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def codings_table(analysis: Analysis) -> Table:
    """One row for each coding, whoever holds it: `COLUMNS`, then the other attributes.

    Those come in the order in which they are first seen; the leader's and interviewer's names
    among them only where the analysis shows names. A name that is taken gets " (attribute)".
    """
    interviews = {one.id: one for one in analysis.project.interviews}
    others = {id_: _others(one) for id_, one in interviews.items()}
    names = tuple(dict.fromkeys(name for held in others.values() for name in held))
    return Table(
        columns=(*COLUMNS, *names),
        rows=tuple(
            _coding(coding, interviews.get(coding.interview))
            + tuple(others.get(coding.interview, {}).get(name) for name in names)
            for coding in analysis.codings
        ),
    )


def coding_rows(analysis: Analysis) -> tuple[dict[str, Cell], ...]:
    """The rows of the coded-segment table, each cell under its column."""
    return keyed(codings_table(analysis))


def keyed(table: Table) -> tuple[dict[str, Cell], ...]:
    """The rows of a table, each cell under its column."""
    return tuple(dict(zip(table.columns, row, strict=True)) for row in table.rows)


def positions_table(analysis: Analysis) -> Table:
    """One row for each leader, round and code, the silent ones included."""
    attributes = leader_attributes(analysis.project.interviews)
    rows = tuple(_position(one, attributes.get(one.leader, {})) for one in analysis.positions)
    return _from_keyed(
        "leader round code stance status rung failed acts own_side prompted_only actors"
        " group organisation role",
        rows,
    )


def findings_table(analysis: Analysis) -> Table:
    """One row for each finding on a theme, then on a lens, then on a barrier."""
    lenses = [lens.finding for lens in analysis.lenses]
    found = (*analysis.findings, *lenses, *analysis.barriers)
    return _from_keyed(
        "code label kind n raised endorse mixed oppose neutral silent act act_own committed failed"
        " gap gap_share gap_low gap_high of_endorsers interval_low interval_high prompted_only",
        tuple(finding_scalars(one) for one in found),
    )


def segments_table(analysis: Analysis) -> Table:
    """One row for each segment, coded or not."""
    return Table(
        ("interview", "segment", "start", "end", "speaker", "text"),
        tuple(
            (s.interview, s.number, s.start, s.end, str(s.speaker), s.text)
            for s in analysis.segments
        ),
    )


def matrix_table(analysis: Analysis) -> Table:
    """Leaders (and rounds) by codes: the stance, or nothing where the leader is silent."""
    codes = tuple(leaf.id for leaf in analysis.codebook.leaves)
    stances = {(p.leader, p.round, p.code): p.stance for p in analysis.positions}
    leaders = dict.fromkeys((p.leader, p.round) for p in analysis.positions)
    rows = tuple(
        (*leader, *(_word(stances.get((*leader, code))) for code in codes)) for leader in leaders
    )
    return Table(("leader", "round", *codes), rows)


TABLES: Mapping[str, Callable[[Analysis], Table]] = {
    "codings": codings_table,
    "positions": positions_table,
    "findings": findings_table,
    "matrix": matrix_table,
    "segments": segments_table,
}
"""Every table by the name that it is asked for."""


def _coding(coding: Coding, interview: Interview | None) -> tuple[Cell, ...]:
    one = interview or Interview(id=coding.interview, leader="", text="")
    return (
        coding.interview,
        coding.segment,
        coding.start,
        coding.end,
        coding.text,
        coding.code,
        str(coding.stance),
        str(coding.status),
        str(coding.actor),
        str(coding.holder),
        coding.prompted,
        str(coding.speaker),
        coding.cue,
        coding.rule,
        coding.coder,
        round(coding.confidence, 4),
        one.leader,
        one.round,
        one.role,
        one.organisation,
        one.group,
        one.date,
        one.order,
    )


def _others(interview: Interview) -> dict[str, str]:
    names = {"name": interview.name, "interviewer": interview.interviewer}
    held = {key: value for key, value in names.items() if value}
    for key, value in interview.attributes:
        taken = key in COLUMNS or key in names
        held[f"{key} (attribute)" if taken else key] = value
    return held


def _position(position: Position, attributes: Mapping[str, str]) -> dict[str, Cell]:
    return {
        "leader": position.leader,
        "round": position.round,
        "code": position.code,
        "stance": _word(position.stance) or SILENT,
        "status": str(position.status),
        "rung": position.status.rung,
        "failed": _word(position.failed),
        "acts": position.acts,
        "own_side": position.own_side,
        "prompted_only": position.prompted_only,
        "actors": ";".join(position.actors),
        **attributes,
    }


def _word(value: str | None) -> str | None:
    return None if value is None else str(value)


def _from_keyed(columns: str, rows: Sequence[Mapping[str, Cell]]) -> Table:
    names = tuple(columns.split())
    return Table(names, tuple(tuple(row.get(name) for name in names) for row in rows))
