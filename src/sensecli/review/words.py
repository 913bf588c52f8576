"""Which decisions hold: none that was taken back, and of each coding the last word on it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sensecli.model import Conflict, Decision, Holder, Segment, Verdict

Spot = tuple[str, int, str]
"""A passage: its interview and segment number, or where and what its anchor says it was."""

Key = tuple[Spot, str, Holder]
"""A coding: its passage, code and holder."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision with its segment, None where it has no place any more."""

    decision: Decision
    segment: Segment | None

    @property
    def spot(self) -> Spot:
        """The passage that it is about."""
        anchor, there = self.decision.anchor, self.segment
        if there is None:
            return anchor.interview, anchor.start, f"lost: {anchor.quote}"
        return there.interview, there.number, ""

    @property
    def outcome(self) -> Key | None:
        """The coding that it puts there; None where it takes one away."""
        values = self.decision.values
        return (self.spot, values.code, values.holder) if values else None

    @property
    def subject(self) -> Key | None:
        """The coding that it is a word on; None where it adds one."""
        about = self.decision.about
        adds = self.decision.verdict is Verdict.ADD
        return (self.spot, *about) if about and not adds else None

    @property
    def home(self) -> Key | None:
        """The coding that it decides in the end: the one put there, else the one taken away."""
        return self.outcome or self.subject

    @property
    def code(self) -> str:
        """The code of that coding; empty where it decides none."""
        return self.home[1] if self.home else ""


def in_order(decision: Decision) -> tuple[str, str, str]:
    """A sort key: by time, and where two coders decided in one second, always the same."""
    return decision.time, decision.coder.lower(), decision.id


def standing(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[Decision, ...]]:
    """(the decisions that nobody took back, the undos that take nothing back), in order of time.

    An undo may itself be taken back. Undos that take back each other take back nothing.
    """
    ordered = sorted(decisions, key=in_order)
    known = {one.id: one for one in ordered}
    undos = {one.id: one for one in known.values() if one.verdict is Verdict.UNDO}
    waiting = Counter(one.undoes for one in undos.values())
    ready = [one for one in undos if not waiting[one]]
    back: set[str] = set()
    while ready:
        undo = ready.pop()
        target = undos[undo].undoes
        if undo not in back:
            back.add(target)
        waiting[target] -= 1
        if target in undos and not waiting[target]:
            ready.append(target)
    left = tuple(one for one in known.values() if one.id not in back)
    return (
        tuple(one for one in left if one.id not in undos),
        tuple(one for one in left if one.id in undos and one.undoes not in known),
    )


def settled(placed: Iterable[Placed]) -> dict[Key, Placed]:
    """The decision that settles each coding anybody decided on; `placed` in order of time.

    The last word on a coding counts, and then, in order of time, what those words put there and
    take away: a code that was changed into another and then rejected there is gone.
    """
    last: dict[tuple[Key | None, Key | None], Placed] = {}
    for one in placed:
        word = (one.subject, None) if one.subject else (None, one.outcome)
        # What came last is to be replayed last.
        last.pop(word, None)
        last[word] = one
    found: dict[Key, Placed] = {}
    for one in last.values():
        for key in (one.subject, one.outcome):
            if key:
                found[key] = one
    return found


def conflicts(placed: Sequence[Placed]) -> tuple[Conflict, ...]:
    """Each two coders' last words on one coding that differ; `placed` in order of time."""
    coders = dict.fromkeys(one.decision.coder.lower() for one in placed)
    claims = [
        settled(one for one in placed if one.decision.coder.lower() == coder) for coder in coders
    ]
    pairs: dict[tuple[str, str], Conflict] = {}
    for key in dict.fromkeys(key for claim in claims for key in claim):
        words = sorted((c[key].decision for c in claims if key in c), key=in_order)
        for word in words[:-1]:
            if word.values != words[-1].values:
                pairs.setdefault((word.id, words[-1].id), Conflict(word, words[-1]))
    return tuple(sorted(pairs.values(), key=lambda c: (in_order(c.later), in_order(c.earlier))))
