"""A matrix of shaded cells, each with its figure in words or numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from sensecli.exporting.palette import GRID, INK, MUTED, PAPER
from sensecli.exporting.pictures.key import Item
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import SHADES, measured, on
from sensecli.exporting.pictures.rows import bare_axis, row_axis

HEIGHT = 26
_SINE, _COSINE = 0.65, 0.77
_LONGEST = 260
_LINE = 13
_NARROWEST = 24


def shade(share: float) -> str:
    """The shade of a share from 0 to 1: paper for nothing, then by quarters, then the whole."""
    if share <= 0:
        return PAPER
    return SHADES[4 if share >= 1 else int(share * 4)]


def cell(row: str, column: str, text: str, share: float, **figures: int | str) -> dict[str, Any]:
    """One cell; where there is nothing, its text stands back."""
    colour = shade(share)
    return {
        "row": row,
        "column": column,
        "text": text,
        "shade": colour,
        "on": MUTED if colour == PAPER else on(colour),
        **figures,
    }


def matrix(
    cells: Sequence[Mapping[str, Any]],
    *,
    labels: Sequence[str],
    columns: Sequence[str],
    header: alt.Axis,
    width: float,
    room: int | None,
) -> alt.LayerChart:
    """The cells in rows by `labels`, with their names where there is `room` for them."""
    base = alt.Chart(alt.InlineData(values=[dict(one) for one in cells]))
    y = (
        bare_axis(labels, field="row")
        if room is None
        else row_axis(labels, field="row", room=room, guide=False)
    )
    scale = alt.Scale(type="band", domain=list(columns), paddingInner=0, paddingOuter=0)
    x = alt.X("column:N", title=None, scale=scale, axis=header)
    shades = alt.Color("shade:N", scale=None)
    return layered(
        base.mark_rect(stroke=GRID, strokeWidth=1).encode(y=y, x=x, color=shades),
        base.mark_text().encode(y=y, x=x, text="text:N", color=alt.Color("on:N", scale=None)),
        width=width,
        height=HEIGHT * len(labels),
    )


def upright(columns: Sequence[str]) -> alt.Axis:
    """Column headers above the cells, in lines of text that are alike in number."""
    lines = max(name.count("\n") for name in columns)
    return _header(
        labelExpr="split(datum.label, '\\n')",
        labelAngle=0,
        labelBaseline="bottom",
        labelPadding=8 + _LINE * lines,
    )


def slanted(head: float) -> alt.Axis:
    """Column headers on the slant, which take `head` pixels above the cells."""
    return _header(
        labelAngle=-40,
        labelAlign="left",
        labelBaseline="middle",
        labelPadding=6,
        minExtent=head,
        maxExtent=head,
    )


def _header(**how: Any) -> alt.Axis:  # noqa: ANN401 - they are as many as altair has
    return alt.Axis(
        orient="top",
        labelLimit=_LONGEST,
        labelColor=INK,
        labelOverlap=False,
        ticks=False,
        domain=False,
        **how,
    )


def head_room(columns: Sequence[str]) -> float:
    """How many pixels column headers on the slant take above the cells."""
    return _SINE * max(measured(name) for name in columns) + 16


def spill(columns: Sequence[str], each: float) -> float:
    """How many pixels slanted headers reach beyond the last of columns that are `each` so wide."""
    ends = [each * (at + 0.5) + _COSINE * measured(name) for at, name in enumerate(columns)]
    return max(0.0, max(ends) + 8 - each * len(columns))


def widest(sides: Sequence[Sequence[str]], room: float, most: int) -> int:
    """How wide the cells can be at most, where matrices with those headers stand side by side."""

    def fits(each: int) -> bool:
        return sum(each * len(one) + spill(one, each) for one in sides) <= room

    return next((each for each in range(most, _NARROWEST, -1) if fits(each)), _NARROWEST)


def share_key(does: str) -> tuple[Item, ...]:
    """What the shades mean, where a share `does` something."""
    words = (f"nobody {does}", "under a quarter", "a quarter", "half", "three quarters", "all")
    more = ("", "", " or more", " or more", " or more", "")
    return tuple(
        Item(word + rest, _box(colour))
        for word, rest, colour in zip(words, more, (PAPER, *SHADES), strict=True)
    )


def _box(colour: str) -> dict[str, Any]:
    """The style of a cell in a picture's key."""
    return {"shape": "square", "fill": colour, "stroke": GRID, "strokeWidth": 1, "size": 140}
