"""What do all leaders' positions add up to?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sensecli.finding.consensus import consensus
from sensecli.finding.found import Found, found
from sensecli.finding.rounds import latest
from sensecli.finding.tally import tally
from sensecli.model import Codebook, Coding, Interview, Position


def findings(
    codings: Sequence[Coding],
    positions: Sequence[Position],
    interviews: Sequence[Interview],
    codebook: Codebook,
) -> Found:
    """The findings on every code of the codebook, and what takes every leader to tell.

    Each leader counts once, with the latest round that they were interviewed in.
    """
    current = latest(positions, interviews)
    on_code: dict[str, list[Position]] = defaultdict(list)
    for position in current:
        on_code[position.code].append(position)
    counted = found(tally(codings, current, interviews, codebook), codebook)
    return replace(
        counted,
        consensus=tuple(consensus(one.code, on_code[one.code]) for one in counted.themes),
        current=current,
    )
