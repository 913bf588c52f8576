"""The gap: for each theme the leaders who agree, and those who act."""

from typing import Any

import altair as alt

from sensecli.exporting.palette import ACCENT, ACT, AGREE, INK, MUTED, PAPER
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import Item, key
from sensecli.exporting.pictures.labels import few, short
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import WIDTH
from sensecli.exporting.pictures.rows import Rows, raised, row_axis, rows, ticks
from sensecli.exporting.sentences import finding_sentence
from sensecli.exporting.wording import opened, part, who
from sensecli.model import Analysis, Finding

NAME = "gap"
_ROW = 28
_SAID = 150
_HOLLOW: dict[str, Any] = {
    "shape": "circle",
    "fill": PAPER,
    "stroke": AGREE,
    "strokeWidth": 2,
    "size": 120,
}
_RING: dict[str, Any] = {
    "shape": "circle",
    "fill": None,
    "stroke": AGREE,
    "strokeWidth": 1.2,
    "strokeDash": [2, 2],
    "size": 150,
}
_FILLED: dict[str, Any] = {"shape": "circle", "fill": ACT, "stroke": ACT, "size": 60}
_LINE: dict[str, Any] = {"shape": "stroke", "stroke": ACCENT, "strokeWidth": 3, "size": 180}
_WHISKER: dict[str, Any] = {"shape": "stroke", "stroke": MUTED, "strokeWidth": 1, "size": 180}
_READING = (
    "Each row is a theme, the widest gap first: the hollow circle stands at the leaders who agree, "
    "the filled one at those who act, and the line between them is the gap. The dashed ring is"
    " agreement without the leaders who agreed only when prompted, and the thin line below is the"
    " 95 % interval of agreement, which covers counting noise only."
)


def picture(analysis: Analysis) -> Picture | Absent:
    """For each theme that anybody speaks of: agreement, action and what lies between."""
    shown = rows(analysis.findings, raised, "Nobody speaks of")
    if shown is None:
        return Absent(NAME, "Agreement and action", "Nobody speaks of any theme.")
    return Picture(
        name=NAME,
        title=_title(shown.findings[0]),
        reading=f"{_READING} {shown.note}".strip(),
        alt=few([finding_sentence(one, shown.n) for one in _all(analysis)]),
        chart=_chart(shown),
    )


def _all(analysis: Analysis) -> list[Finding]:
    return [one for one in analysis.findings if raised(one)]


def _title(finding: Finding) -> str:
    counts, act = finding.figures.counts, finding.figures.act
    label = short(finding.label)
    agree = opened(who(counts.endorse, counts.n, "agrees", "agree"))
    if not counts.endorse:
        return f'{agree} on "{label}", or on any other theme'
    prompted = ""
    if finding.prompted_only:
        some = "" if finding.prompted_only == counts.endorse else f"{finding.prompted_only} "
        prompted = f" ({some}only when prompted)"
    does = (
        f", {part(act, counts.endorse, 'acts on it', 'act on it')}" if act else ", and nobody acts"
    )
    if counts.endorse == 1:
        does = ", and acts on it" if act else ", and does not act on it"
    return f'{agree} on "{label}"{prompted}{does}'


def _chart(shown: Rows) -> alt.LayerChart:
    width = WIDTH - shown.room - _SAID
    base = alt.Chart(alt.InlineData(values=[_row(*pair) for pair in shown.pairs()]))
    y = row_axis(shown.labels, room=shown.room, guide=True)
    scale = alt.Scale(domain=[0, shown.n], nice=False)
    axis = alt.Axis(grid=False, values=ticks(shown.n), format="d")
    title = f"leaders, of {shown.n}"

    def at(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=scale, axis=axis, title=title)

    def beside(by: float) -> dict[str, Any]:
        return {"y": y, "x": alt.value(width + by)}

    prompted = base.transform_filter("datum.prompted_only > 0")
    left = base.mark_rule(color=MUTED, strokeWidth=1, yOffset=9)
    end = base.mark_tick(color=MUTED, thickness=1, size=5, yOffset=9, orient="vertical")
    said = base.mark_text(align="left", fontWeight="bold", color=INK)
    aside = prompted.mark_text(align="left", color=MUTED)
    return layered(
        left.encode(y=y, x=at("low"), x2="high:Q"),
        end.encode(y=y, x=at("low")),
        end.encode(y=y, x=at("high")),
        base.mark_rule(color=ACCENT, strokeWidth=3).encode(y=y, x=at("act"), x2="agree:Q"),
        base.mark_point(opacity=1, **_HOLLOW).encode(y=y, x=at("agree")),
        prompted.mark_point(opacity=1, **_RING).encode(y=y, x=at("unprompted")),
        base.mark_point(opacity=1, **_FILLED).encode(y=y, x=at("act")),
        said.encode(text="said:N", **beside(16)),
        aside.encode(text="aside:N", **beside(70)),
        *key(_KEY, left=-shown.room, above=16),
        width=width,
        height=_ROW * len(shown.labels),
    )


_KEY = (
    Item("agree", _HOLLOW),
    Item("agree unprompted", _RING),
    Item("act", _FILLED),
    Item("the gap", _LINE),
    Item("95 % interval of agreement", _WHISKER),
)


def _row(label: str, finding: Finding) -> dict[str, Any]:
    figures = finding.figures
    n, endorse = figures.counts.n, figures.counts.endorse
    return {
        "theme": label,
        "agree": endorse,
        "act": figures.act,
        "gap": figures.gap,
        "low": round(figures.interval.low * n, 2),
        "high": round(figures.interval.high * n, 2),
        "prompted_only": finding.prompted_only,
        "unprompted": endorse - finding.prompted_only,
        "said": f"gap {figures.gap}" if figures.gap else "no gap",
        "aside": f"{finding.prompted_only} prompted",
    }
