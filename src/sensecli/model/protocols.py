"""What a stage must offer to be plugged in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from sensecli.model.analysis import Analysis
from sensecli.model.codebook import Codebook
from sensecli.model.coding import Coding
from sensecli.model.finding import Finding
from sensecli.model.interview import Interview
from sensecli.model.position import Position
from sensecli.model.problem import Problem


class Reader(Protocol):
    """Reads one file of one format."""

    def __call__(self, path: Path, /) -> tuple[tuple[Interview, ...], tuple[Problem, ...]]:
        """The interviews in the file, and what was wrong with it."""
        ...


class Coder(Protocol):
    """Codes one interview: pure, and the unit of work."""

    def __call__(self, interview: Interview, codebook: Codebook, /) -> tuple[Coding, ...]:
        """The codings, in order of segment and code."""
        ...


class Finder(Protocol):
    """Adds positions up to findings."""

    def __call__(self, positions: Sequence[Position], /) -> tuple[Finding, ...]:
        """The findings, most striking first."""
        ...


class Exporter(Protocol):
    """Writes an analysis in one format."""

    def __call__(self, analysis: Analysis, /) -> bytes:
        """The whole file."""
        ...
