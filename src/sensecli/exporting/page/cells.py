"""The page's tables: rows of figures, each of which opens the passages that it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sensecli.exporting.figures import figure_values
from sensecli.exporting.figuretables import interval_text
from sensecli.exporting.page.words import counted
from sensecli.model import Actor, Figures, Finding, LensFinding, Status

_NAMED = (Actor.SELF, Actor.OWN, Actor.OTHERS, Actor.SHARED, Actor.UNSPECIFIED)
_FAILED = (Status.STALLED, Status.INACTION)


@dataclass(frozen=True, slots=True)
class Cell:
    """One count: `said` what it counts, in words; `of` how many leaders it is out of.

    `own` is true where the count stands in the findings' contract under `key`.
    """

    count: int
    code: str
    key: str
    said: str
    of: int
    group: str = ""
    own: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A finding's cells in a table, and what beside them is plain."""

    code: str
    label: str
    cells: tuple[Cell, ...]
    silent: int = 0
    n: int = 0
    interval: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of leaders, as the head of a column."""

    name: str
    n: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A finding's figures group by group: who agrees and who acts, of how many."""

    code: str
    label: str
    pairs: tuple[tuple[Cell, Cell], ...]


def cell(finding: Finding, key: str, *, figures: Figures | None = None, group: str = "") -> Cell:
    """A count of the contract, of all leaders or of one group's."""
    values = figure_values(figures or finding.figures) | (
        {} if group else {"prompted_only": finding.prompted_only}
    )
    count, n = int(values[key]), int(values["n"])
    said = counted(count, key, finding.kind, finding.label)
    of = f" in the group {group}" if group else ""
    return Cell(count, finding.code, key, f"{said}{of}", n, group)


def voiced(lens: LensFinding) -> Cell:
    """How many voice a lens."""
    one = lens.finding
    said = counted(lens.voiced, "voiced", one.kind, one.label)
    return Cell(lens.voiced, one.code, "voiced", said, one.figures.counts.n)


def within(finding: Finding, key: str, count: int, other: str = "") -> Cell:
    """A count within a finding, such as one rung of its ladder."""
    said = counted(count, key, finding.kind, finding.label, other)
    return Cell(count, finding.code, key, said, finding.figures.counts.n, own=False)


def row(finding: Finding, keys: Sequence[str]) -> Row:
    """The counts of one finding under those keys, with its interval."""
    figures = finding.figures
    return Row(
        code=finding.code,
        label=finding.label,
        cells=tuple(cell(finding, key) for key in keys),
        silent=figures.counts.silent,
        n=figures.counts.n,
        interval=interval_text(figures.interval),
    )


def ladder_row(finding: Finding) -> Row:
    """How many stand on each rung, then how many say that doing failed."""
    ladder, failures = dict(finding.ladder), dict(finding.failures)
    rungs = [
        within(finding, f"ladder:{status}", ladder.get(status, 0))
        for status in Status
        if not status.failed
    ]
    failed = [within(finding, f"failures:{s}", failures.get(s, 0)) for s in _FAILED]
    return Row(finding.code, finding.label, (cell(finding, "endorse"), *rungs, *failed))


def actors_row(finding: Finding) -> Row:
    """Whom those who agree look to."""
    tally = dict(finding.actors)
    cells = [within(finding, f"actors:{actor}", tally.get(actor, 0)) for actor in _NAMED]
    return Row(finding.code, finding.label, (cell(finding, "endorse"), *cells))


def obstacles_row(finding: Finding, barriers: Sequence[tuple[str, str]]) -> Row:
    """The barriers, by id and label, that those in the gap name."""
    tally = dict(finding.barriers)
    cells = [
        within(finding, f"barriers:{code}", tally.get(code, 0), label) for code, label in barriers
    ]
    return Row(finding.code, finding.label, (cell(finding, "gap"), *cells))


def beside_rows(
    lenses: Sequence[LensFinding], themes: Sequence[tuple[str, str]]
) -> tuple[Row, ...]:
    """Who voices each lens, then theme by theme how many of them are in its gap."""
    tallies = [(lens.finding, dict(lens.beside)) for lens in lenses]
    rows = (
        Row(
            code,
            label,
            tuple(
                within(finding, f"beside:{code}", tally.get(code, 0), label)
                for finding, tally in tallies
            ),
        )
        for code, label in themes
    )
    return (Row("", "Voice it at all", tuple(map(voiced, lenses))), *rows)


def groups(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """The groups that leaders fall into; none where there is only one."""
    first = next(iter(findings), None)
    by_group = first.by_group if first else ()
    found = tuple(Group(one.group, one.figures.counts.n) for one in by_group)
    return found if len(found) > 1 else ()


def group_row(finding: Finding) -> GroupRow:
    """Who agrees and who acts, group by group."""
    pairs = tuple(
        (
            cell(finding, "endorse", figures=one.figures, group=one.group),
            cell(finding, "act", figures=one.figures, group=one.group),
        )
        for one in finding.by_group
    )
    return GroupRow(finding.code, finding.label, pairs)


def lens_groups(lens: LensFinding) -> GroupRow:
    """Who holds a lens and who is in two minds, group by group."""
    finding = lens.finding
    pairs = tuple(
        (
            cell(finding, "endorse", figures=one.figures, group=one.group),
            cell(finding, "mixed", figures=one.figures, group=one.group),
        )
        for one in finding.by_group
    )
    return GroupRow(finding.code, finding.label, pairs)
