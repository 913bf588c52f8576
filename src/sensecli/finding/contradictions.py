"""Where do the interviews and the plan contradict each other?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sensecli.finding.crosscheck import by_code
from sensecli.finding.order import OrderKey, order_key
from sensecli.finding.own import own, standing
from sensecli.finding.rounds import latest_rounds
from sensecli.model import (
    Action,
    Coding,
    Contradiction,
    Disagreement,
    Finding,
    Interview,
    Matched,
    Progress,
    Quote,
    Stance,
)

Same = Callable[[Coding, Sequence[Action]], Sequence[float]]
"""How surely each of some actions is about the same thing as a passage, up to 1; 0 where not."""

_SHORT, _LONG = 6, 45

_Own = Mapping[str, Sequence[tuple[Interview, Coding]]]
"""By code, what leaders say for themselves in their latest rounds, with its interview."""


def contradictions(
    findings: Sequence[Finding],
    codings: Iterable[Coding],
    interviews: Sequence[Interview],
    actions: Sequence[Matched],
    *,
    same: Same,
    barriers: Sequence[Finding] = (),
) -> tuple[Contradiction, ...]:
    """What leaders claim and no plan has, then what the plan calls done and they call failing.

    Theme by theme in the findings' order, over each leader's latest round.

    A claim is a leader's own passage that tells action, on a theme without an action that is not
    dropped; one for each leader and theme, the clearest: their own side's deed, done before
    underway, unprompted, of a length to be read, surest.

    An action that is marked done is held against each passage that says doing failed, on a theme or
    one of the `barriers`, if the two are about the same thing (`same`): a theme is wide, so its
    codes do not tell. The surest pair comes first and takes its passage: a passage contradicts one
    action, and a leader contradicts an action once.
    """
    said = _said(codings, interviews)
    planned = by_code(actions)
    claimed = [
        one
        for finding in findings
        if all(action.progress is Progress.DROPPED for action in planned.get(finding.code, ()))
        for one in _claims(finding.code, said)
    ]
    codes = [one.code for one in (*findings, *barriers)]
    return (*claimed, *_not_so(codes, said, actions, same))


def fails(coding: Coding) -> bool:
    """Whether a passage can contradict an action: doing failed, and is not opposed."""
    return coding.status.failed and coding.stance is not Stance.OPPOSE


@dataclass(frozen=True, slots=True)
class _Pair:
    """A passage that says doing failed and an action that is marked done.

    `theme` numbers the passage's code, themes in the findings' order first, `place` the action.
    """

    sure: float
    theme: int
    place: int
    interview: Interview
    coding: Coding
    action: Action

    def rank(self) -> tuple[float, OrderKey, int, int, int]:
        """A sort key: the surest first, then the earlier passage, theme and action."""
        order = order_key(self.interview)
        return -self.sure, order, self.coding.segment, self.theme, self.place


def _said(codings: Iterable[Coding], interviews: Sequence[Interview]) -> _Own:
    rounds = latest_rounds(interviews)
    by_id = {one.id: one for one in interviews}
    found: dict[str, list[tuple[Interview, Coding]]] = defaultdict(list)
    for (leader, name, code), held in own(codings, interviews).items():
        if rounds[leader] != name:
            continue
        holds = set(standing(held))
        # An action that failed a sentence later is no claim of one.
        left = (one for one in held if one in holds or not one.status.acts)
        found[code] += [(by_id[one.interview], one) for one in left]
    return found


def _claims(code: str, said: _Own) -> Iterator[Contradiction]:
    best: dict[str, tuple[Interview, Coding]] = {}
    acting = [one for one in said.get(code, ()) if _acts(one[1])]
    for interview, coding in sorted(acting, key=lambda one: _clearness(*one)):
        best.setdefault(interview.leader, (interview, coding))
    for interview, coding in sorted(best.values(), key=lambda one: order_key(one[0])):
        quote = _quote(interview, coding, "action")
        yield Contradiction(code, Disagreement.NOT_PLANNED, quote)


def _acts(coding: Coding) -> bool:
    return coding.status.acts and coding.stance is not Stance.OPPOSE


def _clearness(interview: Interview, coding: Coding) -> tuple[object, ...]:
    """A sort key: the clearest claim first."""
    words = len(coding.text.split())
    return (
        not coding.actor.own_side,
        coding.prompted,
        words not in range(_SHORT, _LONG + 1),
        -coding.status.rung,
        -coding.confidence,
        order_key(interview),
        coding.segment,
    )


def _not_so(
    codes: Sequence[str], said: _Own, actions: Sequence[Matched], same: Same
) -> tuple[Contradiction, ...]:
    done = [one.action for one in actions if one.action.progress is Progress.DONE]
    pairs = [
        _Pair(sure, theme, place, interview, coding, action)
        for theme, code in enumerate(codes)
        for interview, coding in said.get(code, ())
        if fails(coding)
        for place, (action, sure) in enumerate(zip(done, same(coding, done), strict=True))
        if sure
    ]
    taken: set[tuple[str, int | str]] = set()
    kept: list[_Pair] = []
    for one in sorted(pairs, key=_Pair.rank):
        keys: set[tuple[str, int | str]] = {
            (one.coding.interview, one.coding.segment),
            (one.interview.leader, one.action.id),
        }
        if taken.isdisjoint(keys):
            taken |= keys
            kept.append(one)
    return tuple(
        Contradiction(
            one.coding.code,
            Disagreement.NOT_SO,
            _quote(one.interview, one.coding, "failure"),
            one.action,
        )
        for one in sorted(kept, key=lambda one: (one.theme, one.rank()))
    )


def _quote(interview: Interview, coding: Coding, why: str) -> Quote:
    return Quote(
        interview=coding.interview,
        leader=interview.leader,
        code=coding.code,
        start=coding.start,
        end=coding.end,
        place=interview.place(coding.start),
        text=coding.text,
        stance=coding.stance,
        status=coding.status,
        why=why,
    )
