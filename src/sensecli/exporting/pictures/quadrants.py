"""Agreed, planned: each theme by how many leaders agree and how many actions the plan has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from sensecli.exporting.palette import ACT, AGREE, GRID, INK, MUTED, PAPER
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import Item, key
from sensecli.exporting.pictures.labels import distinct, few
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import SIZE, SMALL, WIDTH, measured
from sensecli.exporting.pictures.rows import ticks
from sensecli.exporting.records.sentences import planned
from sensecli.exporting.records.standing import QUADRANTS
from sensecli.exporting.records.tables import told
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, CrossCheck, Quadrant, Records

NAME = "quadrants"
_TITLE = "Agreed, and in the plan?"
_ROOM, _LABEL, _MOST = 96, 34, 40
_LANE, _HEAD, _PAD = 19, 24, 7
_BEFORE, _BEHIND = 10, 12
# So many actions and more stand in one band; they are told by the number beside each theme.
_BANDS = ((10, "10 or more"), (5, "5 to 9"), (3, "3 or 4"), (2, "2"), (1, "1"), (0, "none"))
_HOLLOW: dict[str, Any] = {
    "shape": "circle",
    "fill": PAPER,
    "stroke": AGREE,
    "strokeWidth": 2,
    "size": 90,
}
_FILLED: dict[str, Any] = {"shape": "circle", "fill": ACT, "stroke": ACT, "size": 60}
_KEY = (Item("in the plan", _FILLED), Item("in nobody's plan", _HOLLOW))
_READING = (
    "Each mark is a theme: the further to the right, the more leaders agree; the higher, the more"
    " actions on it stand in the plan, those that were dropped left out. The number behind a theme"
    " is how many there are. Right of the dashed line stands what more than half agree on."
)


@dataclass(frozen=True, slots=True)
class _Band:
    """A stretch of the height: its label, where it begins, how high it is, and who is in it."""

    label: str
    top: float
    height: float
    marks: tuple[dict[str, Any], ...]


def picture(analysis: Analysis) -> Picture | Absent:
    """The themes that a leader or a record speaks of, in four quadrants."""
    records = analysis.records
    if records is None or not planned(records):
        return Absent(NAME, _TITLE, "No register of actions was given.")
    shown = [one for one in records.checks if told(one)]
    if not shown:
        return Absent(NAME, _TITLE, "No leader and no record speaks of any theme.")
    more = len(shown) - _MOST
    note = f"Left out: {plural(more, 'theme')}." if more > 0 else ""
    return Picture(
        name=NAME,
        title=_counted(shown),
        reading=f"{_READING} {note}".strip(),
        alt=few([_counted(shown), *map(_said, _first(records, shown))]),
        chart=_chart(shown[:_MOST]),
    )


def _first(records: Records, shown: Sequence[CrossCheck]) -> list[CrossCheck]:
    """The themes with what nobody has planned first."""
    unplanned = [one for one in shown if one.quadrant is Quadrant.AGREED_UNPLANNED]
    return [*unplanned, *(one for one in records.checks if one in shown and one not in unplanned)]


def _counted(shown: Sequence[CrossCheck]) -> str:
    found = [(q, sum(one.quadrant is q for one in shown)) for q in QUADRANTS]
    (count, quadrant), *others = [(count, quadrant) for quadrant, count in found if count]
    said = [f"{count} {'is' if count == 1 else 'are'} {quadrant}", *(f"{n} {q}" for n, q in others)]
    return f"Of {plural(len(shown), 'theme')}, {', '.join(said)}"


def _said(check: CrossCheck) -> str:
    counts = check.figures.counts
    actions = plural(check.plan.live, "action") if check.plan.live else "no action"
    return f"{check.label}: {counts.endorse} of {counts.n} agree, {actions} in the plan"


def _chart(shown: Sequence[CrossCheck]) -> alt.LayerChart:
    n = shown[0].figures.counts.n
    width = WIDTH - _ROOM
    bands = tuple(_bands(shown, width=width, n=n))
    height = bands[-1].top + bands[-1].height + _HEAD
    marks = [mark for band in bands for mark in band.marks]
    base = alt.Chart(alt.InlineData(values=marks))
    half = alt.Chart(alt.InlineData(values=[{"half": n / 2}]))
    axis = alt.Axis(grid=False, values=ticks(n), format="d")
    scale = alt.Scale(domain=[0, n], nice=False)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    at = alt.X("agree:Q", scale=scale, axis=axis, title=f"leaders who agree, of {n}")
    label = base.mark_text(baseline="middle", fontSize=SIZE, color=INK)
    return layered(
        *_lines(bands, width),
        half.mark_rule(color=MUTED, strokeDash=[4, 4]).encode(x=alt.X("half:Q", scale=scale)),
        *_corners(shown, width=width, height=height),
        *(
            base.transform_filter(f"datum.planned === {truth}")
            .mark_point(opacity=1, **style)
            .encode(x=at, y=y)
            for truth, style in (("true", _FILLED), ("false", _HOLLOW))
        ),
        *(
            label.transform_filter(f"datum.side === '{side}'")
            .mark_text(align=side, dx=dx, baseline="middle", fontSize=SIZE, color=INK)
            .encode(x=at, y=y, text="said:N")
            for side, dx in (("left", _BEFORE), ("right", -_BEFORE))
        ),
        *key(_KEY, left=-_ROOM, above=16),
        width=width,
        height=height,
    )


def _bands(shown: Sequence[CrossCheck], *, width: float, n: int) -> Iterator[_Band]:
    """The bands from the top; one without a theme is left out, but never the lowest."""
    top = float(_HEAD)
    names = dict(
        zip((o.code for o in shown), distinct((o.label for o in shown), _LABEL), strict=True)
    )
    above = float("inf")
    for least, label in _BANDS:
        held = [one for one in shown if least <= one.plan.live < above]
        above = least
        if not held and least:
            continue
        lanes = _lanes(held, names, width=width, n=n)
        height = _LANE * max(len(lanes), 1) + 2 * _PAD
        marks = [
            mark | {"y": top + _PAD + _LANE * (at + 0.5)}
            for at, lane in enumerate(lanes)
            for mark in lane
        ]
        yield _Band(label, top, height, tuple(marks))
        top += height


def _lanes(
    held: Iterable[CrossCheck], names: dict[str, str], *, width: float, n: int
) -> list[list[dict[str, Any]]]:
    """The marks in so many lines that no label stands on another."""
    lanes: list[tuple[list[dict[str, Any]], list[tuple[float, float]]]] = []
    for one in sorted(held, key=lambda check: (-check.figures.counts.endorse, check.label)):
        mark, stretch = _mark(one, names[one.code], width=width, n=n)
        lane = next((o for o in lanes if all(_apart(stretch, other) for other in o[1])), None)
        if lane is None:
            lane = ([], [])
            lanes.append(lane)
        lane[0].append(mark)
        lane[1].append(stretch)
    return [marks for marks, _ in lanes]


def _mark(
    check: CrossCheck, name: str, *, width: float, n: int
) -> tuple[dict[str, Any], tuple[float, float]]:
    """A theme's mark, and the stretch of its line that it takes, in pixels."""
    live, agree = check.plan.live, check.figures.counts.endorse
    said = f"{name} ({live})" if live else name
    x = width * agree / n if n else 0.0
    room = measured(said, SIZE) + _BEFORE + _BEHIND
    # To the left where there is no room to the right, or the label would cross the middle.
    right = x + room > width or room < x < width / 2 < x + room
    stretch = (x - room, x + _BEFORE) if right else (x - _BEFORE, x + room)
    mark = {
        "theme": name,
        "agree": agree,
        "live": live,
        "quadrant": str(check.quadrant),
        "planned": live > 0,
        "said": said,
        "side": "right" if right else "left",
    }
    return mark, stretch


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _lines(bands: Sequence[_Band], width: float) -> Iterator[alt.Chart]:
    """A line above each band and its label; the one above the lowest parts planned from not."""
    for at, band in enumerate(bands):
        last = at == len(bands) - 1
        rule = alt.Chart(alt.InlineData(values=[{"band": band.label}]))
        yield rule.mark_rule(
            color=MUTED if last else GRID, strokeDash=[4, 4] if last else [1, 0]
        ).encode(x=alt.value(0), x2=alt.value(width), y=alt.value(band.top))
        yield rule.mark_text(align="right", baseline="middle", color=INK, fontSize=SIZE).encode(
            x=alt.value(-12), y=alt.value(band.top + band.height / 2), text="band:N"
        )
    head = alt.Chart(alt.InlineData(values=[{"head": "actions"}]))
    yield head.mark_text(align="right", baseline="middle", color=MUTED, fontSize=SMALL).encode(
        x=alt.value(-12), y=alt.value(_HEAD / 2), text="head:N"
    )


def _corners(shown: Sequence[CrossCheck], *, width: float, height: float) -> Iterator[alt.Chart]:
    """The quadrants by name, each in its corner, with how many themes it has."""
    corners: tuple[tuple[Quadrant, float, Literal["left", "right"], float], ...] = (
        (Quadrant.PLANNED, 6.0, "left", _HEAD / 2),
        (Quadrant.AGREED_PLANNED, width - 6, "right", _HEAD / 2),
        (Quadrant.NEITHER, 6.0, "left", height - _HEAD / 2),
        (Quadrant.AGREED_UNPLANNED, width - 6, "right", height - _HEAD / 2),
    )
    for quadrant, x, align, y in corners:
        count = sum(one.quadrant is quadrant for one in shown)
        # What is agreed on and in nobody's plan is what the picture is about.
        bold = quadrant is Quadrant.AGREED_UNPLANNED
        words = alt.Chart(alt.InlineData(values=[{"corner": f"{quadrant} ({count})"}]))
        yield words.mark_text(
            align=align,
            baseline="middle",
            color=INK if bold else MUTED,
            fontSize=SMALL,
            fontStyle="italic",
            fontWeight="bold" if bold else "normal",
        ).encode(x=alt.value(x), y=alt.value(y), text="corner:N")
