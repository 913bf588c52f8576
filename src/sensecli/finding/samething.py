"""Is a later passage about the same thing as an earlier one, and not only on the same theme?"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

from sensecli.model import Coding, Segment, Speaker

Near = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]
"""Cosines of the subjects of texts, those of the first by those of the second."""

NEARLY = 0.6
"""From so near, the encoder takes two passages for the same thing: of two leaders' passages on one
theme, one pair in forty is nearer."""

PARTICULAR = 0.7
"""Words weigh so much together that two passages share them hardly by chance: one that stands in
few passages, or two that stand in more."""

_BEFORE = 2
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e", "y")
# Little words, and what people say of doing, talking and time whatever it is about.
_COMMON = frozenset(
    """
    about above after again against ago all almost along already also although always among and
    another any anybody anyone anything are aren around ask asked asking away back because been
    before began begin being below better between both bring brought but called came can cannot
    come comes coming could couldn did didn does doesn doing don done down during each early either
    else end even ever every everybody everyone everything far few finally find first for forward
    found from gave get gets getting give given gives giving goes going gone good got had has hasn
    have haven having her here hers him his how however idea into isn its itself just keep kept
    kind knew know known last late later least left less let like little long look looked looking
    lot made make makes making many may maybe mean means meant might month months more most much
    must need needed needs never new next nobody none nor not nothing now off often okay old once
    one only other others our out over own part people perhaps plan planned plans possible probably
    promise promised put quite rather ready really right said same saw say saying says see seen set
    several shall she should shouldn since some somebody someone something soon sort start started
    still stop stopped such sure take taken takes taking talk talked talking tell than that the
    their them themselves then there these they thing things think thinks this those though thought
    through till time times told too took toward tried try trying two under until upon use used
    using very want wanted wants was wasn way ways week weeks well went were weren what when where
    whether which while who whole whom whose why will with within without won work worked working
    would wouldn year years yes yet you your day days today tomorrow yesterday morning afternoon
    january february march april june july august september october november december spring summer
    jan feb mar apr jun jul aug sep sept oct nov dec three four five six seven eight nine ten
    autumn winter christmas easter monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


class SameThing:
    """Tells passages of a leader that are about the same thing, by words that others hardly use.

    A word weighs the more, up to 1, the fewer segments of other leaders it stands in: a leader may
    well come back to a thing again and again. Where the encoder is there (`near`), passages that
    lie near each other are about the same thing too.
    """

    def __init__(
        self, segments: Iterable[Segment], leaders: Mapping[str, str], near: Near | None = None
    ) -> None:
        """Learn from all segments of a study who uses which words; `leaders` by interview."""
        self._words: dict[tuple[str, int], frozenset[str]] = {}
        self._told: dict[tuple[str, int], Segment] = {}
        for one in segments:
            place = one.interview, one.number
            self._words[place], self._told[place] = words(one.text), one
        self._leaders, self._near = leaders, near
        self._used = Counter(word for said in self._words.values() for word in said)
        self._used_by = Counter(
            (leaders.get(interview, ""), word)
            for (interview, _), said in self._words.items()
            for word in said
        )

    def likeness(self, earlier: Coding, later: Sequence[Coding]) -> list[float]:
        """How surely each later passage is about the same thing as the earlier: from 1 on, it is.

        The earlier one is what it says, and where that is little ("We'll put that right"), what is
        said before it. What became of a thing is often told after it is named: a later passage has
        the words of what is said before it too, or of the question that it answers.
        """
        here = self._words.get((earlier.interview, earlier.segment), words(earlier.text))
        leader = self._leaders.get(earlier.interview, "")
        if self._weight(here, leader) < PARTICULAR:
            here |= self._around(earlier)
        shared = [here & self._around(one) for one in later]
        by_words = [self._weight(one, leader) / PARTICULAR for one in shared]
        if self._near is None or not later:
            return by_words
        (cosines,) = self._near([earlier.text], [one.text for one in later])
        return [max(one, cos / NEARLY) for one, cos in zip(by_words, cosines, strict=True)]

    def _weight(self, some: Iterable[str], leader: str) -> float:
        whole = log(len(self._words) + 2)
        others = (self._used[word] - self._used_by[leader, word] for word in some)
        return sum(1 - log(count + 1) / whole for count in others)

    def _around(self, coding: Coding) -> frozenset[str]:
        """The words of a passage, of the two before it in its turn, and of its question."""
        place = coding.interview, coding.segment
        found, here = self._words.get(place, words(coding.text)), self._told.get(place)
        for back in range(1, _BEFORE + 1):
            place = coding.interview, coding.segment - back
            before = self._told.get(place)
            if here is None or before is None:
                break
            asks = before.speaker is Speaker.INTERVIEWER and before.turn == here.turn - 1
            if before.turn == here.turn or asks:
                found |= self._words[place]
        return found


def words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without their endings.

    >>> sorted(words("We'll send two sisters to each other's wards."))
    ['send', 'sist', 'ward']
    """
    found = (word.casefold() for word in _WORD.findall(text))
    return frozenset(
        _stem(word) for word in found if len(word) >= _SHORTEST and word not in _COMMON
    )


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    return word.removesuffix(ending)
