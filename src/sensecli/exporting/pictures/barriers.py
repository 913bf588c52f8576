"""Barriers by theme: what those who agree and do not act name as in the way."""

from collections import Counter

import altair as alt

from sensecli.exporting.palette import INK
from sensecli.exporting.pictures.cells import (
    HEIGHT,
    cell,
    head_room,
    matrix,
    share_key,
    slanted,
    widest,
)
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import key
from sensecli.exporting.pictures.labels import distinct, few, short
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import WIDTH
from sensecli.exporting.pictures.rows import Rows, row_axis, rows
from sensecli.exporting.sentences import labels, obstacles_sentence
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Finding

NAME = "barriers"
_MOST = 12
_CELL = 52
_READING = (
    "Each cell counts the leaders, of those who agree on the theme and do not act on it, who name"
    " that barrier; the darker, the larger their share. The number behind a row is how many are in"
    " the theme's gap, and a leader may name several barriers."
)
_KEY = share_key("names it")


def picture(analysis: Analysis) -> Picture | Absent:
    """For each theme with a gap and each barrier named in it: by how many."""
    shown = rows(analysis.findings, _hindered, "No barrier is named in the gap on")
    if shown is None:
        reason = "Nobody who agrees on a theme and does not act on it names a barrier."
        return Absent(NAME, "What stands in the way", reason)
    names = labels(analysis.codebook)
    named = _named(shown)
    more = len(named) - _MOST
    left = f"Left out: {plural(more, 'barrier')} that fewer name." if more > 0 else ""
    said = [
        f"{one.label}: {obstacles_sentence(one, names)}"
        for one in analysis.findings
        if _hindered(one)
    ]
    return Picture(
        name=NAME,
        title=_title(shown.findings[0], names),
        reading=" ".join(filter(None, (_READING, shown.note, left))),
        alt=few(said),
        chart=_chart(shown, named[:_MOST], names),
    )


def _hindered(finding: Finding) -> bool:
    return finding.figures.gap > 0 and bool(finding.barriers)


def _named(shown: Rows) -> list[str]:
    """The barriers named in any of the gaps, those that are named most over all of them first."""
    tally: Counter[str] = Counter()
    for finding in shown.findings:
        tally.update(dict(finding.barriers))
    return [code for code, _ in tally.most_common()]


def _title(finding: Finding, names: dict[str, str]) -> str:
    code, leaders = finding.barriers[0]
    gap, barrier = finding.figures.gap, short(names.get(code, code), 36)
    name = "names" if leaders == 1 else "name"
    theme = short(finding.label)
    return f'{leaders} of {gap} in the gap on "{theme}" {name} "{barrier}" as in the way'


def _chart(shown: Rows, named: list[str], names: dict[str, str]) -> alt.LayerChart:
    columns = distinct((names.get(code, code) for code in named), 34)
    width = len(columns) * widest([columns], WIDTH - 20 - shown.room, _CELL)
    cells = []
    for label, finding in shown.pairs():
        said, gap = dict(finding.barriers), finding.figures.gap
        for code, column in zip(named, columns, strict=True):
            leaders = said.get(code, 0)
            cells.append(
                cell(
                    label,
                    column,
                    str(leaders) if leaders else "·",
                    leaders / gap,
                    code=code,
                    leaders=leaders,
                    gap=gap,
                )
            )
    drawn = matrix(
        cells,
        labels=shown.labels,
        columns=columns,
        width=width,
        room=shown.room,
        header=slanted(head_room(columns)),
    )
    totals = [{"row": label, "of": f"of {one.figures.gap}"} for label, one in shown.pairs()]
    y = row_axis(shown.labels, field="row", room=shown.room, guide=False)
    behind = alt.Chart(alt.InlineData(values=totals)).mark_text(align="left", color=INK)
    return layered(
        drawn,
        behind.encode(y=y, x=alt.value(width + 8), text="of:N"),
        *key(_KEY, left=-shown.room, below=HEIGHT * len(shown.labels) + 22),
    )
