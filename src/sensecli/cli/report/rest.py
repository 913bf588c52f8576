"""What stands in the way, how leaders make sense of it, and what the codebook missed."""

from collections.abc import Mapping, Sequence

from sensecli.cli.plain import safe
from sensecli.cli.report.layout import (
    BLANK,
    FAINT,
    Column,
    Lines,
    flexible,
    heading,
    paragraph,
    row,
)
from sensecli.cli.report.quoting import quote_lines, quoted
from sensecli.exporting.sentences import lens_sentence
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Finding, LensFinding

_MISSED = 4
_MISSED_SHOWN = 160
_BARRIERS = 8


def barrier_table(barriers: Sequence[Finding], *, width: int) -> Lines:
    """The barriers that somebody names, most named first."""
    named = [one for one in barriers if one.figures.counts.endorse]
    named.sort(key=lambda one: -one.figures.counts.endorse)
    if not named:
        return []
    n = named[0].figures.counts.n
    numbers = (
        Column("say so", 6, right=True),
        Column("say not", 7, right=True),
        Column("mixed", 5, right=True),
        Column("dealt with", 10, right=True),
    )
    columns = (Column("barrier", flexible(numbers, width=width)), *numbers)
    lines = heading(f"What stands in the way (of {n} leaders)", width=width)
    lines += row([column.heading for column in columns], columns, style=FAINT)
    for one in named[:_BARRIERS]:
        counts = one.figures.counts
        cells = [counts.endorse, counts.oppose, counts.mixed, one.figures.act]
        lines += row([one.label, *map(str, cells)], columns)
    more = len(named) - _BARRIERS
    if more > 0:
        others = ", ".join(f"{o.label} ({o.figures.counts.endorse})" for o in named[_BARRIERS:])
        lines += paragraph(f"And {more} more: {others}.", width=width, hang=2)
    return lines


def lens_lines(
    lenses: Sequence[LensFinding], *, names: Mapping[str, str], width: int, alone: bool = False
) -> Lines:
    """Each way of making sense that somebody voices; with a quote each where they stand `alone`."""
    voiced = [one for one in lenses if one.voiced]
    if not voiced:
        return []
    lines = heading("How leaders make sense of it", width=width)
    for one in voiced:
        said = lens_sentence(one, one.finding.figures.counts.n, names)
        lines += paragraph(said, width=width, hang=2)
        if alone and one.finding.quotes:
            lines += quote_lines(one.finding.quotes[0], lead="", width=width, indent=1)
    return lines


def missed_lines(analysis: Analysis, *, width: int) -> Lines:
    """A few passages that no code caught although something is wanted, done or failing there."""
    if not analysis.missed:
        return []
    total = max(analysis.missed_total, len(analysis.missed))
    title = f"What the codebook may have missed ({plural(total, 'passage')})"
    lines = heading(title, width=width)
    for one in analysis.missed[:_MISSED]:
        words = safe(one.text)
        if len(words) > _MISSED_SHOWN:
            words = f"{words[:_MISSED_SHOWN].rsplit(' ', 1)[0]} [\u2026]"
        lines += paragraph(f"{quoted(words, one.place)} {one.status}", width=width, hang=2)
    return lines


def next_step(analysis: Analysis, *, width: int) -> Lines:
    """How to see what stands behind a figure."""
    shown = [one for one in analysis.findings if one.figures.counts.endorse]
    lenses = [one.finding for one in analysis.lenses if one.voiced]
    first = next(iter([*shown, *analysis.barriers, *lenses]), None)
    if first is None:
        return []
    said = f"Every passage behind a figure: {command('why', analysis.project.folder, first.code)}"
    return [BLANK, *paragraph(said, width=width, hang=2)]


def command(*words: str) -> str:
    """A command line to type, its words quoted where they have to be."""
    return " ".join(("sense", *(f'"{word}"' if " " in word else word for word in words)))
