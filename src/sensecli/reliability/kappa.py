"""How far do two coders agree beyond chance?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

Table = Mapping[tuple[str, str], int]
"""How often the first coder gave one class where the second gave another."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient over `n` units; where `value` is None, `reason` says why."""

    value: float | None
    n: int
    reason: str = ""


def kappa(table: Table) -> Coefficient:
    """Cohen's kappa of two coders over nominal classes (Cohen 1960), -1 to 1.

    Undefined without units, and where both coders gave one and the same class to all of them:
    chance alone would then agree fully.
    """
    n = sum(table.values())
    if not n:
        return Coefficient(None, 0, "nothing was coded by both")
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (one, other), count in table.items():
        first[one] += count
        second[other] += count
    seen = sum(count for (one, other), count in table.items() if one == other) / n
    expected = sum(first[name] * second[name] for name in first) / (n * n)
    if len([name for name in {*first, *second} if first[name] or second[name]]) == 1:
        return Coefficient(None, n, "both gave the same class to all")
    return Coefficient((seen - expected) / (1 - expected), n)
