"""The pictures of an analysis, one file per picture; drawing waits until one is asked for."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.shown import Shown
from sensecli.model import Analysis

__all__ = ["PICTURES", "Absent", "Picture", "files", "picture", "pictures", "shown"]

PICTURES = {
    "gap": "sensecli.exporting.pictures.gap",
    "ladder": "sensecli.exporting.pictures.ladder",
    "groups": "sensecli.exporting.pictures.groups",
    "actors": "sensecli.exporting.pictures.actors",
    "barriers": "sensecli.exporting.pictures.barriers",
    "consensus": "sensecli.exporting.pictures.consensus",
    "coverage": "sensecli.exporting.pictures.coverage",
    "lenses": "sensecli.exporting.pictures.lenses",
    "quadrants": "sensecli.exporting.pictures.quadrants",
    "movement": "sensecli.exporting.pictures.movement",
}


def pictures(analysis: Analysis) -> tuple[Picture | Absent, ...]:
    """Every picture of the analysis, or why it cannot be drawn, in the order of a report."""
    return tuple(picture(analysis, name) for name in PICTURES)


def picture(analysis: Analysis, name: str) -> Picture | Absent:
    """The one picture of that name."""
    drawn = cast("Callable[[Analysis], Picture | Absent]", import_module(PICTURES[name]).picture)
    return drawn(analysis)


def shown(analysis: Analysis) -> tuple[Shown, ...]:
    """Each picture that can be drawn, as a document shows it beside a title of its own."""
    from sensecli.exporting.pictures.render import png, svg

    return tuple(
        Shown(one.name, one.title, one.reading, one.alt, svg(one), png(one))
        for one in pictures(analysis)
        if isinstance(one, Picture)
    )


def files(analysis: Analysis) -> Iterator[tuple[str, bytes]]:
    """Each picture that can be drawn as `gap.svg` and `gap.png`, with its title and reading."""
    from sensecli.exporting.pictures.render import png, svg

    for one in pictures(analysis):
        if isinstance(one, Picture):
            yield f"{one.name}.svg", svg(one, titled=True).encode()
            yield f"{one.name}.png", png(one, titled=True)
