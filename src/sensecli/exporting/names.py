"""The Names rule: an analysis -> the same analysis without anybody's name.

Exporters and views show the analysis that they are given, masked or not; none masks itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sensecli.exporting.masking import Mask, file_masker, masker, message_masker
from sensecli.model import (
    Analysis,
    Codebook,
    Coding,
    Comparison,
    Conflict,
    Decided,
    Decision,
    Finding,
    Interview,
    Laid,
    Node,
    Notice,
    Position,
    Problem,
    Project,
    Quote,
    Records,
)

# What a code says of itself, in words.
_SAID = ("label", "proposition", "definition", "source")
_LISTED = ("include", "exclude", "examples")


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
        codebook=_codebook(analysis.codebook, text),
        segments=tuple(replace(s, text=text(s.text)) for s in analysis.segments),
        codings=tuple(masked_coding(one, text) for one in analysis.codings),
        positions=tuple(_position(one, text) for one in analysis.positions),
        current=tuple(_position(one, text) for one in analysis.current),
        findings=tuple(_finding(f, text) for f in analysis.findings),
        lenses=tuple(replace(ln, finding=_finding(ln.finding, text)) for ln in analysis.lenses),
        barriers=tuple(_finding(f, text) for f in analysis.barriers),
        missed=tuple(replace(m, text=text(m.text)) for m in analysis.missed),
        problems=_problems(analysis.problems, masks),
        notices=_notices(analysis.notices, masks),
        laid=_laid(analysis.laid, text) if analysis.laid else None,
        comparison=_comparison(analysis.comparison, text) if analysis.comparison else None,
        records=_records(analysis, masks),
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


def _comparison(comparison: Comparison, text: Mask) -> Comparison:
    from sensecli.exporting.movement.masking import masked_comparison

    return masked_comparison(comparison, text)


def _records(analysis: Analysis, masks: _Masks) -> Records | None:
    if analysis.records is None:
        return None
    from sensecli.exporting.maskedrecords import masked_records

    names = analysis.project.names
    return masked_records(analysis.records, text=masks.text, file=masks.file, names=names)


def _project(project: Project, masks: _Masks) -> Project:
    return replace(
        project,
        folder=masks.file(project.folder),
        interviews=tuple(masked_interview(one, masks.text) for one in project.interviews),
        codebook=_codebook(project.codebook, masks.text) if project.codebook else None,
        problems=_problems(project.problems, masks),
        notices=_notices(project.notices, masks),
    )


def masked_interview(interview: Interview, text: Mask) -> Interview:
    """The interview with names nowhere but in its text as read."""
    return replace(
        interview,
        source=interview.id,
        name="",
        interviewer="",
        role=text(interview.role),
        organisation=text(interview.organisation),
        group=text(interview.group),
        round=text(interview.round),
        attributes=tuple((text(key), text(value)) for key, value in interview.attributes),
    )


def _codebook(codebook: Codebook, text: Mask) -> Codebook:
    """What is shown of it without names; its cues and ids, by which it works, stay."""
    shown = {key: text(getattr(codebook, key)) for key in ("label", "description", "source")}
    return codebook.model_copy(
        update={**shown, "codes": tuple(_node(node, text) for node in codebook.codes)}
    )


def _node(node: Node, text: Mask) -> Node:
    said = {key: text(getattr(node, key)) for key in _SAID}
    listed = {key: tuple(map(text, getattr(node, key))) for key in _LISTED}
    return node.model_copy(
        update={**said, **listed, "codes": tuple(_node(child, text) for child in node.codes)}
    )


def _laid(laid: Laid, text: Mask) -> Laid:
    """What people decided, in words without names; anchors keep their offsets."""
    return replace(
        laid,
        codings=tuple(masked_coding(one, text) for one in laid.codings),
        decided=tuple(_decided(one, text) for one in laid.decided),
        memos=tuple(_decided(one, text) for one in laid.memos),
        read=tuple(_decided(one, text) for one in laid.read),
        orphans=tuple(replace(o, decision=_decision(o.decision, text)) for o in laid.orphans),
        conflicts=tuple(
            Conflict(_decision(one.earlier, text), _decision(one.later, text))
            for one in laid.conflicts
        ),
    )


def _decided(decided: Decided, text: Mask) -> Decided:
    return replace(
        decided,
        decision=_decision(decided.decision, text),
        segment=replace(decided.segment, text=text(decided.segment.text)),
        before=text(decided.before),
        coding=masked_coding(decided.coding, text) if decided.coding else None,
    )


def _decision(decision: Decision, text: Mask) -> Decision:
    # What stands around begins and ends within a word: half a name would be masked by nobody.
    shown = replace(decision.anchor, quote=text(decision.anchor.quote), before="", after="")
    return replace(decision, anchor=shown, memo=text(decision.memo))


def masked_coding(coding: Coding, text: Mask) -> Coding:
    """The coding in words without names; its offsets stay."""
    return replace(
        coding, text=text(coding.text), cue=text(coding.cue), example=text(coding.example)
    )


def _position(position: Position, text: Mask) -> Position:
    # There is one for each leader and code: most of a large study's are left as they are.
    shown = text(position.round)
    return position if shown == position.round else replace(position, round=shown)


def _finding(finding: Finding, text: Mask) -> Finding:
    return replace(
        finding,
        label=text(finding.label),
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
