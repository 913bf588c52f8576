"""Colours, type and measures that all pictures share.

A page that is read in the dark may put others in place of `SWAPPED`. The shades keep theirs, and
so does the text that stands on them (`ON_LIGHT`, `ON_DARK`).
"""

from typing import Any

from sensecli.exporting.palette import ACCENT, ACT, AGREE, FAILED, GRID, INK, MUTED, PAPER

SWAPPED = (INK, MUTED, GRID, PAPER, AGREE, ACT, FAILED, ACCENT)

SHADES = ("#eaf1f7", "#c6d8e6", "#9dbcd3", "#6f9dbf", "#2b5f87")
DEEDS = ("#8cc5ae", "#1a7a58")
ON_LIGHT = "#14181d"
ON_DARK = "#fdfdfd"
_DARK = (SHADES[-1], DEEDS[-1])

WIDTH = 720
ROW = 26
# Three faces of one width, so that a picture is laid out alike wherever it is drawn.
FONT = "Helvetica, Arial, Liberation Sans, sans-serif"
SIZE = 12
SMALL = 11

CROSS = "M-1,-1L1,1M1,-1L-1,1"
SLASHED = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0M-0.7,0.7L0.7,-0.7"

CONFIG: dict[str, Any] = {
    "font": FONT,
    "aria": False,
    "view": {"stroke": None},
    "concat": {"spacing": 18},
    "text": {"font": FONT, "fontSize": SMALL, "color": INK},
    "axis": {
        "labelFont": FONT,
        "labelFontSize": SMALL,
        "labelColor": MUTED,
        "titleFont": FONT,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
        "titleColor": MUTED,
        "labelFlush": False,
        "gridColor": GRID,
        "domainColor": GRID,
        "tickColor": GRID,
    },
    "axisY": {"labelFontSize": SIZE, "labelColor": INK},
    "title": {
        "anchor": "start",
        "frame": "bounds",
        "font": FONT,
        "fontSize": 15,
        "fontWeight": "bold",
        "color": INK,
        "offset": 16,
        "subtitleFont": FONT,
        "subtitleFontSize": SIZE,
        "subtitleColor": MUTED,
        "subtitlePadding": 6,
    },
}


def on(shade: str) -> str:
    """The colour of text that stands on that shade."""
    return ON_DARK if shade in _DARK else ON_LIGHT


def measured(text: str, size: int = SMALL) -> float:
    """About how many pixels wide the text is."""
    return size * max(sum(_WIDTHS.get(c, 0.56) for c in line) for line in text.split("\n"))


_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!Itf()[]- /·", 0.29),
    **dict.fromkeys('rs"ckvxyz', 0.49),
    **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZw", 0.71),
    **dict.fromkeys("mMW%", 0.87),
}
