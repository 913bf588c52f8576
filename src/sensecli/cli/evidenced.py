"""An evaluation with the places of its passages, its quotes without names unless asked for."""

from dataclasses import dataclass, replace

from sensecli.exporting.masking import Mask, masker
from sensecli.exporting.places import named_place
from sensecli.model import Analysis, Coding
from sensecli.reliability.disagreements import Disagreement
from sensecli.reliability.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Shown:
    """A disagreement, and where its passage stands (`L05:23`)."""

    disagreement: Disagreement
    place: str


@dataclass(frozen=True, slots=True)
class Evidenced:
    """An evaluation, and its disagreements as they may be shown, in the same order."""

    evaluation: Evaluation
    disagreements: tuple[Shown, ...]


def evidenced(analysis: Analysis, evaluation: Evaluation, *, names: bool) -> Evidenced:
    """The evaluation of an analysis that is not masked; texts and cues are, unless `names`."""
    mask = (lambda text: text) if names else masker(analysis.project.names)
    shown = tuple(
        Shown(_masked(one, mask), _place(analysis, one.coding, names=names))
        for one in evaluation.disagreements
    )
    codes = tuple(replace(one, label=mask(one.label)) for one in evaluation.codes)
    return Evidenced(replace(evaluation, codes=codes, disagreements=()), shown)


def _masked(one: Disagreement, mask: Mask) -> Disagreement:
    return replace(
        one,
        gold=one.gold and _coding(one.gold, mask),
        ours=one.ours and _coding(one.ours, mask),
    )


def _coding(coding: Coding, mask: Mask) -> Coding:
    text, cue, example = map(mask, (coding.text, coding.cue, coding.example))
    return replace(coding, text=text, cue=cue, example=example)


def _place(analysis: Analysis, coding: Coding, *, names: bool) -> str:
    if coding.segment < 0:
        return coding.interview
    interview = next(i for i in analysis.project.interviews if i.id == coding.interview)
    return named_place(interview.name if names else "", interview.place(coding.start))
