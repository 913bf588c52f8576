"""How sure is a change among so few who were asked twice?"""

from collections.abc import Callable
from functools import cache
from math import inf, lgamma
from statistics import NormalDist
from typing import TYPE_CHECKING

from sensecli.finding.figures import share
from sensecli.model import Interval, Paired

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

EXACT_UP_TO = 200
"""So many pairs are reckoned exactly; for more, the score is taken as normal (Tango 1998)."""

_LEVEL = 0.95
_SLACK = 1e-9
# Steps outwards from the change that was found, and how near to the bound they end.
_STEP, _NEAR = 0.02, 1e-4
_IN_A_ROW = 3
# So many shares of leaders who may have changed are tried, closest together at the ends.
_TRIED = 64
_NEVER = -1e4


def paired(before: int, after: int, *, gained: int, n: int) -> Paired:
    """A yes or no of the same `n` leaders in two rounds: `gained` went from no to yes.

    `before` and `after` count the yeses. ValueError where there can be no such leaders.
    """
    lost = before + gained - after
    if not (0 <= lost <= before and 0 <= gained <= n - before):
        message = f"{before}, then {after} of {n} with {gained} new ones are no pairs"
        raise ValueError(message)
    interval = change_interval(gained, lost, n)
    return Paired(n, before, after, gained, lost, share(gained - lost, n), interval)


@cache
def change_interval(gained: int, lost: int, n: int) -> Interval:
    """The exact 95 % interval of the change of a share, -1 to 1, among `n` leaders asked twice.

    A change stays within it unless what was found would be too rare if it were right. Tables are
    ordered by the score of Tango (1998, Stat. Med. 17: 891-908), both ways at once as Agresti & Min
    (2001, Biometrics 57: 963-971) advise; the P value is the greatest over every share of leaders
    who may have changed at all. Nothing rests on how many did, so that it does not collapse where
    nobody changed, as an interval on the changed ones alone would. It covers counting noise only.
    -1 to 1 where `n` is 0.
    """
    if n == 0:
        return Interval(-1.0, 1.0)
    found = (gained - lost) / n
    down = _furthest(-found, lambda change: _stays(lost, gained, n, change))
    up = _furthest(found, lambda change: _stays(gained, lost, n, change))
    return Interval(-down, up)


def _furthest(found: float, stays: Callable[[float], bool]) -> float:
    """The greatest change that stays, going up from `found` until three in a row do not."""
    last, gone, tried = found, 0, found
    while tried < 1.0 and gone < _IN_A_ROW:
        tried = min(tried + _STEP, 1.0)
        last, gone = (tried, 0) if stays(tried) else (last, gone + 1)
    beyond = min(last + _STEP, 1.0)
    while beyond - last > _NEAR:
        middle = (last + beyond) / 2
        last, beyond = (middle, beyond) if stays(middle) else (last, middle)
    # The first that does not stay: the interval is never too short.
    return beyond


def _stays(gained: int, lost: int, n: int, change: float) -> bool:
    if change < 0:
        gained, lost, change = lost, gained, -change
    if n > EXACT_UP_TO:
        import numpy as np

        far = abs(_scores(np.array([[gained, lost, n - gained - lost]]), n, change)[0])
        return bool(far <= NormalDist().inv_cdf((1 + _LEVEL) / 2))
    return _p_value(gained, lost, n, change) > 1 - _LEVEL


def _p_value(gained: int, lost: int, n: int, change: float) -> float:
    """How often a table so far from `change`, 0 to 1, turns up, at the most."""
    import numpy as np

    tables, ways = _tables(n)
    far = np.abs(_scores(tables, n, change))
    here = (tables[:, 0] == gained) & (tables[:, 1] == lost)
    rare = far >= far[here] - _SLACK
    # The share that changes is unknown: at least the change itself, at most everybody.
    changing = change + (1 - change) * (1 - np.cos(np.linspace(0, np.pi, _TRIED))) / 2
    shares = np.stack([(changing + change) / 2, (changing - change) / 2, 1 - changing])
    with np.errstate(divide="ignore"):
        logs = np.maximum(np.log(np.maximum(shares, 0.0)), _NEVER)
    chances = np.exp(ways[rare, None] + tables[rare] @ logs)
    return float(chances.sum(axis=0).max())


@cache
def _tables(n: int) -> "tuple[Floats, Floats]":
    """Every table of (gained, lost, neither), and the logarithm of how many ways lead to it."""
    import numpy as np

    tables = [(x, y, n - x - y) for x in range(n + 1) for y in range(n + 1 - x)]
    logs = [lgamma(count + 1) for count in range(n + 1)]
    ways = [logs[n] - logs[x] - logs[y] - logs[rest] for x, y, rest in tables]
    return np.array(tables, dtype=np.float64), np.array(ways, dtype=np.float64)


def _scores(tables: "Floats", n: int, change: float) -> "Floats":
    """How many standard errors each table lies above `change`, 0 to 1 (Tango 1998).

    The spread is that of the likeliest shares under `change`, not of those found.
    """
    import numpy as np

    gained, lost = tables[:, 0], tables[:, 1]
    a, b = 2.0 * n, (2 * n - gained + lost) * change - gained - lost
    c = -lost * change * (1 - change)
    likely = (np.sqrt(np.maximum(b * b - 4 * a * c, 0.0)) - b) / (2 * a)
    spread = np.sqrt(np.maximum(n * (2 * likely + change * (1 - change)), 0.0))
    off = gained - lost - n * change
    with np.errstate(divide="ignore", invalid="ignore"):
        score = np.where(spread > _SLACK, off / spread, np.sign(off) * inf)
    return np.where(np.abs(off) < _SLACK, 0.0, score)
