"""F1 of classes over pairs of what a row is and what the program says that it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Labels = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """The gold labels of one item and those said, and a name by which figures may choose."""

    gold: Labels
    said: Labels
    group: str = ""


def one(gold: str, said: str, group: str = "") -> Pair:
    """A pair with one label on each side."""
    return Pair(frozenset({gold}), frozenset({said}), group)


def f1(pairs: Sequence[Pair], label: str) -> float:
    """F1 of one label."""
    both = sum(label in p.gold & p.said for p in pairs)
    sides = sum((label in p.gold) + (label in p.said) for p in pairs)
    return 2 * both / sides if sides else 0.0


def macro(pairs: Sequence[Pair], labels: Iterable[str]) -> float:
    """The mean F1 of several labels."""
    each = [f1(pairs, label) for label in labels]
    return sum(each) / len(each)


def micro(pairs: Sequence[Pair]) -> float:
    """F1 over all labels, pooled."""
    both = sum(len(p.gold & p.said) for p in pairs)
    sides = sum(len(p.gold) + len(p.said) for p in pairs)
    return 2 * both / sides if sides else 0.0


def share(pairs: Sequence[Pair], gold: str, said: str) -> float:
    """Of the items that are `gold`, the share of which is said that they are `said`."""
    there = [p for p in pairs if gold in p.gold]
    return sum(said in p.said for p in there) / len(there) if there else 0.0


def counted(pairs: Iterable[Pair]) -> dict[str, int]:
    """How many items each gold label has, most first."""
    return dict(Counter(label for p in pairs for label in sorted(p.gold)).most_common())
