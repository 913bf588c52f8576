"""Work with people's codings: a sample drawn for a second coder, and coders' files compared."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sensecli.exporting.masking import masker
from sensecli.exporting.names import masked_project
from sensecli.loading.codebooks.load import find_codebook
from sensecli.loading.gold import COMPARED, read_gold
from sensecli.model import Interview, Notice, Problem, Project, Segment
from sensecli.pipeline import Speakers, learn_names, load_project, segment_all
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
    files: Sequence[Path],
    *,
    folder: Path | None = None,
    codebook: str | None = None,
    names: bool = False,
) -> Compared:
    """Coders' files beside each other, over the segments of `folder` where one is given.

    Names stay out of what is told of `folder`'s texts unless asked for; texts in the files alone
    are as their coders wrote them.
    """
    project, segments = _read(folder, codebook) if folder else (_bare(codebook), ())
    ids = [one.id for one in project.interviews] if folder else None
    codes = [leaf.id for leaf in project.codebook.leaves] if project.codebook else None
    read = [read_gold(one, interviews=ids, codes=codes, needed=COMPARED) for one in files]
    problems = (*project.problems, *(wrong for one in read for wrong in one.problems))
    sheets = [
        Sheet(name, one.rows, one.uncoded) for name, one in zip(_coders(files), read, strict=True)
    ]
    mask = masker(project.names)
    coded = laid_over(sheets, segments, mask=mask)
    shown = coded if names or not folder else tuple(_masked(one, mask) for one in coded)
    found = compare(shown)
    notices = (*project.notices, *_told(coded, found, folder=folder is not None))
    project = _hidden(replace(project, problems=problems, notices=notices), names=names)
    problems, notices = project.problems, project.notices
    if not found.interviews:
        return Compared(None, {}, problems, notices)
    starts = {one.id: one for one in project.interviews}
    places = {
        (one.interview, one.number): starts[one.interview].place(one.start) for one in segments
    }
    return Compared(found, places, problems, notices)


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


def _coders(files: Sequence[Path]) -> list[str]:
    """The files' names without their ends; numbered where two are alike."""
    alike = Counter(one.stem for one in files)
    return [
        one.stem if alike[one.stem] == 1 else f"{one.stem} ({number})"
        for number, one in enumerate(files, start=1)
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
