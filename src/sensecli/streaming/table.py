"""A table of interviews -> what is found in it."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import monotonic

from sensecli.coding.digest import digest
from sensecli.coding.encoder import EncoderMissingError
from sensecli.coding.language import ModelMissingError
from sensecli.coding.tools import Tools
from sensecli.disk.store import open_store
from sensecli.finding.found import found
from sensecli.loading.answers import Source, Survey, is_elsewhere, names_in, survey
from sensecli.model import Analysis, Codebook, Coding, Engine, Interview, Problem, Project
from sensecli.pipeline import Coder, Progress, Speakers, engine, given, make_tools, read_codebook
from sensecli.review.file import read_decisions
from sensecli.streaming.heard import heard
from sensecli.streaming.pieces import KIND, Piece, piece, units
from sensecli.streaming.sums import Sum, summed
from sensecli.working import ClusterError, Where, usable_cores, work

# So many pieces are summed, and kept, at a time; or those of so many
# seconds, which a kill costs.
_LOT = 20
_SECONDS = 5.0

Sink = Callable[[Sequence[Coding], Sequence[Interview]], None]
"""Takes the codings of some interviews, as they come."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A table before anything of it is coded: its further attributes, and what will code it."""

    project: Project
    codebook: Codebook
    engine: Engine
    further: tuple[str, ...]


def analyse_table(
    source: Source,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    where: Where | None = None,
    progress: Progress | None = None,
    sink: Callable[[Opened], Sink] | None = None,
) -> Analysis | Project:
    """Everything found in a table of interviews, a .csv or .parquet file, without holding it.

    As `pipeline.analyse`, but that interviews, segments, codings and positions are only counted
    (`Analysis.counted`), and that people's decisions are not laid over them. `sink` makes, once the
    table is surveyed, what all codings are given to; what it raises is raised. Nothing is for what
    a user did.
    """
    speakers = speakers or Speakers()
    project = read_codebook(codebook, Path(source).parent, of=str(source))
    surveyed = survey(source)
    if isinstance(surveyed, Problem):
        return replace(project, problems=(*project.problems, surveyed))
    project = heard(_named(project, surveyed), surveyed, speakers)
    tools, problems = make_tools(project.codebook, project.examples, coder=coder)
    project = replace(project, problems=(*project.problems, *problems))
    if tools is None:
        return project
    opened = Opened(project, tools.codebook, engine(tools), surveyed.further)
    pieces = _pieces(
        surveyed,
        tools,
        speakers,
        where=_settled(where or Where()),
        taken=sink(opened) if sink else None,
    )
    try:
        with closing(pieces):
            return _found(project, tools, _counted(pieces, progress, surveyed.rows))
    except ClusterError as unreached:
        problem = Problem("", None, unreached.message, unreached.hint)
    except (ModelMissingError, EncoderMissingError) as missing:
        hint = "install sensecli again with its dependencies"
        problem = Problem("", None, f"what codes could not be loaded ({missing})", hint)
    return replace(project, problems=(*project.problems, problem))


def _named(project: Project, surveyed: Survey) -> Project:
    """The project with the names that the table tells, and what lies beside it and is not used."""
    names, unread = names_in(surveyed)
    problems = (*project.problems, *unread, *_undecided(surveyed))
    return replace(project, names=names, problems=problems)


def _undecided(surveyed: Survey) -> Iterator[Problem]:
    """The problem that people decided something, which is laid over interviews that are held."""
    source = surveyed.table.source
    lines = {} if is_elsewhere(source) else read_decisions(Path(source)).lines
    for name in dict.fromkeys(name for name, _ in lines.values()):
        message = f"is not used for {surveyed.table.name}, which is too large to be held"
        hint = "decide on a smaller table, such as a sample of its rows, in a folder of its own"
        yield Problem(name, None, message, hint)


def _pieces(
    surveyed: Survey, tools: Tools, speakers: Speakers, *, where: Where, taken: Sink | None
) -> Generator[Piece, None, None]:
    """Every piece in the order of the table; fresh codings are kept."""
    alone = replace(tools, folder=None)
    do = partial(piece, speakers=speakers, wanted=taken is not None)
    with open_store(tools.folder) as store:
        made_by = digest(tools.made_by, speakers)
        all_ = units(surveyed, made_by, lambda key: store.get(KIND, [key]).get(key))
        fresh: dict[bytes, bytes] = {}
        last = monotonic()
        try:
            for one in work(all_, start=partial(given, alone), do=do, where=where):
                if taken:
                    taken(one.codings, one.interviews)
                if one.fresh is not None:
                    fresh[one.key] = one.fresh
                if len(fresh) == _LOT or monotonic() - last > _SECONDS:
                    store.put(KIND, fresh)
                    fresh, last = {}, monotonic()
                yield replace(one, codings=(), interviews=())
        finally:
            store.put(KIND, fresh)


def _settled(where: Where) -> Where:
    """Where it is to be done; on all cores, for which such a table is always large enough."""
    return where if where.jobs or where.cluster else Where(usable_cores())


def _counted(pieces: Iterable[Piece], progress: Progress | None, rows: int) -> Iterator[Piece]:
    """The pieces, each told as it comes."""
    done = 0
    for one in pieces:
        done += one.tally.interviews
        if progress:
            progress("coding", done, rows)
        yield one


def _found(project: Project, tools: Tools, pieces: Iterable[Piece]) -> Analysis:
    """The pieces summed, and what is found in the sum."""
    whole = Sum()
    for lot in _lots(pieces):
        whole = summed(whole, lot)
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
        notices=(*project.notices, *whole.told),
        counted=whole.totals,
    )


def _lots(pieces: Iterable[Piece]) -> Iterator[Sequence[Piece]]:
    lot: list[Piece] = []
    for one in pieces:
        lot.append(one)
        if len(lot) == _LOT:
            yield lot
            lot = []
    yield lot
