"""A finding as the page tells it: figures, sentences, quotes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sensecli.exporting.page.cells import Cell, cell
from sensecli.exporting.page.words import QUOTED
from sensecli.exporting.sentences import (
    barrier_sentence,
    dissent_sentence,
    expected_actor_sentence,
    finding_sentence,
    fragile_sentence,
    lens_sentence,
    obstacles_sentence,
    silence_sentence,
)
from sensecli.exporting.terms import STATUSES
from sensecli.exporting.told import bounds_sentence, dissent
from sensecli.exporting.wording import opened
from sensecli.model import Finding, LensFinding, Missed, Quote

_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A passage as it is quoted: what it shows, its words, where it stands."""

    lead: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words, with its main figures and its quotes; `facts` are terms and sentences."""

    code: str
    label: str
    figures: tuple[tuple[str, Cell], ...]
    sentence: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[Said, ...]


def told_theme(finding: Finding, names: Mapping[str, str]) -> Told:
    """A theme on which leaders agree and do not act."""
    facts = (
        ("The gap", bounds_sentence(finding)),
        ("Expected to act", expected_actor_sentence(finding)),
        ("In the way", obstacles_sentence(finding, names).removeprefix("In the way, ")),
        ("The rest", dissent_sentence(finding) or silence_sentence(finding)),
        ("Hangs on", fragile_sentence(finding)),
    )
    figures: tuple[tuple[str, Cell], ...] = (
        ("agree", cell(finding, "endorse")),
        ("act", cell(finding, "act")),
        ("in the gap", cell(finding, "gap")),
    )
    if finding.prompted_only:
        figures += (("agree only when prompted", cell(finding, "prompted_only")),)
    return _told(finding, finding_sentence(finding, finding.figures.counts.n), figures, facts)


def told_barrier(finding: Finding) -> Told:
    """What stands in the way, and whether something is done about it."""
    said = barrier_sentence(finding, finding.figures.counts.n)
    facts = (("The rest", dissent_sentence(finding)),)
    return _told(finding, said, facts=facts, most=1)


def told_lens(lens: LensFinding, names: Mapping[str, str]) -> Told:
    """How leaders make sense, and beside which gaps."""
    finding = lens.finding
    said = lens_sentence(lens, finding.figures.counts.n, names)
    return _told(finding, said, most=1)


def told_dissent(finding: Finding) -> Told:
    """Who differs on a theme."""
    quotes = tuple(map(_said, dissent(finding)))
    return Told(finding.code, finding.label, (), dissent_sentence(finding), (), quotes)


def missed_said(one: Missed) -> Said:
    """A passage that no code caught."""
    return Said(opened(STATUSES[one.status]), one.text, one.place)


def _told(
    finding: Finding,
    sentence: str,
    figures: Sequence[tuple[str, Cell]] = (),
    facts: Sequence[tuple[str, str]] = (),
    *,
    most: int = _QUOTES,
) -> Told:
    agreeing = [one for one in finding.quotes if one.why != "dissent"][:most]
    return Told(
        code=finding.code,
        label=finding.label,
        figures=tuple(figures),
        sentence=opened(sentence.removeprefix(f"{finding.label}: ")),
        facts=tuple((term, opened(said)) for term, said in facts if said),
        quotes=tuple(map(_said, (*agreeing, *dissent(finding)))),
    )


def _said(quote: Quote) -> Said:
    return Said(QUOTED.get(quote.why, ""), quote.text, quote.place)
