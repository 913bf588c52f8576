"""By how much does a figure change from one coder to the next, on the same interviews?"""

import random
from collections.abc import Iterable, Mapping, Sequence

from measured.sets import Part, gold_codings, interviews

from sensecli.model import Coding
from sensecli.reliability.bootstrap import SEED, percentile
from sensecli.reliability.detection import Detection, keys

LEVELS = ("segment", "joint")
Counts = Mapping[tuple[str, str], Detection]
"""Detections by interview (with its part) and level."""


def counts(part: Part, codings: Sequence[Coding]) -> Counts:
    """What gold, the coder and both found in each interview of a part."""
    gold = gold_codings(part)
    found = {}
    for one in interviews(part):
        for level in LEVELS:
            theirs, mine = (
                keys((c for c in given if c.interview == one.id), level)
                for given in (gold, codings)
            )
            detection = Detection(len(theirs), len(mine), len(theirs & mine))
            found[f"{part.key} {one.id}", level] = detection
    return found


def change(before: Counts, after: Counts, level: str, draws: int) -> tuple[float, float, float]:
    """The change of F1 and its 95 % interval: both coders on the same draws of interviews."""
    units = sorted({unit for unit, _ in before})
    drawing = random.Random(SEED)  # noqa: S311  (a sample, not a secret)
    drawn = []
    for _ in range(draws):
        chosen = drawing.choices(units, k=len(units))
        drawn.append(_f1(after, chosen, level) - _f1(before, chosen, level))
    return (
        _f1(after, units, level) - _f1(before, units, level),
        percentile(drawn, 0.025),
        percentile(drawn, 0.975),
    )


def _f1(found: Counts, units: Iterable[str], level: str) -> float:
    each = [found[unit, level] for unit in units]
    total = Detection(*(sum(getattr(d, n) for d in each) for n in ("gold", "ours", "both")))
    return total.f1 or 0.0
