"""What a table is coded in: some interviews in, what is counted of them out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sensecli.coding import kept
from sensecli.coding.case import Case
from sensecli.coding.coder import blocks, code
from sensecli.coding.digest import digest
from sensecli.coding.missed import MissedPassages, missed, telling
from sensecli.coding.tools import Tools
from sensecli.finding.positions import spoken_positions
from sensecli.finding.tally import Tally, tally
from sensecli.loading.answers import Block, Survey, blocks_of
from sensecli.model import Coding, Interview, Notice, Problem
from sensecli.pipeline import Speakers
from sensecli.segmenting import segment_interview

KIND = "pieces"

_ROWS = 500
# Characters, some 70,000 words: of long answers, fewer are a unit.
_LETTERS = 400_000


@dataclass(frozen=True, slots=True)
class Unit:
    """Some interviews to be coded, or their codings as they were kept."""

    interviews: tuple[Interview, ...]
    key: bytes
    known: bytes | None
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What came of a unit: what is counted of it, what the codebook missed, and what to keep.

    `codings` and `interviews` are there only where somebody asked for them. `guessed` are notices
    of speakers who were told apart by a guess.
    """

    tally: Tally
    missed: MissedPassages
    segments: int
    key: bytes
    fresh: bytes | None
    codings: tuple[Coding, ...] = ()
    interviews: tuple[Interview, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    guessed: tuple[Notice, ...] = ()


def units(
    surveyed: Survey, made_by: bytes, known: Callable[[bytes], bytes | None]
) -> Iterator[Unit]:
    """A table as units, each with all interviews of its leaders; `known` finds what was kept."""
    for block in blocks_of(surveyed, rows=_ROWS):
        problems, notices = block.problems, block.notices
        for interviews in _parts(block):
            key = digest(made_by, *interviews)
            yield Unit(interviews, key, known(key), problems, notices)
            problems = notices = ()


def piece(tools: Tools, unit: Unit, *, speakers: Speakers, wanted: bool) -> Piece:
    """A unit segmented, coded and counted: pure. Its codings are there if `wanted`."""
    cut = [
        segment_interview(one, leader=speakers.leader, interviewer=speakers.interviewer)
        for one in unit.interviews
    ]
    cases = tuple((one, of.segments) for one, of in zip(unit.interviews, cut, strict=True))
    coded, fresh = _coded(cases, tools, unit.known)
    codings = tuple(chain(*coded))
    stands = spoken_positions(codings, unit.interviews, tools.codebook)
    return Piece(
        tally=tally(codings, stands, unit.interviews, tools.codebook),
        missed=missed(cases, codings, telling([segments for _, segments in cases])),
        segments=sum(len(segments) for _, segments in cases),
        key=unit.key,
        fresh=fresh,
        codings=codings if wanted else (),
        interviews=unit.interviews if wanted else (),
        problems=unit.problems,
        notices=unit.notices,
        guessed=tuple(notice for one in cut for notice in one.notices),
    )


def _parts(block: Block) -> Iterator[tuple[Interview, ...]]:
    """A block whole, or cut between leaders, whose interviews stand together; one at least."""
    part: list[Interview] = []
    letters = 0
    for one in block.interviews:
        if letters >= _LETTERS and one.leader != part[-1].leader:
            yield tuple(part)
            part, letters = [], 0
        part.append(one)
        letters += len(one.text)
    yield tuple(part)


def _coded(
    cases: Sequence[Case], tools: Tools, known: bytes | None
) -> tuple[tuple[tuple[Coding, ...], ...], bytes | None]:
    """The codings of each interview, as kept or made now; what to keep of those made now."""
    if known is not None:
        rows = kept.read(known)
        found = zip(rows, cases, strict=True)
        shown = tools.examples
        return tuple(kept.codings_of(one, segments, shown) for one, (_, segments) in found), None
    coded = tuple(chain(*(code(block, tools) for block in blocks(cases))))
    numbered = kept.numbers(tools.examples)
    return coded, kept.written([kept.rows(one, numbered) for one in coded])
