"""Rounds compared, a stage a line: folders, codings, decisions, movement, the latest findings."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from sensecli.comparing.folders import Folder
from sensecli.comparing.study import Study, read_study
from sensecli.model import Analysis, Coding, Laid, Project
from sensecli.pipeline import (
    Coder,
    Progress,
    Speakers,
    code_all,
    compared,
    find_all,
    lay_decisions,
    make_tools,
)
from sensecli.working import Where


def compare(
    folders: Sequence[Path],
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    where: Where | None = None,
    progress: Progress | None = None,
) -> Analysis | Project:
    """The findings of the latest round, and what moved since the earlier ones (`comparison`).

    The rounds lie in one folder or in several (`read_study`). Names that one folder knows are left
    out of all; each folder's decisions are laid over its own codings. The bare project where
    nothing can be compared. Nothing is raised for what a user did: it stands in `problems`.
    """
    study = read_study(folders, codebook=codebook, speakers=speakers, progress=progress)
    project = study.project
    if not study.segmented:
        return project
    tools, problems = make_tools(project.codebook, project.examples, coder=coder)
    project = replace(project, problems=(*project.problems, *problems))
    if tools is None:
        return project
    cut = study.of(project.interviews)
    coded = code_all(project.interviews, cut, tools, where=where, progress=progress)
    project = replace(project, problems=(*project.problems, *coded.problems))
    if coded.tools is None:
        return project
    project, laid = _laid(replace(study, project=project), coded.codings)
    cases = [(one, its.segments) for one, its in zip(project.interviews, cut, strict=True)]
    held = [one.interviews for one in study.folders]
    moved = compared(held, cases, laid.codings, coded.tools)
    latest = tuple(one for one in project.interviews if one.round == study.rounds[-1])
    within = _within(laid, {one.id for one in latest})
    project = replace(project, interviews=latest)
    return replace(find_all(project, study.of(latest), within, coded.tools), comparison=moved)


def _laid(study: Study, codings: Sequence[Coding]) -> tuple[Project, Laid]:
    """What each folder's people decided, laid over its own codings, and what had no place."""
    project, parts = study.project, []
    for folder in study.folders:
        told, laid = _laid_in(study, folder, codings)
        project = replace(
            project,
            problems=(*project.problems, *told.problems),
            notices=(*project.notices, *told.notices),
        )
        parts.append(laid)
    return project, _together(parts)


def _laid_in(study: Study, folder: Folder, codings: Sequence[Coding]) -> tuple[Project, Laid]:
    here = replace(study.project, interviews=folder.interviews, problems=(), notices=())
    ids = {one.id for one in folder.interviews}
    own = tuple(one for one in codings if one.interview in ids)
    told, laid = lay_decisions(here, study.of(folder.interviews), own, folder.decisions)
    problems, notices = folder.told(told.problems, told.notices)
    return replace(told, problems=problems, notices=notices), laid


def _together(parts: Sequence[Laid]) -> Laid:
    return Laid(
        codings=tuple(chain.from_iterable(one.codings for one in parts)),
        decided=tuple(chain.from_iterable(one.decided for one in parts)),
        orphans=tuple(chain.from_iterable(one.orphans for one in parts)),
        memos=tuple(chain.from_iterable(one.memos for one in parts)),
        moved=sum(one.moved for one in parts),
        conflicts=tuple(chain.from_iterable(one.conflicts for one in parts)),
        read=tuple(chain.from_iterable(one.read for one in parts)),
    )


def _within(laid: Laid, interviews: set[str]) -> Laid:
    """What there is of it in some interviews; decisions without a place stay."""
    return replace(
        laid,
        codings=tuple(one for one in laid.codings if one.interview in interviews),
        decided=tuple(one for one in laid.decided if one.segment.interview in interviews),
        memos=tuple(one for one in laid.memos if one.segment.interview in interviews),
        read=tuple(one for one in laid.read if one.segment.interview in interviews),
    )
