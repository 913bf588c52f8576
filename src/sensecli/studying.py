"""Work with people's codings: a sample drawn for a second coder, and coders' files compared."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sensecli.coders.named import coders_of
from sensecli.coders.over import MACHINE, Over
from sensecli.exporting.masking import masker
from sensecli.exporting.names import masked_project
from sensecli.loading.codebooks.load import find_codebook
from sensecli.model import Interview, Notice, Problem, Project, Segment
from sensecli.pipeline import (
    Coder,
    Progress,
    Speakers,
    analyse,
    learn_names,
    load_project,
    segment_all,
)
from sensecli.reliability.between import Reliability
from sensecli.reliability.between import reliability as compare
from sensecli.reliability.sampling import GROUP, Drawn, Stratum, draw
from sensecli.reliability.universe import Coded, Sheet, laid_over


@dataclass(frozen=True, slots=True)
class Sample:
    """What a second coder is to code, names left out unless asked for.

    `segments` are those of the interviews drawn from; `only` the places drawn among them, None
    where all are. There are no `strata` where nothing could be drawn: the project says why.
    """

    project: Project
    segments: tuple[Segment, ...] = ()
    only: frozenset[tuple[str, int]] | None = None
    strata: tuple[Stratum, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """How far coders' files agree (None where they cannot be compared), and what was wrong.

    `places` says where the passages stand, by interview and segment, where FOLDER was read.
    """

    reliability: Reliability | None
    places: dict[tuple[str, int], str]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def sample(
    folder: Path,
    *,
    share: float,
    by: str = GROUP,
    unit: Drawn = Drawn.INTERVIEW,
    seed: int,
    codebook: str | None = None,
    names: bool = False,
) -> Sample:
    """A random sample of the interviews of a folder, or of their segments, `by` an attribute."""
    project, segments = _read(folder, codebook)
    strata = {one.id: _attribute(one, by) for one in project.interviews}
    if not strata or project.codebook is None:
        return Sample(_hidden(project, names=names))
    lacking = _lacking(by, strata)
    if isinstance(lacking, Problem):
        project = replace(project, problems=(*project.problems, lacking))
        return Sample(_hidden(project, names=names))
    project = replace(project, notices=(*project.notices, *lacking))
    mask = (lambda text: text) if names else masker(project.names)
    only: frozenset[tuple[str, int]] | None = None
    if unit is Drawn.INTERVIEW:
        chosen, told = draw(strata, share=share, seed=seed)
        drawn = tuple(one for one in segments if one.interview in chosen)
    else:
        each = {(one.interview, one.number): strata[one.interview] for one in segments}
        only, told = draw(each, share=share, seed=seed)
        drawn = segments
    return Sample(
        _hidden(project, names=names),
        tuple(replace(one, text=mask(one.text)) for one in drawn),
        only,
        tuple(replace(one, name=mask(one.name)) for one in told),
    )


def compare_files(
    files: Sequence[str],
    *,
    folder: Path | None = None,
    codebook: str | None = None,
    coder: Coder | None = None,
    names: bool = False,
    progress: Progress | None = None,
) -> Compared:
    """Coders beside each other, over the segments of `folder` where one is given.

    `files` are what `coders_of` takes; `coder` tells how the program codes where it is one of them.
    Names stay out of what is told of `folder`'s texts unless asked for; texts in the files alone
    are as their coders wrote them.
    """
    over = _over(folder, codebook, (coder or Coder()) if MACHINE in files else None, progress)
    project, segments = over.project, over.segments
    read = [coders_of(one, over) for one in files]
    sheets = _told_apart([sheet for one in read for sheet in one.sheets])
    mask = masker(project.names)
    coded = laid_over(sheets, segments, mask=mask)
    shown = coded if names or not folder else tuple(_masked(one, mask) for one in coded)
    found = compare(shown)
    said = [notice for one in read for notice in one.notices]
    project = replace(
        project,
        problems=(*project.problems, *(wrong for one in read for wrong in one.problems)),
        notices=(*project.notices, *said, *_told(coded, found, folder=folder is not None)),
    )
    project = _hidden(project, names=names)
    problems, notices = project.problems, project.notices
    if not found.interviews:
        return Compared(None, {}, problems, notices)
    starts = {one.id: one for one in project.interviews}
    places = {
        (one.interview, one.number): starts[one.interview].place(one.start) for one in segments
    }
    return Compared(found, places, problems, notices)


def _over(
    folder: Path | None, codebook: str | None, coder: Coder | None, progress: Progress | None
) -> Over:
    """What is compared over; coded by the program itself where a `coder` says how."""
    if folder is None:
        return Over(_bare(codebook))
    if coder is None:
        return Over(*_read(folder, codebook))
    found = analyse(folder, codebook=codebook, coder=coder, progress=progress, decided=False)
    if isinstance(found, Project):
        return Over(found)
    project = replace(found.project, problems=found.problems, notices=found.notices)
    return Over(project, found.segments, found.codings)


def _hidden(project: Project, *, names: bool) -> Project:
    return project if names else masked_project(project)


def _read(folder: Path, codebook: str | None) -> tuple[Project, tuple[Segment, ...]]:
    project = load_project(folder, codebook=codebook)
    cut = segment_all(project.interviews, Speakers())
    project = learn_names(project, cut, Speakers())
    return project, tuple(segment for one in cut for segment in one.segments)


def _bare(codebook: str | None) -> Project:
    """A project of a codebook alone: without one, any code is taken as it is written."""
    if codebook is None:
        return Project("", (), None)
    found = find_codebook(codebook, Path())
    return Project("", (), found.codebook, problems=found.problems, notices=found.notices)


def _attribute(interview: Interview, name: str) -> str:
    own = {
        "group": interview.group,
        "organisation": interview.organisation,
        "role": interview.role,
        "round": interview.round,
        "date": interview.date,
        "leader": interview.leader,
    }
    return own.get(name) or dict(interview.attributes).get(name, "")


def _lacking(by: str, strata: dict[str, str]) -> tuple[Notice, ...] | Problem:
    """What is to be said where interviews have no such attribute; a problem if it was asked for."""
    without = sum(not value for value in strata.values())
    if without == len(strata) and by != GROUP:
        hint = "take one that interviews.csv or the interviews' own heads give"
        return Problem("", None, f'no interview has the attribute "{by}"', hint)
    if without == len(strata):
        return (Notice("No interview has a group: the sample is drawn from all alike."),)
    if without:
        return (Notice(f"{without} of {len(strata)} interviews have no {by}: a stratum apart."),)
    return ()


def _told_apart(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, coders numbered where two have one name."""
    alike = Counter(one.coder for one in sheets)
    return [
        one if alike[one.coder] == 1 else replace(one, coder=f"{one.coder} ({number})")
        for number, one in enumerate(sheets, start=1)
    ]


def _masked(coded: Coded, mask: Callable[[str], str]) -> Coded:
    return replace(coded, codings=tuple(replace(one, text=mask(one.text)) for one in coded.codings))


def _told(coded: Sequence[Coded], found: Reliability, *, folder: bool) -> tuple[Notice, ...]:
    """What the reader has to know of what was compared."""
    notices: list[Notice] = []
    if not found.interviews:
        notices.append(Notice("No passage could be coded by two coders: nothing to compare."))
    elif not folder:
        said = (
            "Compared are the passages that any of the files has a row for. Passages that all left"
            " uncoded are not in them unless a blind sheet lists them: name the folder with"
            " --folder."
        )
        notices.append(Notice(said))
    every = {place[0] for one in coded for place in one.seen}
    left = sorted(every - set(found.interviews))
    if left and found.interviews:
        noun = "an interview" if len(left) == 1 else f"{len(left)} interviews"
        notices.append(Notice(f"Left out: {noun} that only one coder coded ({', '.join(left)})."))
    for one in coded:
        if one.unaligned and folder:
            said = f"{one.coder}: {one.unaligned} codings are of passages that are no segment."
            notices.append(Notice(said))
    return tuple(notices)
