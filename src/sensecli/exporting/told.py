"""The report in paragraphs: the sentences of each part, for any format that shows prose."""

from dataclasses import replace

from sensecli.exporting.dates import date_span
from sensecli.exporting.office import cut
from sensecli.exporting.sentences import (
    dissent_sentence,
    expected_actor_sentence,
    finding_sentence,
    fragile_sentence,
    labels,
    obstacles_sentence,
    silence_sentence,
)
from sensecli.exporting.wording import listed, none, opened, own_views, part, plural, whole
from sensecli.model import Analysis, Between, Comparison, Finding, Quote, Records

TITLE = "What leaders agree on, and what they act on"
CONFIDENTIAL = "Confidential: working copy"
"""What heads every output that is not made for others."""

_TOP = 5
_FAILS = ("says outright that it failed", "say outright that it failed")
_QUIET = ("does not speak of any action", "do not speak of any action")


def shortened(analysis: Analysis, most: int) -> Analysis:
    """The same with labels of at most so many letters, which leave room for what is said."""

    def short(finding: Finding) -> Finding:
        return replace(finding, label=cut(finding.label, most))

    records, comparison = analysis.records, analysis.comparison
    return replace(
        analysis,
        findings=tuple(map(short, analysis.findings)),
        barriers=tuple(map(short, analysis.barriers)),
        lenses=tuple(replace(one, finding=short(one.finding)) for one in analysis.lenses),
        records=_short_records(records, most) if records else None,
        comparison=_short_comparison(comparison, most) if comparison else None,
    )


def _short_records(records: Records, most: int) -> Records:
    checks = (replace(one, label=cut(one.label, most)) for one in records.checks)
    return replace(records, checks=tuple(checks))


def _short_comparison(comparison: Comparison, most: int) -> Comparison:
    def short(between: Between) -> Between:
        themes = (replace(one, label=cut(one.label, most)) for one in between.themes)
        return replace(between, themes=tuple(themes))

    overall = comparison.overall
    return replace(
        comparison,
        between=tuple(map(short, comparison.between)),
        overall=short(overall) if overall else None,
    )


def short_labels(analysis: Analysis, most: int) -> dict[str, str]:
    """The label of each code by its id, of at most so many letters."""
    return {code: cut(label, most) for code, label in labels(analysis.codebook).items()}


def read_sentences(analysis: Analysis) -> tuple[str, ...]:
    """How many interviews with whom, when, coded by which codebook; then the groups."""
    all_, book = analysis.totals, analysis.codebook
    if not all_.interviews:
        return ("No interviews were read.",)
    said = f"{plural(all_.interviews, 'interview')} with {plural(all_.leaders, 'leader')}"
    said = ", ".join(filter(None, (said, date_span(all_.dates))))
    coded = opened(own_views(all_.codings, all_.own))
    told = f'{said}. {coded}, by the codebook "{book.label}", version {book.version}.'
    if not all_.groups:
        return (told,)
    return (told, f"Groups: {listed([f'{group} ({n})' for group, n in all_.groups])}.")


def top(analysis: Analysis) -> tuple[Finding, ...]:
    """The findings with the widest gaps, five at most."""
    return tuple(one for one in analysis.findings if one.figures.gap)[:_TOP]


def differing(analysis: Analysis) -> tuple[Finding, ...]:
    """The themes that somebody opposes or is mixed on, and that are not among the top ones."""
    shown = {one.code for one in top(analysis)}
    return tuple(
        one for one in analysis.findings if one.code not in shown and dissent_sentence(one)
    )


def finding_paragraph(finding: Finding, names: dict[str, str]) -> str:
    """All that is said of one theme, its label left to the heading; `names` are labels by id."""
    said = finding_sentence(finding, finding.figures.counts.n).removeprefix(f"{finding.label}: ")
    sentences = (
        opened(said),
        silence_sentence(finding),
        bounds_sentence(finding),
        expected_actor_sentence(finding),
        obstacles_sentence(finding, names),
        fragile_sentence(finding),
    )
    return " ".join(filter(None, sentences))


def bounds_sentence(finding: Finding) -> str:
    """How many in the gap say outright that it failed, and how many speak of no action."""
    figures = finding.figures
    gap, low = figures.gap, round(figures.gap_low * figures.counts.endorse)
    if not gap or figures.counts.endorse == 1:
        return ""
    if gap == 1:
        return f"The one in the gap {_FAILS[0] if low else _QUIET[0]}."
    if not low:
        return f"{opened(none(gap))} of the {gap} in the gap {_FAILS[0]}: they {_QUIET[1]}."
    if low == gap:
        return f"{opened(whole(gap))} in the gap {_FAILS[1]}."
    return f"Of the {gap} in the gap, {part(low, gap, *_FAILS)}; {part(gap - low, gap, *_QUIET)}."


def evidence(finding: Finding) -> tuple[Quote, ...]:
    """An endorsement and what went wrong with it; an action where there is one quote only."""
    return tuple(quote for quote in finding.quotes if quote.why != "dissent")[:2]


def dissent(finding: Finding) -> tuple[Quote, ...]:
    """One who does not agree, if there is one."""
    return tuple(quote for quote in finding.quotes if quote.why == "dissent")[:1]


def silent_sentence(analysis: Analysis) -> str:
    """The themes that nobody speaks of; empty where there is none."""
    silent = [one.label for one in analysis.findings if not one.figures.counts.raised]
    return f"Nobody speaks of: {', '.join(silent)}." if silent else ""


def missed_sentence(analysis: Analysis) -> str:
    """How many passages no code caught; empty where there is none."""
    total = analysis.missed_total
    if not total:
        return ""
    verb, them = ("says", "it") if total == 1 else ("say", "them")
    said = f"{plural(total, 'passage')} of leaders {verb} that something is wanted, done or failing"
    return f"{said}, and no code caught {them}."
