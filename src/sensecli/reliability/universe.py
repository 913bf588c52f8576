"""Several coders' rows -> codings of the same segments, and which segments each could code."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sensecli.model import CodedRow, Coding, Segment, Speaker
from sensecli.reliability.align import Aligned, align, as_codings

Place = tuple[str, int]
"""An interview and a segment's number; below zero for a passage that is no segment."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One coder's file: the rows with a code, and those of passages read and left without one.

    `whole` are the interviews that the coder could code from end to end, where that is known; of
    others the coder saw just what there is a row for. Where it is None, the rows tell. With
    `codes_only` stance and status are not the coder's.
    """

    coder: str
    rows: tuple[CodedRow, ...]
    uncoded: tuple[CodedRow, ...] = ()
    whole: frozenset[str] | None = None
    codes_only: bool = False

    @property
    def all(self) -> tuple[CodedRow, ...]:
        """Every row, in the file's order."""
        return tuple(sorted((*self.rows, *self.uncoded), key=lambda row: row.line))


@dataclass(frozen=True, slots=True)
class Coded:
    """One coder's codings of common segments, and the segments that the coder could code.

    `unaligned` counts the codings of passages that are no segment. With `codes_only` stance and
    status are not the coder's.
    """

    coder: str
    codings: tuple[Coding, ...]
    seen: frozenset[Place]
    unaligned: int = 0
    codes_only: bool = False


def laid_over(
    sheets: Sequence[Sheet],
    segments: Sequence[Segment] = (),
    *,
    mask: Callable[[str], str] | None = None,
) -> tuple[Coded, ...]:
    """Each coder's codings of `segments`, or where there are none of all passages in the files.

    Where a sheet does not say what was read whole, a coder could code the passages that the file
    lists for an interview where some of its rows have no code; else every segment of the interviews
    that the file has a row for. A passage that is no segment has one number below zero for all
    coders. `mask` is how segments read without names.
    """
    segments = segments or passages(sheets)
    strays: dict[tuple[str, str], int] = {}
    aligned = [
        tuple(_numbered(one, strays) for one in align(sheet.all, segments, mask=mask))
        for sheet in sheets
    ]
    every: dict[str, set[Place]] = defaultdict(set)
    for segment in segments:
        every[segment.interview].add((segment.interview, segment.number))
    for (interview, _), number in strays.items():
        every[interview].add((interview, number))
    return tuple(_coded(s, found, every) for s, found in zip(sheets, aligned, strict=True))


def passages(sheets: Sequence[Sheet]) -> tuple[Segment, ...]:
    """All passages that any of the files has a row for, as segments, interview by interview.

    Equal words are told apart by the files' numbers, else by offsets, else by how often the file
    that has them most often has them.
    """
    parted: dict[str, list[list[CodedRow]]] = defaultdict(list)
    for sheet in sheets:
        mine: dict[str, list[CodedRow]] = defaultdict(list)
        for row in sheet.all:
            mine[row.interview].append(row)
        for interview, rows in mine.items():
            parted[interview].append(rows)
    return tuple(
        segment for interview, files in parted.items() for segment in _cut(interview, files)
    )


def _cut(interview: str, files: Sequence[Sequence[CodedRow]]) -> Iterable[Segment]:
    said: dict[int | None, str] = {
        row.segment: row.text for file in files for row in file if row.text and row.segment
    }
    rows: dict[str, list[tuple[int, CodedRow]]] = defaultdict(list)
    for number, file in enumerate(files):
        for bare in file:
            row = replace(bare, text=bare.text or said.get(bare.segment, ""))
            rows[" ".join(row.text.split())].append((number, row))
    # By the file's own numbers where all have one: they are what a reader looks up.
    firsts = [one for alike in rows.values() for one in _distinct(alike)]
    firsts.sort(key=lambda row: (row.segment or 0, row.start or 0))
    own = [row.segment for row in firsts if row.segment is not None]
    usable = len(set(own)) == len(firsts)
    for count, row in enumerate(firsts, start=1):
        number = row.segment if usable and row.segment is not None else count
        start = row.start or 0
        end = start + len(row.text) if row.end is None else row.end
        yield Segment(interview, number, start, end, row.text, Speaker.NOTES, 0)


def _distinct(alike: Sequence[tuple[int, CodedRow]]) -> list[CodedRow]:
    """One row for each passage that has these words."""
    numbers = {row.segment: row for _, row in alike if row.segment is not None}
    if numbers:
        return list(numbers.values())
    starts = {row.start: row for _, row in alike if row.start is not None}
    if starts:
        return list(starts.values())
    times: dict[int, dict[tuple[str, str], list[CodedRow]]] = defaultdict(dict)
    for file, row in alike:
        times[file].setdefault((row.code, row.holder), []).append(row)
    return max((rows for held in times.values() for rows in held.values()), key=len)


def _numbered(one: Aligned, strays: dict[tuple[str, str], int]) -> tuple[Coding, bool]:
    """The row as a coding, or as a mere mark that it was seen (False)."""
    (coding,) = as_codings([one])
    if one.segment is None:
        key = (one.row.interview, " ".join(one.row.text.split()))
        coding = replace(coding, segment=strays.setdefault(key, -len(strays) - 1))
    return coding, bool(one.row.code)


def _coded(
    sheet: Sheet, found: Sequence[tuple[Coding, bool]], every: Mapping[str, set[Place]]
) -> Coded:
    whole = _whole(sheet)
    seen = {(c.interview, c.segment) for c, _ in found if c.interview not in whole}
    for interview in whole:
        seen |= every[interview]
    codings = tuple(replace(c, coder=sheet.coder) for c, coded in found if coded)
    strays = sum(c.segment < 0 for c in codings)
    return Coded(sheet.coder, codings, frozenset(seen), strays, sheet.codes_only)


def _whole(sheet: Sheet) -> frozenset[str]:
    """The interviews all of which the coder could code."""
    if sheet.whole is not None:
        return sheet.whole
    listed = {row.interview for row in sheet.uncoded}
    return frozenset(row.interview for row in sheet.all) - listed
