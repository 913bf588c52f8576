"""Which passages could stand for a finding, and which comes before which?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf
from typing import NamedTuple

from sensecli.finding.figures import in_gap
from sensecli.finding.order import OrderKey, order_key
from sensecli.finding.own import own, standing
from sensecli.model import Codebook, Coding, Interview, Kind, Position, Quote, Stance

_SHORT, _LONG = 9, 45
# A passage whose code is less likely than this stands for a finding only where none is surer.
_SURE = 0.8
_WORD = re.compile(r"[\w'\u2019-]+")
_ASSENT = frozenset(
    """
    yes yeah yep yup no nope not absolutely definitely certainly exactly precisely indeed agreed
    agree agrees correct right true sure fine okay ok of course quite very much so completely
    entirely totally wholly i we he she they it it's that that's this is was do does did would
    wouldn't couldn't more with you 100
    """.split()
)
# Of how many leaders how many passages are kept: as many as `evidence` may come to ask for. The
# endorsement may not be the action itself, so there is a second. A failure or barrier is another
# leader's than the endorsement, so there is a second leader, or failing that the same leader's
# second passage. A failure is not the passage of the dissent either, so there is a third leader.
_KEPT = {
    "endorsement": (2, 2),
    "failure": (3, 2),
    "barrier": (2, 2),
    "dissent": (1, 1),
    "action": (1, 1),
}


class Rank(NamedTuple):
    """What a passage is chosen by: the least comes first.

    It rests on one leader's own words alone, so that whoever else is there changes nothing. The
    code is in it because one passage may carry two barriers; `leader` never decides.
    """

    merits: tuple[float, ...]
    order: OrderKey
    segment: int
    code: str
    leader: str

    @property
    def passage(self) -> tuple[str, int]:
        """The interview and the segment."""
        return (self.order[-1], self.segment)


Witnesses = Mapping[tuple[str, str], Mapping[Rank, Quote]]
"""By code and why (see `Quote`): the passages that could be shown, as few as are enough."""


def witnesses(
    codings: Sequence[Coding],
    positions: Iterable[Position],
    interviews: Iterable[Interview],
    codebook: Codebook,
) -> dict[tuple[str, str], dict[Rank, Quote]]:
    """The passages of which one is shown for the finding on each code.

    `positions` are those on all codes; only the rounds that they are about give witnesses, and
    only what the leader holds.
    """
    kinds = {leaf.id: leaf.kind for leaf in codebook.leaves}
    found: dict[tuple[str, str], dict[Rank, _Said]] = defaultdict(dict)
    for said in _by_leader(codings, positions, interviews):
        for code, why, merits, one in chain(_on_code(said), _obstacles(said, kinds)):
            found[code, why][one.rank(merits)] = one
    return {
        (code, why): {rank: _quote(ranked[rank], why) for rank in best(ranked, why)}
        for (code, why), ranked in found.items()
    }


def merged_witnesses(parts: Iterable[Witnesses]) -> dict[tuple[str, str], dict[Rank, Quote]]:
    """The witnesses of all the parts together; no leader is in two of them."""
    found: dict[tuple[str, str], dict[Rank, Quote]] = defaultdict(dict)
    for part in parts:
        for of, ranked in part.items():
            found[of] |= ranked
    return {
        (code, why): {rank: ranked[rank] for rank in best(ranked, why)}
        for (code, why), ranked in found.items()
    }


def best(ranks: Iterable[Rank], why: str) -> list[Rank]:
    """The first passages of the leaders who come first: as many as may be asked for."""
    leaders, passages = _KEPT[why]
    kept: dict[str, dict[tuple[str, int], Rank]] = {}
    for rank in sorted(ranks):
        if rank.leader not in kept and len(kept) == leaders:
            continue
        of_leader = kept.setdefault(rank.leader, {})
        if len(of_leader) < passages:
            of_leader.setdefault(rank.passage, rank)
    return [rank for of_leader in kept.values() for rank in of_leader.values()]


@dataclass(frozen=True, slots=True)
class _Said:
    """A leader's own coding, where that leader stands on its code, and what it is chosen by.

    `holds` tells that an action did not fail; `manner` is what decides between equals: about
    this before all, in the code's words, readable and sure, surer.
    """

    coding: Coding
    position: Position
    interview: Interview
    holds: bool
    manner: tuple[float, ...]

    def rank(self, merits: tuple[float, ...]) -> Rank:
        """Its rank by merits, then by manner, then the earlier first."""
        coding, order = self.coding, order_key(self.interview)
        return Rank(
            (*merits, *self.manner), order, coding.segment, coding.code, self.position.leader
        )


_Candidate = tuple[str, str, tuple[float, ...], _Said]
"""For which finding and why a passage could be shown, and with what merits."""


def _by_leader(
    codings: Sequence[Coding], positions: Iterable[Position], interviews: Iterable[Interview]
) -> Iterable[Sequence[_Said]]:
    """What each leader says in each round that there are positions on."""
    interviews = tuple(interviews)
    by_id = {interview.id: interview for interview in interviews}
    stands = {(p.leader, p.round, p.code): p for p in positions}
    surest = _surest(codings)
    said: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for case, held in own(codings, interviews).items():
        if case in stands:
            left = set(standing(held))
            for coding in held:
                aside = coding.confidence < surest[coding.interview, coding.segment]
                interview, manner = by_id[coding.interview], _manner(coding, aside=aside)
                said[case[:2]].append(
                    _Said(coding, stands[case], interview, coding in left, manner)
                )
    return said.values()


def _surest(codings: Iterable[Coding]) -> dict[tuple[str, int], float]:
    """How sure the surest code of each passage is: what the passage is about before all."""
    surest: dict[tuple[str, int], float] = {}
    for one in codings:
        place = (one.interview, one.segment)
        surest[place] = max(one.confidence, surest.get(place, 0.0))
    return surest


def _manner(coding: Coding, *, aside: bool) -> tuple[float, ...]:
    # An answer may take the code's words from its question: it reads strangely at the head of a
    # page, as does what has none of them.
    oblique = coding.coder == "encoder" or coding.cue.startswith("answers:")
    plain = max(_reading(coding.text), int(coding.confidence < _SURE))
    return (aside, oblique, plain, -coding.confidence)


def _reading(text: str) -> int:
    """0 for a quote of 9 to 45 words, 1 for a shorter or longer one, 2 for a bare assent."""
    words = [word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)]
    if all(word in _ASSENT for word in words):
        return 2
    return 0 if _SHORT <= len(words) <= _LONG else 1


def _on_code(said: Iterable[_Said]) -> Iterator[_Candidate]:
    """What passages could show of the finding on their own code."""
    against = {Stance.OPPOSE, Stance.MIXED}
    for one in said:
        coding, position = one.coding, one.position
        code, status = coding.code, coding.status
        if position.endorses and coding.stance is Stance.ENDORSE:
            # What is done or failed reads as a claim about deeds: plain words come first.
            deeds = status.acts or status.failed
            aside, oblique, *_ = one.manner
            plainly = (aside, oblique, coding.prompted, not coding.explicit)
            yield code, "endorsement", (position.acts, deeds, *plainly), one
        if position.stance in against and coding.stance in against:
            stances = (position.stance, coding.stance)
            yield code, "dissent", tuple(one is not Stance.OPPOSE for one in stances), one
        if position.acts and one.holds and status.acts:
            yield code, "action", (-status.rung, coding.prompted), one
        # Not doing what one rejects is no failure, so opposing codings are no evidence of one.
        if status.failed and coding.stance is not Stance.OPPOSE:
            yield code, "failure", (not in_gap(position), status is not status.INACTION), one


def _obstacles(said: Sequence[_Said], kinds: Mapping[str, Kind]) -> Iterator[_Candidate]:
    """Barriers that a leader in the gap on a theme endorses, nearest to where they speak of it."""
    named = [
        one
        for one in said
        if kinds[one.coding.code] is Kind.BARRIER
        and one.position.endorses
        and one.coding.stance is Stance.ENDORSE
    ]
    if not named:
        return
    spoken: dict[str, list[Coding]] = defaultdict(list)
    for one in said:
        if kinds[one.coding.code] is Kind.THEME and in_gap(one.position):
            spoken[one.coding.code].append(one.coding)
    for theme, there in spoken.items():
        for one in named:
            here = one.coding
            near = (abs(here.segment - c.segment) for c in there if c.interview == here.interview)
            yield theme, "barrier", (min(near, default=inf),), one


def _quote(one: _Said, why: str) -> Quote:
    coding = one.coding
    return Quote(
        interview=coding.interview,
        leader=one.position.leader,
        code=coding.code,
        start=coding.start,
        end=coding.end,
        place=one.interview.place(coding.start),
        text=coding.text,
        stance=coding.stance,
        status=coding.status,
        why=why,
    )
