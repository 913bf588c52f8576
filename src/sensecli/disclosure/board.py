"""What of an analysis may a board be told?"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sensecli.disclosure.grouping import OTHERS, Grouping, grouping
from sensecli.disclosure.quotes import board_quotes
from sensecli.disclosure.row import Seen, is_small
from sensecli.disclosure.standing import NO_GROUP, columns, groups_of, standing
from sensecli.disclosure.table import protected
from sensecli.model import (
    Analysis,
    Board,
    BoardRow,
    Cell,
    Code,
    CountTable,
    Elsewhere,
    Kind,
    Position,
    QuotePolicy,
    Withheld,
)

ALL = "all"
_LAST = -1

Passage = tuple[str, int]


def board(
    analysis: Analysis,
    *,
    min_cell: int,
    policy: QuotePolicy = QuotePolicy.NONE,
    approved: Collection[Passage] = (),
) -> Board:
    """The tables and quotes that a board may see, of each leader's latest round.

    Counts from 1 to `min_cell` - 1 are hidden, and others with them; it is 3 or more, since of
    two leaders each knows the other. `approved` are passages, by interview and start; names in
    quotes and groups are those of the analysis, masked or not.
    """
    by_code: dict[str, list[Position]] = defaultdict(list)
    for position in analysis.current or analysis.positions:
        by_code[position.code].append(position)
    leaders = len({one.leader for held in by_code.values() for one in held})
    counted = leaders >= min_cell
    groups = grouping(groups_of(analysis), min_cell) if counted else Grouping({})
    leaves = analysis.codebook.leaves
    themes = [
        _table(one, by_code[one.id], groups.of, min_cell)
        for one in leaves
        if one.kind is Kind.THEME
    ]
    barriers = [
        _table(one, by_code[one.id], {}, min_cell) for one in leaves if one.kind is Kind.BARRIER
    ]
    tables = {one.code: one for one in (*themes, *barriers)}
    return Board(
        min_cell=min_cell,
        leaders=leaders if counted else 0,
        groups=_sizes(groups.of),
        merged=groups.merged,
        themes=_ordered(themes),
        barriers=_ordered(barriers),
        policy=policy,
        quotes=board_quotes(
            analysis,
            tables,
            groups.of,
            min_cell=min_cell,
            policy=policy,
            approved=frozenset(approved),
        ),
    )


def _table(
    leaf: Code, positions: Sequence[Position], groups: Mapping[str, str], least: int
) -> CountTable:
    names = [name for name, _ in _sizes(groups)] or [ALL]
    counts = {name: [0] * columns(leaf.kind) for name in names}
    leaders = dict.fromkeys(names, 0)
    for one in positions:
        name, at = groups.get(one.leader, ALL), standing(one, leaf.kind)
        leaders[name] += 1
        if at is not None:
            counts[name][at] += 1
    sizes = tuple(leaders.values())
    found = protected(tuple(map(tuple, counts.values())), sizes, least)
    withheld = Withheld.COUNTS if found.whole is None else Withheld.NOTHING
    if found.whole is not None and groups and not found.groups:
        withheld = Withheld.GROUPS
    return CountTable(
        code=leaf.id,
        label=leaf.label,
        proposition=leaf.proposition,
        groups=tuple(
            _row(name, seen, size, least)
            for name, seen, size in zip(names, found.groups, sizes, strict=False)
        ),
        whole=None if found.whole is None else _row(ALL, found.whole, sum(sizes), least),
        withheld=withheld,
    )


def _row(name: str, seen: Seen, leaders: int, least: int) -> BoardRow:
    return BoardRow(name, leaders, tuple(Cell(one, _left(one, leaders, least)) for one in seen))


def _left(count: int | None, leaders: int, least: int) -> Elsewhere:
    if not count:
        return Elsewhere.MANY
    if count == leaders:
        return Elsewhere.NOBODY
    return Elsewhere.FEW if is_small(leaders - count, least) else Elsewhere.MANY


def _sizes(groups: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    held = list(groups.values())
    return tuple((name, held.count(name)) for name in sorted(set(held), key=_by_name))


def _by_name(name: str) -> tuple[bool, str, str]:
    """In alphabetical order; those put together, and those without a group, come last."""
    return (name.startswith((OTHERS, NO_GROUP)), name.casefold(), name)


def _ordered(tables: Sequence[CountTable]) -> tuple[CountTable, ...]:
    """By the first count where it is seen; the codebook's order else: any other would tell."""
    return tuple(sorted(tables, key=lambda one: -_first(one)))


def _first(table: CountTable) -> int:
    count = table.whole.cells[0].count if table.whole else None
    return _LAST if count is None else count
