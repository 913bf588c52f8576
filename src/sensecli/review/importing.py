"""Passages coded elsewhere -> decisions of their coders, each about one segment of ours."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sensecli.model import (
    Actor,
    Coding,
    Decision,
    Holder,
    Problem,
    Segment,
    Speaker,
    Stance,
    Status,
    Values,
    Verdict,
    identified,
)
from sensecli.model.passage import CodedPassage
from sensecli.review.file import anchor_of
from sensecli.review.locating import Located, Source
from sensecli.review.places import find_again, indexed
from sensecli.review.words import standing

_Place = tuple[str, str, int]
"""A coder in small letters, an interview and a segment's number."""

_HOLDERS = tuple(Holder)
_TOLD = ("stance", "status", "actor", "holder", "prompted")


@dataclass(frozen=True, slots=True)
class Imported:
    """The decisions to add, in the file's order, and what became of the rest.

    `already` counts what the coder's decisions say already, `completed` the new codings whose
    untold attributes are the program's, `least` those where they are the least telling values.
    """

    decisions: tuple[Decision, ...] = ()
    already: int = 0
    completed: int = 0
    least: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a coder is to have decided of a segment; `values` None where it was read and left."""

    coder: str
    segment: Segment
    values: Values | None
    passage: CodedPassage
    memo: str
    untold: bool = False
    found: bool = False

    @property
    def place(self) -> _Place:
        return self.coder.lower(), self.segment.interview, self.segment.number

    def is_in(self, said: Iterable[Decision]) -> bool:
        """Whether one of those decisions on its segment says all that the file tells."""
        return any(self._is(one) for one in said)

    def _is(self, one: Decision) -> bool:
        if self.memo not in one.memo:
            return False
        if self.values is None or one.values is None:
            return self.values is None and one.verdict is Verdict.READ
        given = ((getattr(self.passage, name), getattr(one.values, name)) for name in _TOLD)
        same = all(told is None or told == held for told, held in given)
        return self.values.code == one.values.code and same


def decide(
    located: Sequence[Located],
    sources: Sequence[Source],
    *,
    machine: Iterable[Coding],
    decisions: Iterable[Decision],
    initials: Mapping[str, str],
    now: str,
    file: str,
) -> Imported:
    """A decision for each coding, and for each passage that was read and left without a code.

    What a file does not tell is taken from the `machine`'s coding of the same segment and code,
    else it is the least telling. `decisions` are those there are; `initials` tell who each coder
    of the file is; `now` is the time of what the file tells no time of.
    """
    found = _machine(machine)
    said = _said(decisions, sources)
    wishes, problems = _wishes(located, found, initials, file)
    new = tuple(one for one in wishes if not one.is_in(said.get(one.place, ())))
    untold = [one for one in new if one.untold]
    return Imported(
        _decisions(new, sources, said, now),
        already=len(wishes) - len(new),
        completed=sum(one.found for one in untold),
        least=sum(not one.found for one in untold),
        problems=problems,
    )


def _machine(codings: Iterable[Coding]) -> Mapping[tuple[str, int, str], tuple[Coding, ...]]:
    """The program's codings by segment and code, the leader's own first."""
    found: dict[tuple[str, int, str], list[Coding]] = defaultdict(list)
    for one in sorted(codings, key=lambda coding: _HOLDERS.index(coding.holder)):
        found[one.interview, one.segment, one.code].append(one)
    return {place: tuple(held) for place, held in found.items()}


def _said(
    decisions: Iterable[Decision], sources: Sequence[Source]
) -> Mapping[_Place, list[Decision]]:
    """What each coder's decisions that hold say of each segment, also where notes were edited."""
    held, _ = standing(decisions)
    wanted = {one.anchor.interview for one in held}
    there = {
        one.interview.id: indexed(one.interview, one.segments)
        for one in sources
        if one.interview.id in wanted
    }
    found: dict[_Place, list[Decision]] = defaultdict(list)
    for one in held:
        home = there.get(one.anchor.interview)
        at = find_again(one.anchor, home) if home else None
        if at:
            found[one.coder.lower(), at.segment.interview, at.segment.number].append(one)
    return found


def _wishes(
    located: Sequence[Located],
    machine: Mapping[tuple[str, int, str], tuple[Coding, ...]],
    initials: Mapping[str, str],
    file: str,
) -> tuple[tuple[_Wish, ...], tuple[Problem, ...]]:
    """Each coding once: those of two passages in one segment are one, with the memos of both."""
    made: dict[tuple[object, ...], _Wish] = {}
    problems: list[Problem] = []
    coded = {(one.passage.coder, one.segment) for one in located if one.code}
    blind = {(one.passage.coder, one.segment.interview) for one in located if not one.code}
    for one in located:
        if not one.code and (one.passage.coder, one.segment) in coded:
            # A second row of a blind sheet, or the row that the second code was added below.
            continue
        wish = _wish(one, machine, initials[one.passage.coder])
        held = (wish.values.code, wish.values.holder) if wish.values else None
        first = made.setdefault((*wish.place, held), wish)
        if first is not wish and first.values != wish.values:
            message = f"says something else of {_where(one)} than {_line(first.passage)}"
            problems.append(Problem(file, one.passage.line, message, "keep one of the two"))
        elif wish.memo not in first.memo:
            memo = f"{first.memo}\n{wish.memo}".strip("\n")
            made[(*wish.place, held)] = replace(first, memo=memo)
        if one.code and (one.passage.coder, one.segment.interview) in blind:
            # A blind sheet lists what was read whole: there is nothing more to code here either.
            read = replace(wish, values=None, memo="", untold=False, found=False)
            made.setdefault((*wish.place, None), read)
    return tuple(made.values()), tuple(problems)


def _where(one: Located) -> str:
    return f"{one.segment.interview} passage {one.segment.number} ({one.code})"


def _line(passage: CodedPassage) -> str:
    return f"line {passage.line}" if passage.line else "another coding in the file"


def _wish(
    one: Located, machine: Mapping[tuple[str, int, str], tuple[Coding, ...]], coder: str
) -> _Wish:
    passage, segment = one.passage, one.segment
    if not one.code:
        return _Wish(coder, segment, None, passage, passage.memo)
    alike = machine.get((segment.interview, segment.number, one.code), ())
    ours = [c for c in alike if passage.holder in {None, c.holder}] or alike
    untold = any(getattr(passage, name) is None for name in _TOLD)
    values = _values(passage, one.code, ours[0] if ours else None, segment.speaker)
    return _Wish(coder, segment, values, passage, passage.memo, untold=untold, found=bool(ours))


def _values(passage: CodedPassage, code: str, ours: Coding | None, speaker: Speaker) -> Values:
    """What the file tells, then what the program says, then what tells least."""
    asked = Holder.INTERVIEWER if speaker is Speaker.INTERVIEWER else Holder.LEADER
    least = Values(code, Stance.NEUTRAL, Status.NONE, Actor.UNSPECIFIED, asked, prompted=False)
    told = {name: value for name in _TOLD if (value := getattr(passage, name)) is not None}
    known = {name: getattr(ours, name) for name in _TOLD} if ours else {}
    return replace(least, **(known | told))


def _decisions(
    wishes: Iterable[_Wish],
    sources: Sequence[Source],
    said: Mapping[_Place, Sequence[Decision]],
    now: str,
) -> tuple[Decision, ...]:
    texts = {one.interview.id: one.interview.text for one in sources}
    earlier: dict[_Place, list[Decision]] = defaultdict(list)
    made: list[Decision] = []
    for one in wishes:
        before = earlier.setdefault(one.place, list(said.get(one.place, ())))
        at = one.segment
        decision = Decision(
            id="",
            time=min(one.passage.time or now, now),
            coder=one.coder,
            verdict=Verdict.ADD if one.values else Verdict.READ,
            anchor=anchor_of(texts[at.interview], at.interview, at.start, at.end),
            about=None,
            values=one.values,
            memo=one.memo,
        )
        # What was decided at a time of its own is not to be later than what came after it.
        found = identified(decision, earlier=() if one.passage.time else before)
        before.append(found)
        made.append(found)
    return tuple(made)
