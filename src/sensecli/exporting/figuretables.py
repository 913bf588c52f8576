"""The report's tables as plain rows of text, for any format that shows tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Consensus, Corrected, Figures, Finding, Interval

Row = tuple[str, ...]

_SIDE_BY_SIDE = 4


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first column is text, the others are figures unless `words` is true."""

    caption: str
    header: Row
    rows: tuple[Row, ...]
    words: bool = False


def theme_table(analysis: Analysis) -> Table | None:
    """Each theme that somebody raises, in the findings' order; None where there is none."""
    raised = [one for one in analysis.findings if one.figures.counts.raised]
    if not raised:
        return None
    header = (
        "Theme",
        "Agree",
        "Act",
        "by own side",
        "Gap",
        "Said to have failed",
        "Only when prompted",
        "Silent",
        "Agreement, 95 % interval",
    )
    caption = f"Leaders out of {raised[0].figures.counts.n}, the widest gap first."
    return Table(caption, header, tuple(map(_theme_row, raised)))


def barrier_table(analysis: Analysis) -> Table | None:
    """Each barrier that somebody raises; None where there is none."""
    raised = [one for one in analysis.barriers if one.figures.counts.raised]
    if not raised:
        return None
    header = (
        "Barrier",
        "In the way",
        "Something is done about it",
        "Not in the way",
        "Said to have failed",
        "Only when prompted",
        "Silent",
        "In the way, 95 % interval",
    )
    caption = f"Leaders out of {raised[0].figures.counts.n}, the most named first."
    return Table(caption, header, tuple(map(_barrier_row, raised)))


def group_tables(analysis: Analysis) -> Iterator[Table]:
    """Theme by group, a few groups side by side; nothing where there are fewer than two groups."""
    raised = [one for one in analysis.findings if one.figures.counts.raised]
    sizes = {one.group: one.figures.counts.n for f in raised for one in f.by_group}
    if len(sizes) <= 1:
        return
    groups = list(sizes)
    for first in range(0, len(groups), _SIDE_BY_SIDE):
        shown = groups[first : first + _SIDE_BY_SIDE]
        header = ("Theme", *(f"{group} ({sizes[group]})" for group in shown))
        rows = tuple(_group_row(finding, shown) for finding in raised)
        caption = "Who agrees and who acts, of each group's leaders (in brackets)."
        yield Table(caption, header, rows, words=True)


def consensus_table(analysis: Analysis) -> Table | None:
    """For how long all who raised a theme agreed; None where nobody raised any."""
    by_code = {one.code: one for one in analysis.consensus}
    rows = tuple(
        _consensus_row(finding, by_code[finding.code])
        for finding in analysis.findings
        if finding.figures.counts.endorse and finding.code in by_code
    )
    if not rows:
        return None
    header = (
        "Theme",
        "Agree, of those who raise it",
        "Only when prompted",
        "Unanimous up to leader",
        "Had raised it by then",
        "95 % interval then",
    )
    n = analysis.findings[0].figures.counts.n
    caption = f"Agreement in the order of the interviews, {plural(n, 'leader')} in all."
    return Table(caption, header, rows)


def corrected_table(analysis: Analysis) -> Table | None:
    """Each share of each code somebody raised, as the program has it and corrected; None without.

    Themes come in the findings' order, then barriers.
    """
    by_code = {one.code: one for one in analysis.corrected}
    raised = [
        finding
        for finding in (*analysis.findings, *analysis.barriers)
        if finding.figures.counts.raised and finding.code in by_code
    ]
    if not raised:
        return None
    first = by_code[raised[0].code].agreement
    caption = (
        f"Shares of the {first.of} leaders in per cent: by the program → corrected by the"
        f" {first.n} whom a person coded whole (95 % interval)."
    )
    rows = (
        (one.label, *map(corrected_text, (figures.agreement, figures.action, figures.gap)))
        for one in raised
        if (figures := by_code[one.code])
    )
    return Table(caption, ("Theme or barrier", "Agree", "Act", "Gap"), tuple(rows), words=True)


def corrected_text(share: Corrected) -> str:
    """A share before and after, and its interval, in per cent: `86 → 79 (55–95)`."""
    if share.share is None or share.low is None or share.high is None:
        return f"{100 * share.raw:.0f} → –"
    after = f"{100 * share.share:.0f} ({100 * share.low:.0f}–{100 * share.high:.0f})"
    return f"{100 * share.raw:.0f} → {after}"


def corrected_note(analysis: Analysis) -> str:
    """Why a share could not be corrected, or what had to be assumed; "" where there is nothing."""
    reasons = dict.fromkeys(
        share.why for one in analysis.corrected for share in (one.agreement, one.action, one.gap)
    )
    said = "; ".join(filter(None, reasons))
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _theme_row(finding: Finding) -> Row:
    figures = finding.figures
    counts = (
        figures.counts.endorse,
        figures.act,
        figures.act_own,
        figures.gap,
        figures.failed,
        finding.prompted_only,
        figures.counts.silent,
    )
    return (finding.label, *map(str, counts), interval_text(figures.interval))


def _barrier_row(finding: Finding) -> Row:
    figures = finding.figures
    counts = (
        figures.counts.endorse,
        figures.act,
        figures.counts.oppose,
        figures.failed,
        finding.prompted_only,
        figures.counts.silent,
    )
    return (finding.label, *map(str, counts), interval_text(figures.interval))


def _group_row(finding: Finding, groups: list[str]) -> Row:
    by_group = {one.group: one.figures for one in finding.by_group}
    return (finding.label, *(_stands(by_group.get(group)) for group in groups))


def _stands(figures: Figures | None) -> str:
    """Where a group stands on a theme: `5 of 6, 1 acts`, `0 of 6`, `silent`."""
    if figures is None or not figures.counts.raised:
        return "silent"
    agree = f"{figures.counts.endorse} of {figures.counts.n}"
    if not figures.counts.endorse:
        return agree
    return f"{agree}, {figures.act} {'acts' if figures.act == 1 else 'act'}"


def _consensus_row(finding: Finding, consensus: Consensus) -> Row:
    counts, until = finding.figures.counts, consensus.unanimous_until
    agree = (f"{counts.endorse} of {counts.raised}", str(finding.prompted_only))
    if until is None:
        return (finding.label, *agree, "never", "-", "-")
    interval = interval_text(consensus.interval) if consensus.interval else "-"
    return (finding.label, *agree, str(until.interviewed), str(until.raised), interval)


def interval_text(interval: Interval) -> str:
    """An interval in whole per cent, in one piece: `65–95 %`."""
    return f"{100 * interval.low:.0f}–{100 * interval.high:.0f}\N{NO-BREAK SPACE}%"
