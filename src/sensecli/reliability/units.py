"""What is compared between coders: units of four levels, interview by interview."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sensecli.model import Coding, Stance, Status
from sensecli.reliability.coefficients import Pattern, Patterns
from sensecli.reliability.universe import Coded, Place

YES, NO = "yes", "no"


class Level(StrEnum):
    """Is the code there, in a segment or in an interview; and where all see it, how is it meant?"""

    SEGMENT = "segment"
    INTERVIEW = "interview"
    STANCE = "stance"
    STATUS = "status"


SCALES: Mapping[Level, tuple[str, ...]] = {
    Level.SEGMENT: (YES, NO),
    Level.INTERVIEW: (YES, NO),
    Level.STANCE: tuple(Stance),
    Level.STATUS: tuple(Status),
}
"""All classes that a coder can give at a level."""

ByInterview = dict[str, Patterns]
Units = dict[tuple[Level, str], ByInterview]
"""For each level and code (empty: all codes), the patterns of each interview."""

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """What two coders or more could code: the segments of each interview, and the codes used."""

    interviews: Mapping[str, tuple[Place, ...]]
    codes: tuple[str, ...]


def judged(coded: Sequence[Coded]) -> Judged:
    """The segments that two or more coders could code, and every code that any of them gave there.

    Ids and numbers come in order, so that the order of the files changes nothing.
    """
    seen = Counter(place for one in coded for place in one.seen)
    places: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(place for place, count in seen.items() if count >= _PAIR):
        places[place[0]].append(place)
    within = {place for held in places.values() for place in held}
    used = {c.code for one in coded for c in one.codings if (c.interview, c.segment) in within}
    return Judged({name: tuple(held) for name, held in places.items()}, tuple(sorted(used)))


def units(coded: Sequence[Coded], over: Judged) -> Units:
    """The patterns of all levels, of each code and of all codes together."""
    given = [_codes_at(one.codings) for one in coded]
    made: Units = {}
    for interview, places in over.interviews.items():
        for code in over.codes:
            _put(made, Level.SEGMENT, code, interview, _segments(coded, given, places, code))
            _put(made, Level.INTERVIEW, code, interview, _whole(coded, given, places, code))
    within = {place for places in over.interviews.values() for place in places}
    for level, read in ((Level.STANCE, _stance), (Level.STATUS, _status)):
        for code, interview, pattern in _meanings(coded, within, read):
            _put(made, level, code, interview, Counter([pattern]))
    return made


def _put(made: Units, level: Level, code: str, interview: str, patterns: Patterns) -> None:
    for name in (code, ""):
        held = made.setdefault((level, name), {}).setdefault(interview, Counter())
        held.update(patterns)


def _codes_at(codings: Iterable[Coding]) -> Mapping[Place, set[str]]:
    found: dict[Place, set[str]] = defaultdict(set)
    for coding in codings:
        found[coding.interview, coding.segment].add(coding.code)
    return dict(found)


def _segments(
    coded: Sequence[Coded],
    given: Sequence[Mapping[Place, set[str]]],
    places: Sequence[Place],
    code: str,
) -> Patterns:
    return Counter(
        tuple(
            (YES if code in held.get(place, ()) else NO) if place in one.seen else None
            for one, held in zip(coded, given, strict=True)
        )
        for place in places
    )


def _whole(
    coded: Sequence[Coded],
    given: Sequence[Mapping[Place, set[str]]],
    places: Sequence[Place],
    code: str,
) -> Patterns:
    """One unit, judged by the segments that all of its coders could code."""
    took = [one for one in coded if any(place in one.seen for place in places)]
    common = [place for place in places if all(place in one.seen for one in took)]
    if not common:
        return Counter()
    pattern: Pattern = tuple(
        (YES if any(code in held.get(place, ()) for place in common) else NO)
        if one in took
        else None
        for one, held in zip(coded, given, strict=True)
    )
    return Counter([pattern])


def _meanings(
    coded: Sequence[Coded], within: set[Place], read: Callable[[Coding], str]
) -> Iterable[tuple[str, str, Pattern]]:
    """Where two or more gave a segment the same code with the same holder: how each reads it.

    Who tells only codes is left out: nothing is known of how they read it.
    """
    held: dict[tuple[str, int, str, str], list[str | None]] = {}
    for number, one in enumerate(coded):
        for coding in () if one.codes_only else one.codings:
            if (coding.interview, coding.segment) in within:
                key = (coding.interview, coding.segment, coding.code, coding.holder)
                held.setdefault(key, [None] * len(coded))[number] = read(coding)
    for (interview, _, code, _), said in sorted(held.items(), key=lambda pair: pair[0]):
        if sum(one is not None for one in said) >= _PAIR:
            yield code, interview, tuple(said)


def _stance(coding: Coding) -> str:
    return coding.stance.value


def _status(coding: Coding) -> str:
    return coding.status.value
