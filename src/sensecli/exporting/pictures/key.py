"""What the marks of a picture mean, in the marks themselves and in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from sensecli.exporting.palette import MUTED
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import SMALL, WIDTH, measured

LINE = 18
_SYMBOL = 18
_BETWEEN = 16


@dataclass(frozen=True, slots=True)
class Item:
    """One mark, drawn as a point of that `style`, and its meaning."""

    text: str
    style: Mapping[str, Any] = field(default_factory=dict)


def key(
    items: Sequence[Item], *, left: float = 0, above: float = 0, below: float | None = None
) -> tuple[alt.Chart, ...]:
    """Layers with the items in lines: `above` the plot by so much, or at `below`, its height."""
    lines = _lines(items, WIDTH)
    top = below if below is not None else -above - LINE * (len(lines) - 1)
    layers: list[alt.Chart] = []
    for number, line in enumerate(lines):
        x = left
        for item in line:
            layers += _drawn(item, x, top + number * LINE)
            x += _width(item)
    return tuple(layers)


def key_view(items: Sequence[Item], *, left: float = 0) -> alt.LayerChart:
    """The same as a view of its own, to stand over or under others."""
    height = LINE * len(_lines(items, WIDTH))
    return layered(*key(items, left=left, below=LINE / 2), width=10, height=height)


def _lines(items: Sequence[Item], width: float) -> list[list[Item]]:
    lines: list[list[Item]] = [[]]
    used = 0.0
    for item in items:
        if lines[-1] and used + _width(item) > width:
            lines.append([])
            used = 0.0
        lines[-1].append(item)
        used += _width(item)
    return lines


def _width(item: Item) -> float:
    return _SYMBOL + measured(item.text) + _BETWEEN


def _drawn(item: Item, x: float, y: float) -> list[alt.Chart]:
    base = alt.Chart(alt.InlineData(values=[{"key": item.text}]))
    text = base.mark_text(align="left", baseline="middle", color=MUTED, fontSize=SMALL).encode(
        x=alt.value(x + (_SYMBOL if item.style else 0)), y=alt.value(y), text="key:N"
    )
    if not item.style:
        return [text]
    point = base.mark_point(**{"opacity": 1, **item.style}).encode(
        x=alt.value(x + _SYMBOL / 2 - 2), y=alt.value(y)
    )
    return [point, text]
