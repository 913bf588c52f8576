"""An analysis with its shares corrected by the interviews that a person coded whole."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sensecli.finding.positions import positions
from sensecli.finding.rounds import latest, latest_rounds
from sensecli.model import (
    Analysis,
    Checked,
    Coding,
    Decision,
    Laid,
    Notice,
    Position,
    Problem,
    Project,
    Speaker,
)
from sensecli.pipeline import Coder, Progress, Speakers, analyse
from sensecli.reliability.between import reliability
from sensecli.reliability.corrections import corrections, strata_by
from sensecli.reliability.sampling import GROUP
from sensecli.reliability.units import Level
from sensecli.reliability.universe import Coded
from sensecli.review.file import read_decisions
from sensecli.review.overlay import lay_over
from sensecli.working import Where


def analyse_corrected(
    folder: Path,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    where: Where | None = None,
    progress: Progress | None = None,
    by: str = GROUP,
) -> Analysis | Project:
    """The program's own analysis, with shares corrected by what people coded whole.

    Decisions are not laid over it, nor learnt from: what corrects an error must not have mended it
    first. The sample are the leaders whose interviews of the latest round somebody coded whole,
    each passage but the interviewer's given a code or marked as read; `by` is the attribute by
    which it was drawn.
    """
    found = analyse(
        folder,
        codebook=codebook,
        speakers=speakers,
        coder=coder,
        where=where,
        progress=progress,
        decided=False,
    )
    if isinstance(found, Project):
        return found
    read = read_decisions(folder)
    found = replace(
        found,
        problems=(*found.problems, *read.problems),
        notices=(*found.notices, *read.notices),
    )
    coded = coded_whole(found, read.decisions)
    person = _stands(found, coded)
    if not person:
        return replace(found, problems=(*found.problems, _NO_SAMPLE))
    figures = corrections(
        found.current,
        person,
        strata=strata_by(found.project.interviews, by),
        codes=found.codebook.leaves,
    )
    return replace(
        found,
        corrected=figures,
        checked=_checked(found, coded, read.decisions),
        notices=(*found.notices, _told(found, person)),
    )


_NO_SAMPLE = Problem(
    "",
    None,
    "no leader's interviews were coded whole by a person, so that nothing can be corrected",
    "draw a sample (sense sample), have it coded, and take it in (sense import)",
)


def coded_whole(
    analysis: Analysis, decisions: Sequence[Decision]
) -> Mapping[str, tuple[Coding, ...]]:
    """The codings of each interview that somebody coded whole, by its id.

    Where several did, those of the coder who coded most interviews whole.
    """
    by_coder: dict[str, list[Decision]] = {}
    for one in decisions:
        by_coder.setdefault(one.coder.lower(), []).append(one)
    whole = {coder: _whole(analysis, own) for coder, own in by_coder.items()}
    found: dict[str, tuple[Coding, ...]] = {}
    for coder in sorted(whole, key=lambda name: (-len(whole[name]), name)):
        found = {**whole[coder], **found}
    return found


def _whole(analysis: Analysis, decisions: Sequence[Decision]) -> dict[str, tuple[Coding, ...]]:
    """What one coder makes of each interview that has a word of theirs on every passage."""
    segments, interviews = analysis.segments, analysis.project.interviews
    codes = [leaf.id for leaf in analysis.codebook.leaves]
    laid = lay_over((), segments, interviews, decisions, codes=codes)
    seen = _seen(laid)
    left = {
        one.interview
        for one in segments
        if one.speaker is not Speaker.INTERVIEWER and (one.interview, one.number) not in seen
    }
    held = Counter(interview for interview, _ in seen)
    return {
        one.id: tuple(coding for coding in laid.codings if coding.interview == one.id)
        for one in interviews
        if one.id in held and one.id not in left
    }


def _seen(laid: Laid) -> set[tuple[str, int]]:
    return {(d.segment.interview, d.segment.number) for d in (*laid.decided, *laid.read)}


def _checked(
    analysis: Analysis, coded: Mapping[str, tuple[Coding, ...]], decisions: Sequence[Decision]
) -> Checked:
    """The program beside the person, over all segments of the interviews coded whole."""
    places = frozenset((s.interview, s.number) for s in analysis.segments if s.interview in coded)
    ours = tuple(one for one in analysis.codings if one.interview in coded)
    theirs = tuple(coding for one in coded.values() for coding in one)
    beside = (Coded("program", ours, places), Coded("person", theirs, places))
    found = next(o for o in reliability(beside).pooled if o.level is Level.SEGMENT)
    values = {one.name: one.coefficient.value for one in found.estimates}
    return Checked(
        coders=tuple(sorted({o.coder for o in decisions if o.anchor.interview in coded})),
        interviews=len(coded),
        segments=len(places),
        units=found.n,
        **{name: values[name] for name in ("percent", "kappa", "alpha", "ac1")},
    )


def _stands(analysis: Analysis, coded: Mapping[str, tuple[Coding, ...]]) -> tuple[Position, ...]:
    """Where each sampled leader stands by the person's codings; nobody who was coded in part."""
    interviews = analysis.project.interviews
    rounds = latest_rounds(interviews)
    current = [one for one in interviews if rounds[one.leader] == one.round]
    partly = {one.leader for one in current if one.id not in coded}
    sampled = [one for one in current if one.leader not in partly]
    codings = [coding for one in sampled for coding in coded[one.id]]
    return latest(positions(codings, sampled, analysis.codebook), sampled)


def _told(analysis: Analysis, person: Sequence[Position]) -> Notice:
    sampled = len({one.leader for one in person})
    of = len({one.leader for one in analysis.current})
    return Notice(
        f"The figures are the program's own; they are corrected by the {sampled} of {of} leaders "
        "whose interviews a person coded whole. That holds if these were drawn at random."
    )
