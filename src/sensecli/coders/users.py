"""A REFI-QDA project -> the sheet of each of its users, laid over the interviews."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from sensecli.coders.over import MACHINE, Coders, Over
from sensecli.coders.stretches import Cut, cut_of
from sensecli.exporting.masking import masker
from sensecli.loading.refi import Read, ReadCoding, read_qdpx
from sensecli.model import (
    Actor,
    CodedRow,
    Holder,
    Interview,
    Notice,
    Problem,
    Segment,
    Speaker,
    Stance,
    Status,
)
from sensecli.reliability.universe import Sheet

_PROGRAM = frozenset({"rules", "encoder"})

_Known = tuple[ReadCoding, str, str]
"""A coding with the ids of its interview and code as we know them."""


def users(path: Path, over: Over) -> Coders:
    """A sheet for each user who coded; of one without a name, under the file's.

    A user could code all of the interviews in which there is a coding of theirs. A selection over
    several segments is about each of which it covers more than half, else about the one that it
    holds most of. The program's own two parts are one coder, which is left out beside people:
    what these decided stands in its place, so that it would seem to have missed just that.
    """
    read = read_qdpx(path)
    found, problems = _known(read, over, path.name)
    held: dict[str, list[_Known]] = defaultdict(list)
    for one in found:
        held[_coder(one[0], path)].append(one)
    sheets: list[Sheet] = []
    notices: list[Notice] = []
    if len(held) > 1 and MACHINE in held:
        del held[MACHINE]
        said = "the program's own codings are left out. Compare people with it by the word machine."
        notices.append(Notice(f"{path.name}: {said}"))
    cuts = _cuts(read, over)
    for coder, codings in held.items():
        lacking = sum(one.stance is None and one.status is None for one, _, _ in codings)
        rows = dict.fromkeys(row for one in codings for row in _rows(one, cuts))
        sheets.append(Sheet(coder, _distinct(rows), codes_only=lacking == len(codings)))
        notices += _told(coder, lacking, len(codings))
    return Coders(tuple(sheets), (*read.problems, *problems), tuple(notices))


def _coder(coding: ReadCoding, path: Path) -> str:
    user = coding.coder or path.stem
    return MACHINE if user in _PROGRAM else user


def _known(read: Read, over: Over, file: str) -> tuple[list[_Known], list[Problem]]:
    """The codings whose interview and code are ours, and a problem for each that is not."""
    names = {one.interview for one in read.codings}
    interviews = {name: _interview(name, over) for name in names}
    codes = _codes(read, over)
    strange = Counter(one.interview for one in read.codings if interviews[one.interview] is None)
    unknown = Counter(
        one.code for one in read.codings if interviews[one.interview] and one.code not in codes
    )
    problems = [
        _lacking(f'there is no interview "{name}" in the folder', n, name, over.interviews, file)
        for name, n in strange.items()
    ]
    problems += [
        _lacking(f'there is no code "{code}" in the codebook', n, code, over.codes, file)
        for code, n in unknown.items()
    ]
    found = [
        (one, interview, codes[one.code])
        for one in read.codings
        if (interview := interviews[one.interview]) and one.code in codes
    ]
    return found, problems


def _lacking(
    message: str, count: int, name: str, known: Sequence[str] | None, file: str
) -> Problem:
    near = get_close_matches(name, known or (), n=1)
    hint = f'did you mean "{near[0]}"? Rename it there' if near else "rename it there as it is here"
    left = "1 coding is" if count == 1 else f"{count} codings are"
    return Problem(file, None, f"{message}: {left} left out", hint)


def _interview(name: str, over: Over) -> str | None:
    """The interview of a text's name: by its id, else by the file's name with or without an end."""
    if over.interviews is None or name in over.interviews:
        return name
    wanted = {name.casefold(), Path(name).stem.casefold()}
    for one in over.project.interviews:
        if wanted & {one.id.casefold(), one.source.casefold(), Path(one.source).stem.casefold()}:
            return one.id
    return None


def _codes(read: Read, over: Over) -> Mapping[str, str]:
    """Our code for each of theirs that is known: by its id, else by its label."""
    theirs = {leaf.id: leaf.label for leaf in read.codebook.leaves} if read.codebook else {}
    if over.project.codebook is None:
        return {one: one for one in theirs}
    ids = {leaf.id for leaf in over.project.codebook.leaves}
    labels = {leaf.label.casefold(): leaf.id for leaf in over.project.codebook.leaves}
    ours = {
        one: one if one in ids else labels.get(label.casefold()) for one, label in theirs.items()
    }
    return {one: code for one, code in ours.items() if code}


def _cuts(read: Read, over: Over) -> Mapping[str, Cut]:
    """For each text of the file, where our segments stand in it."""
    ours: dict[str, list[Segment]] = defaultdict(list)
    for segment in over.segments:
        ours[segment.interview].append(segment)
    texts: dict[str, Interview] = {one.id: one for one in over.project.interviews}
    mask = masker(over.project.names)
    return {
        source.id: cut_of(source.text, texts[id_], ours[id_], mask)
        for source in read.sources
        if (id_ := _interview(source.id, over)) in texts
    }


def _rows(known: _Known, cuts: Mapping[str, Cut]) -> Iterable[CodedRow]:
    coding, interview, code = known
    cut = cuts.get(coding.interview)
    covered = cut.covered(coding.start, coding.end) if cut else ()
    for segment in covered:
        yield _row(coding, interview, code, segment)
    if not covered:
        yield _row(coding, interview, code, None)


def _row(coding: ReadCoding, interview: str, code: str, segment: Segment | None) -> CodedRow:
    asked = segment is not None and segment.speaker is Speaker.INTERVIEWER
    at: Segment | ReadCoding = segment or coding
    return CodedRow(
        interview=interview,
        text=at.text,
        code=code,
        stance=coding.stance or Stance.NEUTRAL,
        status=coding.status or Status.NONE,
        actor=coding.actor or Actor.UNSPECIFIED,
        holder=coding.holder or (Holder.INTERVIEWER if asked else Holder.LEADER),
        prompted=bool(coding.prompted),
        segment=segment.number if segment else None,
        start=at.start,
        end=at.end,
    )


def _distinct(rows: Iterable[CodedRow]) -> tuple[CodedRow, ...]:
    """Of rows that give one passage, code and holder, the first."""
    kept: dict[tuple[str, int | None, str, Holder], CodedRow] = {}
    for row in rows:
        kept.setdefault((row.interview, row.start, row.code, row.holder), row)
    return tuple(kept.values())


def _told(coder: str, lacking: int, of: int) -> Iterable[Notice]:
    if lacking == of:
        yield Notice(f"{coder} tells no stance and status: only where codes are is compared.")
    elif lacking:
        said = f"{coder}: {lacking} of {of} codings tell no stance and status: neutral and none."
        yield Notice(said)
