"""The whole analysis, a stage a line: files, interviews, segments, codings, findings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from sensecli.coding.case import Case
from sensecli.coding.coder import blocks, code, left
from sensecli.coding.derived import with_derived_cues
from sensecli.coding.encoder import EncoderMissingError, find_encoder
from sensecli.coding.language import ModelMissingError, find_model
from sensecli.coding.missed import missed, telling
from sensecli.coding.tools import Tools
from sensecli.finding.coverage import coverage, new_codes
from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.finding.rounds import met_again
from sensecli.loading.codebooks.examples import read_examples
from sensecli.loading.codebooks.load import find_codebook
from sensecli.loading.folder import load_interviews
from sensecli.model import (
    Analysis,
    Codebook,
    Coding,
    Comparison,
    Engine,
    Example,
    Interview,
    Laid,
    Notice,
    Problem,
    Project,
    Segment,
)
from sensecli.naming import label_names, longest_first, unknown_speakers
from sensecli.review.examples import examples_of
from sensecli.review.file import ReadDecisions, read_decisions
from sensecli.review.overlay import lay_over
from sensecli.review.telling import told
from sensecli.segmenting import Segmented, same_person, segment_interview
from sensecli.working import ClusterError, Where, fitting_jobs, usable_cores, work

# Letters a word, about, with the space behind it.
_LETTERS = 6
# Words from which a second process pays: by rules alone; and with the encoder, of which one process
# reads several passages at a time, so that another brings little and takes 250 MB.
_PAYS, _PAYS_READ = 40_000, 1_000_000

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Labels or names that the user settles as the leader's or the interviewer's."""

    leader: tuple[str, ...] = ()
    interviewer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coder:
    """How to code: with the trained encoder, or by cues and rules alone (`encoder` false).

    `least` is the likelihood from which the encoder's codes are taken, the trained one where it is
    None; `store` a folder where the vectors of examples are kept from run to run; `model` an
    English model's package or folder.
    """

    encoder: bool = True
    least: float | None = None
    store: Path | None = None
    model: str | None = None


def analyse(
    folder: Path,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    where: Where | None = None,
    progress: Progress | None = None,
    decided: bool = True,
) -> Analysis | Project:
    """Everything found in a folder of interviews; the bare project where it cannot be analysed.

    `codebook` is a path or a shipped codebook's name. The work is done `where` it says, in this
    process if it says nothing; a script that asks for several needs `if __name__ == "__main__":`.
    `progress` is called with the stage, what is done of it and how much there is. What people
    decided is laid over the program's codings, unless `decided` is false. Nothing is raised for
    what a user did: it stands in `problems`.
    """
    project = load_project(folder, codebook=codebook, progress=progress)
    segmented = segment_all(project.interviews, speakers or Speakers())
    project = learn_names(project, segmented, speakers or Speakers())
    decisions = read_decisions(folder) if decided else ReadDecisions()
    project = taught(project, segmented, decisions)
    tools, problems = make_tools(project.codebook, project.examples, coder=coder)
    project = replace(project, problems=(*project.problems, *problems))
    if tools is None:
        return project
    coded = code_all(project.interviews, segmented, tools, where=where, progress=progress)
    project = replace(project, problems=(*project.problems, *coded.problems))
    if coded.tools is None:
        return project
    project, laid = lay_decisions(project, segmented, coded.codings, decisions)
    return find_all(project, segmented, laid, coded.tools)


def load_project(
    folder: Path, *, codebook: str | None = None, progress: Progress | None = None
) -> Project:
    """The interviews and the codebook, with every problem that reading them had."""
    book = read_codebook(codebook, folder if folder.is_dir() else folder.parent)
    told = (lambda done, of: progress("reading", done, of)) if progress else None
    loaded = load_interviews(folder, progress=told)
    return replace(
        book,
        folder=str(folder),
        interviews=loaded.interviews,
        names=loaded.names,
        problems=(*book.problems, *loaded.problems),
        # Where there is nothing to analyse, what it would have been analysed by is no news.
        notices=(*book.notices, *loaded.notices) if loaded.interviews else (),
    )


def read_codebook(codebook: str | None, folder: Path, *, of: str = "") -> Project:
    """A project without interviews yet: the codebook and its examples, and what was wrong."""
    found = find_codebook(codebook, folder)
    derived, notices = with_derived_cues(found.codebook) if found.codebook else (None, ())
    examples, unread = read_examples(found.codebook, found.path) if found.codebook else ((), ())
    return Project(
        folder=of,
        interviews=(),
        codebook=derived,
        examples=examples,
        problems=(*found.problems, *unread),
        notices=(*found.notices, *notices),
    )


def make_tools(
    codebook: Codebook | None, examples: Sequence[Example] = (), *, coder: Coder | None = None
) -> tuple[Tools | None, tuple[Problem, ...]]:
    """What the codebook is coded with, or why there can be no analysis."""
    if codebook is None:
        return None, ()
    coder = coder or Coder()
    try:
        model = find_model(coder.model)
    except ModelMissingError as missing:
        return None, (_no_model(missing),)
    tools = Tools(codebook, model, tuple(examples), least=coder.least, folder=coder.store)
    if not coder.encoder:
        return replace(tools, least=None), ()
    try:
        return replace(tools, encoder=find_encoder()), ()
    except EncoderMissingError as missing:
        return _without_encoder(tools, missing)


def _without_encoder(tools: Tools, why: Exception) -> tuple[Tools, tuple[Problem, ...]]:
    hint = "install sensecli again; until then --coder rules codes without it"
    broken = Problem("", None, f"the encoder could not be loaded ({why})", hint)
    return replace(tools, encoder=None, least=None), (broken,)


def _no_model(missing: ModelMissingError) -> Problem:
    hint = "install sensecli again with its dependencies, or name a model with --model"
    return Problem("", None, f"no English model could be loaded ({missing})", hint)


def segment_all(interviews: Sequence[Interview], speakers: Speakers) -> tuple[Segmented, ...]:
    """Each interview cut into segments, with who speaks."""
    return tuple(
        segment_interview(one, leader=speakers.leader, interviewer=speakers.interviewer)
        for one in interviews
    )


def learn_names(project: Project, segmented: Sequence[Segmented], speakers: Speakers) -> Project:
    """The project with the names that speakers' labels add, and settled speakers that nobody is.

    A leader's label is a name to keep out of outputs as much as a name among the attributes.
    """
    known = label_names(project.interviews, segmented) | dict(project.names)
    labels = [label for cut in segmented for label, _ in cut.labels]
    # A leader's id asks for that leader's page: it settles no speaker.
    ids = {interview.leader for interview in project.interviews}
    missed = [
        wanted
        for wanted in (*speakers.leader, *speakers.interviewer)
        if wanted not in ids and not any(same_person(label, wanted) for label in labels)
    ]
    notices = unknown_speakers(missed, labels)
    return replace(project, names=longest_first(known), notices=(*project.notices, *notices))


def taught(project: Project, segmented: Sequence[Segmented], decisions: ReadDecisions) -> Project:
    """The project with what people decided among its written examples."""
    if project.codebook is None or not decisions.decisions:
        return project
    laid = _lay(project, segmented, (), decisions)
    shown = examples_of(decisions.decisions, laid)
    return replace(project, examples=(*project.examples, *shown))


@dataclass(frozen=True, slots=True)
class Coded:
    """Codings, interview by interview; what coded them (None where nothing could), and why not."""

    codings: tuple[Coding, ...]
    tools: Tools | None
    problems: tuple[Problem, ...] = ()


def code_all(
    interviews: Sequence[Interview],
    segmented: Sequence[Segmented],
    tools: Tools,
    *,
    where: Where | None = None,
    progress: Progress | None = None,
) -> Coded:
    """All codings; by cues and rules alone where the encoder cannot be loaded."""
    cases = [(one, cut.segments) for one, cut in zip(interviews, segmented, strict=True)]
    known = left(cases, tools)
    units = tuple(blocks(c for c, found in zip(cases, known, strict=True) if found is None))
    start, where = partial(given, tools), _settled(where or Where(), units, tools)
    fresh: list[tuple[Coding, ...]] = []
    try:
        for block in work(units, start=start, do=_coded, where=where):
            fresh += block
            if progress:
                progress("coding", len(fresh), sum(map(len, units)))
    except ModelMissingError as missing:
        return Coded((), None, (_no_model(missing),))
    except ClusterError as unreached:
        return Coded((), None, (Problem("", None, unreached.message, unreached.hint),))
    except EncoderMissingError as missing:
        without, problems = _without_encoder(tools, missing)
        found = code_all(interviews, segmented, without, progress=progress)
        return replace(found, problems=(*problems, *found.problems))
    each = iter(fresh)
    return Coded(tuple(chain(*(next(each) if one is None else one for one in known))), tools)


def given(tools: Tools) -> Tools:
    """The tools as they are: what a process starts with, which makes their parts for itself."""
    return tools


def _coded(tools: Tools, block: Sequence[Case]) -> tuple[tuple[Coding, ...], ...]:
    return code(block, tools)


def _settled(where: Where, units: Sequence[Sequence[Case]], tools: Tools) -> Where:
    """Where it is to be done; in as many processes as so many words are worth, if nobody says."""
    if where.jobs or where.cluster:
        return where
    words = sum(len(interview.text) for interview, _ in chain(*units)) // _LETTERS
    least = _PAYS_READ if tools.encoder else _PAYS
    return Where(fitting_jobs(words, cores=usable_cores(), units=len(units), least=least))


def code_interview(
    interview: Interview, segments: Sequence[Segment], tools: Tools
) -> tuple[Coding, ...]:
    """One interview's codings: pure, and the unit of work."""
    (codings,) = code([(interview, segments)], tools)
    return codings


def lay_decisions(
    project: Project,
    segmented: Sequence[Segmented],
    codings: tuple[Coding, ...],
    decisions: ReadDecisions,
) -> tuple[Project, Laid]:
    """The codings as people left them, and the project with what could not be laid over them."""
    laid = _lay(project, segmented, codings, decisions)
    problems, notices = told(laid, lines=decisions.lines)
    project = replace(
        project,
        problems=(*project.problems, *decisions.problems, *problems),
        notices=(*project.notices, *decisions.notices, *notices),
    )
    return project, laid


def _lay(
    project: Project,
    segmented: Sequence[Segmented],
    codings: tuple[Coding, ...],
    decisions: ReadDecisions,
) -> Laid:
    codes = [leaf.id for leaf in project.codebook.leaves] if project.codebook else []
    segments = [segment for cut in segmented for segment in cut.segments]
    return lay_over(codings, segments, project.interviews, decisions.decisions, codes=codes)


def find_all(
    project: Project,
    segmented: Sequence[Segmented],
    laid: Laid,
    tools: Tools,
) -> Analysis:
    """Positions, findings, what the codebook missed, and what moved where there are rounds."""
    codings = laid.codings
    stands = positions(codings, project.interviews, tools.codebook)
    found = findings(codings, stands, project.interviews, tools.codebook)
    segments = tuple(segment for cut in segmented for segment in cut.segments)
    cases = [(one, cut.segments) for one, cut in zip(project.interviews, segmented, strict=True)]
    could = telling([cut.segments for cut in segmented], tools.store if tools.folder else None)
    left = missed(cases, codings, could)
    again = met_again(project.interviews)
    moved = compared([project.interviews], cases, codings, tools) if again else None
    notices: tuple[Notice, ...] = tuple(n for cut in segmented for n in cut.notices)
    return Analysis(
        project=project,
        codebook=tools.codebook,
        engine=engine(tools),
        segments=segments,
        codings=codings,
        positions=stands,
        findings=found.themes,
        lenses=found.lenses,
        barriers=found.barriers,
        missed=left.shown,
        missed_total=left.total,
        problems=project.problems,
        notices=(*project.notices, *notices),
        current=found.current,
        consensus=found.consensus,
        coverage=coverage(new_codes(codings, project.interviews)),
        laid=laid,
        comparison=moved,
    )


def compared(
    folders: Sequence[Sequence[Interview]],
    cases: Sequence[Case],
    codings: Sequence[Coding],
    tools: Tools,
) -> Comparison | None:
    """What moved between the rounds of some folders of interviews; None of one round alone."""
    # Most studies have one round, and need none of this.
    from sensecli.coding.samething import SameThing
    from sensecli.coding.uncoded import uncoded
    from sensecli.coding.undertaken import undertaking
    from sensecli.finding.comparison import comparison

    leaders = {interview.id: interview.leader for interview, _ in cases}
    return comparison(
        folders,
        codings,
        tools.codebook,
        undertakings=undertaking(cases, codings, tools),
        same=SameThing(chain.from_iterable(said for _, said in cases), leaders, tools),
        uncoded=uncoded(cases, codings),
    )


def engine(tools: Tools) -> Engine:
    """What decides, for the record in every output."""
    written = tools.codebook.model_dump_json().encode()
    return Engine(
        tool=f"sense {version('sensecli')}",
        codebook_hash=sha256(written).hexdigest()[:16],
        model=f"{tools.model.name} {tools.model.version}",
        model_hash=tools.model.hash,
        encoder_hash=tools.encoder.hash[:16] if tools.encoder else "",
    )
