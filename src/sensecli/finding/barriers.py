"""What stands in the way, for those who agree and do not act?"""

from sensecli.finding.together import Together
from sensecli.model import Codebook, Kind


def barriers(theme: str, together: Together, codebook: Codebook) -> tuple[tuple[str, int], ...]:
    """Barrier codes endorsed by leaders who endorse `theme` and do not act, with their number.

    Most leaders first, ties in the order of the codebook; barriers that none of these leaders
    names are left out.
    """
    named = {
        leaf.id: together.get((theme, leaf.id), 0)
        for leaf in codebook.leaves
        if leaf.kind is Kind.BARRIER
    }
    return tuple(
        (code, named[code]) for code in sorted(named, key=lambda c: -named[c]) if named[code]
    )
