"""How sure is a share of so few?"""

from math import sqrt

from sensecli.model import Interval

_Z = 1.959963984540054


def wilson(count: int, n: int) -> Interval:
    """The Wilson score interval of `count` out of `n`, 95 %; 0 to 1 where n is 0.

    It covers counting noise only: interviewees are chosen, not sampled. Brown, Cai & DasGupta
    (2001) recommend it for small n. ValueError where not 0 <= count <= n.
    """
    if not 0 <= count <= n:
        message = f"{count} of {n} is no share"
        raise ValueError(message)
    if n == 0:
        return Interval(0.0, 1.0)
    share, square = count / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    # At none and at all the bound is exactly 0 or 1; rounding would leave 1e-17 of it.
    low = 0.0 if count == 0 else max(0.0, middle - half)
    high = 1.0 if count == n else min(1.0, middle + half)
    return Interval(low, high)
