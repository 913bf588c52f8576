"""Which quotes may a board see, and of whom are they said to be?"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sensecli.disclosure.grouping import OTHERS
from sensecli.disclosure.standing import NO_GROUP, standing
from sensecli.model import (
    Analysis,
    BoardQuote,
    BoardRow,
    CountTable,
    Finding,
    Kind,
    Position,
    Quote,
    QuotePolicy,
)

_A_LEADER = "a leader"


class _Held(NamedTuple):
    """Where leaders stand on codes, the tables as they are shown, and each leader's group."""

    positions: Mapping[tuple[str, str], Position]
    kinds: Mapping[str, Kind]
    tables: Mapping[str, CountTable]
    groups: Mapping[str, str]
    min_cell: int


def board_quotes(
    analysis: Analysis,
    tables: Mapping[str, CountTable],
    groups: Mapping[str, str],
    *,
    min_cell: int,
    policy: QuotePolicy,
    approved: Collection[tuple[str, int]],
) -> tuple[BoardQuote, ...]:
    """The findings' own quotes, theme by theme and barrier by barrier as in the codebook.

    A quote is left out where the count that its leader stands in is hidden: it would show that
    there is somebody. Of leaders in no column, the counts must show that they are `min_cell` or
    more. `groups` are those large enough, by leader; a group is named where its own count is seen
    too. Where a theme's groups are left out, several quotes with theirs could tell of them.
    """
    if policy is QuotePolicy.NONE:
        return ()
    held = _Held(
        {(one.leader, one.code): one for one in analysis.current or analysis.positions},
        {leaf.id: leaf.kind for leaf in analysis.codebook.leaves},
        tables,
        groups,
        min_cell,
    )
    order = {leaf.id: at for at, leaf in enumerate(analysis.codebook.leaves)}
    findings = sorted((*analysis.findings, *analysis.barriers), key=lambda one: order[one.code])
    return tuple(
        BoardQuote(finding.code, quote.why, quote.text, _who(quote, finding, held))
        for finding in findings
        for quote in finding.quotes
        if (policy is QuotePolicy.ALL or (quote.interview, quote.start) in approved)
        and _may_be_shown(quote, finding, held)
    )


def _may_be_shown(quote: Quote, finding: Finding, held: _Held) -> bool:
    """Whether the count of its leader is seen: on the finding's code, and on the quote's own."""
    for code in {finding.code, quote.code}:
        table = held.tables.get(code)
        if table is None or not _seen(table.whole, quote.leader, code, held):
            return False
    return True


def _seen(row: BoardRow | None, leader: str, code: str, held: _Held) -> bool:
    position = held.positions.get((leader, code))
    if row is None or position is None:
        return False
    at = standing(position, held.kinds[code])
    if at is None:
        return row.left is not None and row.left >= held.min_cell
    return row.cells[at].count is not None


def _who(quote: Quote, finding: Finding, held: _Held) -> str:
    group = held.groups.get(quote.leader, "")
    rows = {row.name: row for row in held.tables[finding.code].groups}
    if group == NO_GROUP or group.startswith(OTHERS):
        return _A_LEADER
    told = _seen(rows.get(group), quote.leader, finding.code, held)
    return f"{_A_LEADER}, {group}" if told else _A_LEADER
