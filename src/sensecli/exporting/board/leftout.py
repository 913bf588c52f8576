"""What was left out of a board's report to protect people, in plain words."""

from collections.abc import Iterator

from sensecli.exporting.board.figures import BARRIER_COLUMNS, THEME_COLUMNS
from sensecli.exporting.wording import plural
from sensecli.model import Board, BoardRow, CountTable, Elsewhere, QuotePolicy, Withheld

_LABELS = 6
_STILL = (
    "This may still tell. Who knows the people, or took part, can put small numbers together"
    " with what they know. Share it with care."
)
_POLICIES = {
    QuotePolicy.NONE: "No quotes are shown.",
    QuotePolicy.APPROVED: "Only quotes that somebody approved are shown",
    QuotePolicy.ALL: "Quotes are shown without anybody's approval",
}


def left_out_lines(board: Board) -> tuple[str, ...]:
    """Each a sentence or two: what is hidden, put together, left out, and true of most in a row."""
    return (
        *_hidden(board),
        *_groups(board),
        *_withheld(board),
        *_crowded(board),
        *_quoted(board),
        "Names, roles and organisations are left out, and so is every leader's own row.",
        _STILL,
    )


def _hidden(board: Board) -> Iterator[str]:
    if not board.leaders:
        yield f"There are fewer than {board.min_cell} leaders, so that no figures are shown at all."
        return
    tables = (*board.themes, *board.barriers)
    cells = sum(len(row.cells) for one in tables for row in one.rows)
    yield (
        f"Counts of 1 to {board.min_cell - 1} leaders are hidden, and other counts where they would"
        f" tell of these: {board.hidden} of {cells} figures are hidden. A hidden count is at least"
        " 1. A 0 is shown, and says of everybody in its row that they are not there."
    )
    yield (
        "Leaders who do not agree, and leaders who do not speak of a theme or barrier, are not told"
        " apart, and are not counted."
    )
    yield (
        "Themes and barriers stand in the order of their first figure; where it is hidden they come"
        " last, in the order of the codebook."
    )


def _groups(board: Board) -> Iterator[str]:
    if board.merged:
        few = f"{plural(board.merged, 'group')} with few leaders"
        yield (
            f"{few} {'is' if board.merged == 1 else 'are'}"
            f' put together as "other groups", since each group shown has at least'
            f" {board.min_cell} leaders."
        )
    if board.leaders and not board.groups:
        yield (
            f"Leaders are not told apart by group: there are fewer than two groups of at least"
            f" {board.min_cell} leaders."
        )


def _withheld(board: Board) -> Iterator[str]:
    if not board.leaders:
        return
    said = {
        Withheld.GROUPS: "Groups are left out, since small counts could be worked out from them or"
        " nothing could be shown, on",
        Withheld.COUNTS: "All figures are left out, since small counts could be worked out, on",
    }
    for kind, why in said.items():
        labels = [one.label for one in (*board.themes, *board.barriers) if one.withheld is kind]
        for at in range(0, len(labels), _LABELS):
            yield f"{why if not at else 'Likewise on'}: {', '.join(labels[at : at + _LABELS])}."


def _crowded(board: Board) -> Iterator[str]:
    found = [
        *(line for one in board.themes for line in _in_one_place(one, THEME_COLUMNS, board)),
        *(line for one in board.barriers for line in _in_one_place(one, BARRIER_COLUMNS, board)),
    ]
    if found:
        yield (
            "Where everybody of a row stands in one place, the view of each of them is known to"
            f" all who read this. Where fewer than {board.min_cell} do not, who knows the leaders"
            f" may guess who does not. There {'is' if len(found) == 1 else 'are'}"
            f" {plural(len(found), 'such figure')}:"
        )
    yield from found


def _in_one_place(table: CountTable, columns: tuple[str, ...], board: Board) -> Iterator[str]:
    for row in table.rows:
        told = [
            (_of(cell.count or 0, row), f"under “{column}”")
            for cell, column in zip(row.cells, columns, strict=True)
            if cell.elsewhere is not Elsewhere.MANY
        ]
        if not told and row.left is not None and row.left < board.min_cell:
            told = [(_of(row.leaders - row.left, row), "agree")]
        for many, where in told:
            yield f"{table.label}, {row.name}: {many} {where}."


def _of(count: int, row: BoardRow) -> str:
    return f"all {count}" if count == row.leaders else f"{count} of {row.leaders}"


def _quoted(board: Board) -> Iterator[str]:
    said = _POLICIES[board.policy]
    if board.policy is QuotePolicy.NONE:
        yield said
        return
    yield (
        f"{said}: {plural(len(board.quotes), 'quote')}. A quote is left out where the"
        " figure that its speaker counts in is hidden, and one by a leader who does not agree"
        f" unless the figures show at least {board.min_cell} who do not agree or do not speak. A"
        f" group is named only where it has at least {board.min_cell} leaders."
    )
