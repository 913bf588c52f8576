"""The Names rule: an analysis -> the same analysis without anybody's name.

Exporters and views show the analysis that they are given, masked or not; none masks itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sensecli.exporting.masking import Mask, file_masker, masker, message_masker
from sensecli.model import Analysis, Finding, Interview, Notice, Problem, Project, Quote


def masked(analysis: Analysis) -> Analysis:
    """The analysis with each known name replaced by what stands for it (`[L05]`, `[name]`).

    Offsets stay those of the text as read, and so does `Interview.text`, which they mean. What
    shows more of it than codings, quotes and segments masks that by `Project.names`, which stay
    for it (`masker`; `relocated` where offsets go with the text).
    """
    masks = _masks(analysis.project)
    text = masks.text
    return replace(
        analysis,
        project=_project(analysis.project, masks),
        segments=tuple(replace(s, text=text(s.text)) for s in analysis.segments),
        codings=tuple(
            replace(c, text=text(c.text), cue=text(c.cue), example=text(c.example))
            for c in analysis.codings
        ),
        positions=tuple(replace(p, round=text(p.round)) for p in analysis.positions),
        current=tuple(replace(p, round=text(p.round)) for p in analysis.current),
        findings=tuple(_finding(f, text) for f in analysis.findings),
        lenses=tuple(replace(ln, finding=_finding(ln.finding, text)) for ln in analysis.lenses),
        barriers=tuple(_finding(f, text) for f in analysis.barriers),
        missed=tuple(replace(m, text=text(m.text)) for m in analysis.missed),
        problems=_problems(analysis.problems, masks),
        notices=_notices(analysis.notices, masks),
    )


def masked_project(project: Project) -> Project:
    """The same for a project that could not be analysed."""
    return _project(project, _masks(project))


@dataclass(frozen=True, slots=True)
class _Masks:
    """How to mask prose, file names and messages, and the interview of each file that was read."""

    text: Mask
    file: Mask
    message: Mask
    ids: dict[str, str]


def _masks(project: Project) -> _Masks:
    return _Masks(
        text=masker(project.names),
        file=file_masker(project.names),
        message=message_masker(project.names, project.interviews),
        ids={one.source: one.id for one in project.interviews if one.source},
    )


def _project(project: Project, masks: _Masks) -> Project:
    return replace(
        project,
        folder=masks.file(project.folder),
        interviews=tuple(_interview(one, masks.text) for one in project.interviews),
        problems=_problems(project.problems, masks),
        notices=_notices(project.notices, masks),
    )


def _interview(interview: Interview, text: Mask) -> Interview:
    return replace(
        interview,
        source=interview.id,
        name="",
        interviewer="",
        role=text(interview.role),
        organisation=text(interview.organisation),
        group=text(interview.group),
        round=text(interview.round),
        attributes=tuple((key, text(value)) for key, value in interview.attributes),
    )


def _finding(finding: Finding, text: Mask) -> Finding:
    return replace(
        finding,
        quotes=tuple(_quote(quote, text) for quote in finding.quotes),
        by_group=tuple(replace(one, group=text(one.group)) for one in finding.by_group),
        fragile=tuple(replace(o, organisation=text(o.organisation)) for o in finding.fragile),
    )


def _quote(quote: Quote, text: Mask) -> Quote:
    return replace(quote, text=text(quote.text))


def _problems(problems: Sequence[Problem], masks: _Masks) -> tuple[Problem, ...]:
    return tuple(
        replace(
            one,
            path=masks.ids.get(one.path) or masks.file(one.path),
            message=masks.message(one.message),
            hint=masks.message(one.hint),
        )
        for one in problems
    )


def _notices(notices: Sequence[Notice], masks: _Masks) -> tuple[Notice, ...]:
    return tuple(Notice(masks.message(one.message)) for one in notices)
