"""What leaders undertook in a folder of interviews, to be followed up."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from sensecli.coding.case import Case
from sensecli.coding.undertaken import Undertaken, undertaken
from sensecli.dating.spoken import last_day
from sensecli.exporting.masking import Names, places, relocated
from sensecli.exporting.names import masked_project
from sensecli.model import Analysis, Interview, Notice, Problem, Project, Undertaking
from sensecli.pipeline import Coder, Progress, Speakers, analyse, make_tools
from sensecli.working import Where


@dataclass(frozen=True, slots=True)
class Commitments:
    """What leaders undertook, those with a day first, and in which project.

    `analysed` is false where there could be no analysis: `problems` say why.
    """

    project: Project
    undertakings: tuple[Undertaking, ...] = ()
    analysed: bool = True
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def commitments(
    folder: Path,
    *,
    names: bool = False,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    where: Where | None = None,
    progress: Progress | None = None,
) -> Commitments:
    """Every undertaking in the interviews of a folder, known names replaced unless `names`."""
    found = analyse(
        folder,
        codebook=codebook,
        speakers=speakers,
        coder=coder,
        where=where,
        progress=progress,
    )
    if isinstance(found, Project):
        shown = found if names else masked_project(found)
        return Commitments(
            shown, (), analysed=False, problems=shown.problems, notices=shown.notices
        )
    made = undertakings(found, names=names, coder=coder)
    project = replace(
        found.project, codebook=found.codebook, problems=found.problems, notices=found.notices
    )
    shown = project if names else masked_project(project)
    return Commitments(shown, made, problems=shown.problems, notices=shown.notices)


def undertakings(
    analysis: Analysis, *, names: bool = False, coder: Coder | None = None
) -> tuple[Undertaking, ...]:
    """The undertakings of an analysis that is not masked, by due date and then by interview.

    Those without a day come last. Known names are replaced unless `names`; offsets stay those of
    the text as read. `coder` tells which English model parses, and where parses are kept.
    """
    asked = coder or Coder()
    plain = Coder(encoder=False, store=asked.store, model=asked.model)
    tools, _ = make_tools(analysis.codebook, coder=plain)
    if tools is None:
        return ()
    interviews = {one.id: one for one in analysis.project.interviews}
    hidden = () if names else analysis.project.names
    found = undertaken(_cases(analysis), analysis.codings, tools)
    made = [_undertaking(interviews[one.segment.interview], one, hidden) for one in found]
    order = {id_: number for number, id_ in enumerate(interviews)}
    return tuple(
        sorted(made, key=lambda one: (one.due or date.max, order[one.interview], one.start))
    )


def _cases(analysis: Analysis) -> list[Case]:
    by_id = {
        id_: tuple(segments)
        for id_, segments in groupby(analysis.segments, key=lambda one: one.interview)
    }
    return [(one, by_id.get(one.id, ())) for one in analysis.project.interviews]


def _undertaking(interview: Interview, found: Undertaken, names: Names) -> Undertaking:
    segment, words = found.segment, found.words
    said = segment.text[slice(*words.due)] if words.due else ""
    return Undertaking(
        interview=interview.id,
        leader=interview.leader,
        round=_shown(interview.round, None, names),
        date=interview.date,
        segment=segment.number,
        start=segment.start,
        end=segment.end,
        place=interview.place(segment.start),
        text=_shown(segment.text, None, names),
        status=found.status,
        actor=found.actor,
        who=_shown(segment.text, words.who, names) if words.who else "",
        due_said=_shown(segment.text, words.due, names) if words.due else "",
        due=last_day(said, told_on(interview)) if said else None,
        to=_shown(segment.text, words.to, names) if words.to else "",
        codes=found.codes,
    )


def told_on(interview: Interview) -> date | None:
    """The day of an interview; None where it is not known to the day."""
    try:
        return date.fromisoformat(interview.date)
    except ValueError:
        return None


def _shown(text: str, span: tuple[int, int] | None, names: Names) -> str:
    """The text, or a stretch of it, in one piece with the names that reach into it replaced."""
    start, end = span or (0, len(text))
    for one in places(text, names):
        if one.start < end and start < one.end:
            start, end = min(start, one.start), max(end, one.end)
    moved = relocated(text, names)
    return moved.text[moved.offset(start) : moved.offset(end)]
