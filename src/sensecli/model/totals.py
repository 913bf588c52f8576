"""How much an analysis rests on: what stands at the head of a report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sensecli.model.coding import Coding, Holder
from sensecli.model.dates import date_range
from sensecli.model.interview import Interview


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers of interviews, of leaders, of segments and of codings, `own` of which leaders hold.

    `groups` are leaders by group, in alphabetical order, those without one left out; `coders`
    whoever coded, `dates` the first and the last valid ISO date, or none.
    """

    interviews: int = 0
    leaders: int = 0
    segments: int = 0
    codings: int = 0
    own: int = 0
    groups: tuple[tuple[str, int], ...] = ()
    coders: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def totals(interviews: Sequence[Interview], segments: int, codings: Sequence[Coding]) -> Totals:
    """Those of what is in memory."""
    groups = Counter({one.leader: one.group for one in interviews if one.group}.values())
    return Totals(
        interviews=len(interviews),
        leaders=len({one.leader for one in interviews}),
        segments=segments,
        codings=len(codings),
        own=sum(coding.holder is Holder.LEADER for coding in codings),
        groups=tuple(sorted(groups.items())),
        coders=tuple(sorted({coding.coder for coding in codings})),
        dates=date_range(one.date for one in interviews) or (),
    )
