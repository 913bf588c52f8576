"""A picture as Vega-Lite, SVG or PNG, without a network."""

import re
import textwrap
from html import escape
from typing import Any

import altair as alt
import vl_convert

from sensecli.exporting.palette import PAPER
from sensecli.exporting.pictures.drawn import Picture
from sensecli.exporting.pictures.look import CONFIG
from sensecli.exporting.pictures.packing import packed

_TITLE_WIDTH = 92
_READING_WIDTH = 125
_PADDING = 10


def spec(picture: Picture, *, titled: bool = False) -> dict[str, Any]:
    """The picture as a Vega-Lite object; `titled` puts its title and reading above it."""
    drawn = picture.chart.to_dict()
    drawn |= {"config": CONFIG, "background": None, "padding": _PADDING}
    if titled:
        drawn["title"] = {
            "text": textwrap.wrap(picture.title, _TITLE_WIDTH),
            "subtitle": textwrap.wrap(picture.reading, _READING_WIDTH),
        }
    return drawn


def svg(picture: Picture, *, titled: bool = False) -> str:
    """The picture as SVG: text stays text, and nothing lies behind it.

    A `titled` one stands by itself, so it also holds its title and `alt` for a screen reader.
    """
    drawn = vl_convert.vegalite_to_svg(
        spec(picture, titled=titled), vl_version=_version(), allowed_base_urls=[]
    )
    return _described(drawn, picture) if titled else drawn


def png(picture: Picture, *, scale: float = 2.0, titled: bool = False) -> bytes:
    """The picture as PNG on white, so many pixels to a point."""
    drawn = spec(picture, titled=titled) | {"background": PAPER}
    return packed(
        vl_convert.vegalite_to_png(drawn, vl_version=_version(), scale=scale, allowed_base_urls=[])
    )


def _described(drawn: str, picture: Picture) -> str:
    said = f"<title>{escape(picture.title)}</title><desc>{escape(picture.alt)}</desc>"
    return re.sub(r"<svg\b([^>]*)>", lambda tag: f'<svg role="img"{tag[1]}>{said}', drawn, count=1)


def _version() -> str:
    """The version of Vega-Lite that altair writes, or the newest that can be drawn."""
    written = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    known = vl_convert.get_vegalite_versions()
    return written if written in known else known[-1]
