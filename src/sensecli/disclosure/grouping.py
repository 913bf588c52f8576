"""Which groups of leaders are large enough to be told of?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

OTHERS = "other groups"
_FEWEST_GROUPS = 2


@dataclass(frozen=True, slots=True)
class Grouping:
    """Each leader's group, by the leader's id; `merged` is how many groups are put together.

    Empty where there would be fewer than two groups.
    """

    of: Mapping[str, str]
    merged: int = 0


def grouping(groups: Mapping[str, str], least: int) -> Grouping:
    """The groups of leaders with at least so many; smaller ones are put together.

    Where these are too few together, the next smallest group joins them.
    """
    sizes = Counter(groups.values())
    by_size = sorted(sizes, key=lambda name: (sizes[name], name))
    merged = [name for name in by_size if sizes[name] < least]
    rest = by_size[len(merged) :]
    while merged and rest and sum(sizes[name] for name in merged) < least:
        merged.append(rest.pop(0))
    if len(rest) + bool(merged) < _FEWEST_GROUPS:
        return Grouping({})
    # A group of the user's may have the same name.
    others = OTHERS if OTHERS not in rest else f"{OTHERS} (put together)"
    return Grouping(
        {leader: others if name in merged else name for leader, name in groups.items()},
        len(merged),
    )
