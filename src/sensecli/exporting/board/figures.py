"""A board's tables and its one-sentence story, from the protected counts alone."""

from sensecli.exporting.figuretables import Table
from sensecli.exporting.sentences import proposed
from sensecli.exporting.wording import opened, who
from sensecli.model import Board, BoardRow, Cell, CountTable, Elsewhere

HIDDEN, LEFT_OUT = "hidden", "left out"
MARKS = {
    Elsewhere.NOBODY: " (all)",
    Elsewhere.FEW: " (few elsewhere)",
    Elsewhere.MANY: "",
}
"""What stands beside a count, by who of its row is not in it."""

THEME_COLUMNS = ("Agree, do not act", "Agree and act")
BARRIER_COLUMNS = ("Name it",)

_MEANT = (
    "Agree, do not act: they hold the theme, and speak of nothing done about it. Agree and act:"
    " they also say that something is being or has been done. Who does not agree, or does not"
    " speak of it, is in neither."
)


def story(board: Board) -> str:
    """The widest gap that is seen, or why there is none."""
    if not board.leaders:
        return f"Fewer than {board.min_cell} leaders were interviewed: no figures can be shown."
    for one in board.themes:
        gap = one.whole.cells[0].count if one.whole else None
        if gap:
            agree = who(gap, board.leaders, "agrees", "agree", "leaders")
            also = proposed(one.label, one.proposition)
            return f"{opened(agree)} {also}, and speak of nothing done about it."
    if any(one.whole is None or one.whole.cells[0].count is None for one in board.themes):
        return "On no theme can it be shown how many leaders agree and do not act."
    return "On no theme do leaders agree and not act."


def theme_table(board: Board) -> Table | None:
    """Each theme over all leaders; None where nothing is counted."""
    if not board.leaders or not board.themes:
        return None
    rows = tuple((one.label, *_cells(one, THEME_COLUMNS)) for one in board.themes)
    return Table(_caption(board), ("Theme", *THEME_COLUMNS), rows)


def barrier_table(board: Board) -> Table | None:
    """Each barrier over all leaders; None where nothing is counted."""
    if not board.leaders or not board.barriers:
        return None
    rows = tuple((one.label, *_cells(one, BARRIER_COLUMNS)) for one in board.barriers)
    return Table(_caption(board), ("Barrier", *BARRIER_COLUMNS), rows)


def group_sections_table(table: CountTable) -> Table:
    """One theme group by group, and over all."""
    rows = tuple((row.name, str(row.leaders), *_texts(row)) for row in table.rows)
    return Table(f"{table.label}, by group.", ("Group", "Leaders", *THEME_COLUMNS), rows)


def column_notes(board: Board) -> tuple[str, ...]:
    """What the columns mean, and what is hidden in them."""
    hidden = f'"{HIDDEN}" is a count under {board.min_cell}, or one that would tell of another.'
    everybody, few = (MARKS[one].strip() for one in (Elsewhere.NOBODY, Elsewhere.FEW))
    marks = (
        f'"{everybody}" marks a count that is everybody, "{few}" one beside which fewer'
        f" than {board.min_cell} leaders of the row are left."
    )
    return (_MEANT, f"{hidden} {marks}")


def barriers_note() -> tuple[str, ...]:
    """What the columns mean."""
    return ("Name it: they say that it stands in the way.",)


def cell_text(cell: Cell, leaders: int) -> str:
    """A count of so many leaders as a table shows it."""
    return HIDDEN if cell.count is None else f"{cell.count} of {leaders}{MARKS[cell.elsewhere]}"


def _cells(table: CountTable, columns: tuple[str, ...]) -> tuple[str, ...]:
    if table.whole is None:
        return (LEFT_OUT,) * len(columns)
    return _texts(table.whole)


def _texts(row: BoardRow) -> tuple[str, ...]:
    return tuple(cell_text(cell, row.leaders) for cell in row.cells)


def _caption(board: Board) -> str:
    return f"Of all {board.leaders} leaders."
