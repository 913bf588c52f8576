"""Where do the cues of each code stand in a text?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from re import Pattern

import re2

from sensecli.coding.folding import fold
from sensecli.coding.patterns import cue_pattern
from sensecli.model import Code

# What RE2 may remember of texts to be faster on the next: more brings a few parts in a hundred, and
# over a million answers a process would grow to it.
_MEMORY = 1 << 26
# RE2 compiles a set that is too large to nothing, without a word. A codebook of 1,600 cues has
# a program of some 65,000 instructions; sets of 2,000,000 still compiled.
_SET_SIZE = 500_000


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue of a code found in a text: `text[start:end]`, and the cue as its author wrote it.

    For a regular expression, which few can read, `cue` is the words that it `found`.
    """

    code: str
    start: int
    end: int
    cue: str
    found: bool = False


@dataclass(frozen=True, slots=True)
class _Use:
    code: str
    cue: str
    excludes: bool


class CueMatcher:
    """Finds every cue of a codebook in a text, in time linear in the text.

    A set of all patterns says which occur; only those are then compiled and run for their places.
    Build it once (some 0.3 s for 5,000 cues); it keeps nothing of any text, and
    pickles by rebuilding itself. The codes must be of a codebook that has passed
    `load_codebook`: an expression that RE2 does not know raises `re2.error` here.
    """

    def __init__(self, codes: Sequence[Code]) -> None:
        """Take the cues and exclusions of all codes; those that cannot match are left out."""
        self._codes = tuple(codes)
        uses = _uses(codes)
        self._uses = tuple(uses.values())
        self._written = tuple(pattern.encode() for pattern in uses)
        self._sets = _sets(self._written)
        self._compiled: dict[int, Pattern[bytes]] = {}

    def __call__(self, text: str) -> tuple[Hit, ...]:
        """The hits in order of start, then code; offsets in code points of `text`.

        A hit that overlaps an exclusion of its own code is left out.
        """
        folded = fold(text)
        encoded = _encoded(folded)
        places = None if folded.isascii() else _code_points(folded)
        hits: list[Hit] = []
        excluded: list[Hit] = []
        for index in self._occurring(encoded):
            for start, end in _spans(self._pattern(index), encoded, places):
                for use in self._uses[index]:
                    (excluded if use.excludes else hits).append(
                        Hit(use.code, start, end, use.cue or text[start:end], not use.cue)
                    )
        kept = (hit for hit in hits if not any(_overlap(hit, other) for other in excluded))
        return tuple(sorted(kept, key=lambda hit: (hit.start, hit.code, hit.end, hit.cue)))

    def __reduce__(self) -> tuple[type["CueMatcher"], tuple[tuple[Code, ...]]]:
        """So that a process pool can carry it."""
        return CueMatcher, (self._codes,)

    def _pattern(self, index: int) -> Pattern[bytes]:
        if index not in self._compiled:
            self._compiled[index] = re2.compile(self._written[index], _options())
        return self._compiled[index]

    def _occurring(self, encoded: bytes) -> Iterator[int]:
        for first, patterns in self._sets:
            for index in patterns.Match(encoded) or ():
                yield first + index


def _uses(codes: Sequence[Code]) -> dict[str, list[_Use]]:
    """Pattern -> the codes that it is a cue or an exclusion of: a shared pattern runs once."""
    uses: dict[str, list[_Use]] = {}
    for code in codes:
        for cues, excludes in ((code.cues, False), (code.exclusions, True)):
            for cue in cues:
                if pattern := cue_pattern(cue):
                    uses.setdefault(pattern, []).append(
                        _Use(code.id, "" if cue.regex else str(cue), excludes)
                    )
    return uses


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = _MEMORY
    options.log_errors = False
    return options


def _sets(patterns: Sequence[bytes]) -> tuple[tuple[int, re2.Set], ...]:
    """Sets of patterns in a row, none too large, each with the place of its first."""
    firsts, size = [0], 0
    for place, pattern in enumerate(patterns):
        added = _size(pattern)
        size += added
        if size > _SET_SIZE and place:
            firsts.append(place)
            size = added
    ends = [*firsts[1:], len(patterns)]
    return tuple(
        (first, _set(patterns[first:end])) for first, end in zip(firsts, ends, strict=True)
    )


def _size(pattern: bytes) -> int:
    """About how many instructions a pattern compiles to: one a character, but for what repeats."""
    if b"{" not in pattern:
        return len(pattern)
    size: int = re2.compile(pattern, _options()).programsize
    return size


def _set(patterns: Sequence[bytes]) -> re2.Set:
    one_of = re2.Set.SearchSet(_options())
    for pattern in patterns:
        one_of.Add(pattern)
    one_of.Compile()
    return one_of


def _spans(
    pattern: Pattern[bytes], encoded: bytes, places: list[int] | None
) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(encoded):
        start, end = match.span()
        if start < end:
            yield (places[start], places[end]) if places else (start, end)


def _encoded(text: str) -> bytes:
    """UTF-8, with a question mark for half a surrogate pair, which UTF-8 does not hold."""
    return text.encode(errors="replace")


def _code_points(text: str) -> list[int]:
    """Byte offset in UTF-8 -> code-point offset."""
    lengths = accumulate((len(_encoded(char)) for char in text), initial=0)
    places = [0] * (len(_encoded(text)) + 1)
    for place, offset in enumerate(lengths):
        places[offset] = place
    return places


def _overlap(hit: Hit, other: Hit) -> bool:
    return hit.code == other.code and hit.start < other.end and other.start < hit.end
