"""Everything that is counted, leader by leader: sums of these counts give every figure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sensecli.model import Coding, Holder, Position
from sensecli.reliability.detection import LEVELS, Detection, keys
from sensecli.reliability.gaps import GapShare, in_gap, paired, stance_of
from sensecli.reliability.kappa import Table
from sensecli.reliability.pairs import by_code, matched

Tally = Counter[tuple[str, str, str, str]]
"""Counts by (what is counted, of what, and two marks), read with `found`, `table` and `share`."""

Side = tuple[Sequence[Coding], Sequence[Position]]
"""One coder's codings and positions (one position for each leader and code)."""

_FOUND, _TABLE, _GAP, _N = "found", "table", "gap", "leaders"


def tallies(
    gold: Side, ours: Side, *, leaders: Mapping[str, str], themes: Iterable[str]
) -> dict[str, Tally]:
    """Each leader's tally; `leaders` gives the leader of each interview that is judged.

    `themes` are the ids of the codes whose gap cells count in `gap` (all codes in `gap_all`).
    """
    themes = frozenset(themes)
    parts = [_by_leader(side, leaders) for side in (gold, ours)]
    none: Side = ((), ())
    return {
        leader: _tally(parts[0].get(leader, none), parts[1].get(leader, none), themes)
        for leader in dict.fromkeys(leaders.values())
    }


def found(tally: Tally, level: str, code: str = "") -> Detection:
    """What both found at a level, of one code or pooled over all."""
    return Detection(*(tally[_FOUND, level, code, side] for side in ("gold", "ours", "both")))


def table(tally: Tally, name: str) -> Table:
    """Gold classes against ours; stance, status, actor, prompted, holder, position, gap(_all)."""
    return {
        (gold, ours): count
        for (kind, named, gold, ours), count in tally.items()
        if kind == _TABLE and named == name and count
    }


def share(tally: Tally, code: str) -> GapShare:
    """How many leaders stand in the gap of a code."""
    return GapShare(
        code, tally[_N, "", "", ""], tally[_GAP, code, "gold", ""], tally[_GAP, code, "ours", ""]
    )


def pooled(tally: Tally) -> Tally:
    """The same without what is counted code by code at each level: all that main figures need."""
    return Counter({key: count for key, count in tally.items() if key[0] != _FOUND or not key[2]})


def _by_leader(side: Side, leaders: Mapping[str, str]) -> dict[str, Side]:
    codings: dict[str, list[Coding]] = defaultdict(list)
    stands: dict[str, list[Position]] = defaultdict(list)
    for coding in side[0]:
        if coding.interview in leaders:
            codings[leaders[coding.interview]].append(coding)
    for position in side[1]:
        stands[position.leader].append(position)
    return {leader: (codings[leader], stands[leader]) for leader in {*codings, *stands}}


def _tally(gold: Side, ours: Side, themes: frozenset[str]) -> Tally:
    tally: Tally = Counter()
    tally[_N, "", "", ""] = 1
    for level in LEVELS:
        theirs, mine = keys(gold[0], level), keys(ours[0], level)
        for side, found_ in (("gold", theirs), ("ours", mine), ("both", theirs & mine)):
            tally[_FOUND, level, "", side] = len(found_)
            tally.update((_FOUND, level, key[2], side) for key in found_)
    tally.update((_TABLE, *cell) for cell in _judged(gold[0], ours[0]))
    _count_action(tally, gold[0], ours[0])
    for theirs_, mine_ in paired(gold[1], ours[1], {p.code for p in gold[1]}):
        cell = (_word(truth=in_gap(theirs_)), _word(truth=in_gap(mine_)))
        tally[_TABLE, "gap_all", *cell] += 1
        tally[_GAP, theirs_.code, "gold", ""] += in_gap(theirs_)
        tally[_GAP, mine_.code, "ours", ""] += in_gap(mine_)
        tally[_TABLE, "position_all", stance_of(theirs_), stance_of(mine_)] += 1
        if theirs_.code in themes:
            tally[_TABLE, "gap", *cell] += 1
            tally[_TABLE, "position", stance_of(theirs_), stance_of(mine_)] += 1
    return tally


def _judged(gold: Sequence[Coding], ours: Sequence[Coding]) -> Iterator[tuple[str, str, str]]:
    for theirs, mine in matched(gold, ours):
        yield "stance", theirs.stance.value, mine.stance.value
        yield "status", theirs.status.value, mine.status.value
        yield "actor", theirs.actor.value, mine.actor.value
        yield "prompted", _word(truth=theirs.prompted), _word(truth=mine.prompted)
    for theirs, mine in by_code(gold, ours):
        yield "holder", theirs.holder.value, mine.holder.value


def _count_action(tally: Tally, gold: Sequence[Coding], ours: Sequence[Coding]) -> None:
    """Leaders' codings rated underway or done: as detections, among matched codings and all."""
    pairs = [pair for pair in matched(gold, ours) if pair[0].holder is Holder.LEADER]
    both = sum(theirs.status.acts and mine.status.acts for theirs, mine in pairs)
    tally[_FOUND, "action", "", "gold"] = sum(theirs.status.acts for theirs, _ in pairs)
    tally[_FOUND, "action", "", "ours"] = sum(mine.status.acts for _, mine in pairs)
    for name, side in (("gold", gold), ("ours", ours)):
        acting = (c.status.acts and c.holder is Holder.LEADER for c in side)
        tally[_FOUND, "action_strict", "", name] = sum(acting)
    for level in ("action", "action_strict"):
        tally[_FOUND, level, "", "both"] = both


def _word(*, truth: bool) -> str:
    return "true" if truth else "false"
