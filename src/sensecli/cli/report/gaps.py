"""The table of themes: who agrees, who acts, and what lies between."""

from collections.abc import Sequence

from sensecli.cli.report.layout import (
    FAINT,
    GOOD,
    OPEN,
    Column,
    Lines,
    flexible,
    heading,
    paragraph,
    row,
    wide,
)
from sensecli.exporting.wording import plural
from sensecli.model import Figures, Finding

BAR = 12
_ROWS, _NAMED = 12, 12
# The least width in which a theme can be read.
_THEME = 16
# So few more are shown as well: to say that they are left out would take as much room.
_SPARED = 2
_ACTED, _AGREED, _NEITHER = "\u2588", "\u2591", " "

_INTERVAL = Column("agree, 95 %", 11, right=True)
# Each column with the least width of the screen that has room for it.
_NUMBERS = (
    (Column("agree", 5, right=True), 0),
    (Column("act", 3, right=True), 0),
    (Column("gap", 3, right=True), 0),
    (Column("", BAR), 70),
    (Column("failed", 6, right=True), 0),
    (Column("prompted", 8, right=True), 50),
    (_INTERVAL, 100),
)


def gap_table(findings: Sequence[Finding], *, width: int) -> Lines:
    """One row a theme that somebody raised, most striking gap first, and how to read it."""
    raised = [one for one in findings if one.figures.counts.raised]
    if not raised:
        return []
    n = raised[0].figures.counts.n
    numbers = _numbers(len(str(n)), width)
    columns = (Column("theme", flexible(numbers, width=width)), *numbers)
    lines = heading(f"Where leaders agree, and where they act (of {n})", width=width)
    lines += row([column.heading for column in columns], columns, style=FAINT)
    shown = len(raised) if len(raised) <= _ROWS + _SPARED else _ROWS
    for finding in raised[:shown]:
        cells = _cells(finding)
        lines += row([finding.label, *(cells[one.heading] for one in numbers)], columns)
    for line in lines:
        line.highlight_regex(f"{_ACTED}+", GOOD)
        line.highlight_regex(f"{_AGREED}+", OPEN)
    lines += paragraph(_caption(wide=_INTERVAL in numbers), width=width, style=FAINT)
    return lines + _left_out(findings, raised[shown:], width=width)


def _numbers(digits: int, width: int) -> tuple[Column, ...]:
    """The columns that there is room for beside a theme; of numbers so long, maybe fewer."""
    shown = [(wide(column, digits), least) for column, least in _NUMBERS if width >= least]
    while sum(column.width + 2 for column, _ in shown) > width - _THEME:
        spared = next((one for one in shown if one[1]), None)
        if spared is None:
            break
        shown.remove(spared)
    return tuple(column for column, _ in shown)


def bar(figures: Figures, *, length: int = BAR) -> str:
    """Of all leaders, who agrees: solid those who act, hatched the gap; who does not is empty."""
    n = figures.counts.n
    agree = _cells_of(figures.counts.endorse, n, length)
    act = min(_cells_of(figures.act, n, length), agree)
    # A gap, however small, has to be seen, and so has an act.
    if figures.gap and act == agree:
        act, agree = (act - 1, agree) if act > 1 else (act, agree + 1)
    return _ACTED * act + _AGREED * (agree - act) + _NEITHER * (length - agree)


def percent(low: float, high: float) -> str:
    """`62-94 %`."""
    return f"{round(100 * low)}\u2013{round(100 * high)} %"


def _cells(finding: Finding) -> dict[str, str]:
    """What stands under each heading."""
    figures = finding.figures
    return {
        "agree": str(figures.counts.endorse),
        "act": str(figures.act),
        "gap": str(figures.gap),
        "": bar(figures),
        "failed": str(figures.failed),
        "prompted": str(finding.prompted_only),
        _INTERVAL.heading: percent(figures.interval.low, figures.interval.high),
    }


def _cells_of(count: int, n: int, length: int) -> int:
    return max(round(length * count / n), 1) if count and n else 0


def _caption(*, wide: bool) -> str:
    said = (
        f"agree: endorse the theme. act: agree, and something is underway or done. gap: agree "
        f"less act. Bar: {_ACTED} act, {_AGREED} gap. failed: agree and say outright that it was "
        "not done, or stopped. prompted: agree only when the interviewer put it to them."
    )
    interval = " 95 %: counting noise only; leaders are chosen, not sampled."
    return f"{said}{interval}" if wide else said


def _left_out(findings: Sequence[Finding], more: Sequence[Finding], *, width: int) -> Lines:
    """What has no row: the raised themes with the smallest gaps, and those that nobody raised."""
    lines: Lines = []
    if more:
        most = max(one.figures.gap for one in more)
        said = f"And {plural(len(more), 'more theme')} with a gap of {most} or less (--format csv)."
        lines += paragraph(said, width=width, hang=2)
    silent = [one.label for one in findings if not one.figures.counts.raised]
    if silent:
        rest = len(silent) - _NAMED
        named = [*silent[:_NAMED], *([f"and {rest} more"] if rest > 0 else [])]
        said = f"Nobody raised {plural(len(silent), 'theme')}: {', '.join(named)}."
        lines += paragraph(said, width=width, hang=2)
    return lines
