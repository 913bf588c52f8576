"""How leaders make sense of it: who voices each lens, and beside which gaps."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from sensecli.exporting.evidence import NO_GROUP
from sensecli.exporting.palette import MUTED
from sensecli.exporting.pictures.cells import (
    cell,
    head_room,
    matrix,
    share_key,
    slanted,
    widest,
)
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import key_view
from sensecli.exporting.pictures.labels import distinct, few, short
from sensecli.exporting.pictures.look import SMALL, WIDTH
from sensecli.exporting.pictures.rows import label_room
from sensecli.exporting.sentences import labels, lens_sentence
from sensecli.exporting.wording import plural, who, whole
from sensecli.model import Analysis, Finding, GroupFigures, LensFinding

NAME = "lenses"
_TITLE = "How leaders make sense of it"
_MOST = 12
_THEMES = 10
_GROUPS = 6
_CELL = 38
_LABEL = 34
_READING = (
    "On the left, how many leaders of each group voice a lens; on the right, how many of those in"
    " a theme's gap voice it, the widest gap first. In brackets stands of how many, and the darker"
    " a cell, the larger their share; a lens beside a gap is no cause of it."
)
_KEY = share_key("voices it")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two matrices: its heading, its columns and its cells."""

    title: str
    columns: list[str]
    cells: list[dict[str, Any]]


def picture(analysis: Analysis) -> Picture | Absent:
    """The lenses that anybody voices, by group and by the gaps that they stand beside."""
    voiced = [one for one in analysis.lenses if one.voiced]
    if not voiced:
        return Absent(NAME, _TITLE, "Nobody voices any lens of the codebook.")
    names = labels(analysis.codebook)
    n = voiced[0].finding.figures.counts.n
    gaps = _gaps(analysis, voiced)
    return Picture(
        name=NAME,
        title=_title(voiced[0], n, names),
        reading=" ".join(filter(None, (_READING, *_notes(voiced, gaps)))),
        alt=few([lens_sentence(one, n, names) for one in voiced]),
        chart=_chart(voiced[:_MOST], gaps[:_THEMES]),
    )


def _gaps(analysis: Analysis, voiced: list[LensFinding]) -> list[Finding]:
    """The themes in whose gap somebody voices a lens, the widest gap first."""
    beside = {code for one in voiced for code, _ in one.beside}
    return [one for one in analysis.findings if one.code in beside]


def _title(lens: LensFinding, n: int, names: dict[str, str]) -> str:
    label = short(lens.finding.label)
    said = f'"{label}": {who(lens.voiced, n, "voices it", "voice it")}'
    if not lens.beside:
        return said
    code, leaders = lens.beside[0]
    some = whole(leaders).split()[0] if leaders == lens.voiced > 1 else f"{leaders} of them"
    return f'{said}, {some} in the gap on "{short(names.get(code, code))}"'


def _notes(voiced: list[LensFinding], gaps: list[Finding]) -> list[str]:
    left = (
        (len(voiced) - _MOST, "lens", "lenses"),
        (len(_groups(voiced[0])) - _GROUPS, "group", "groups"),
        (len(gaps) - _THEMES, "theme", "themes"),
    )
    told = [plural(more, one, many) for more, one, many in left if more > 0]
    return [f"Left out: {', '.join(told)}."] if told else []


def _groups(lens: LensFinding) -> tuple[GroupFigures, ...]:
    groups = lens.finding.by_group
    return groups if {one.group for one in groups} - {NO_GROUP} else ()


def _chart(voiced: list[LensFinding], gaps: list[Finding]) -> alt.VConcatChart:
    rows = distinct(one.finding.label for one in voiced)
    room = label_room(rows)
    sides = [side for side in (_by_group(voiced, rows), _by_theme(voiced, rows, gaps)) if side]
    if not sides:
        sides = [_everybody(voiced, rows)]
    each = widest([side.columns for side in sides], WIDTH - 50 - room, _CELL)
    head = max(head_room(side.columns) for side in sides)
    first, *others = (
        matrix(
            side.cells,
            labels=rows,
            columns=side.columns,
            width=each * len(side.columns),
            room=None if number else room,
            header=slanted(head),
        ).properties(title=_heading(side.title))
        for number, side in enumerate(sides)
    )
    views = alt.hconcat(first, *others, spacing=28)
    return alt.vconcat(views, key_view(_KEY, left=-room), spacing=8)


def _heading(title: str) -> alt.TitleParams:
    return alt.TitleParams(
        title, fontSize=SMALL, fontWeight="normal", color=MUTED, offset=6, frame="group"
    )


def _by_group(voiced: list[LensFinding], rows: tuple[str, ...]) -> _Side | None:
    groups = _groups(voiced[0])[:_GROUPS]
    if not groups:
        return None
    names = distinct((one.group for one in groups), _LABEL)
    columns = [f"{name} ({one.figures.counts.n})" for name, one in zip(names, groups, strict=True)]
    cells = [
        _cell(row, column, _voiced(group), group.figures.counts.n, lens=one.finding.code)
        for row, one in zip(rows, voiced, strict=False)
        for column, group in zip(columns, one.finding.by_group, strict=False)
    ]
    return _Side("voiced, by group", columns, cells)


def _by_theme(
    voiced: list[LensFinding], rows: tuple[str, ...], gaps: list[Finding]
) -> _Side | None:
    if not gaps:
        return None
    names = distinct((one.label for one in gaps), _LABEL)
    columns = [f"{name} ({one.figures.gap})" for name, one in zip(names, gaps, strict=True)]
    cells = [
        _cell(
            row,
            column,
            dict(one.beside).get(theme.code, 0),
            theme.figures.gap,
            lens=one.finding.code,
            theme=theme.code,
        )
        for row, one in zip(rows, voiced, strict=False)
        for column, theme in zip(columns, gaps, strict=True)
    ]
    return _Side("beside each theme's gap", columns, cells)


def _everybody(voiced: list[LensFinding], rows: tuple[str, ...]) -> _Side:
    n = voiced[0].finding.figures.counts.n
    column = f"all leaders ({n})"
    cells = [
        _cell(row, column, one.voiced, n, lens=one.finding.code)
        for row, one in zip(rows, voiced, strict=False)
    ]
    return _Side("voiced", [column], cells)


def _voiced(group: GroupFigures) -> int:
    """A lens is voiced by those who endorse it or are mixed about it."""
    return group.figures.counts.endorse + group.figures.counts.mixed


def _cell(row: str, column: str, leaders: int, of: int, **which: str) -> dict[str, Any]:
    text = str(leaders) if leaders else "·"
    return cell(row, column, text, leaders / of if of else 0.0, leaders=leaders, of=of, **which)
