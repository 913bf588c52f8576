"""What moved, theme by theme, as plain rows of text."""

from sensecli.exporting.figuretables import Row, Table
from sensecli.exporting.movement.sentences import moved, span
from sensecli.model import Between, Paired, ThemeMovement

HEADER = ("Theme", "Up", "Down", "Same", "Agree", "Act", "Change in acting, 95 % interval")


def movement_table(between: Between) -> Table | None:
    """The themes that anybody moved on; None where there is none."""
    shown = moved(between)
    if not shown:
        return None
    return Table(movement_caption(between), HEADER, tuple(map(movement_row, shown)))


def movement_caption(between: Between) -> str:
    """What the table counts."""
    n = len(between.turnover.stayed)
    return (
        f"Leaders out of the {n} met in both rounds, {span(between)}; the interval is exact, of the"
        " change in percentage points."
    )


def movement_row(theme: ThemeMovement) -> Row:
    """`4, 1, 7, 10 \u2192 11, 2 \u2192 5, +25 (-2 to +54)`."""
    counts = map(str, (theme.up, theme.down, theme.same))
    return (theme.label, *counts, turned(theme.endorse), turned(theme.act), change(theme.act))


def turned(paired: Paired) -> str:
    """`10 \u2192 11`, in one piece."""
    return f"{paired.before}\u00a0\u2192\u00a0{paired.after}"


def change(paired: Paired) -> str:
    """The change of a share and its interval in percentage points: `+25 (-2 to +54)`."""
    low, high = (_signed(one) for one in (paired.interval.low, paired.interval.high))
    return f"{_signed(paired.change)} ({low}\u00a0to\u00a0{high})"


def _signed(share: float) -> str:
    points = round(100 * share)
    return f"{points:+d}".replace("-", "\u2212") if points else "0"
