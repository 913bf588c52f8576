"""The cross-check, a step a line: the plan, the papers, their codings, and what comes of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sensecli.coding.samething import SameThing
from sensecli.crosschecking.minutes import minutes
from sensecli.crosschecking.people import names_with
from sensecli.crosschecking.plan import Plan, decided_notice, for_plan, matched, read_plan
from sensecli.finding.contradictions import contradictions
from sensecli.finding.crosscheck import crosschecks
from sensecli.loading.papers import Papers, load_papers
from sensecli.model import Analysis, Coding, Laid, Notice, Problem, Records
from sensecli.pipeline import Coder, Progress, Speakers, code_all, make_tools, segment_all
from sensecli.review.file import read_decisions
from sensecli.review.overlay import lay_over
from sensecli.review.telling import told
from sensecli.working import Where


@dataclass(frozen=True, slots=True)
class Sources:
    """The records: a register of actions, a folder of minutes and papers, or both.

    `mapping` is a file that says what the register's columns are. `day` is the one for which
    overdue is told.
    """

    day: date
    register: Path | None = None
    mapping: Path | None = None
    evidence: Path | None = None


def crosscheck(
    analysis: Analysis,
    sources: Sources,
    *,
    coder: Coder | None = None,
    where: Where | None = None,
    progress: Progress | None = None,
) -> Analysis:
    """The analysis with `records`: its findings are as they were, nothing of the records counts.

    Actions, minutes and papers are coded by the codebook and the examples that the interviews were
    coded by. What people decided of actions, in the folder of the interviews, is laid over. Names
    in the records join those that outputs leave out. Nothing is raised for what a user did.
    A register of which no action was read is none: that nothing is planned is not known then.
    """
    plan, papers = _plan(sources), _papers(sources, Path(analysis.project.folder), progress)
    project, book = analysis.project, analysis.codebook
    names = names_with(project, plan.actions, papers.texts, papers.listings)
    cut = segment_all(papers.texts, Speakers())
    tools, unmade = make_tools(book, project.examples, coder=coder)
    if tools is None:
        return _with(analysis, unmade)
    planned = code_all(plan.texts, plan.segmented, for_plan(tools), where=where, progress=progress)
    coded = code_all(papers.texts, cut, tools, where=where, progress=progress)
    laid, orphans = _laid(analysis, plan, planned.codings)
    actions = matched(plan, laid, book)
    segments = [segment for one in cut for segment in one.segments]
    leaders = {one.id: one.leader for one in project.interviews}
    noted = minutes(papers.texts, segments, coded.codings, book)
    records = Records(
        day=sources.day,
        register=sources.register.name if sources.register and plan.actions else "",
        actions=actions,
        minutes=noted,
        papers=tuple(one.id for one in papers.texts),
        partly=bool(plan.problems),
        checks=crosschecks(analysis.findings, actions, noted, day=sources.day),
        contradictions=contradictions(
            analysis.findings,
            analysis.codings,
            project.interviews,
            actions,
            same=SameThing(analysis.segments, leaders, tools, plan.actions),
            barriers=analysis.barriers,
        )
        if plan.actions
        else (),
    )
    found = replace(
        analysis,
        project=replace(project, names=names),
        records=records if plan.actions or papers.texts else None,
    )
    problems = (
        *plan.problems,
        *papers.problems,
        *unmade,
        *planned.problems,
        *coded.problems,
        *orphans,
    )
    return _with(found, problems, (*plan.notices, *papers.notices, *decided_notice(actions)))


def _plan(sources: Sources) -> Plan:
    if sources.register is None:
        return Plan()
    return read_plan(sources.register, mapping=sources.mapping, day=sources.day)


def _papers(sources: Sources, interviews: Path, progress: Progress | None) -> Papers:
    if sources.evidence is None:
        return Papers()
    if sources.evidence.resolve() == interviews.resolve():
        message = "holds the interviews, which are not read as minutes too"
        hint = "put minutes and papers into a folder of their own, and name that"
        return Papers(problems=(Problem(str(sources.evidence), None, message, hint),))
    read = (lambda done, of: progress("reading", done, of)) if progress else None
    return load_papers(sources.evidence, progress=read)


def _laid(
    analysis: Analysis, plan: Plan, codings: Sequence[Coding]
) -> tuple[Laid, tuple[Problem, ...]]:
    """The codings of the plan as people left them, and their decisions that have no place."""
    if not plan.texts:
        return Laid(()), ()
    read = read_decisions(Path(analysis.project.folder), of_plan=True)
    codes = [leaf.id for leaf in analysis.codebook.leaves]
    laid = lay_over(codings, plan.segments, plan.texts, read.decisions, codes=codes)
    hint = "put it back, or look at all of these with sense review FOLDER --orphans --actions FILE"
    problems, _ = told(laid, lines=read.lines)
    return laid, tuple(replace(one, hint=hint) for one in problems)


def _with(
    analysis: Analysis, problems: Sequence[Problem], notices: Sequence[Notice] = ()
) -> Analysis:
    """The analysis with what the records had wrong; what is known already is told once."""
    return replace(
        analysis,
        problems=tuple(dict.fromkeys((*analysis.problems, *problems))),
        notices=tuple(dict.fromkeys((*analysis.notices, *notices))),
    )
