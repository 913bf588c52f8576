"""In whose words? The quotes that stand for a finding."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from sensecli.finding.figures import in_gap
from sensecli.finding.order import in_order
from sensecli.finding.own import own, standing
from sensecli.model import (
    Codebook,
    Coding,
    Interview,
    Kind,
    Position,
    Quote,
    Stance,
    Status,
)

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


def quotes(
    code: str,
    codings: Sequence[Coding],
    positions: Sequence[Position],
    interviews: Sequence[Interview],
    codebook: Codebook,
) -> tuple[Quote, ...]:
    """The passages that show the finding on `code`: the same ones whatever order things come in.

    An endorsement; a failure from another leader, or else a barrier (themes only); a dissent
    wherever there is one; an action wherever somebody acts. `positions` are those on all codes;
    only the rounds that they are about are quoted, and only what the leader holds. No passage
    is shown twice.
    """
    kinds = {leaf.id: leaf.kind for leaf in codebook.leaves}
    wanted = {code}
    if kinds[code] is Kind.THEME:
        wanted |= {other for other, kind in kinds.items() if kind is Kind.BARRIER}
    main = _main(codings)
    said = _said([c for c in codings if c.code in wanted], positions, interviews, main)
    on_code = [one for one in said if one.coding.code == code]
    on_barriers = [one for one in said if one.coding.code != code]

    dissent = _best(_dissents(on_code))
    action = _best(_actions(on_code))
    endorsement = _best(_endorsements(on_code, taken=action))
    setback = _setback(on_code, on_barriers, endorsement, dissent)
    shown = (
        (endorsement, "endorsement"),
        (setback, "failure" if setback and setback.coding.code == code else "barrier"),
        (dissent, "dissent"),
        (action, "action"),
    )
    return tuple(_quote(one, why) for one, why in shown if one)


@dataclass(frozen=True, slots=True)
class _Said:
    """A leader's own coding, where that leader stands on its code, and its place in order."""

    coding: Coding
    position: Position
    interview: Interview
    at: int
    holds: bool
    aside: bool

    @property
    def manner(self) -> tuple[int, int, int, float, int, int]:
        """What decides between equals.

        About this before all, in the code's words, readable and sure, surer, earlier.
        """
        unsure = int(self.coding.confidence < _SURE)
        plain = max(_reading(self.coding.text), unsure)
        sure = -self.coding.confidence
        return (self.aside, self.oblique, plain, sure, self.at, self.coding.segment)

    @property
    def oblique(self) -> bool:
        """Whether it has none of the code's own words: it reads strangely at the head of a page.

        An answer may take them from its question.
        """
        return self.coding.coder == "encoder" or self.coding.cue.startswith("answers:")

    @property
    def passage(self) -> tuple[str, int]:
        return (self.coding.interview, self.coding.segment)


_Ranked = tuple[tuple[float, ...], _Said]


def _main(codings: Iterable[Coding]) -> dict[tuple[str, int], float]:
    """How sure the surest code of each passage is: what the passage is about before all."""
    surest: dict[tuple[str, int], float] = {}
    for one in codings:
        place = (one.interview, one.segment)
        surest[place] = max(one.confidence, surest.get(place, 0.0))
    return surest


def _said(
    codings: Sequence[Coding],
    positions: Sequence[Position],
    interviews: Sequence[Interview],
    main: Mapping[tuple[str, int], float],
) -> list[_Said]:
    stands = {(p.leader, p.round, p.code): p for p in positions}
    ordered = {i.id: (at, i) for at, i in enumerate(in_order(interviews))}
    found = []
    for case, held in own(codings, interviews).items():
        if case in stands:
            left = set(standing(held))
            for coding in held:
                at, interview = ordered[coding.interview]
                aside = coding.confidence < main[coding.interview, coding.segment]
                found.append(_Said(coding, stands[case], interview, at, coding in left, aside))
    return found


def _endorsements(said: Iterable[_Said], taken: _Said | None) -> list[_Ranked]:
    # What is done or failed reads as a claim about deeds: a view in plain words comes first.
    return [
        (
            (
                one.position.acts,
                _tells_of_deeds(one.coding),
                one.aside,
                one.oblique,
                one.coding.prompted,
                not one.coding.explicit,
                *one.manner,
            ),
            one,
        )
        for one in said
        if one.position.endorses and one.coding.stance is Stance.ENDORSE and one is not taken
    ]


def _tells_of_deeds(coding: Coding) -> bool:
    return coding.status.acts or coding.status.failed


def _dissents(said: Iterable[_Said]) -> list[_Ranked]:
    against = {Stance.OPPOSE, Stance.MIXED}
    return [
        (
            (
                one.position.stance is not Stance.OPPOSE,
                one.coding.stance is not Stance.OPPOSE,
                *one.manner,
            ),
            one,
        )
        for one in said
        if one.position.stance in against and one.coding.stance in against
    ]


def _actions(said: Iterable[_Said]) -> list[_Ranked]:
    return [
        ((-one.coding.status.rung, one.coding.prompted, *one.manner), one)
        for one in said
        if one.position.acts and one.holds and one.coding.status.acts
    ]


def _setback(
    on_code: Sequence[_Said],
    on_barriers: Sequence[_Said],
    endorsement: _Said | None,
    dissent: _Said | None,
) -> _Said | None:
    """A failure or else a barrier: another leader's before the same leader's."""
    taken = {one.passage for one in (endorsement, dissent) if one}
    who = endorsement.position.leader if endorsement else None
    failures, obstacles = (
        [r for r in ranked if r[1].passage not in taken]
        for ranked in (_failures(on_code), _obstacles(on_code, on_barriers))
    )
    for same in (False, True):
        for ranked in (failures, obstacles):
            best = _best([r for r in ranked if (r[1].position.leader == who) is same])
            if best:
                return best
    return None


def _failures(said: Iterable[_Said]) -> list[_Ranked]:
    # Not doing what one rejects is no failure, so opposing codings are no evidence of one.
    return [
        ((not in_gap(one.position), one.coding.status is not Status.INACTION, *one.manner), one)
        for one in said
        if one.coding.status.failed and one.coding.stance is not Stance.OPPOSE
    ]


def _obstacles(on_code: Iterable[_Said], on_barriers: Iterable[_Said]) -> list[_Ranked]:
    """Barriers that leaders in the gap endorse, nearest to where they speak of the theme."""
    stuck: set[tuple[str, str]] = set()
    spoken: dict[str, list[int]] = {}
    for one in on_code:
        spoken.setdefault(one.coding.interview, []).append(one.coding.segment)
        if in_gap(one.position):
            stuck.add((one.position.leader, one.position.round))
    ranked: list[_Ranked] = []
    for one in on_barriers:
        coding, position = one.coding, one.position
        named = position.endorses and coding.stance is Stance.ENDORSE
        if named and (position.leader, position.round) in stuck:
            near = (abs(coding.segment - at) for at in spoken.get(coding.interview, ()))
            ranked.append(((min(near, default=inf), *one.manner), one))
    return ranked


def _best(ranked: Sequence[_Ranked]) -> _Said | None:
    # The code comes last: one passage may carry two barriers.
    best = min(ranked, key=lambda r: (r[0], r[1].coding.code), default=None)
    return best[1] if best else None


def _reading(text: str) -> int:
    """0 for a quote of 9 to 45 words, 1 for a shorter or longer one, 2 for a bare assent."""
    words = [word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)]
    if all(word in _ASSENT for word in words):
        return 2
    return 0 if _SHORT <= len(words) <= _LONG else 1


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
