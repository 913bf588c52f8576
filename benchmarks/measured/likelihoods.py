"""Do likelihoods come true, and what does `--min-confidence` buy?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from measured.sets import Part, coded, interviews, judged, read

from sensecli.coding.likeness import likely
from sensecli.coding.tools import Tools
from sensecli.finding.wilson import wilson
from sensecli.model import Interval
from sensecli.reliability.evaluation import Evaluation

EDGES = (0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
LEAST = tuple(step / 10 for step in range(1, 10))


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of a passage and a code whose likelihood lies between two edges."""

    low: float
    high: float
    said: float
    were: float
    count: int
    between: Interval


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold anything; `error` is the mean distance of said from were, over pairs.

    `error_above` is the same over the pairs that are likely enough to be coded.
    """

    bins: tuple[Bin, ...]
    error: float
    error_above: float


def reliability(part: Part, tools: Tools) -> Reliability:
    """Every passage of a part with every code: how likely it was said to be, how often it was."""
    said, were = _pairs(part, tools)
    bins = tuple(_bins(said, were))
    least = tools.likeness.joining.least
    return Reliability(
        bins, _error(bins), _error(tuple(_bins(said[said >= least], were[said >= least])))
    )


def _bins(said: np.ndarray, were: np.ndarray) -> list[Bin]:
    found = []
    for low, high in pairwise(EDGES):
        inside = (said >= low) & ((said < high) | (high == EDGES[-1]))
        if count := int(inside.sum()):
            right = int(were[inside].sum())
            mean = float(said[inside].mean())
            found.append(Bin(low, high, mean, right / count, count, wilson(right, count)))
    return found


def _error(bins: tuple[Bin, ...]) -> float:
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.said - one.were) for one in bins) / max(total, 1)


def _pairs(part: Part, tools: Tools) -> tuple[np.ndarray, np.ndarray]:
    material = read(part.folder, part.book)
    gold = {
        (one.segment.interview, one.segment.number, one.row.code)
        for one in material.gold
        if one.segment
    }
    said, were = [], []
    for interview in interviews(part):
        segments = material.cut[interview.id].segments
        cued = [_cued(tools, s.text) for s in segments]
        (found,) = likely(tools.likeness, [segments], [cued])
        said.append(found.likelihood.ravel())
        were += [(s.interview, s.number, code) in gold for s in segments for code in found.codes]
    return np.concatenate(said), np.array(were)


def _cued(tools: Tools, text: str) -> Mapping[str, int]:
    """How many stretches of a text call for each code."""
    spans: dict[str, set[tuple[int, int]]] = {}
    for hit in tools.matcher(text):
        spans.setdefault(hit.code, set()).add((hit.start, hit.end))
    return {code: len(its) for code, its in spans.items()}


def curve(part: Part, tools: Tools) -> dict[float, Evaluation]:
    """The part judged at each `--min-confidence`."""
    return {least: judged(part, coded(part, replace(tools, least=least))) for least in LEAST}
