"""Theme by group: how many of each group agree and act."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from sensecli.exporting.evidence import NO_GROUP
from sensecli.exporting.pictures.cells import HEIGHT, cell, matrix, share_key, upright
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import key
from sensecli.exporting.pictures.labels import clean, distinct, few, short, wrapped
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import WIDTH, measured
from sensecli.exporting.pictures.rows import Rows, raised, rows
from sensecli.exporting.wording import listed, plural
from sensecli.model import Analysis, Finding, GroupFigures

NAME = "groups"
_MOST = 8
_WIDEST = 130
_TITLE = "Theme by group"
_READING = (
    "Each cell tells how many of a group's leaders agree on the theme, and how many of them act;"
    " the darker, the larger the share that agrees. Groups are small, so compare the counts, not"
    " the shades alone; where nobody in a group speaks of the theme, the cell says silent."
)
_KEY = share_key("agrees")


def picture(analysis: Analysis) -> Picture | Absent:
    """For each theme that anybody speaks of and each group: who agrees, and who acts."""
    shown = rows(analysis.findings, raised, "Nobody speaks of")
    if shown is None:
        return Absent(NAME, _TITLE, "Nobody speaks of any theme.")
    groups = [one.group for one in shown.findings[0].by_group]
    if not set(groups) - {NO_GROUP}:
        return Absent(NAME, _TITLE, "No interview tells its leader's group.")
    more = len(groups) - _MOST
    left = f"Left out {'is' if more == 1 else 'are'} {plural(more, 'group')}." if more > 0 else ""
    said = [_said(one) for one in analysis.findings if raised(one)]
    return Picture(
        name=NAME,
        title=_title(shown.findings[0]),
        reading=" ".join(filter(None, (_READING, shown.note, left))),
        alt=few(said),
        chart=_chart(shown),
    )


def _title(finding: Finding) -> str:
    told = sorted(
        (one for one in finding.by_group if one.group != NO_GROUP),
        key=lambda one: one.figures.counts.endorse / (one.figures.counts.n or 1),
    )
    if len(told) == 1:
        return f'{_of(told[0])} agree on "{short(finding.label)}"'
    return f'On "{short(finding.label)}", {_of(told[0])} agree, and {_of(told[-1])}'


def _of(one: GroupFigures) -> str:
    counts = one.figures.counts
    return f"{counts.endorse} of {counts.n} in {short(one.group, 36)}"


def _said(finding: Finding) -> str:
    groups = [
        f"{one.group} {one.figures.counts.endorse} of {one.figures.counts.n}"
        for one in finding.by_group[:_MOST]
    ]
    return f"{finding.label}: agree in {listed(groups)}"


def _chart(shown: Rows) -> alt.LayerChart:
    groups = shown.findings[0].by_group[:_MOST]
    each = min(_WIDEST, (WIDTH - 30 - shown.room) / len(groups))
    names = distinct((one.group for one in groups), 40)
    columns = _headers(names, groups, each)
    cells = [
        _cell(label, column, one, each)
        for label, finding in shown.pairs()
        for column, one in zip(columns, finding.by_group, strict=False)
    ]
    drawn = matrix(
        cells,
        labels=shown.labels,
        columns=columns,
        header=upright(columns),
        width=each * len(groups),
        room=shown.room,
    )
    below = HEIGHT * len(shown.labels) + 22
    return layered(drawn, *key(_KEY, left=-shown.room, below=below))


def _headers(names: Sequence[str], groups: Sequence[GroupFigures], width: float) -> list[str]:
    """Each group's name and size, in as many lines as the longest needs."""
    lines = [wrapped(name, int(width / 6.2)) for name in names]
    most = max(text.count("\n") for text in lines)
    return [
        "\n" * (most - text.count("\n")) + f"{text}\n{plural(one.figures.counts.n, 'leader')}"
        for text, one in zip(lines, groups, strict=True)
    ]


def _cell(label: str, column: str, one: GroupFigures, width: float) -> dict[str, Any]:
    counts, act = one.figures.counts, one.figures.act
    long = f"{counts.endorse} of {counts.n}, {act} {'acts' if act == 1 else 'act'}"
    text = long if measured(long) < width - 6 else f"{counts.endorse}/{counts.n} · {act}"
    if not counts.raised:
        text = "silent"
    elif not counts.endorse:
        text = f"0 of {counts.n}"
    share = counts.endorse / counts.n if counts.n else 0.0
    figures = {"agree": counts.endorse, "act": act, "n": counts.n}
    return cell(label, column, text, share, group=clean(one.group), **figures)
