"""Markdown: a report that is read from top to bottom, or pasted into another document."""

from collections import Counter
from collections.abc import Sequence

from sensecli.exporting.dates import date_range
from sensecli.exporting.mdtext import block_quote, bullets, escaped, percent, table
from sensecli.exporting.places import with_named_places
from sensecli.exporting.sentences import (
    barrier_sentence,
    dissent_sentence,
    expected_actor_sentence,
    finding_sentence,
    fragile_sentence,
    headline,
    labels,
    lens_sentence,
    obstacles_sentence,
    silence_sentence,
)
from sensecli.exporting.wording import listed, opened, own_views, plural
from sensecli.model import Analysis, Finding, Holder, LensFinding, Quote

_TOP = 5
_SHOWN = 3
_METHOD = """
Agree: the leader's own words endorse the theme. Act: they agree, and say that something is being
or has been done. The gap is those who agree and do not act.

Interviewees are chosen, not sampled: an interval covers counting noise only.

Silence about action is not inaction. So the gap has two bounds: at least those who say outright
that it failed and have no action left, at most all who do not speak of any action.

Agreed only when prompted: the leader answered the interviewer's own point, and never raised it
unasked.

An interview shows what people say that they do. Quotes, roles and organisations can tell who
spoke: treat this report as personal data.
"""


def findings_markdown(analysis: Analysis) -> bytes:
    """The findings as a report, each figure with the passages that it rests on."""
    analysis = with_named_places(analysis)
    themes = (_themes(analysis), _striking(analysis), _disagreements(analysis))
    parts = (
        "# What leaders agree on, and what they act on",
        _read(analysis),
        f"**{escaped(headline(analysis))}**",
        *((_lenses(analysis),) if not analysis.findings else ()),
        *themes,
        _barriers(analysis),
        *((_lenses(analysis),) if analysis.findings else ()),
        _uncoded(analysis),
        _notes(analysis),
        _said("Problems", [str(one) for one in analysis.problems]),
        _said("Notices", [str(one) for one in analysis.notices]),
    )
    return ("\n\n".join(part for part in parts if part) + "\n").encode(errors="replace")


def _read(analysis: Analysis) -> str:
    interviews = analysis.project.interviews
    if not interviews:
        return "No interviews were read."
    leaders = {one.leader for one in interviews}
    said = f"{plural(len(interviews), 'interview')} with {plural(len(leaders), 'leader')}"
    if dates := date_range(one.date for one in interviews):
        first, last = dates
        said += f", {first}" if first == last else f", {first} to {last}"
    own = sum(coding.holder is Holder.LEADER for coding in analysis.codings)
    coded = opened(own_views(len(analysis.codings), own))
    lines = [f"{said}. {coded}, by the codebook"]
    book = analysis.codebook
    lines[0] += f' "{book.label}", version {book.version}.'
    groups = Counter({one.leader: one.group for one in interviews if one.group}.values())
    if groups:
        lines.append(
            f"Groups: {listed([f'{group} ({n})' for group, n in sorted(groups.items())])}."
        )
    return "\n\n".join(map(escaped, lines))


def _themes(analysis: Analysis) -> str:
    raised = [f for f in analysis.findings if f.figures.counts.raised]
    silent = [f.label for f in analysis.findings if not f.figures.counts.raised]
    header = (
        "Theme",
        "Agree",
        "Act",
        "by own side",
        "Gap",
        "Said to have failed",
        "Agree only when prompted",
        "Agreement, 95 % interval",
    )
    parts = ["## Themes"] if analysis.findings else []
    if raised:
        parts.append(f"Leaders out of {raised[0].figures.counts.n}, the widest gap first.")
        parts.append(table(header, map(_theme_row, raised)))
    if silent:
        parts.append(f"Nobody speaks of: {escaped(', '.join(silent))}.")
    return "\n\n".join(parts)


def _theme_row(finding: Finding) -> tuple[str | int, ...]:
    figures = finding.figures
    return (
        finding.label,
        figures.counts.endorse,
        figures.act,
        figures.act_own,
        figures.gap,
        figures.failed,
        finding.prompted_only,
        _interval(finding),
    )


def _interval(finding: Finding) -> str:
    interval = finding.figures.interval
    return f"{percent(interval.low)[:-2]}-{percent(interval.high)}"


def _striking(analysis: Analysis) -> str:
    top = _top(analysis)
    if not top:
        return ""
    names = labels(analysis.codebook)
    return "\n\n".join(
        ("## Where leaders agree and do not act", *(_finding(one, names) for one in top))
    )


def _top(analysis: Analysis) -> list[Finding]:
    return [f for f in analysis.findings if f.figures.gap][:_TOP]


def _finding(finding: Finding, names: dict[str, str]) -> str:
    figures = finding.figures
    said = finding_sentence(finding, figures.counts.n).removeprefix(f"{finding.label}: ")
    sentences = (
        opened(said),
        silence_sentence(finding),
        _bounds(finding),
        expected_actor_sentence(finding),
        obstacles_sentence(finding, names),
        fragile_sentence(finding),
    )
    parts = [f"### {escaped(finding.label)}", escaped(" ".join(filter(None, sentences)))]
    parts += [block_quote(quote) for quote in _two(finding.quotes)]
    parts.append(_dissent(finding))
    return "\n\n".join(part for part in parts if part)


def _bounds(finding: Finding) -> str:
    low, high = finding.figures.gap_low, finding.figures.gap_high
    if finding.figures.counts.endorse == 1:
        return ""
    if low == high:
        return f"The gap is {percent(high)} of those who agree."
    return f"Of those who agree, the gap is between {percent(low)} and {percent(high)}."


def _two(quotes: Sequence[Quote]) -> list[Quote]:
    """An endorsement and what went wrong with it; an action where there is one quote only."""
    return [quote for quote in quotes if quote.why != "dissent"][:2]


def _dissent(finding: Finding) -> str:
    said = dissent_sentence(finding)
    quotes = [block_quote(quote) for quote in finding.quotes if quote.why == "dissent"]
    return "\n\n".join((escaped(said), *quotes[:1])) if said else ""


def _disagreements(analysis: Analysis) -> str:
    """Dissent from the themes that are not among the top findings."""
    top = {finding.code for finding in _top(analysis)}
    parts = [
        f"### {escaped(finding.label)}\n\n{said}"
        for finding in analysis.findings
        if finding.code not in top and (said := _dissent(finding))
    ]
    return "\n\n".join(("## Where else leaders differ", *parts)) if parts else ""


def _barriers(analysis: Analysis) -> str:
    named = [f for f in analysis.barriers if f.figures.counts.raised]
    if not named:
        return ""
    header = (
        "Barrier",
        "In the way",
        "Something is done about it",
        "Not in the way",
        "Said to have failed",
        "Agree only when prompted",
        "In the way, 95 % interval",
    )
    parts = ["## What stands in the way", table(header, map(_barrier_row, named))]
    for finding in named[:_SHOWN]:
        parts.append(escaped(barrier_sentence(finding, finding.figures.counts.n)))
        parts += [block_quote(quote) for quote in finding.quotes if quote.why != "dissent"][:1]
        parts.append(_dissent(finding))
    return "\n\n".join(part for part in parts if part)


def _barrier_row(finding: Finding) -> tuple[str | int, ...]:
    figures = finding.figures
    return (
        finding.label,
        figures.counts.endorse,
        figures.act,
        figures.counts.oppose,
        figures.failed,
        finding.prompted_only,
        _interval(finding),
    )


def _lenses(analysis: Analysis) -> str:
    voiced = [lens for lens in analysis.lenses if lens.voiced]
    if not voiced:
        return ""
    names = labels(analysis.codebook)
    return "\n\n".join(
        ("## How leaders make sense of it", *(_lens(lens, names) for lens in voiced))
    )


def _lens(lens: LensFinding, names: dict[str, str]) -> str:
    said = lens_sentence(lens, lens.finding.figures.counts.n, names)
    quotes = [block_quote(quote) for quote in lens.finding.quotes if quote.why != "dissent"]
    return "\n\n".join((escaped(said), *quotes[:1]))


def _uncoded(analysis: Analysis) -> str:
    total = analysis.missed_total
    if not total:
        return ""
    verb = "says" if total == 1 else "say"
    said = f"{plural(total, 'passage')} of leaders {verb} that something is wanted, done or failing"
    parts = [
        "## What the codebook missed",
        f"{said}, and no code caught {'it' if total == 1 else 'them'}.",
    ]
    return "\n\n".join((*parts, *map(block_quote, analysis.missed)))


def _notes(analysis: Analysis) -> str:
    engine = analysis.engine
    made = f"Made by {engine.tool}; codebook {analysis.codebook.id} {engine.codebook_hash}"
    return _said(
        "Notes on method", [*_METHOD.split("\n\n"), f"{made}; language model {engine.model}."]
    )


def _said(title: str, lines: Sequence[str]) -> str:
    return f"## {title}\n\n{bullets(lines)}" if lines else ""
