"""A picture as a document shows it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shown:
    """A drawn picture: `reading` says how to read it, `alt` is for those who cannot see it.

    `svg` is text, `png` the same picture as an image.
    """

    name: str
    title: str
    reading: str
    alt: str
    svg: str = field(default="", repr=False)
    png: bytes = field(default=b"", repr=False)
