"""Which of our segments is a coded row about?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sensecli.model import CodedRow, Coding, Segment

# Of the stretch that a row names, the least that has to lie in a segment.
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Aligned:
    """A row and the segment that it is about; None where there is no such segment.

    `passage` numbers the passages of all rows from 1: rows about one passage have one number.
    """

    row: CodedRow
    segment: Segment | None
    passage: int


@dataclass(frozen=True, slots=True)
class _Passage:
    """The rows about one stretch of an interview."""

    rows: tuple[CodedRow, ...]

    @property
    def first(self) -> CodedRow:
        return self.rows[0]

    @property
    def words(self) -> str:
        return _words(self.first.text)


def align(
    rows: Iterable[CodedRow],
    segments: Iterable[Segment],
    *,
    mask: Callable[[str], str] | None = None,
) -> tuple[Aligned, ...]:
    """Each row with its segment, interview by interview, in the order of the text.

    By offsets where a row has them and its text stands there, else by its text (white space
    aside): the next such segment after the passage before, or the one that is nearest to the
    row's own number where several segments read the same; a row without a text by its number. No
    two passages share a segment. `mask` is how a segment reads in a file without names.
    """
    cut: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        cut[segment.interview].append(segment)
    coded: dict[str, list[CodedRow]] = defaultdict(list)
    for row in rows:
        coded[row.interview].append(row)
    found: list[Aligned] = []
    passages = 0
    for interview, written in coded.items():
        parted = tuple(_passages(written))
        places = _places(parted, cut[interview], mask or (lambda text: text))
        for passage, place in zip(parted, places, strict=True):
            passages += 1
            found += [Aligned(row, place, passages) for row in passage.rows]
    return tuple(found)


def codable(aligned: Iterable[Aligned], codings: Iterable[Coding]) -> tuple[Coding, ...]:
    """Those of the codings whose passage the file's coder was to code.

    Where some rows of an interview have no code, the file lists all the passages that were to be
    coded; else the whole interview was.
    """
    rows = tuple(aligned)
    listing = {one.row.interview for one in rows if not one.row.code}
    listed = {(one.row.interview, one.segment.number) for one in rows if one.segment}
    return tuple(
        one
        for one in codings
        if one.interview not in listing or (one.interview, one.segment) in listed
    )


def as_codings(aligned: Iterable[Aligned], *, coder: str = "gold") -> tuple[Coding, ...]:
    """The rows as codings of our segments.

    Rows without a segment get the number of their passage below zero, so that they are like no
    coding of ours.
    """
    return tuple(
        _coding(one, one.segment.number if one.segment else -one.passage, coder) for one in aligned
    )


def as_numbered(aligned: Sequence[Aligned], *, coder: str = "gold") -> tuple[Coding, ...]:
    """The rows as codings by the file's own numbers, which say how far apart two passages are.

    An interview with any row that has no number goes by our segments instead.
    """
    bare = {one.row.interview for one in aligned if one.row.segment is None}
    ours = iter(as_codings(aligned, coder=coder))
    return tuple(
        coding
        if one.row.interview in bare or one.row.segment is None
        else _coding(one, one.row.segment, coder)
        for one, coding in zip(aligned, ours, strict=True)
    )


def _coding(one: Aligned, number: int, coder: str) -> Coding:
    row, segment = one.row, one.segment
    return Coding(
        interview=row.interview,
        segment=number,
        start=segment.start if segment else row.start or 0,
        end=segment.end if segment else row.end or 0,
        text=segment.text if segment else row.text,
        code=row.code,
        stance=row.stance,
        status=row.status,
        actor=row.actor,
        holder=row.holder,
        prompted=row.prompted,
        speaker=segment.speaker.value if segment else "",
        cue="",
        rule="",
        coder=coder,
    )


def _passages(rows: Sequence[CodedRow]) -> Iterator[_Passage]:
    """Rows that follow each other and say that they are about the same place.

    Where a code comes twice with one holder, a second passage with the same words has begun.
    """
    if all(row.segment is not None for row in rows):
        rows = sorted(rows, key=lambda row: row.segment or 0)
    held: list[CodedRow] = []
    for row in rows:
        if held and (_place(row) != _place(held[0]) or _given(row) in map(_given, held)):
            yield _Passage(tuple(held))
            held = []
        held.append(row)
    if held:
        yield _Passage(tuple(held))


def _place(row: CodedRow) -> tuple[int | None, int | None, int | None, str]:
    return (row.segment, row.start, row.end, _words(row.text))


def _given(row: CodedRow) -> tuple[str, str]:
    return (row.code, row.holder)


def _places(
    passages: Sequence[_Passage], segments: Sequence[Segment], mask: Callable[[str], str]
) -> list[Segment | None]:
    alike: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        for words in dict.fromkeys((_words(segment.text), _words(mask(segment.text)))):
            alike[words].append(segment)
    taken: set[int] = set()
    places: list[Segment | None] = []
    # Where the passage before stood, and by how much our numbers are ahead of the file's.
    last = ahead = 0
    for passage in passages:
        found = _by_offsets(passage.first, segments, mask) or (
            _by_text(passage, alike, taken, last=last, ahead=ahead)
            if passage.words
            else _by_number(passage.first, segments)
        )
        places.append(found)
        if found:
            taken.add(found.number)
            last = found.number
            ahead = found.number - passage.first.segment if passage.first.segment else ahead
    return places


def _by_number(row: CodedRow, segments: Sequence[Segment]) -> Segment | None:
    return next((one for one in segments if one.number == row.segment), None)


def _by_offsets(
    row: CodedRow, segments: Sequence[Segment], mask: Callable[[str], str]
) -> Segment | None:
    """The segment that holds most of the stretch, if the row's words are told there."""
    if row.start is None or row.end is None:
        return None
    start, end = row.start, row.end
    best = max(segments, key=lambda s: _shared(s, start, end), default=None)
    if best is None or _shared(best, start, end) < _HALF * max(end - start, 1):
        return None
    said = _words(row.text)
    ways = (_words(best.text), _words(mask(best.text)))
    return best if any(said in here or here in said for here in ways) else None


def _shared(segment: Segment, start: int, end: int) -> int:
    return min(segment.end, end) - max(segment.start, start)


def _by_text(
    passage: _Passage,
    alike: Mapping[str, Sequence[Segment]],
    taken: set[int],
    *,
    last: int,
    ahead: int,
) -> Segment | None:
    free = [one for one in alike.get(passage.words, ()) if one.number not in taken]
    after = [one for one in free if one.number > last] or free
    number = passage.first.segment
    if number is None:
        return after[0] if after else None
    return min(after, key=lambda one: abs(one.number - number - ahead), default=None)


def _words(text: str) -> str:
    return " ".join(text.split())
