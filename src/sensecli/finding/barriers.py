"""What stands in the way, for those who agree and do not act?"""

from collections import Counter
from collections.abc import Sequence

from sensecli.finding.figures import in_gap
from sensecli.model import Codebook, Kind, Position


def barriers(
    theme: str, positions: Sequence[Position], codebook: Codebook
) -> tuple[tuple[str, int], ...]:
    """Barrier codes endorsed by leaders who endorse `theme` and do not act, with their number.

    `positions` are those on all codes. Most leaders first, ties in the order of the codebook;
    barriers that none of these leaders names are left out.
    """
    stuck = {(p.leader, p.round) for p in positions if p.code == theme and in_gap(p)}
    tally = Counter(p.code for p in positions if p.endorses and (p.leader, p.round) in stuck)
    codes = [leaf.id for leaf in codebook.leaves if leaf.kind is Kind.BARRIER and leaf.id != theme]
    return tuple(
        (code, tally[code]) for code in sorted(codes, key=lambda c: -tally[c]) if tally[code]
    )
