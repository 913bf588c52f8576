"""The colours that the page, the pictures and the documents share."""

INK = "#1b1f24"
MUTED = "#5b6570"
GRID = "#d9dee3"
PAPER = "#ffffff"
AGREE = "#2f6690"
ACT = "#1b7f5c"
FAILED = "#b3472e"
ACCENT = "#b7791f"


def bare(colour: str) -> str:
    """As documents write it: `1B1F24`."""
    return colour.removeprefix("#").upper()
