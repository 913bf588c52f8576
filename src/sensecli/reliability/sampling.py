"""Which interviews, or segments, does a second coder get?"""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor
from typing import TypeVar

Unit = TypeVar("Unit", str, tuple[str, int])

GROUP = "group"
"""The attribute that makes the strata unless another is asked for."""

_HALF = 0.5


class Drawn(StrEnum):
    """What is drawn: whole interviews, or single segments."""

    INTERVIEW = "interview"
    SEGMENT = "segment"


@dataclass(frozen=True, slots=True)
class Stratum:
    """How many units there are of a kind, and how many were drawn."""

    name: str
    drawn: int
    of: int


def draw(
    strata: Mapping[Unit, str], *, share: float, seed: int
) -> tuple[frozenset[Unit], tuple[Stratum, ...]]:
    """A random sample of the units by the stratum of each: `share` of each stratum, at least one.

    The same units, share and seed give the same sample, in whatever order the units come.
    """
    parted: dict[str, list[Unit]] = defaultdict(list)
    for unit in sorted(strata):
        parted[strata[unit]].append(unit)
    chosen: set[Unit] = set()
    told: list[Stratum] = []
    for name in sorted(parted):
        units: Sequence[Unit] = parted[name]
        # Each stratum has a seed of its own: another one more changes nothing in it.
        drawing = random.Random(f"{seed} {name}")  # noqa: S311 - a sample, not a secret
        count = min(max(floor(share * len(units) + _HALF), 1), len(units))
        chosen.update(drawing.sample(units, count))
        told.append(Stratum(name, count, len(units)))
    return frozenset(chosen), tuple(told)
