"""A concordance of a folder: every place of a pattern in what was said."""

from dataclasses import replace
from pathlib import Path

from sensecli.coding.folding import fold
from sensecli.coding.patterns import phrase_pattern
from sensecli.exporting.masking import relocated
from sensecli.exporting.names import masked_project
from sensecli.loading.folder import load_interviews
from sensecli.model import Analysis, Concordance, Project, Segment
from sensecli.pipeline import Coder, Progress, Speakers, analyse, learn_names, segment_all
from sensecli.searching.choice import Search, chosen_interviews, spoken
from sensecli.searching.faults import Fault, fault
from sensecli.searching.find import find
from sensecli.searching.query import Query, expression
from sensecli.searching.text import Passage, shown_texts


def search(
    folder: Path,
    sought: Search,
    *,
    names: bool = False,
    speakers: Speakers | None = None,
    codebook: str | None = None,
    coder: Coder | None = None,
    progress: Progress | None = None,
) -> Concordance:
    """Every place of a pattern in the interviews, with known names replaced unless `names`.

    `codebook` and `coder` are for a choice by code alone; without one nothing is coded.
    """
    if sought.choice.code:
        found = analyse(
            folder, codebook=codebook, speakers=speakers, coder=coder, progress=progress
        )
        project, segments = _carrying(found, sought.choice.code)
    else:
        project, segments = _uncoded(folder, speakers or Speakers(), progress)
    shown = project if names else masked_project(project)
    chosen = {one.id: one for one in chosen_interviews(shown.interviews, sought.choice)}
    hidden = () if names else project.names
    texts = shown_texts(tuple(chosen.values()), lambda text: relocated(text, hidden))
    passages = (
        Passage(chosen[one.interview], one, texts[one.interview])
        for one in spoken(segments, sought.choice.speaker)
        if one.interview in chosen
    )
    wanted = expression(sought.query, forms=phrase_pattern, fold=fold)
    return Concordance(
        hits=find(passages, wanted, fold=fold, context=sought.context),
        interviews=tuple(chosen.values()),
        known=shown.interviews,
        problems=shown.problems,
        notices=shown.notices,
    )


def unsearchable(query: Query) -> Fault | None:
    """Why nothing can be searched by a query, known before anything is read."""
    wanted = expression(query, forms=phrase_pattern, fold=fold)
    return fault(wanted) if wanted else Fault("there is no word in it to look for")


def _uncoded(
    folder: Path, speakers: Speakers, progress: Progress | None
) -> tuple[Project, tuple[Segment, ...]]:
    """The interviews and their segments, without codebook and coding."""
    told = (lambda done, of: progress("reading", done, of)) if progress else None
    read = load_interviews(folder, progress=told)
    project = Project(str(folder), read.interviews, None, read.names, (), read.problems)
    segmented = segment_all(read.interviews, speakers)
    notices = tuple(notice for cut in segmented for notice in cut.notices)
    project = replace(project, notices=(*read.notices, *notices))
    segments = tuple(segment for cut in segmented for segment in cut.segments)
    return learn_names(project, segmented, speakers), segments


def _carrying(found: Analysis | Project, code: str) -> tuple[Project, tuple[Segment, ...]]:
    """The segments that carry a code, whoever holds the view."""
    if isinstance(found, Project):
        return found, ()
    coded = {(one.interview, one.segment) for one in found.codings if one.code == code}
    project = replace(found.project, problems=found.problems, notices=found.notices)
    return project, tuple(s for s in found.segments if (s.interview, s.number) in coded)
