"""The consensus curve: how agreement grew from leader to leader."""

from typing import Any

import altair as alt

from sensecli.exporting.palette import ACCENT, AGREE, INK, MUTED, PAPER
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import Item, key_view
from sensecli.exporting.pictures.labels import few, short
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import SIZE, WIDTH
from sensecli.exporting.pictures.rows import ticks
from sensecli.exporting.wording import ordinal, part, who
from sensecli.model import Analysis, Consensus, Finding, Point

NAME = "consensus"
_MOST = 6
_COLUMNS = 3
_HEIGHT = 120
_TITLE = "How agreement grew"
_READING = (
    "From left to right the leaders in the order of their interviews: the solid line counts those"
    " who agree, the dashed one those who have raised the theme. The diamond is the last point at"
    " which everybody who had raised it agreed, which is unanimity and not saturation; how many"
    " agree only when prompted stands above each curve."
)
_SOLID: dict[str, Any] = {"shape": "stroke", "stroke": AGREE, "strokeWidth": 2.5, "size": 200}
_DASHED: dict[str, Any] = {
    "shape": "stroke",
    "stroke": MUTED,
    "strokeWidth": 1.2,
    "strokeDash": [4, 3],
    "size": 200,
}
_DIAMOND: dict[str, Any] = {
    "shape": "diamond",
    "fill": PAPER,
    "stroke": ACCENT,
    "strokeWidth": 2,
    "size": 90,
}
_KEY = (
    Item("leaders who agree", _SOLID),
    Item("leaders who raised it", _DASHED),
    Item("unanimous until here, among those who raised it", _DIAMOND),
)


def picture(analysis: Analysis) -> Picture | Absent:
    """The curves of the six themes that most leaders agree on."""
    curves = {one.code: one for one in analysis.consensus if one.points}
    agreed = sorted(
        (f for f in analysis.findings if f.figures.counts.endorse and f.code in curves),
        key=lambda f: -f.figures.counts.endorse,
    )
    if not agreed:
        return Absent(NAME, _TITLE, "Nobody agrees on any theme.")
    shown = agreed[:_MOST]
    more = len(agreed) - len(shown)
    note = f"Shown are the {len(shown)} of {len(agreed)} themes that most agree on." if more else ""
    charts = [_curve(one, curves[one.code], at) for at, one in enumerate(shown)]
    return Picture(
        name=NAME,
        title=_title(shown[0], curves[shown[0].code]),
        reading=f"{_READING} {note}".strip(),
        alt=few([_said(one, curves[one.code]) for one in agreed]),
        chart=alt.vconcat(
            key_view(_KEY, left=-40), alt.concat(*charts, columns=_COLUMNS, spacing=22), spacing=6
        ),
    )


def _title(finding: Finding, curve: Consensus) -> str:
    label = short(finding.label)
    until, last = curve.unanimous_until, curve.points[-1]
    if until is None:
        return f'"{label}": the first to speak of it did not agree'
    if until == last:
        return f'Everybody who speaks of "{label}" agrees: {last.endorse} of {last.interviewed}'
    return (
        f'On "{label}", all who spoke of it agreed up to the {ordinal(until.interviewed)} leader of'
        f" {last.interviewed}"
    )


def _said(finding: Finding, curve: Consensus) -> str:
    until, last = curve.unanimous_until, curve.points[-1]
    said = f"{finding.label}: {who(last.endorse, last.interviewed, 'agrees', 'agree')}"
    if finding.prompted_only:
        said += f" ({part(finding.prompted_only, last.endorse, 'only', 'only')} when prompted)"
    if until is None:
        return f"{said}, never unanimous among those who raised it"
    return (
        f"{said}, unanimous among the {until.raised} who had raised it up to leader"
        f" {until.interviewed}"
    )


def _caption(finding: Finding, curve: Consensus) -> str:
    last = curve.points[-1]
    aside = f" ({finding.prompted_only} prompted only)" if finding.prompted_only else ""
    return f"{last.endorse} of {last.interviewed} agree{'s' if last.endorse == 1 else ''}{aside}"


def _curve(finding: Finding, curve: Consensus, at: int) -> alt.LayerChart:
    n = curve.points[-1].interviewed
    base = alt.Chart(alt.InlineData(values=_points(finding, curve)))
    x = alt.X(
        "interviewed:Q",
        scale=alt.Scale(domain=[0, n], nice=False),
        axis=alt.Axis(values=ticks(n), format="d", grid=False),
        title="leaders interviewed",
    )
    y_axis = alt.Axis(values=ticks(n), format="d", labelFontSize=11, labelColor=MUTED)
    scale = alt.Scale(domain=[0, n], nice=False)

    def y(field: str) -> alt.Y:
        return alt.Y(
            f"{field}:Q", scale=scale, axis=y_axis, title=None if at % _COLUMNS else "leaders"
        )

    line = base.mark_line(interpolate="step-before", color=AGREE, strokeWidth=2.5)
    dashed = base.mark_line(
        interpolate="step-before", color=MUTED, strokeWidth=1.2, strokeDash=[4, 3]
    )
    end = base.transform_filter("datum.until").mark_point(opacity=1, **_DIAMOND)
    return layered(
        dashed.encode(x=x, y=y("raised")),
        line.encode(x=x, y=y("agree")),
        end.encode(x=x, y=y("agree")),
        width=(WIDTH - 168) / _COLUMNS,
        height=_HEIGHT,
        title=alt.TitleParams(
            short(finding.label, 32),
            subtitle=_caption(finding, curve),
            fontSize=SIZE,
            subtitleFontSize=11,
            subtitlePadding=3,
            color=INK,
            offset=8,
            frame="group",
        ),
    )


def _points(finding: Finding, curve: Consensus) -> list[dict[str, Any]]:
    """The points, after one where nobody has been interviewed."""
    return [
        {
            "theme": finding.code,
            "interviewed": one.interviewed,
            "raised": one.raised,
            "agree": one.endorse,
            "until": one == curve.unanimous_until,
        }
        for one in (Point(0, 0, 0), *curve.points)
    ]
