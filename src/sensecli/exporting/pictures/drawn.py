"""A picture, and what stands in its place where there is nothing to draw."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altair import HConcatChart, LayerChart, VConcatChart


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of an analysis.

    `title` says what is seen, `reading` how to read it, `alt` gives the main figures in words for
    those who cannot see it. `chart` draws it, without title and reading.
    """

    name: str
    title: str
    reading: str
    alt: str
    chart: "LayerChart | HConcatChart | VConcatChart"


@dataclass(frozen=True, slots=True)
class Absent:
    """A picture that cannot be drawn, and the reason why not."""

    name: str
    title: str
    reason: str
