"""Code coverage: after how many interviews hardly any new code turned up."""

from typing import Any

import altair as alt

from sensecli.exporting.method import coverage_sentence
from sensecli.exporting.palette import ACCENT, AGREE, INK, MUTED, PAPER
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.key import Item, key
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import SHADES, WIDTH
from sensecli.exporting.pictures.rows import ticks
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Coverage

NAME = "coverage"
_TITLE = "Code coverage"
_HEIGHT = 220
_READING = (
    "Bars count the codes of the codebook that an interview is the first to have, the line all"
    " codes so far, in the order of the interviews. After Guest, Namey and Chen: coverage is"
    " reached where a run of {run} interviews adds no more than {percent} % to the codes of the"
    " first {base}; with a fixed codebook this tells of coverage, not of saturation."
)


def picture(analysis: Analysis) -> Picture | Absent:
    """New codes and all codes by interview, with the base and the run that reached coverage."""
    found = analysis.coverage
    if found is None:
        return Absent(NAME, _TITLE, coverage_sentence(None))
    if not found.ratios:
        return Absent(NAME, _TITLE, coverage_sentence(found))
    reading = _READING.format(run=found.run, percent=f"{found.threshold * 100:g}", base=found.base)
    return Picture(NAME, _title(found), reading, _alt(found), _chart(found))


def _title(found: Coverage) -> str:
    if found.reached is None:
        return f"Code coverage is {found}: new codes still turn up"
    added = sum(found.new[found.reached : found.reached + found.run])
    codes = f"brought {plural(added, 'new code')}" if added else "brought no new code"
    return f"Code coverage {found}: after {found.reached} interviews, the next {found.run} {codes}"


def _alt(found: Coverage) -> str:
    new = found.new
    counts = ", ".join(map(str, new[:12]))
    more = f" and so on over {len(new)} interviews" if new[12:] else ""
    return (
        f"New codes by interview: {counts}{more}; {sum(new)} codes in all. The first {found.base}"
        f" interviews gave {found.base_codes} codes. Coverage: {found}."
    )


def _chart(found: Coverage) -> alt.LayerChart:
    new = found.new
    width, n = WIDTH - 70, len(new)
    base = alt.Chart(alt.InlineData(values=_rows(new)))
    x = alt.X(
        "interview:Q",
        scale=alt.Scale(domain=[0.4, n + 0.6], nice=False),
        axis=alt.Axis(values=[1, *ticks(n)[1:]], format="d", grid=False),
        title="interview",
    )
    most = max(sum(new), 1)
    scale = alt.Scale(domain=[0, most * 1.12], nice=False)
    axis = alt.Axis(values=ticks(most), format="d", labelColor=MUTED, labelFontSize=11)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=scale, axis=axis, title="codes")

    bar = max(2, width / n * 0.6)
    line = base.mark_line(color=AGREE, strokeWidth=2)
    point = base.mark_point(shape="circle", fill=PAPER, stroke=AGREE, size=30, opacity=1)
    return layered(
        *_spans(found, most),
        base.transform_filter("datum.new > 0")
        .mark_bar(width=bar, fill=SHADES[2], stroke=AGREE, strokeWidth=0.8)
        .encode(x=x, y=y("new")),
        *(
            base.transform_filter(which)
            .mark_text(dx=dx, dy=-7, color=INK)
            .encode(x=x, y=y("new"), text="new:N")
            # The line starts on top of the first bar.
            for which, dx in (("datum.interview > 1", 0), ("datum.interview == 1", -12))
        ),
        line.encode(x=x, y=y("total")),
        point.encode(x=x, y=y("total")),
        *key(_KEY, left=-44, above=40),
        width=width,
        height=_HEIGHT,
    )


_KEY = (
    Item(
        "codes that are new in the interview",
        {"shape": "square", "fill": SHADES[2], "stroke": AGREE, "strokeWidth": 0.8, "size": 110},
    ),
    Item("all codes so far", {"shape": "circle", "fill": PAPER, "stroke": AGREE, "size": 50}),
)


def _rows(new: tuple[int, ...]) -> list[dict[str, Any]]:
    return [
        {"interview": at, "new": count, "total": sum(new[:at])}
        for at, count in enumerate(new, start=1)
    ]


def _spans(found: Coverage, most: int) -> list[alt.Chart]:
    """The base and the run, each as a bracket with its name above the line."""
    spans = [(0, found.base, f"base of {found.base}")]
    if found.reached is not None:
        spans.append((found.reached, found.reached + found.run, f"reached: {found}"))
    layers: list[alt.Chart] = []
    for after, last, name in spans:
        row = {
            "from": after + 0.6,
            "to": last + 0.4,
            "middle": (after + last + 1) / 2,
            "at": most * 1.1,
            "name": name,
        }
        base = alt.Chart(alt.InlineData(values=[row]))
        layers += [
            base.mark_rule(color=ACCENT, strokeWidth=3).encode(x="from:Q", x2="to:Q", y="at:Q"),
            base.mark_text(dy=-9, color=INK).encode(x="middle:Q", y="at:Q", text="name:N"),
        ]
    return layers
