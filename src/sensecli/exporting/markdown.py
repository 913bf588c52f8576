"""Markdown: a report that is read from top to bottom, or pasted into another document."""

from collections.abc import Sequence

from sensecli.exporting.figuretables import (
    Table,
    barrier_table,
    corrected_note,
    corrected_table,
    theme_table,
)
from sensecli.exporting.mdfollowed import movement_markdown, records_markdown
from sensecli.exporting.mdtext import block_quote, bullets, escaped, table
from sensecli.exporting.method import coverage_sentence, method_sentences
from sensecli.exporting.places import with_named_places
from sensecli.exporting.sentences import (
    barrier_sentence,
    dissent_sentence,
    headline,
    labels,
    lens_sentence,
)
from sensecli.exporting.told import (
    CONFIDENTIAL,
    TITLE,
    differing,
    dissent,
    evidence,
    finding_paragraph,
    missed_sentence,
    read_sentences,
    silent_sentence,
    top,
)
from sensecli.model import Analysis, Finding, LensFinding

_SHOWN = 3


def findings_markdown(analysis: Analysis) -> bytes:
    """The findings as a report, each figure with the passages that it rests on."""
    analysis = with_named_places(analysis)
    themes = (_themes(analysis), _striking(analysis), _disagreements(analysis))
    parts = (
        f"# {TITLE}",
        f"*{CONFIDENTIAL}*",
        *map(escaped, read_sentences(analysis)),
        f"**{escaped(headline(analysis))}**",
        *((_lenses(analysis),) if not analysis.findings else ()),
        *themes,
        records_markdown(analysis),
        movement_markdown(analysis),
        _barriers(analysis),
        *((_lenses(analysis),) if analysis.findings else ()),
        _corrected(analysis),
        _coverage(analysis),
        _uncoded(analysis),
        _said("Notes on method", method_sentences(analysis)),
        _said("Problems", [str(one) for one in analysis.problems]),
        _said("Notices", [str(one) for one in analysis.notices]),
    )
    return ("\n\n".join(part for part in parts if part) + "\n").encode(errors="replace")


def _themes(analysis: Analysis) -> str:
    parts = (
        "## Themes" if analysis.findings else "",
        _tabled(theme_table(analysis)),
        escaped(silent_sentence(analysis)),
    )
    return "\n\n".join(filter(None, parts))


def _tabled(shown: Table | None) -> str:
    return f"{shown.caption}\n\n{table(shown.header, shown.rows)}" if shown else ""


def _striking(analysis: Analysis) -> str:
    names = labels(analysis.codebook)
    told = [_finding(one, names) for one in top(analysis)]
    return "\n\n".join(("## Where leaders agree and do not act", *told)) if told else ""


def _finding(finding: Finding, names: dict[str, str]) -> str:
    parts = (
        f"### {escaped(finding.label)}",
        escaped(finding_paragraph(finding, names)),
        *map(block_quote, evidence(finding)),
        _dissent(finding),
    )
    return "\n\n".join(filter(None, parts))


def _dissent(finding: Finding) -> str:
    said = dissent_sentence(finding)
    return "\n\n".join((escaped(said), *map(block_quote, dissent(finding)))) if said else ""


def _disagreements(analysis: Analysis) -> str:
    """Dissent from the themes that are not among the top findings."""
    parts = [f"### {escaped(one.label)}\n\n{_dissent(one)}" for one in differing(analysis)]
    return "\n\n".join(("## Where else leaders differ", *parts)) if parts else ""


def _barriers(analysis: Analysis) -> str:
    shown = barrier_table(analysis)
    if shown is None:
        return ""
    named = [one for one in analysis.barriers if one.figures.counts.raised]
    parts = ["## What stands in the way", _tabled(shown)]
    for finding in named[:_SHOWN]:
        parts.append(escaped(barrier_sentence(finding, finding.figures.counts.n)))
        parts += map(block_quote, evidence(finding)[:1])
        parts.append(_dissent(finding))
    return "\n\n".join(filter(None, parts))


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
    return "\n\n".join((escaped(said), *map(block_quote, evidence(lens.finding)[:1])))


def _corrected(analysis: Analysis) -> str:
    shown = corrected_table(analysis)
    parts = ("## Corrected shares", _tabled(shown), escaped(corrected_note(analysis)))
    return "\n\n".join(filter(None, parts)) if shown else ""


def _coverage(analysis: Analysis) -> str:
    said = coverage_sentence(analysis.coverage)
    return f"## When new codes stopped turning up\n\n{escaped(said)}"


def _uncoded(analysis: Analysis) -> str:
    said = missed_sentence(analysis)
    parts = ("## What the codebook missed", said, *map(block_quote, analysis.missed))
    return "\n\n".join(parts) if said else ""


def _said(title: str, lines: Sequence[str]) -> str:
    return f"## {title}\n\n{bullets(lines)}" if lines else ""
