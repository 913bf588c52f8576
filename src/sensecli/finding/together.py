"""What do leaders hold beside a gap?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sensecli.finding.figures import in_gap
from sensecli.model import Codebook, Kind, Position, Stance

Together = Mapping[tuple[str, str], int]
"""Two codes, and the number of leaders who hold something on both."""


def together(positions: Iterable[Position], codebook: Codebook) -> Counter[tuple[str, str]]:
    """Leaders by two codes: (theme, barrier) and (lens, theme).

    In the first they endorse the theme, do not act on it and endorse the barrier; in the second
    they voice the lens (endorse it or are mixed about it), endorse the theme and do not act on it.
    `positions` are those on all codes; what is said in another round is not beside.
    """
    kinds = {leaf.id: leaf.kind for leaf in codebook.leaves}
    by_leader: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        if position.code in kinds and position.stance in {Stance.ENDORSE, Stance.MIXED}:
            by_leader[position.leader, position.round].append(position)
    found: Counter[tuple[str, str]] = Counter()
    for held in by_leader.values():
        gaps = [p.code for p in held if kinds[p.code] is Kind.THEME and in_gap(p)]
        if gaps:
            named = [p.code for p in held if kinds[p.code] is Kind.BARRIER and p.endorses]
            voiced = [p.code for p in held if kinds[p.code] is Kind.LENS]
            found.update((theme, barrier) for theme in gaps for barrier in named)
            found.update((lens, theme) for lens in voiced for theme in gaps)
    return found
