"""What moved from one round to the next, in short; `sense compare` tells the rest."""

from sensecli.cli.report.layout import (
    FAINT,
    STRONG,
    Column,
    Lines,
    flexible,
    heading,
    paragraph,
    row,
)
from sensecli.exporting.movement.sentences import (
    longest,
    moved,
    movement_headline,
    span,
    still_sentence,
    stretch_sentences,
)
from sensecli.exporting.movement.tables import turned
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Between

_ROWS, _SPARED = 6, 1
# The width below which only those who moved are shown.
_ROOMY = 52
_NUMBERS = (
    Column("up", 4, right=True),
    Column("down", 4, right=True),
    Column("agree", 9, right=True),
    Column("act", 9, right=True),
)


def movement_lines(analysis: Analysis, *, width: int) -> Lines:
    """The headline, and the themes with the most movement; none without rounds to compare."""
    comparison = analysis.comparison
    between = longest(comparison) if comparison else None
    if comparison is None or between is None:
        return []
    told = movement_headline(comparison)
    lines = heading(f"What moved {span(between)}", width=width)
    lines += paragraph(told, width=width, style=STRONG)
    for said in stretch_sentences(between, told=told):
        lines += paragraph(said, width=width)
    return lines + _themes(between, width=width)


def _themes(between: Between, *, width: int) -> Lines:
    themes = moved(between)
    if not themes:
        return []
    numbers = _NUMBERS if width >= _ROOMY else _NUMBERS[:2]
    columns = (Column("theme", flexible(numbers, width=width)), *numbers)
    lines = row([column.heading for column in columns], columns, style=FAINT)
    shown = themes if len(themes) <= _ROWS + _SPARED else themes[:_ROWS]
    for one in shown:
        cells = (str(one.up), str(one.down), turned(one.endorse), turned(one.act))
        lines += row([one.label, *cells[: len(numbers)]], columns)
    more = len(themes) - len(shown)
    left = f"And {plural(more, 'more theme')} that somebody moved on." if more else ""
    said = " ".join(filter(None, (left, still_sentence(between))))
    return lines + paragraph(said, width=width, hang=2)
