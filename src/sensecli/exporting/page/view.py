"""The page as plain values, in the order in which it is read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sensecli.exporting.evidence import Evidence, in_gap
from sensecli.exporting.figuretables import (
    Table,
    corrected_note,
    corrected_table,
    interval_text,
)
from sensecli.exporting.leaders import leader_attributes
from sensecli.exporting.method import METHOD, coverage_sentence, made_by
from sensecli.exporting.page.cells import (
    Group,
    GroupRow,
    Row,
    actors_row,
    beside_rows,
    group_row,
    groups,
    ladder_row,
    lens_groups,
    obstacles_row,
    row,
)
from sensecli.exporting.page.findingview import (
    Said,
    Told,
    missed_said,
    told_barrier,
    told_dissent,
    told_lens,
    told_theme,
)
from sensecli.exporting.page.inline import Inline, inline
from sensecli.exporting.page.movementview import MovementView, movement_view
from sensecli.exporting.page.recordsview import RecordsView, records_view
from sensecli.exporting.sentences import headline, labels
from sensecli.exporting.shown import Shown
from sensecli.exporting.told import (
    differing,
    missed_sentence,
    read_sentences,
    silent_sentence,
    top,
)
from sensecli.model import Analysis, Codebook, Consensus, Finding, Kind

_TOLD = 3
THEME_KEYS = ("endorse", "act", "act_own", "gap", "failed", "prompted_only")
BARRIER_KEYS = ("endorse", "act", "oppose", "failed", "prompted_only")

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A leader, and on how many themes they speak, agree, act and leave a gap."""

    leader: str
    name: str
    group: str
    role: str
    organisation: str
    figures: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class ConsensusRow:
    """Up to which leader all who had raised a theme agreed."""

    label: str
    agree: str
    until: str
    interval: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: as the data has it, and in words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class View:
    """What the template shows; `n` is how many leaders were interviewed."""

    read: tuple[str, ...]
    answer: str
    n: int
    theme_count: int
    pictures: dict[str, Inline]
    themes: tuple[Row, ...]
    silent: str
    told: tuple[Told, ...]
    differing: tuple[Told, ...]
    records: RecordsView | None
    movement: MovementView | None
    ladder: tuple[Row, ...]
    actors: tuple[Row, ...]
    groups: tuple[Group, ...]
    by_group: tuple[GroupRow, ...]
    leaders: tuple[LeaderRow, ...]
    barriers: tuple[Row, ...]
    barriers_told: tuple[Told, ...]
    obstacle_heads: Pairs
    obstacles: tuple[Row, ...]
    lenses: tuple[Told, ...]
    beside_heads: tuple[str, ...]
    beside: tuple[Row, ...]
    lens_groups: tuple[GroupRow, ...]
    consensus: tuple[ConsensusRow, ...]
    corrected: Table | None
    corrected_note: str
    coverage: str
    missed_all: str
    missed_total: int
    missed: tuple[Said, ...]
    codes: tuple[tuple[str, tuple[Choice, ...]], ...]
    group_choices: tuple[str, ...]
    problems: tuple[str, ...]
    notices: tuple[str, ...]
    method: Pairs
    made_by: Pairs
    tool: str


def view(analysis: Analysis, known: Evidence, pictures: Sequence[Shown] = ()) -> View:
    """An analysis whose places are named ones (`with_named_places`), ready to be shown."""
    raised = [one for one in analysis.findings if one.figures.counts.raised]
    gaps = [one for one in raised if one.figures.gap]
    named = [one for one in analysis.barriers if one.figures.counts.raised]
    voiced = [one for one in analysis.lenses if one.voiced]
    names = labels(analysis.codebook)
    obstacle_heads = _heads([one.barriers for one in gaps], names)
    beside = _heads([one.beside for one in voiced], names)
    agreed = [one for one in raised if one.figures.counts.endorse]
    split = groups((*analysis.findings, *analysis.barriers))
    return View(
        read=read_sentences(analysis),
        answer=headline(analysis),
        n=len(known.leaders),
        theme_count=len(analysis.findings),
        pictures={one.name: inline(one) for one in pictures if one.svg},
        themes=tuple(row(one, THEME_KEYS) for one in raised),
        silent=silent_sentence(analysis),
        told=tuple(told_theme(one, names) for one in top(analysis)),
        differing=tuple(map(told_dissent, differing(analysis))),
        records=records_view(analysis),
        movement=movement_view(analysis),
        ladder=tuple(map(ladder_row, raised)),
        actors=tuple(map(actors_row, agreed)),
        groups=split,
        by_group=tuple(map(group_row, raised)) if split else (),
        leaders=_leaders(analysis, known),
        barriers=tuple(row(one, BARRIER_KEYS) for one in named),
        barriers_told=tuple(map(told_barrier, named[:_TOLD])),
        obstacle_heads=obstacle_heads,
        obstacles=tuple(obstacles_row(o, obstacle_heads) for o in gaps if o.barriers),
        lenses=tuple(told_lens(one, names) for one in voiced),
        beside_heads=tuple(one.finding.label for one in voiced),
        beside=beside_rows(voiced, beside) if voiced else (),
        lens_groups=tuple(map(lens_groups, voiced)) if split else (),
        consensus=_consensus(analysis),
        corrected=corrected_table(analysis),
        corrected_note=corrected_note(analysis),
        coverage=coverage_sentence(analysis.coverage),
        missed_all=missed_sentence(analysis),
        missed_total=analysis.missed_total,
        missed=tuple(map(missed_said, analysis.missed)),
        codes=_codes(analysis.codebook),
        group_choices=tuple(dict.fromkeys(known.groups[one] for one in known.leaders)),
        problems=tuple(map(str, analysis.problems)),
        notices=tuple(map(str, analysis.notices)),
        method=METHOD,
        made_by=made_by(analysis),
        tool=analysis.engine.tool,
    )


def _heads(counts: Sequence[Sequence[tuple[str, int]]], names: dict[str, str]) -> Pairs:
    """The codes that have any count, the highest in total first, with their labels."""
    tally: Counter[str] = Counter()
    for by_code in counts:
        tally.update(dict(by_code))
    return tuple((code, names.get(code, code)) for code, total in tally.most_common() if total)


def _leaders(analysis: Analysis, known: Evidence) -> tuple[LeaderRow, ...]:
    themes = [leaf.id for leaf in analysis.codebook.leaves if leaf.kind is Kind.THEME]
    attributes = leader_attributes(analysis.project.interviews)
    names = {one.leader: one.name for one in analysis.project.interviews if one.name}
    found = []
    for leader in known.leaders:
        held = [p for code in themes if (p := known.positions.get((leader, code)))]
        figures = (
            sum(one.stance is not None for one in held),
            sum(one.endorses for one in held),
            sum(one.acts for one in held),
            sum(map(in_gap, held)),
        )
        about = attributes.get(leader, {})
        group = known.groups.get(leader, "")
        role, organisation = about.get("role", ""), about.get("organisation", "")
        found.append(LeaderRow(leader, names.get(leader, ""), group, role, organisation, figures))
    return tuple(found)


def _consensus(analysis: Analysis) -> tuple[ConsensusRow, ...]:
    by_code = {one.code: one for one in analysis.consensus}
    return tuple(
        _consensus_row(finding, by_code[finding.code])
        for finding in analysis.findings
        if finding.figures.counts.raised and finding.code in by_code
    )


def _consensus_row(finding: Finding, grown: Consensus) -> ConsensusRow:
    counts, until = finding.figures.counts, grown.unanimous_until
    agree = f"{counts.endorse} of {counts.raised}"
    if until is None:
        return ConsensusRow(finding.label, agree, "never: the first to raise it did not agree", "")
    ended = until.interviewed == len(grown.points)
    when = "to the end" if ended else f"up to leader {until.interviewed}"
    shown = interval_text(grown.interval) if grown.interval else ""
    return ConsensusRow(finding.label, agree, f"{when} ({until.raised} had raised it)", shown)


def _codes(codebook: Codebook) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    kinds = ((Kind.THEME, "Themes"), (Kind.BARRIER, "Barriers"), (Kind.LENS, "Lenses"))
    found = (
        (title, tuple(Choice(o.id, o.label) for o in codebook.leaves if o.kind is kind))
        for kind, title in kinds
    )
    return tuple((title, choices) for title, choices in found if choices)
