"""Is what is said in two places about the same thing, and not only on the same theme?"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from sensecli.coding.encoder import EncoderMissingError, encode
from sensecli.coding.folding import fold
from sensecli.coding.inflection import BE, DO, FUNCTION_WORDS, HAVE
from sensecli.model import Action, Coding, Segment, Speaker

if TYPE_CHECKING:
    from sensecli.coding.tools import Tools

SAME = 0.4
"""Surer than this, two are taken to be about the same thing."""

# Vectors are near for all that is on one theme; what a thing is called tells more.
_VECTORS = 0.25
# Who has fewer words of their own than this is measured as if they had so many: one in common is
# not enough.
_FEWEST = 2.5
# Less than one word that hardly anybody else uses: it is about what stood before it.
_LITTLE = 1.0
# So many segments of an answer are about its question.
_ANSWER = 5
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|that|this|those|these|he|him|his|she|her)\b", re.IGNORECASE
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e", "y")
# What people say of doing, talking and time whatever it is about.
_COMMON = FUNCTION_WORDS.union(
    BE,
    HAVE,
    DO,
    """
    ago almost along already although among aren around ask asked asking away back began begin
    better bring brought but call called came come comes coming could couldn didn doesn don done
    down early else end even everybody everyone everything far few finally find first forward found
    gave get gets getting give given gives giving goes going gone good got hadn hasn haven however
    idea isn keep kept kind knew know known last late later least leave left less let like little
    long look looked looking lot made make makes making many maybe mean means meant need needed
    needs new next off okay old once others out over part perhaps plan planned plans possible
    probably promise promised put quite rather ready really right said same saw say saying says see
    seen set several shouldn since soon sort start started still stop stopped such sure take taken
    takes taking talk talked talking tell thing things think thinks though thought till time times
    told took toward tried try trying under upon use used using want wanted wants wasn way ways well
    went weren whole within without won work worked working wouldn yes yet
    day days week weeks month months year years today tomorrow yesterday morning afternoon
    january february march april june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter christmas easter
    monday tuesday wednesday thursday friday saturday sunday
    two three four five six seven eight nine ten
    """.split(),
)


@dataclass(frozen=True, slots=True)
class _About:
    """What a text is about: its own words, and with them those that it leans on (`around`)."""

    text: str
    own: frozenset[str]
    around: frozenset[str]


class SameThing:
    """Tells how surely a passage and other passages, or actions of a plan, are about one thing.

    It goes by the words that both have. A word weighs the more, up to 1, the fewer texts of others
    it stands in: a leader may well come back to a thing again and again. Where there is an encoder,
    a quarter of it is how near the two subjects lie.

    A passage that is short or points back ("I never did") leans on the one before it, an answer on
    its question, an action on its note. Of two texts at least one has to say itself what they
    share.
    """

    def __init__(
        self,
        segments: Iterable[Segment],
        leaders: Mapping[str, str],
        tools: "Tools",
        actions: Iterable[Action] = (),
    ) -> None:
        """Learn from all texts of a study who uses which words; `leaders` by interview."""
        self._told = {(one.interview, one.number): one for one in segments}
        self._words = {place: words(one.text) for place, one in self._told.items()}
        planned = {one.id: _planned(one) for one in actions}
        self._leaders, self._planned = leaders, planned
        all_words = (*self._words.values(), *(one.own for one in planned.values()))
        self._used = Counter(word for said in all_words for word in said)
        self._used_by = Counter(
            (leaders.get(interview, ""), word)
            for (interview, _), said in self._words.items()
            for word in said
        )
        self._whole = log(len(all_words) + 2)
        self._encoder = tools.encoder
        self._store = tools.store if tools.folder else None

    def __call__(self, one: Coding, others: Sequence[Coding | Action]) -> list[float]:
        """How surely each of the others is about the same thing, up to 1; 0 where it is not."""
        mine, theirs = self._about(one), [self._about(other) for other in others]
        leader = self._leaders.get(one.interview, "")
        shared = [self._shared(mine, their, leader) for their in theirs]
        # The rest would not be the same even if the vectors were.
        likely = [at for at, sure in enumerate(shared) if sure + _VECTORS * (1 - sure) > SAME]
        cosines = self._cosines(mine.text, [theirs[at].text for at in likely])
        found = [0.0] * len(others)
        for at, cosine in zip(likely, cosines or (None,) * len(likely), strict=True):
            sure = shared[at]
            if cosine is not None:
                sure += _VECTORS * (max(cosine, 0.0) - sure)
            found[at] = sure if sure > SAME else 0.0
        return found

    def _about(self, one: Coding | Action) -> _About:
        if isinstance(one, Action):
            return self._planned.get(one.id) or _planned(one)
        own = self._words.get((one.interview, one.segment))
        if own is None:
            own = words(one.text)
        return _About(one.text, own, own | self._leaned_on(one, own))

    def _leaned_on(self, coding: Coding, own: frozenset[str]) -> frozenset[str]:
        """The words of the passage before it in its turn, if it needs them, and of its question."""
        here = self._told.get((coding.interview, coding.segment))
        found: frozenset[str] = frozenset()
        if here is None:
            return found
        leader = self._leaders.get(coding.interview, "")
        leans = _POINTS_BACK.search(here.text) or self._weight(own, leader) < _LITTLE
        for back in range(1, _ANSWER + 1):
            place = coding.interview, coding.segment - back
            before = self._told.get(place)
            if before is None or before.turn < here.turn - 1:
                break
            asks = before.speaker is Speaker.INTERVIEWER and before.turn < here.turn
            if asks or (leans and back == 1 and before.turn == here.turn):
                found |= self._words[place]
        return found

    def _shared(self, one: _About, other: _About, leader: str) -> float:
        """How much of what the shorter of the two says is shared, 0 to 1."""
        both = (one.own & other.around) | (one.around & other.own)
        if not both:
            return 0.0
        least = min(self._weight(one.own, leader), self._weight(other.own, leader))
        return min(self._weight(both, leader) / max(least, _FEWEST), 1.0)

    def _weight(self, some: Iterable[str], leader: str) -> float:
        counts = sorted(self._used[word] - self._used_by[leader, word] for word in some)
        return sum(1 - log(count + 1) / self._whole for count in counts)

    def _cosines(self, one: str, others: Sequence[str]) -> list[float] | None:
        """How near the others' subjects lie; None where there is no encoder to ask."""
        if self._encoder is None or not others:
            return None
        try:
            vectors = encode([one, *others], encoder=self._encoder, store=self._store)
        except EncoderMissingError:
            # What was coded was kept from an earlier run; words alone have to tell.
            self._encoder = None
            return None
        found: list[float] = (vectors[1:] @ vectors[0]).tolist()
        return found


def _planned(action: Action) -> _About:
    return _About(action.text, words(action.text), words(f"{action.text} {action.note}"))


def words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without their endings.

    >>> sorted(words("We'll send two sisters to each other's wards."))
    ['send', 'sist', 'ward']
    """
    found = _WORD.findall(fold(text).casefold())
    return frozenset(
        _stem(word) for word in found if len(word) >= _SHORTEST and word not in _COMMON
    )


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    return word.removesuffix(ending)
