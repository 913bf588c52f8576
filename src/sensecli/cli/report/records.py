"""Did action follow? What leaders agree on beside the programme's own records."""

from collections.abc import Mapping, Sequence

from sensecli.cli.report.layout import (
    FAINT,
    OPEN,
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
from sensecli.exporting.records.passages import DISAGREEMENTS, NO_ACTION, pairs
from sensecli.exporting.records.sentences import (
    decided_sentence,
    lacking_sentences,
    last_word,
    read_sentences,
)
from sensecli.exporting.records.tables import plan_cells, quadrants
from sensecli.exporting.wording import opened, plural
from sensecli.model import Analysis, CrossCheck, Quadrant, Records

_ROWS, _SPARED, _PAIRS = 8, 1, 2
_QUOTE = 200
_ALL = (
    Column("agree", 5, right=True),
    Column("act", 3, right=True),
    Column("plan", 4, right=True),
    Column("owner", 5, right=True),
    Column("date", 4, right=True),
    Column("done", 4, right=True),
    Column("overdue", 7, right=True),
)
# The width below which only agreement, action and the plan are shown.
_ROOMY = 62
_CAPTION = "agree, act: leaders. plan: actions on it"
_OF_THEM = "; owner, date: how many of them have one; done and overdue: how many are"


def records_lines(analysis: Analysis, *, width: int) -> Lines:
    """The last word, theme by theme in quadrants, and what contradicts what."""
    records = analysis.records
    if records is None:
        return []
    names = {leaf.id: leaf.label for leaf in analysis.codebook.leaves}
    lines = heading("Did action follow?", width=width)
    lines += paragraph(last_word(records), width=width, style=STRONG)
    for said in read_sentences(records):
        lines += paragraph(said, width=width)
    lines += _table(records, width=width)
    for said in (*lacking_sentences(records), decided_sentence(records)):
        lines += paragraph(said, width=width, hang=2)
    return lines + _contradictions(records, names, width=width)


def _table(records: Records, *, width: int) -> Lines:
    found = list(quadrants(records))
    if not found:
        return []
    digits = len(str(max(len(records.actions), found[0][1][0].figures.counts.n)))
    shown = _ALL if width >= _ROOMY else _ALL[:3]
    numbers = tuple(wide(column, digits) for column in shown)
    columns = (Column("theme", flexible(numbers, width=width)), *numbers)
    lines = row([column.heading for column in columns], columns, style=FAINT)
    for quadrant, checks in found:
        lines += paragraph(f"{opened(quadrant)} ({len(checks)})", width=width, style=STRONG)
        lines += _themes(quadrant, checks, columns, width=width)
    caption = f"{_CAPTION}{_OF_THEM if shown is _ALL else ''}."
    return lines + paragraph(caption, width=width, style=FAINT)


def _themes(
    quadrant: Quadrant, checks: Sequence[CrossCheck], columns: Sequence[Column], *, width: int
) -> Lines:
    """Each with its figures; those that are neither agreed nor planned by name alone."""
    if quadrant is Quadrant.NEITHER:
        named = ", ".join(f"{one.label} ({one.figures.counts.endorse})" for one in checks)
        return paragraph(f"{named}.", width=width, indent=2, hang=2)
    shown = checks if len(checks) <= _ROWS + _SPARED else checks[:_ROWS]
    lines: Lines = []
    for one in shown:
        cells = (one.figures.counts.endorse, one.figures.act, *plan_cells(one))
        lines += row([f"  {one.label}", *map(str, cells[: len(columns) - 1])], columns)
    more = len(checks) - len(shown)
    if more:
        lines += paragraph(
            f"And {plural(more, 'more theme')} (--format html).", width=width, hang=2
        )
    return lines


def _contradictions(records: Records, names: Mapping[str, str], *, width: int) -> Lines:
    lines: Lines = []
    for kind, title in DISAGREEMENTS.items():
        found = pairs(records, kind, names)
        if not found:
            continue
        few = f"; {_PAIRS} of them" if len(found) > _PAIRS else ""
        lines += heading(f"{title} ({len(found)}{few})", width=width)
        for one in found[:_PAIRS]:
            said = quoted(one.said.text, one.said.place, longest=_QUOTE)
            plan = NO_ACTION
            if one.plan:
                words = quoted(one.plan.text, one.place, longest=_QUOTE)
                plan = f"{words} {opened(one.standing)}."
            lines += led(f"{one.label}:", said, width=width, hang=2)
            lines += led("In the plan:", plan, width=width, indent=2, hang=4, style=OPEN)
    return lines
