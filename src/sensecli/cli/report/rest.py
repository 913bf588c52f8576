"""What stands in the way, how leaders make sense of it, and what the codebook missed."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from sensecli.cli.nextstep import next_step
from sensecli.cli.plain import safe
from sensecli.cli.report.layout import (
    BLANK,
    FAINT,
    STRONG,
    Column,
    Lines,
    flexible,
    heading,
    led,
    paragraph,
    row,
    wide,
)
from sensecli.cli.report.quoting import quoted
from sensecli.cli.running import Asked
from sensecli.exporting.sentences import headline, lens_sentence
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Finding, LensFinding, Records

_MISSED = 2
_MISSED_SHOWN = 110
_BARRIERS = 6
_LENSES = 4
_BESIDE = 3
_NARROW = 60
_NUMBERS = (
    Column("yes", 3, right=True),
    Column("no", 3, right=True),
    Column("mixed", 5, right=True),
    Column("dealt with", 10, right=True),
)


def barrier_table(barriers: Sequence[Finding], *, width: int) -> Lines:
    """The barriers that somebody names, most named first."""
    named = [one for one in barriers if one.figures.counts.endorse]
    named.sort(key=lambda one: -one.figures.counts.endorse)
    if not named:
        return []
    n = named[0].figures.counts.n
    numbers = tuple(wide(column, len(str(n))) for column in _NUMBERS)
    columns = (Column("barrier", flexible(numbers, width=width)), *numbers)
    see = f"{plural(n, 'leader')} {'sees' if n == 1 else 'see'} it"
    lines = heading(f"What stands in the way, as {see}", width=width)
    lines += row([column.heading for column in columns], columns, style=FAINT)
    for one in named[:_BARRIERS]:
        counts = one.figures.counts
        cells = [counts.endorse, counts.oppose, counts.mixed, one.figures.act]
        lines += row([one.label, *map(str, cells)], columns)
    more = [f"{o.label} ({o.figures.counts.endorse})" for o in named[_BARRIERS:]]
    if more:
        lines += paragraph(f"And: {', '.join(more)}.", width=width, hang=2)
    return lines


def lens_lines(
    lenses: Sequence[LensFinding], *, names: Mapping[str, str], width: int, alone: bool = False
) -> Lines:
    """Each way of making sense that somebody voices; `alone`, in sentences with a quote each."""
    voiced = [one for one in lenses if one.voiced]
    if not voiced:
        return []
    n = voiced[0].finding.figures.counts.n
    lines = heading(f"How leaders make sense of it (of {n})", width=width)
    if alone or width < _NARROW:
        for one in voiced:
            lines += _sentence(one, names, width=width, quotes=int(alone))
        return lines
    longest = max(cell_len(safe(one.finding.label)) for one in voiced)
    label, number = Column("lens", min(longest, 28)), Column("voice it", 8, right=True)
    lines += [Text(f"{label.set('lens')}  voice it  most often beside the gap on", style=FAINT)]
    for one in voiced[:_LENSES]:
        before = f"{label.set(safe(one.finding.label))}  {number.set(str(one.voiced))}  "
        lines += [Text(before + _beside(one, names, room=width - len(before)))]
    more = [f"{one.finding.label} ({one.voiced})" for one in voiced[_LENSES:]]
    return lines + (paragraph(f"And: {', '.join(more)}.", width=width, hang=2) if more else [])


def missed_lines(analysis: Analysis, *, width: int) -> Lines:
    """A few passages that no code caught although something is wanted, done or failing there."""
    if not analysis.missed:
        return []
    total = max(analysis.missed_total, len(analysis.missed))
    few = "; a few of them" if total > _MISSED else ""
    title = f"What the codebook may have missed ({plural(total, 'passage')}{few})"
    lines = heading(title, width=width)
    for one in analysis.missed[:_MISSED]:
        said = quoted(one.text, one.place, longest=_MISSED_SHOWN)
        lines += paragraph(f"{one.status}: {said}", width=width, hang=2)
    return lines


def closing(analysis: Analysis, asked: Asked | None = None, *, width: int) -> Lines:
    """The answer again, since the end is what stays on the screen, and the next step."""
    shown = [one for one in analysis.findings if one.figures.counts.endorse]
    named = [one for one in analysis.barriers if one.figures.counts.endorse]
    lenses = [one.finding for one in analysis.lenses if one.voiced]
    first = next(iter([*shown, *named, *lenses]), None)
    if first is None:
        return []
    return [
        BLANK,
        *led("In short:", headline(analysis), width=width, hang=2),
        *(_last_word(analysis.records, width) if analysis.records else []),
        # Not wrapped: it is there to be copied.
        Text.assemble(("Next:", STRONG), f" {next_step(analysis, first.code, asked)}"),
    ]


def _last_word(records: Records, width: int) -> Lines:
    from sensecli.exporting.records.sentences import last_word

    return led("And then:", last_word(records), width=width, hang=2)


def _beside(lens: LensFinding, names: Mapping[str, str], *, room: int) -> str:
    """The gaps that most who voice the lens are in: as many as there is room for."""
    shown = ""
    for code, count in lens.beside[:_BESIDE]:
        more = f"{shown}, " if shown else ""
        more += f"{safe(names.get(code, code))} ({count})"
        if shown and cell_len(more) > room:
            break
        shown = more
    return shown or "\u2013"


def _sentence(lens: LensFinding, names: Mapping[str, str], *, width: int, quotes: int) -> Lines:
    n = lens.finding.figures.counts.n
    label = f"{lens.finding.label}:"
    said = lens_sentence(lens, n, names).removeprefix(label)
    lines = led(label, said, width=width, hang=2)
    for quote in lens.finding.quotes[:quotes]:
        lines += paragraph(quoted(quote.text, quote.place), width=width, indent=2, hang=4)
    return lines
