"""What moved between rounds: who went up or down on a theme, who agrees and acts then and now."""

from typing import Any

import altair as alt

from sensecli.exporting.movement.sentences import (
    longest,
    moved,
    moved_sentence,
    span,
    still_sentence,
    ups_and_downs,
)
from sensecli.exporting.palette import ACT, AGREE, FAILED, GRID, INK, MUTED, PAPER
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import Item, key_view
from sensecli.exporting.pictures.labels import LONGEST, distinct, few, short
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import SMALL, WIDTH
from sensecli.exporting.pictures.rows import MOST, bare_axis, label_room, row_axis, ticks
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Between, ThemeMovement

NAME = "movement"
_TITLE = "What moved between the rounds"
_ROW, _BETWEEN, _TEXT = 34, 26, 24
_UP: dict[str, Any] = {"shape": "square", "fill": ACT, "stroke": ACT, "size": 110}
_DOWN: dict[str, Any] = {
    "shape": "square",
    "fill": PAPER,
    "stroke": FAILED,
    "strokeWidth": 2,
    "size": 100,
}
_BEFORE: dict[str, Any] = {"fill": PAPER, "strokeWidth": 2, "size": 70}
_AFTER: dict[str, Any] = {"strokeWidth": 2, "size": 70}
_KEY = (
    Item("moved up", _UP),
    Item("moved down", _DOWN),
    Item("agree before", {"shape": "circle", "stroke": AGREE, **_BEFORE}),
    Item("agree now", {"shape": "circle", "stroke": AGREE, "fill": AGREE, **_AFTER}),
    Item("act before", {"shape": "diamond", "stroke": ACT, **_BEFORE}),
    Item("act now", {"shape": "diamond", "stroke": ACT, "fill": ACT, **_AFTER}),
)
_READING = (
    "Each row is a theme, the most movement first. On the left, how many leaders moved down the"
    " ladder (hollow) and up (filled). On the right, how many agree (circles) and act (diamonds):"
    " hollow in the earlier round, filled in the later one. Only leaders met in both are counted."
)


def picture(analysis: Analysis) -> Picture | Absent:
    """The themes that anybody moved on, from the first round to the last."""
    between = longest(analysis.comparison) if analysis.comparison else None
    if between is None:
        return Absent(NAME, _TITLE, "There are no two rounds of interviews to compare.")
    themes = moved(between)
    if not themes:
        return Absent(NAME, _TITLE, moved_sentence(between))
    more = len(themes) - MOST
    cut = f"Shown are the first {MOST} of {plural(len(themes), 'theme')}." if more > 0 else ""
    still = still_sentence(between)
    return Picture(
        name=NAME,
        title=_title(themes[0], between),
        reading=" ".join(filter(None, (_READING, cut, still))),
        alt=few([_said(one, between) for one in themes]),
        chart=_chart(themes[:MOST], len(between.turnover.stayed)),
    )


def _title(theme: ThemeMovement, between: Between) -> str:
    label, ways = short(theme.label), ups_and_downs(theme)
    return f'Most movement {span(between)} is on "{label}": {ways}'


def _said(theme: ThemeMovement, between: Between) -> str:
    agree, act = theme.endorse, theme.act
    return (
        f"{theme.label}, {span(between)}: {ups_and_downs(theme)}; of {agree.n}, {agree.before} then"
        f" {agree.after} agree, {act.before} then {act.after} act"
    )


def _chart(themes: tuple[ThemeMovement, ...], n: int) -> alt.VConcatChart:
    labels = distinct((one.label for one in themes), LONGEST)
    room = label_room(labels)
    left = (WIDTH - room - _BETWEEN) * 0.45
    right = WIDTH - room - _BETWEEN - left
    rows = [_row(*pair) for pair in zip(labels, themes, strict=True)]
    views = alt.hconcat(
        _ways(rows, labels, room=room, width=left),
        _counts(rows, labels, n=n, width=right),
        spacing=_BETWEEN,
    )
    return alt.vconcat(key_view(_KEY, left=-room), views, spacing=10)


def _row(label: str, theme: ThemeMovement) -> dict[str, Any]:
    return {
        "theme": label,
        "up": theme.up,
        "down": -theme.down,
        "ups": str(theme.up or ""),
        "downs": str(theme.down or ""),
        "same": theme.same,
        "agree_before": theme.endorse.before,
        "agree_after": theme.endorse.after,
        "act_before": theme.act.before,
        "act_after": theme.act.after,
    }


def _ways(
    rows: list[dict[str, Any]], labels: tuple[str, ...], *, room: int, width: float
) -> alt.LayerChart:
    """Bars to either side of nobody."""
    base = alt.Chart(alt.InlineData(values=rows))
    y = row_axis(labels, room=room, guide=False)
    most = max(max(row["up"], -row["down"]) for row in rows)
    # Room for the number at the end of the longest bar.
    edge = most * (1 + 2 * _TEXT / width) + 0.01
    scale = alt.Scale(domain=[-edge, edge], nice=False)

    def at(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=scale, axis=None)

    nobody = alt.Chart(alt.InlineData(values=[{"nobody": 0}]))
    bar: dict[str, Any] = {"height": 13, "strokeWidth": 1.5}
    return layered(
        base.transform_filter("datum.down < 0")
        .mark_bar(fill=PAPER, stroke=FAILED, **bar)
        .encode(y=y, x=at("down"), x2=alt.datum(0)),
        base.transform_filter("datum.up > 0")
        .mark_bar(fill=ACT, stroke=ACT, **bar)
        .encode(y=y, x=at("up"), x2=alt.datum(0)),
        nobody.mark_rule(color=MUTED).encode(x=at("nobody")),
        base.mark_text(align="right", dx=-5, color=INK, fontSize=SMALL).encode(
            y=y, x=at("down"), text="downs:N"
        ),
        base.mark_text(align="left", dx=5, color=INK, fontSize=SMALL).encode(
            y=y, x=at("up"), text="ups:N"
        ),
        width=width,
        height=_ROW * len(labels),
    )


def _counts(
    rows: list[dict[str, Any]], labels: tuple[str, ...], *, n: int, width: float
) -> alt.LayerChart:
    """Agreement above, action below, each from then to now."""
    base = alt.Chart(alt.InlineData(values=rows))
    y = bare_axis(labels)
    scale = alt.Scale(domain=[0, n], nice=False)
    axis = alt.Axis(grid=True, gridColor=GRID, values=ticks(n), format="d")

    def at(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=scale, axis=axis, title=f"leaders, of {n}")

    layers: list[alt.Chart] = []
    for what, shape, colour, by in (("agree", "circle", AGREE, -7), ("act", "diamond", ACT, 7)):
        before, after = f"{what}_before", f"{what}_after"
        layers += [
            base.mark_rule(color=colour, strokeWidth=2, yOffset=by).encode(
                y=y, x=at(before), x2=f"{after}:Q"
            ),
            base.mark_point(opacity=1, shape=shape, stroke=colour, yOffset=by, **_BEFORE).encode(
                y=y, x=at(before)
            ),
            base.mark_point(
                opacity=1, shape=shape, stroke=colour, fill=colour, yOffset=by, **_AFTER
            ).encode(y=y, x=at(after)),
        ]
    return layered(*layers, width=width, height=_ROW * len(labels))
