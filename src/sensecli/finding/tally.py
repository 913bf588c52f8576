"""What is counted of some leaders, so that the findings on all are the sum over all?"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sensecli.finding.actors import Named, named
from sensecli.finding.groups import NO_GROUP
from sensecli.finding.held import nobodys
from sensecli.finding.leave_out import Carried, carried
from sensecli.finding.own import own
from sensecli.finding.rounds import latest, leader_values
from sensecli.finding.together import Together, together
from sensecli.finding.witnesses import Witnesses, merged_witnesses, witnesses
from sensecli.model import Codebook, Coding, Holder, Interview, Position
from sensecli.model.dates import date_range

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Tally:
    """All that findings are worked out from, with the leaders left out of it.

    Its size is bounded by codes, groups and organisations. `interviews`, `codings` and `own` (the
    codings that leaders hold) are numbers, `coders` whoever coded, `dates` the first and the last
    valid ISO date, or none. `groups` are leaders by group, `held` leaders by group and position
    (nobody's, and none that is silent), `named` by the actors whom they look to, `together` by
    two codes, `carried` by organisation. `witnesses` are the few passages that could be shown.
    """

    interviews: int = 0
    codings: int = 0
    own: int = 0
    coders: frozenset[str] = frozenset()
    dates: tuple[str, ...] = ()
    groups: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[tuple[str, Position], int] = field(default_factory=dict)
    named: Named = field(default_factory=dict)
    together: Together = field(default_factory=dict)
    carried: Carried = field(default_factory=Carried)
    witnesses: Witnesses = field(default_factory=dict)

    @property
    def leaders(self) -> int:
        """How many leaders were interviewed."""
        return sum(self.groups.values())


def tally(
    codings: Sequence[Coding],
    positions: Iterable[Position],
    interviews: Sequence[Interview],
    codebook: Codebook,
) -> Tally:
    """What is to be counted of some whole leaders: all of a leader's interviews are among these.

    Each leader counts once, with the latest round that they were interviewed in. `positions` may
    leave out the silent ones (see `spoken_positions`), which are never looked at.
    """
    spoken = latest((p for p in positions if p.stance is not None), interviews)
    groups = leader_values(interviews, "group")
    return Tally(
        interviews=len(interviews),
        codings=len(codings),
        own=sum(coding.holder is Holder.LEADER for coding in codings),
        coders=frozenset(coding.coder for coding in codings),
        dates=date_range(interview.date for interview in interviews) or (),
        groups=Counter(group or NO_GROUP for group in groups.values()),
        held=Counter((groups[p.leader] or NO_GROUP, nobodys(p)) for p in spoken),
        named=named(own(codings, interviews), spoken),
        together=together(spoken, codebook),
        carried=carried(spoken, interviews),
        witnesses=witnesses(codings, spoken, interviews, codebook),
    )


def merged(*parts: Tally) -> Tally:
    """The tally of the leaders of all the parts, in whatever order; no leader is in two of them.

    Many at once are merged faster than one after the other; none give the tally of nobody.
    """
    return Tally(
        interviews=sum(part.interviews for part in parts),
        codings=sum(part.codings for part in parts),
        own=sum(part.own for part in parts),
        coders=frozenset().union(*(part.coders for part in parts)),
        dates=date_range(date for part in parts for date in part.dates) or (),
        groups=_summed(part.groups for part in parts),
        held=_summed(part.held for part in parts),
        named=_summed(part.named for part in parts),
        together=_summed(part.together for part in parts),
        carried=Carried(
            leaders=_summed(part.carried.leaders for part in parts),
            endorse=_summed(part.carried.endorse for part in parts),
            gap=_summed(part.carried.gap for part in parts),
        ),
        witnesses=merged_witnesses(part.witnesses for part in parts),
    )


def _summed(counts: Iterable[Mapping[_Key, int]]) -> Counter[_Key]:
    total: Counter[_Key] = Counter()
    for some in counts:
        total.update(some)
    return total
