"""The say-do ladder: on which rung those who agree stand, and who says that doing failed."""

from typing import Any

import altair as alt

from sensecli.exporting.palette import FAILED, INK, MUTED
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import Item, key_view
from sensecli.exporting.pictures.labels import few, short
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import (
    CROSS,
    DEEDS,
    ROW,
    SHADES,
    SLASHED,
    SMALL,
    WIDTH,
    measured,
    on,
)
from sensecli.exporting.pictures.rows import Rows, bare_axis, row_axis, rows, ticks
from sensecli.exporting.terms import FAILURES, RUNGS, STATUSES
from sensecli.exporting.wording import listed, part
from sensecli.model import Analysis, Finding, Status

NAME = "ladder"
_SHADES = dict(zip(RUNGS, (*SHADES[:4], *DEEDS), strict=True))
_SHAPES = dict(zip(FAILURES, (CROSS, SLASHED), strict=True))
_FAILED = 120
_UNIT = 13
_TALK, _DEED = 15, 21
_NUMBER = 20
_READING = (
    "Each bar holds the leaders who agree on a theme: first those who give a view only, then those"
    " who wish, plan or commit, and at its taller end those for whom it is underway or done. The"
    " marks on the right stand apart, one for each leader, of whatever stance, who says that it"
    " stalled or was not done."
)


def picture(analysis: Analysis) -> Picture | Absent:
    """For each theme that anybody agrees on: how many leaders stand on each rung."""
    shown = rows(analysis.findings, _stands, "Nobody agrees on")
    if shown is None:
        return Absent(NAME, "From words to deeds", "Nobody agrees on any theme.")
    said = [_said(one) for one in analysis.findings if _stands(one)]
    return Picture(
        name=NAME,
        title=_title(shown.findings[0]),
        reading=f"{_READING} {shown.note}".strip(),
        alt=few(said),
        chart=_chart(shown),
    )


def _stands(finding: Finding) -> bool:
    return any(count for _, count in (*finding.ladder, *finding.failures))


def _title(finding: Finding) -> str:
    endorse, label = finding.figures.counts.endorse, short(finding.label)
    nothing = dict(finding.ladder).get(Status.NONE, 0)
    if not nothing or endorse == 1:
        return "From words to deeds: how far up the ladder those who agree stand"
    views = part(nothing, endorse, "voices", "voice")
    return f'Of the {endorse} who agree on "{label}", {views} no wish, plan or action'


def _said(finding: Finding) -> str:
    stand = [f"{n} {STATUSES[status]}" for status, n in finding.ladder if n]
    failed = [f"{n} {STATUSES[status]}" for status, n in finding.failures if n]
    said = f"{finding.label}: of {finding.figures.counts.endorse} who agree, {listed(stand)}"
    if not stand:
        said = f"{finding.label}: nobody agrees"
    return f"{said}; said to have failed: {listed(failed)}" if failed else said


def _chart(shown: Rows) -> alt.VConcatChart:
    bars = _bars(shown, WIDTH - shown.room - _FAILED - 40)
    views = alt.hconcat(bars, _failures(shown), spacing=20)
    return alt.vconcat(key_view(_KEY, left=-shown.room), views, spacing=8)


def _bars(shown: Rows, width: int) -> alt.LayerChart:
    data = [one for pair in shown.pairs() for one in _rungs(*pair, room=width / shown.n)]
    base = alt.Chart(alt.InlineData(values=data))
    y = row_axis(shown.labels, room=shown.room, guide=False)
    x = alt.X(
        "from:Q",
        scale=alt.Scale(domain=[0, shown.n], nice=False),
        axis=alt.Axis(values=ticks(shown.n), format="d", grid=True),
        title=f"leaders who agree, of {shown.n}",
    )
    return layered(
        *(
            base.transform_filter(which)
            .mark_bar(height=tall, stroke=MUTED, strokeWidth=0.6)
            .encode(y=y, x=x, x2="to:Q", color=alt.Color("shade:N", scale=None))
            for which, tall in (("!datum.acts", _TALK), ("datum.acts", _DEED))
        ),
        base.transform_filter("datum.fits")
        .mark_text()
        .encode(y=y, x="middle:Q", text="leaders:N", color=alt.Color("on:N", scale=None)),
        width=width,
        height=ROW * len(shown.labels),
    )


def _rungs(label: str, finding: Finding, *, room: float) -> list[dict[str, Any]]:
    """The segments of one bar; a number is shown where it fits into `room` pixels a leader."""
    found, at = [], 0
    for status, leaders in finding.ladder:
        if not leaders:
            continue
        shade = _SHADES[status]
        found.append(
            {
                "theme": label,
                "status": str(status),
                "acts": status.acts,
                "leaders": leaders,
                "from": at,
                "middle": at + leaders / 2,
                "to": at + leaders,
                "shade": shade,
                "on": on(shade),
                "fits": leaders * room > measured(str(leaders)) + 2,
            }
        )
        at += leaders
    return found


def _failures(shown: Rows) -> alt.LayerChart:
    """One mark for each leader who says that it failed, and how many they are."""
    y = bare_axis(shown.labels)
    totals = [
        {"theme": label, "failed": sum(n for _, n in one.failures)} for label, one in shown.pairs()
    ]
    number = alt.Chart(alt.InlineData(values=totals)).mark_text(align="left", color=INK)
    title = alt.TitleParams(
        "said to have failed",
        fontSize=SMALL,
        fontWeight="normal",
        color=MUTED,
        offset=8,
        frame="group",
    )
    return layered(
        *_marks(shown),
        number.transform_filter("datum.failed > 0").encode(y=y, x=alt.value(0), text="failed:N"),
        number.transform_filter("datum.failed == 0").encode(
            y=y, x=alt.value(0), text=alt.value("–")
        ),
        width=_FAILED,
        height=ROW * len(shown.labels),
        title=title,
    )


def _marks(shown: Rows) -> list[alt.Chart]:
    units = [one for pair in shown.pairs() for one in _units(*pair)]
    most = max((one["nth"] for one in units), default=1)
    # Where they are many they stand closer, and then over each other.
    step = min(_UNIT, (_FAILED - _NUMBER) / most)
    domain = [0.5, 0.5 + (_FAILED - _NUMBER) / step]
    scale = alt.Scale(domain=domain, range=[_NUMBER, _FAILED], nice=False)
    mark = alt.Chart(alt.InlineData(values=units)).mark_point(**_MARK)
    return [
        mark.transform_filter(f"datum.status == '{status}'").encode(
            y=bare_axis(shown.labels),
            x=alt.X("nth:Q", scale=scale, axis=None),
            shape=alt.value(shape),
        )
        for status, shape in _SHAPES.items()
    ]


def _units(label: str, finding: Finding) -> list[dict[str, Any]]:
    said = [str(status) for status, leaders in finding.failures for _ in range(leaders)]
    return [{"theme": label, "status": status, "nth": nth + 1} for nth, status in enumerate(said)]


_BOX: dict[str, Any] = {"shape": "square", "stroke": MUTED, "strokeWidth": 0.6}
_MARK: dict[str, Any] = {
    "stroke": FAILED,
    "strokeWidth": 1.5,
    "size": 45,
    "opacity": 1,
    "fill": None,
}
_KEY = (
    *(
        Item(STATUSES[one], {**_BOX, "fill": shade, "size": 160 if one.acts else 90})
        for one, shade in _SHADES.items()
    ),
    *(Item(STATUSES[one], {**_MARK, "shape": shape}) for one, shape in _SHAPES.items()),
)
