"""How large may a text be set so that it stays inside its box?"""

import unicodedata
from collections.abc import Sequence
from math import ceil

_POINT = 12_700
# Of a common sans serif: a letter's mean width, a line's height and the space behind a paragraph.
_LETTER, _LINE, _BEHIND = 0.54, 1.22, 0.5
_CELL = 0.25


def fitting(texts: Sequence[str], box: tuple[int, int], sizes: tuple[int, int]) -> int:
    """The largest size in points, from the first of `sizes` down to the second, that fits.

    `box` is width and height in EMU. The second is the answer where nothing fits.
    """
    largest, smallest = sizes
    return next(
        (size for size in range(largest, smallest, -1) if height(texts, box[0], size) <= box[1]),
        smallest,
    )


def height(texts: Sequence[str], width: int, size: int) -> int:
    """How high the paragraphs stand in a box of that width, in EMU."""
    letters = max(width / _POINT / (size * _LETTER), 1)
    lines = sum(ceil(max(_letters(text), 1) / letters) for text in texts)
    return int((lines * _LINE + len(texts) * _BEHIND) * size * _POINT)


def row_height(cells: Sequence[str], widths: Sequence[int], size: int) -> int:
    """How high a table's row stands, in EMU."""
    margins = int(0.2 * 914_400)
    tallest = max(
        height([cell], max(width - margins, _POINT), size)
        for cell, width in zip(cells, widths, strict=True)
    )
    return tallest + int(_CELL * size * _POINT)


def _letters(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in {"W", "F"} else 1 for c in text)
