"""A picture, ready to stand within a page."""

import re
from dataclasses import dataclass

from sensecli.exporting import palette
from sensecli.exporting.shown import Shown

_COLOURS = {
    palette.INK: "ink",
    palette.MUTED: "muted",
    palette.GRID: "grid",
    palette.PAPER: "paper",
    palette.AGREE: "agree",
    palette.ACT: "act",
    palette.FAILED: "failed",
    palette.ACCENT: "accent",
}
_COLOUR = re.compile("|".join(_COLOURS), re.IGNORECASE)
_ATTRIBUTE = r'="[^"]*"'
_SPOKEN = re.compile(rf"\s(?:role|tabindex|aria-[a-z]+){_ATTRIBUTE}")
_SPACES = re.compile(rf"\sxmlns(?::[a-z]+)?{_ATTRIBUTE}")
_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r'(\sid="|url\(#|href="#)')
# A shade of a scale, whose labels are set for light paper.
_SHADE = re.compile(r'(?:fill|stroke)="(?:rgb|#(?!000))')


@dataclass(frozen=True, slots=True)
class Inline:
    """A picture within a page; `shaded` where its colours hold on light paper only."""

    name: str
    title: str
    reading: str
    alt: str
    inner: str
    shaded: bool


def inline(shown: Shown) -> Inline:
    """The picture in the page's own colours, spoken of by its text alone.

    Its ids get its name before them, since a page holds many pictures.
    """
    svg = shown.svg[shown.svg.index("<svg") :]
    svg = _TAG.sub(lambda tag: _quiet(tag[0], shown.name), svg)
    coloured = _COLOUR.sub(lambda hex_: f"var(--{_COLOURS[hex_[0].lower()]})", svg)
    return Inline(
        name=shown.name,
        title=shown.title,
        reading=shown.reading,
        alt=shown.alt,
        inner=coloured.removeprefix("<svg"),
        shaded=bool(_SHADE.search(coloured)),
    )


def _quiet(tag: str, name: str) -> str:
    tag = _SPACES.sub("", _SPOKEN.sub("", tag))
    return _ID.sub(lambda found: f"{found[1]}{name}-", tag)
