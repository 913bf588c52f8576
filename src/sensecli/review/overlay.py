"""People's decisions laid over the program's codings: a decided coding is the person's."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from sensecli.model import (
    Coding,
    Decided,
    Decision,
    Holder,
    Interview,
    Laid,
    Orphan,
    Segment,
    Verdict,
)
from sensecli.review.places import Found, find_again, indexed
from sensecli.review.words import Key, Placed, conflicts, in_order, settled, standing

REVIEW = "review"
"""The rule of a coding that a person decided."""

_CODED = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CHANGE, Verdict.ADD})
_HOLDERS = {holder: number for number, holder in enumerate(Holder)}

_Identity = tuple[str, int, str, Holder]


def lay_over(
    codings: Sequence[Coding],
    segments: Sequence[Segment],
    interviews: Sequence[Interview],
    decisions: Iterable[Decision],
    *,
    codes: Collection[str],
) -> Laid:
    """The codings with every decision that holds laid over them, in the order of the coder.

    `segments` are those of the `interviews`, in order; `codes` the codebook's, in its order. The
    order of `decisions` does not matter, and laying them over the result again changes nothing.
    """
    held, idle = standing(decisions)
    found = _places(held, segments, interviews)
    placed = [Placed(one, at.segment if at else None) for one, at in zip(held, found, strict=True)]
    order = {one.id: number for number, one in enumerate(interviews)}
    lost = {one.decision.id: why for one in placed if (why := _lost(one, order, codes))}
    # In the order of the texts, and of time within a segment: sorting is stable.
    here = sorted(
        (one for one in placed if one.decision.id not in lost),
        key=lambda one: (order[one.spot[0]], one.spot[1]),
    )
    coded = [one for one in here if _is_coded(one)]
    last = settled(coded)
    read = tuple(one for one in here if one.decision.verdict is Verdict.READ)
    laid = _codings(codings, last, {one.spot[:2] for one in read}, _rank(order, codes))
    put, before = {_identity(one): one for one in laid}, _before(segments)
    return Laid(
        codings=laid,
        decided=_told((one for key, one in last.items() if one.home == key), before, put),
        orphans=_orphans(placed, lost, idle),
        memos=_told((one for one in here if one.decision.memo), before, {}),
        moved=sum(at.moved for at in found if at),
        conflicts=conflicts(coded),
        read=_told(read, before, {}),
    )


def _is_coded(one: Placed) -> bool:
    return one.decision.verdict in _CODED


def _places(
    decisions: Sequence[Decision], segments: Sequence[Segment], interviews: Sequence[Interview]
) -> list[Found | None]:
    """Where each decision's passage is; an anchor that many decisions share is looked up once."""
    wanted = {one.anchor.interview for one in decisions}
    cut: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        cut[segment.interview].append(segment)
    there = {one.id: indexed(one, cut[one.id]) for one in interviews if one.id in wanted}
    found = {
        anchor: find_again(anchor, there[anchor.interview]) if anchor.interview in there else None
        for anchor in {one.anchor for one in decisions}
    }
    return [found[one.anchor] for one in decisions]


def _lost(one: Placed, known: Collection[str], codes: Collection[str]) -> str:
    """Why a decision has no place; empty where it has one."""
    anchor = one.decision.anchor
    if anchor.interview not in known:
        return f'there is no interview "{anchor.interview}"'
    if one.segment is None:
        return f"{anchor.interview} no longer has the passage"
    if _is_coded(one) and one.code not in codes:
        return f'the codebook has no code "{one.code}"'
    return ""


def _orphans(
    placed: Sequence[Placed], lost: Mapping[str, str], idle: Iterable[Decision]
) -> tuple[Orphan, ...]:
    """What is lost, but for what a later decision has overruled anyway."""
    coded = settled(one for one in placed if _is_coded(one))
    last = {one.decision.id for key, one in coded.items() if one.home == key}
    found = [
        Orphan(one.decision, lost[one.decision.id])
        for one in placed
        if one.decision.id in lost and (one.decision.id in last or not _is_coded(one))
    ]
    found += [Orphan(one, "the decision that it takes back is not there") for one in idle]
    return tuple(sorted(found, key=lambda orphan: in_order(orphan.decision)))


def _codings(
    codings: Sequence[Coding],
    last: Mapping[Key, Placed],
    read: Collection[tuple[str, int]],
    rank: Callable[[Coding], tuple[int, ...]],
) -> tuple[Coding, ...]:
    """Where a passage was `read` whole, what nobody decided on goes: nothing more is there."""
    if not last and not read:
        return tuple(codings)
    found = {_identity(one): one for one in codings}
    # What was found in a passage for a code stays, also where somebody else is its holder now.
    signs = {(one.interview, one.segment, one.code): one for one in reversed(codings)}
    ours = {key: one for key, one in found.items() if key[:2] not in read}
    for key, one in last.items():
        (interview, number, _), code, holder = key
        identity = (interview, number, code, holder)
        if one.outcome == key:
            sign = found.get(identity) or signs.get((interview, number, code))
            ours[identity] = _coding(one, sign)
        else:
            ours.pop(identity, None)
    return tuple(sorted(ours.values(), key=rank))


def _coding(one: Placed, sign: Coding | None) -> Coding:
    """The coding that a decision puts where it is about; `sign` has the cue and the example."""
    segment, values = one.segment, one.decision.values
    if segment is None or values is None:
        message = "only a decision with a place and values puts a coding"
        raise ValueError(message)
    return Coding(
        interview=segment.interview,
        segment=segment.number,
        start=segment.start,
        end=segment.end,
        text=segment.text,
        code=values.code,
        stance=values.stance,
        status=values.status,
        actor=values.actor,
        holder=values.holder,
        prompted=values.prompted,
        speaker=segment.speaker.value,
        cue=sign.cue if sign else "",
        rule=REVIEW,
        coder=one.decision.coder,
        confidence=1.0,
        example=sign.example if sign else "",
        explicit=True,
    )


def _identity(coding: Coding) -> _Identity:
    return coding.interview, coding.segment, coding.code, coding.holder


def _rank(order: Mapping[str, int], codes: Collection[str]) -> Callable[[Coding], tuple[int, ...]]:
    """A sort key: the order in which the coder gives codings."""
    ranks = {code: number for number, code in enumerate(codes)}

    def rank(coding: Coding) -> tuple[int, ...]:
        place = order.get(coding.interview, len(order))
        code = ranks.get(coding.code, len(ranks))
        return place, coding.segment, code, _HOLDERS[coding.holder]

    return rank


def _before(segments: Sequence[Segment]) -> dict[tuple[str, int], str]:
    """What each segment's interview says just before it."""
    return {
        (one.interview, one.number): last.text
        for last, one in pairwise(segments)
        if last.interview == one.interview
    }


def _told(
    some: Iterable[Placed],
    before: Mapping[tuple[str, int], str],
    codings: Mapping[_Identity, Coding],
) -> tuple[Decided, ...]:
    """Decisions with their place and, of these codings, the one that each puts there."""
    return tuple(
        Decided(
            one.decision,
            at,
            before.get((at.interview, at.number), ""),
            codings.get((at.interview, at.number, *one.outcome[1:])) if one.outcome else None,
        )
        for one in some
        if (at := one.segment)
    )
