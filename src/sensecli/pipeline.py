"""The whole analysis, a stage a line: files, interviews, segments, codings, findings."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from sensecli.coding.coder import code_segments
from sensecli.coding.cues import CueMatcher
from sensecli.coding.derived import with_derived_cues
from sensecli.coding.encoder import EncoderMissingError, find_encoder
from sensecli.coding.language import ModelMissingError, ModelName, find_model
from sensecli.coding.likeness import Likeness, make_likeness
from sensecli.coding.missed import missed
from sensecli.exporting.masking import masker
from sensecli.finding.coverage import coverage, new_codes
from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.finding.rounds import latest
from sensecli.loading.codebooks.examples import read_examples
from sensecli.loading.codebooks.load import find_codebook
from sensecli.loading.folder import load_interviews
from sensecli.loading.gold import read_gold
from sensecli.loading.variants import name_variants
from sensecli.model import (
    Analysis,
    Codebook,
    Coding,
    Engine,
    Example,
    Interview,
    Laid,
    Notice,
    Problem,
    Project,
    Segment,
    Speaker,
)
from sensecli.reliability.align import align, as_numbered, codable
from sensecli.reliability.evaluation import Evaluation
from sensecli.reliability.evaluation import evaluate as compare
from sensecli.review.examples import examples_of
from sensecli.review.file import ReadDecisions, read_decisions
from sensecli.review.overlay import lay_over
from sensecli.review.telling import told
from sensecli.segmenting import Segmented, names_a_person, same_person, segment_interview

# As many labels as a notice names.
_SHOWN = 6

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


@dataclass(frozen=True, slots=True)
class Tools:
    """What codes an interview: cues, compiled, the language model, and the trained part if any."""

    codebook: Codebook
    matcher: CueMatcher
    model: ModelName
    likeness: Likeness | None = None
    least: float | None = None


def analyse(
    folder: Path,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    progress: Progress | None = None,
    decided: bool = True,
) -> Analysis | Project:
    """Everything found in a folder of interviews; the bare project where it cannot be analysed.

    `codebook` is a path or a shipped codebook's name. `progress` is called with the stage, what
    is done of it and how much there is. What people decided is laid over the program's codings,
    unless `decided` is false. Nothing is raised for what a user did: it stands in `problems`.
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
    try:
        codings = code_all(project.interviews, segmented, tools, progress=progress)
    except ModelMissingError as broken:
        return replace(project, problems=(*project.problems, _no_model(broken)))
    project, laid = lay_decisions(project, segmented, codings, decisions)
    return find_all(project, segmented, laid, tools)


def load_project(
    folder: Path, *, codebook: str | None = None, progress: Progress | None = None
) -> Project:
    """The interviews and the codebook, with every problem that reading them had."""
    found = find_codebook(codebook, folder if folder.is_dir() else folder.parent)
    told = (lambda done, of: progress("reading", done, of)) if progress else None
    loaded = load_interviews(folder, progress=told)
    derived, notices = with_derived_cues(found.codebook) if found.codebook else (None, ())
    examples, unread = read_examples(found.codebook, found.path) if found.codebook else ((), ())
    return Project(
        folder=str(folder),
        interviews=loaded.interviews,
        codebook=derived,
        examples=examples,
        names=loaded.names,
        problems=(*found.problems, *unread, *loaded.problems),
        # Where there is nothing to analyse, what it would have been analysed by is no news.
        notices=(*found.notices, *notices, *loaded.notices) if loaded.interviews else (),
    )


def make_tools(
    codebook: Codebook | None, examples: Sequence[Example] = (), *, coder: Coder | None = None
) -> tuple[Tools | None, tuple[Problem, ...]]:
    """What the codebook is coded with, or why there can be no analysis."""
    if codebook is None:
        return None, ()
    coder = coder or Coder()
    try:
        found = find_model(coder.model)
    except ModelMissingError as missing:
        return None, (_no_model(missing),)
    matcher = CueMatcher(codebook)
    if not coder.encoder:
        return Tools(codebook, matcher, found), ()
    try:
        likeness = make_likeness(codebook, examples, encoder=find_encoder(), store=coder.store)
    except EncoderMissingError as missing:
        hint = "install sensecli again; until then --coder rules codes without it"
        broken = Problem("", None, f"the encoder could not be loaded ({missing})", hint)
        return Tools(codebook, matcher, found), (broken,)
    return Tools(codebook, matcher, found, likeness, coder.least), ()


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
    known = dict(project.names)
    for interview, cut in zip(project.interviews, segmented, strict=True):
        for label, speaker in cut.labels:
            if names_a_person(label):
                stand_in = f"[{interview.leader}]" if speaker is Speaker.LEADER else "[name]"
                known |= {v: stand_in for v in name_variants(label) if v not in known}
            elif speaker is Speaker.LEADER and _initials(label, interview):
                known.setdefault(label, f"[{interview.leader}]")
    labels = [label for cut in segmented for label, _ in cut.labels]
    # A leader's id asks for that leader's page: it settles no speaker.
    ids = {interview.leader for interview in project.interviews}
    missed = tuple(
        Notice(f'no speaker is called "{wanted}": the labels are {_some(labels)}')
        for wanted in (*speakers.leader, *speakers.interviewer)
        if wanted not in ids and not any(same_person(label, wanted) for label in labels)
    )
    names = tuple(sorted(known.items(), key=lambda pair: (-len(pair[0]), pair[0])))
    return replace(project, names=names, notices=(*project.notices, *missed))


def _initials(label: str, interview: Interview) -> bool:
    """Whether a label is the leader's initials: then they are so wherever they stand."""
    return bool(label.isupper() and name_variants(label) and same_person(label, interview.name))


def _some(labels: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(labels))
    return ", ".join(distinct[:_SHOWN]) + (", ..." if len(distinct) > _SHOWN else "") or "none"


def taught(project: Project, segmented: Sequence[Segmented], decisions: ReadDecisions) -> Project:
    """The project with what people decided among its written examples."""
    if project.codebook is None or not decisions.decisions:
        return project
    laid = _lay(project, segmented, (), decisions)
    shown = examples_of(decisions.decisions, laid)
    return replace(project, examples=(*project.examples, *shown))


def code_all(
    interviews: Sequence[Interview],
    segmented: Sequence[Segmented],
    tools: Tools,
    *,
    progress: Progress | None = None,
) -> tuple[Coding, ...]:
    """All codings, interview by interview."""
    codings: list[Coding] = []
    for done, (interview, cut) in enumerate(zip(interviews, segmented, strict=True), start=1):
        codings += code_interview(interview, cut.segments, tools)
        if progress:
            progress("coding", done, len(interviews))
    return tuple(codings)


def code_interview(
    interview: Interview, segments: Sequence[Segment], tools: Tools
) -> tuple[Coding, ...]:
    """One interview's codings: pure, and the unit of work."""
    return code_segments(
        interview,
        segments,
        tools.codebook,
        matcher=tools.matcher,
        model=tools.model,
        likeness=tools.likeness,
        least=tools.least,
    )


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
    """Positions, findings and what the codebook missed."""
    codings = laid.codings
    stands = positions(codings, project.interviews, tools.codebook)
    found = findings(codings, stands, project.interviews, tools.codebook)
    segments = tuple(segment for cut in segmented for segment in cut.segments)
    left = missed(segments, codings, project.interviews)
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
    )


@dataclass(frozen=True, slots=True)
class Evaluated:
    """How an analysis compares with gold (None where nothing can be), and what was wrong."""

    evaluation: Evaluation | None
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def evaluate(analysis: Analysis, gold: Path, *, only: Collection[str] = ()) -> Evaluated:
    """The codings of an analysis (names not masked) against a gold file.

    Compared are the interviews that gold has a row for, or else the ids in `only`.
    """
    interviews, codebook = analysis.project.interviews, analysis.codebook
    ids, codes = [one.id for one in interviews], [leaf.id for leaf in codebook.leaves]
    read = read_gold(gold, interviews=ids, codes=codes)
    rows = sorted((*read.rows, *read.uncoded), key=lambda row: row.line)
    coded = {row.interview for row in rows}
    judged = [one for one in interviews if (one.id in only if only else one.id in coded)]
    chosen = {one.id for one in judged}
    if not coded & chosen:
        none = (Notice("There is no gold row to compare with."),)
        return Evaluated(None, read.problems, () if read.problems else none)
    # A blind sheet has no names, and lists what was to be coded.
    mask = masker(analysis.project.names)
    listed = align([r for r in rows if r.interview in chosen], analysis.segments, mask=mask)
    aligned = tuple(one for one in listed if one.row.code)
    ours = codable(listed, [one for one in analysis.codings if one.interview in chosen])
    by_gold, by_us = (
        latest(positions(codings, judged, codebook), judged)
        for codings in (as_numbered(aligned), ours)
    )
    evaluation = compare(
        aligned,
        ours,
        positions=(by_gold, by_us),
        leaders={one.id: one.leader for one in judged},
        codes=codebook.leaves,
    )
    return Evaluated(evaluation, read.problems, _not_judged(ids, chosen if not only else ids))


def _not_judged(ids: Sequence[str], judged: Collection[str]) -> tuple[Notice, ...]:
    left = [id_ for id_ in ids if id_ not in judged]
    rows = "has no gold row and is" if len(left) == 1 else "have no gold row and are"
    return (Notice(f"{_some(left)} {rows} left out."),) if left else ()


def engine(tools: Tools) -> Engine:
    """What decides, for the record in every output."""
    written = tools.codebook.model_dump_json().encode()
    return Engine(
        tool=f"sense {version('sensecli')}",
        codebook_hash=sha256(written).hexdigest()[:16],
        model=f"{tools.model.name} {tools.model.version}",
        model_hash=tools.model.hash,
        encoder_hash=tools.likeness.encoder.hash[:16] if tools.likeness else "",
    )
