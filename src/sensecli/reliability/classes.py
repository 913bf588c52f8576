"""Where the code is right: is the rest of the coding right as well?"""

from collections.abc import Collection
from dataclasses import dataclass

from sensecli.reliability.detection import Detection
from sensecli.reliability.kappa import Coefficient, Table, kappa

FEWEST = 8
"""The gold cases that a class needs to count in the macro-F1."""


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One class: its counts, and whether it counts in the macro-F1."""

    name: str
    score: Detection
    counts: bool


@dataclass(frozen=True, slots=True)
class Confusion:
    """Gold classes against ours over `n` pairs.

    `cells` hold (gold class, our class, count) for all classes that occur. `accuracy` is a share;
    `macro_f1` is the mean F1 of the classes with at least eight gold cases. Both are None where
    there is nothing to judge by.
    """

    attribute: str
    n: int
    cells: tuple[tuple[str, str, int], ...]
    classes: tuple[ClassScore, ...]
    accuracy: float | None
    macro_f1: float | None
    kappa: Coefficient


def confusion(attribute: str, table: Table, order: tuple[str, ...] = ()) -> Confusion:
    """The whole account of one attribute; classes come in `order`, then by name."""
    scores = tuple(
        ClassScore(name, score, counts=score.gold >= FEWEST)
        for name, score in _scores(table, order).items()
    )
    names = [one.name for one in scores]
    cells = [(g, o, table.get((g, o), 0)) for g in names for o in names]
    return Confusion(
        attribute=attribute,
        n=sum(table.values()),
        cells=tuple(cell for cell in cells if cell[2]),
        classes=scores,
        accuracy=accuracy(table),
        macro_f1=macro_f1(table),
        kappa=kappa(table),
    )


def accuracy(table: Table) -> float | None:
    """The share of pairs whose classes are equal."""
    n = sum(table.values())
    return sum(count for (g, o), count in table.items() if g == o) / n if n else None


def counted(table: Table) -> frozenset[str]:
    """The classes that count in the macro-F1: those with at least eight gold cases."""
    scores = _scores(table, ())
    return frozenset(name for name, score in scores.items() if score.gold >= FEWEST)


def macro_f1(table: Table, classes: Collection[str] | None = None) -> float | None:
    """The mean F1 of `classes`, which are by default those that count; None without any."""
    classes = counted(table) if classes is None else classes
    scores = [s.f1 for name, s in _scores(table, ()).items() if name in classes]
    told = [score for score in scores if score is not None]
    return sum(told) / len(told) if told else None


def _scores(table: Table, order: tuple[str, ...]) -> dict[str, Detection]:
    gold: dict[str, int] = {}
    ours: dict[str, int] = {}
    for (one, other), count in table.items():
        gold[one] = gold.get(one, 0) + count
        ours[other] = ours.get(other, 0) + count
    met = {name for name in {*gold, *ours} if gold.get(name) or ours.get(name)}
    names = [*(name for name in order if name in met), *sorted(met - set(order))]
    return {
        name: Detection(gold.get(name, 0), ours.get(name, 0), table.get((name, name), 0))
        for name in names
    }
