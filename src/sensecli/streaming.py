"""A table of any size, analysed in pieces: read, coded and counted some hundred rows at a time.

Nothing grows with the table: the codings of a piece become a tally, and tallies are summed. What
was coded is kept piece by piece, so that after a stop it goes on where it was.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from sensecli.coding import kept
from sensecli.coding.coder import code
from sensecli.coding.digest import digest
from sensecli.coding.encoder import EncoderMissingError
from sensecli.coding.language import ModelMissingError
from sensecli.coding.missed import MissedPassages, missed, telling
from sensecli.coding.missed import merged as all_missed
from sensecli.coding.tools import Tools
from sensecli.disk.store import open_store
from sensecli.finding.found import found
from sensecli.finding.groups import NO_GROUP
from sensecli.finding.positions import spoken_positions
from sensecli.finding.tally import Tally, merged, tally
from sensecli.loading.answers import Survey, blocks_of, names_in, survey
from sensecli.model import (
    Analysis,
    Codebook,
    Coding,
    Engine,
    Interview,
    Notice,
    Problem,
    Project,
    Totals,
)
from sensecli.pipeline import Coder, Progress, Speakers, engine, make_tools, read_codebook
from sensecli.segmenting import segment_interview
from sensecli.working import ClusterError, Where, usable_cores, work

KIND = "pieces"

Sink = Callable[[Sequence[Coding], Sequence[Interview]], None]
"""Takes the codings of some interviews, as they come."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A table before anything of it is coded: its further attributes, and what will code it."""

    project: Project
    codebook: Codebook
    engine: Engine
    further: tuple[str, ...]


_ROWS = 500
# So many pieces are summed, and kept, at a time.
_LOT = 20


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

    `codings` and `interviews` are there only where somebody asked for them.
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


def analyse_table(
    source: Path | str,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    where: Where | None = None,
    progress: Progress | None = None,
    sink: Callable[[Opened], Sink] | None = None,
) -> Analysis | Project:
    """Everything found in a table of interviews, without holding it.

    As `pipeline.analyse`, but that interviews, segments, codings and positions are only counted,
    and that people's decisions are not laid over them. `sink` makes, once the table is surveyed,
    what all codings are given to; what it raises is raised. Nothing is for what a user did.
    """
    project = read_codebook(codebook, Path(source).parent, of=str(source))
    surveyed = survey(source)
    if isinstance(surveyed, Problem):
        return replace(project, problems=(*project.problems, surveyed))
    names, unread = names_in(surveyed)
    project = replace(project, names=names, problems=(*project.problems, *unread))
    tools, problems = make_tools(project.codebook, project.examples, coder=coder)
    project = replace(project, problems=(*project.problems, *problems))
    if tools is None:
        return project
    opened = Opened(project, tools.codebook, engine(tools), surveyed.further)
    pieces = _pieces(
        surveyed,
        tools,
        speakers or Speakers(),
        where=where or Where(usable_cores()),
        taken=sink(opened) if sink else None,
    )
    try:
        return _found(project, tools, pieces, _told(progress, surveyed.rows))
    except ClusterError as unreached:
        problem = Problem("", None, unreached.message, unreached.hint)
    except (ModelMissingError, EncoderMissingError) as missing:
        hint = "install sensecli again with its dependencies"
        problem = Problem("", None, f"what codes could not be loaded ({missing})", hint)
    return replace(project, problems=(*project.problems, problem))


def _pieces(
    surveyed: Survey, tools: Tools, speakers: Speakers, *, where: Where, taken: Sink | None
) -> Iterator[Piece]:
    """Every piece in the order of the table; fresh codings are kept."""
    alone = replace(tools, folder=None)
    do = partial(_piece, speakers=speakers, wanted=taken is not None)
    with open_store(tools.folder) as store:
        made_by = digest(tools.made_by, speakers)
        units = _units(surveyed, made_by, lambda key: store.get(KIND, [key]).get(key))
        fresh: dict[bytes, bytes] = {}
        try:
            for piece in work(units, start=partial(_same, alone), do=do, where=where):
                if taken:
                    taken(piece.codings, piece.interviews)
                if piece.fresh is not None:
                    fresh[piece.key] = piece.fresh
                if len(fresh) == _LOT:
                    store.put(KIND, fresh)
                    fresh = {}
                yield replace(piece, codings=(), interviews=())
        finally:
            store.put(KIND, fresh)


def _units(
    surveyed: Survey, made_by: bytes, known: Callable[[bytes], bytes | None]
) -> Iterator[Unit]:
    for block in blocks_of(surveyed, rows=_ROWS):
        key = digest(made_by, *block.interviews)
        yield Unit(block.interviews, key, known(key), block.problems, block.notices)


def _same(tools: Tools) -> Tools:
    return tools


def _piece(tools: Tools, unit: Unit, *, speakers: Speakers, wanted: bool) -> Piece:
    """A unit segmented, coded and counted: pure."""
    cut = [
        segment_interview(one, leader=speakers.leader, interviewer=speakers.interviewer).segments
        for one in unit.interviews
    ]
    cases = tuple(zip(unit.interviews, cut, strict=True))
    fresh = None
    if unit.known is None:
        coded = code(cases, tools)
        fresh = kept.written([kept.rows(one) for one in coded])
    else:
        rows = kept.read(unit.known)
        coded = tuple(kept.codings_of(*pair) for pair in zip(rows, cut, strict=True))
    codings = tuple(coding for one in coded for coding in one)
    stands = spoken_positions(codings, unit.interviews, tools.codebook)
    return Piece(
        tally=tally(codings, stands, unit.interviews, tools.codebook),
        missed=missed(cases, codings, telling(cut)),
        segments=sum(map(len, cut)),
        key=unit.key,
        fresh=fresh,
        codings=codings if wanted else (),
        interviews=unit.interviews if wanted else (),
        problems=unit.problems,
        notices=unit.notices,
    )


def _found(
    project: Project, tools: Tools, pieces: Iterable[Piece], told: Callable[[int], None]
) -> Analysis:
    """The pieces summed, and what is found in the sum."""
    whole = _Sum()
    for lot in _lots(pieces):
        whole = _summed(whole, lot)
        told(whole.tally.interviews)
    book = found(whole.tally, tools.codebook)
    return Analysis(
        project=project,
        codebook=tools.codebook,
        engine=engine(tools),
        segments=(),
        codings=(),
        positions=(),
        findings=book.themes,
        lenses=book.lenses,
        barriers=book.barriers,
        missed=whole.missed.shown,
        missed_total=whole.missed.total,
        problems=(*project.problems, *whole.problems),
        notices=(*project.notices, *whole.notices),
        counted=_totals(whole),
    )


@dataclass(frozen=True, slots=True)
class _Sum:
    tally: Tally = field(default_factory=Tally)
    missed: MissedPassages = field(default_factory=lambda: MissedPassages((), 0))
    segments: int = 0
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def _lots(pieces: Iterable[Piece]) -> Iterator[Sequence[Piece]]:
    lot: list[Piece] = []
    for piece in pieces:
        lot.append(piece)
        if len(lot) == _LOT:
            yield lot
            lot = []
    yield lot


def _summed(whole: _Sum, lot: Sequence[Piece]) -> _Sum:
    return _Sum(
        tally=merged(whole.tally, *(piece.tally for piece in lot)),
        missed=all_missed((whole.missed, *(piece.missed for piece in lot))),
        segments=whole.segments + sum(piece.segments for piece in lot),
        problems=(*whole.problems, *(one for piece in lot for one in piece.problems)),
        notices=(*whole.notices, *(one for piece in lot for one in piece.notices)),
    )


def _totals(whole: _Sum) -> Totals:
    counted = whole.tally
    return Totals(
        interviews=counted.interviews,
        leaders=counted.leaders,
        segments=whole.segments,
        codings=counted.codings,
        own=counted.own,
        groups=tuple(sorted((g, n) for g, n in counted.groups.items() if g != NO_GROUP)),
        coders=tuple(sorted(counted.coders)),
        dates=counted.dates,
    )


def _told(progress: Progress | None, rows: int) -> Callable[[int], None]:
    return (lambda done: progress("coding", done, rows)) if progress else (lambda _: None)
