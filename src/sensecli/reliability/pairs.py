"""Which coding of ours is to be judged by which of the other coder's?"""

from collections import defaultdict
from collections.abc import Iterable

from sensecli.model import Coding, Holder
from sensecli.reliability.detection import Key, coded, held

Pair = tuple[Coding, Coding]
"""The other coder's coding, and ours."""


def matched(gold: Iterable[Coding], ours: Iterable[Coding]) -> tuple[Pair, ...]:
    """Codings with the same segment, code and holder."""
    mine = {held(coding): coding for coding in ours}
    return tuple((one, mine[held(one)]) for one in gold if held(one) in mine)


def by_code(gold: Iterable[Coding], ours: Iterable[Coding]) -> tuple[Pair, ...]:
    """Codings with the same segment and code: equal holders first, then what is left in order.

    Each coding is in one pair at most; one that is left over is in none.
    """
    theirs, mine = _parted(gold), _parted(ours)
    found: list[Pair] = []
    for key, wanted in theirs.items():
        had = mine.get(key, {})
        equal = [holder for holder in Holder if holder in wanted and holder in had]
        found += [(wanted[holder], had[holder]) for holder in equal]
        rest = [wanted[holder] for holder in Holder if holder in wanted and holder not in equal]
        left = [had[holder] for holder in Holder if holder in had and holder not in equal]
        found += zip(rest, left, strict=False)
    return tuple(found)


def _parted(codings: Iterable[Coding]) -> dict[Key, dict[Holder, Coding]]:
    parted: dict[Key, dict[Holder, Coding]] = defaultdict(dict)
    for coding in codings:
        parted[coded(coding)][coding.holder] = coding
    return dict(parted)
