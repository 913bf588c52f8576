"""What a review works on: passages, the program's codings of them, and people's decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sensecli.crosschecking import for_plan, names_with, read_plan
from sensecli.exporting.masking import masker
from sensecli.exporting.names import masked, masked_coding, masked_project
from sensecli.model import (
    Analysis,
    Codebook,
    Coding,
    Decision,
    Interview,
    Laid,
    Notice,
    Orphan,
    Place,
    Problem,
    Project,
    Segment,
    Verdict,
)
from sensecli.pipeline import (
    Coder,
    Progress,
    Speakers,
    analyse,
    code_all,
    learn_names,
    load_project,
    make_tools,
    segment_all,
    taught,
)
from sensecli.review.file import ReadDecisions, read_decisions
from sensecli.review.item import items_of, passages_of
from sensecli.review.overlay import lay_over
from sensecli.review.queue import Choice, in_turn, queue
from sensecli.review.state import Session, begun
from sensecli.studying import sample


@dataclass(frozen=True, slots=True)
class Texts:
    """Interviews, their segments and the program's codings, as read or as they may be shown."""

    interviews: tuple[Interview, ...]
    segments: tuple[Segment, ...]
    codings: tuple[Coding, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a review begins with.

    Decisions are about the texts as `read`; `shown` are the same with the same offsets, names left
    out unless asked for: `names` are those that what else is shown has to be masked by. A `blind`
    review has no codings of the program's. Of a `plan` the texts are actions, and those that match
    no code are looked at too.
    """

    codebook: Codebook
    read: Texts
    shown: Texts
    decisions: tuple[Decision, ...]
    names: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    blind: bool = False
    plan: bool = False

    @property
    def codes(self) -> list[str]:
        """The ids of the codebook's codes, in its order."""
        return [leaf.id for leaf in self.codebook.leaves]


def gathered(
    folder: Path,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    names: bool = False,
    progress: Progress | None = None,
) -> Material | Project:
    """The program's codings of a folder as it finds them, nobody's decisions laid over.

    The bare project where there can be no analysis.
    """
    found = analyse(
        folder, codebook=codebook, speakers=speakers, coder=coder, progress=progress, decided=False
    )
    if isinstance(found, Project):
        return found if names else masked_project(found)
    shown = found if names else masked(found)
    decisions = read_decisions(folder)
    return Material(
        codebook=found.codebook,
        read=_texts(found),
        shown=_texts(shown),
        decisions=decisions.decisions,
        names=() if names else found.project.names,
        problems=(*shown.problems, *decisions.problems),
        notices=(*shown.notices, *decisions.notices),
    )


def gathered_blind(
    folder: Path,
    *,
    share: float,
    seed: int,
    codebook: str | None = None,
    names: bool = False,
) -> Material | Project:
    """A random sample of the interviews, nothing coded, for a second coder."""
    found = sample(folder, share=share, seed=seed, codebook=codebook, names=True)
    project = found.project
    if not found.strata or project.codebook is None:
        return project if names else masked_project(project)
    drawn = {one.interview for one in found.segments}
    chosen = tuple(one for one in project.interviews if one.id in drawn)
    return _bare(
        replace(project, interviews=chosen),
        found.segments,
        project.codebook,
        read_decisions(folder),
        names=names,
        blind=True,
    )


def gathered_uncoded(
    folder: Path, *, codebook: str | None = None, names: bool = False
) -> Material | Project:
    """A folder's passages without codings: enough to say which decisions have lost their place."""
    project = load_project(folder, codebook=codebook)
    cut = segment_all(project.interviews, Speakers())
    project = learn_names(project, cut, Speakers())
    if project.codebook is None:
        return project if names else masked_project(project)
    segments = tuple(segment for one in cut for segment in one.segments)
    return _bare(project, segments, project.codebook, read_decisions(folder), names=names)


def gathered_plan(  # noqa: PLR0913  (each is an option of the command)
    folder: Path,
    register: Path,
    *,
    mapping: Path | None = None,
    codebook: str | None = None,
    coder: Coder | None = None,
    names: bool = False,
    progress: Progress | None = None,
    coded: bool = True,
) -> Material | Project:
    """The actions of a register with the codes that the program gives them, or bare.

    Decisions on them lie in the folder of the interviews, whose examples they are coded by.
    """
    project = load_project(folder, codebook=codebook)
    cut = segment_all(project.interviews, Speakers())
    project = taught(learn_names(project, cut, Speakers()), cut, read_decisions(folder))
    plan = read_plan(register, mapping=mapping)
    known = names_with(project, plan.actions, (), ())
    project = replace(
        project,
        names=known,
        problems=(*project.problems, *plan.problems),
        notices=(*project.notices, *plan.notices),
    )
    tools, problems = make_tools(project.codebook, project.examples, coder=coder)
    project = replace(project, problems=(*project.problems, *problems))
    if tools is None:
        return project if names else masked_project(project)
    codings: tuple[Coding, ...] = ()
    if coded:
        found = code_all(plan.texts, plan.segmented, for_plan(tools), progress=progress)
        codings = found.codings
        project = replace(project, problems=(*project.problems, *found.problems))
    decisions = read_decisions(folder, of_plan=True)
    project = replace(project, interviews=plan.texts)
    bare = _bare(project, plan.segments, tools.codebook, decisions, names=names)
    mask = masker(bare.names)
    shown = replace(
        bare.shown,
        interviews=tuple(
            replace(one, places=tuple(Place(at.start, mask(at.label)) for at in one.places))
            for one in bare.shown.interviews
        ),
        codings=tuple(masked_coding(one, mask) for one in codings),
    )
    return replace(bare, read=replace(bare.read, codings=codings), shown=shown, plan=True)


def session_of(material: Material, coder: str, choice: Choice) -> Session:
    """A coder's session: what they decided before is laid over, and they begin where they left."""
    laid = _laid(material, _words_of(coder, material.decisions))
    texts = material.read
    if material.blind:
        every = passages_of(texts.segments, texts.interviews, laid)
        found = in_turn(every, choice)
    else:
        every = items_of(texts.codings, texts.segments, texts.interviews, laid)
        if material.plan:
            matched = {one.interview for one in every}
            bare = passages_of(texts.segments, texts.interviews, laid)
            every += tuple(one for one in bare if one.interview not in matched)
        found = queue(every, texts.interviews, choice, codes=material.codes)
    return begun(coder, found, every, earlier=material.decisions)


def orphans_of(material: Material) -> tuple[Orphan, ...]:
    """The decisions, anybody's, whose passage or code is gone; in order of time."""
    return _laid(material, material.decisions).orphans


def _laid(material: Material, decisions: Sequence[Decision]) -> Laid:
    texts = material.read
    return lay_over(
        texts.codings, texts.segments, texts.interviews, decisions, codes=material.codes
    )


def _words_of(coder: str, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that are the coder's, and those that take one of theirs back."""
    theirs = {one.id for one in decisions if one.coder.lower() == coder.lower()}
    return [
        one
        for one in decisions
        if one.id in theirs or (one.verdict is Verdict.UNDO and one.undoes in theirs)
    ]


def _bare(
    project: Project,
    segments: tuple[Segment, ...],
    codebook: Codebook,
    decisions: ReadDecisions,
    *,
    names: bool,
    blind: bool = False,
) -> Material:
    """Passages without codings, of all the interviews in the project."""
    shown = project if names else masked_project(project)
    mask = masker(() if names else project.names)
    hidden = tuple(replace(one, text=mask(one.text)) for one in segments)
    return Material(
        codebook=codebook,
        read=Texts(project.interviews, segments),
        shown=Texts(shown.interviews, hidden),
        decisions=decisions.decisions,
        names=() if names else project.names,
        problems=(*shown.problems, *decisions.problems),
        notices=(*shown.notices, *decisions.notices),
        blind=blind,
    )


def _texts(found: Analysis) -> Texts:
    return Texts(found.project.interviews, found.segments, found.codings)
