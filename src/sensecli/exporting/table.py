"""An analysis as flat tables: what every tabular format is written from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sensecli.exporting.figures import finding_scalars
from sensecli.exporting.leaders import leader_attributes
from sensecli.exporting.memos import Memos, memos
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

NAMES = ("name", "interviewer")
"""The columns of people's names, where names are shown."""

SILENT = "silent"
MEMO = "memo"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def codings_table(analysis: Analysis) -> Table:
    """One row for each coding, whoever holds it: `COLUMNS`, then the other attributes.

    Those come in the order in which they are first seen; the leader's and interviewer's names
    among them only where the analysis shows names. A name that is taken gets " (attribute)".
    Where anybody wrote a memo, `memo` comes last.
    """
    written = memos(analysis)
    others = [further_attributes(one) for one in analysis.project.interviews]
    names = tuple(dict.fromkeys(name for held in others for name in held))
    rows = coding_rows_of(analysis.codings, analysis.project.interviews, names)
    if not written.by_place:
        return Table((*COLUMNS, *names), tuple(rows))
    said = ((*row, _memo(one, written)) for row, one in zip(rows, analysis.codings, strict=True))
    return Table((*COLUMNS, *names, MEMO), tuple(said))


def coding_rows_of(
    codings: Sequence[Coding], interviews: Sequence[Interview], names: Sequence[str]
) -> Iterator[tuple[Cell, ...]]:
    """A row for each coding of those interviews: `COLUMNS`, then the further attributes `names`."""
    by_id = {one.id: one for one in interviews}
    others = {id_: further_attributes(one) for id_, one in by_id.items()}
    for coding in codings:
        held = others.get(coding.interview, {})
        row = _coding(coding, by_id.get(coding.interview))
        yield (*row, *(held.get(name) for name in names))


def _memo(coding: Coding, written: Memos) -> str | None:
    return "\n".join(one.decision.memo for one in written.on(coding)) or None


def further_attributes(interview: Interview) -> dict[str, str]:
    """The attributes without a column of the contract's, by the column that they get."""
    names = {"name": interview.name, "interviewer": interview.interviewer}
    held = {key: value for key, value in names.items() if value}
    held.update((attribute_column(key), value) for key, value in interview.attributes)
    return held


def attribute_column(key: str) -> str:
    """The column of a further attribute: its own name, unless that is taken."""
    return f"{key} (attribute)" if key in (*COLUMNS, MEMO, *NAMES) else key


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


def matrix_table(analysis: Analysis, *, cells: str = "stance") -> Table:
    """Leaders (and rounds) by codes, each cell one of `CELLS`.

    A silent leader's cell is empty, and 0 in "01", which is 1 for whoever is not silent.
    """
    codes = tuple(leaf.id for leaf in analysis.codebook.leaves)
    stands = {(p.leader, p.round, p.code): p for p in analysis.positions}
    leaders = dict.fromkeys((p.leader, p.round) for p in analysis.positions)
    cell = CELLS[cells]
    rows = tuple(
        (*leader, *(cell(stands.get((*leader, code))) for code in codes)) for leader in leaders
    )
    return Table(distinct(("leader", "round", *codes)), rows)


def distinct(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns' names, one that is taken already (in any case) with a number behind it."""
    taken: dict[str, str] = {}
    for column in columns:
        name, number = column, 2
        while name.casefold() in taken:
            name, number = f"{column} ({number})", number + 1
        taken[name.casefold()] = name
    return tuple(taken.values())


def encodable(text: str) -> str:
    """The text with a question mark for each half of a broken character, which no file can hold."""
    return text.encode(errors="replace").decode()


def _raised(position: Position | None) -> Cell:
    return int(position is not None and position.stance is not None)


def _stance(position: Position | None) -> Cell:
    return None if position is None else _word(position.stance)


def _rung(position: Position | None) -> Cell:
    if position is None or position.stance is None:
        return None
    return position.status.rung


CELLS: Mapping[str, Callable[[Position | None], Cell]] = {
    "stance": _stance,
    "01": _raised,
    "rung": _rung,
}
"""What a cell of the matrix can hold, by its name."""

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
