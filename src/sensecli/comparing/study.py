"""Folders of interviews as one study: its rounds, its codebook, its segments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from sensecli.comparing.folders import Folder, known_names, read_folders
from sensecli.comparing.told import (
    called_alike,
    lacking,
    named_twice,
    other_codebooks,
    round_notices,
)
from sensecli.finding.timeline import timeline
from sensecli.loading.codebooks.load import IN_FOLDER
from sensecli.model import Example, Interview, Project
from sensecli.pipeline import (
    Progress,
    Speakers,
    learn_names,
    read_codebook,
    segment_all,
    taught,
)
from sensecli.segmenting import Segmented


@dataclass(frozen=True, slots=True)
class Study:
    """All interviews in one project; the `rounds` in order of time, and who speaks, by interview.

    Without segments where there is nothing to compare: the project says why.
    """

    project: Project
    folders: tuple[Folder, ...]
    rounds: tuple[str, ...]
    segmented: Mapping[str, Segmented]

    def of(self, interviews: Iterable[Interview]) -> tuple[Segmented, ...]:
        """Who speaks in these interviews."""
        return tuple(self.segmented[one.id] for one in interviews)


def read_study(
    folders: Sequence[Path],
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    progress: Progress | None = None,
) -> Study:
    """The folders as one study, with every problem that reading them had.

    The codebook is the one named, else that of the first folder that has one of its own, else the
    shipped one. What people decided in a folder is among the examples that all is coded by.
    """
    read = read_folders(folders, progress)
    rounds = timeline([one.interviews for one in read])
    project = _project(folders, codebook, read, rounds)
    nothing = lacking(project.interviews, rounds)
    project = replace(project, problems=(*project.problems, *nothing))
    if project.codebook is None or not rounds[1:]:
        return Study(project, read, rounds, {})
    cut = segment_all(project.interviews, speakers or Speakers())
    project = learn_names(project, cut, speakers or Speakers())
    segmented = {one.id: its for one, its in zip(project.interviews, cut, strict=True)}
    study = Study(project, read, rounds, segmented)
    shown = chain.from_iterable(_decided(study, one) for one in read)
    return replace(study, project=replace(project, examples=(*project.examples, *shown)))


def _project(
    folders: Sequence[Path], codebook: str | None, read: Sequence[Folder], rounds: Sequence[str]
) -> Project:
    homes = [one if one.is_dir() else one.parent for one in folders]
    own = [one for one in homes if (one / IN_FOLDER).is_file()]
    book = read_codebook(codebook, own[0] if own else homes[0])
    unused = other_codebooks(own) if codebook is None else ()
    told = chain.from_iterable(one.notices for one in read)
    return replace(
        book,
        folder=" ".join(map(str, folders)),
        interviews=tuple(chain.from_iterable(one.interviews for one in read)),
        names=known_names(read),
        problems=(*book.problems, *unused, *chain.from_iterable(one.problems for one in read)),
        notices=(
            *book.notices,
            *told,
            *round_notices(read, rounds),
            *named_twice(read),
            *called_alike(read),
        ),
    )


def _decided(study: Study, folder: Folder) -> tuple[Example, ...]:
    here = replace(study.project, interviews=folder.interviews, examples=())
    return taught(here, study.of(folder.interviews), folder.decisions).examples
