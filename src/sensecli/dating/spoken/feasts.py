"""Days of the year that have a name."""

from datetime import date, timedelta

_FIXED = {
    "christmas": (12, 25),
    "xmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year": (1, 1),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "midsummer": (6, 24),
    "michaelmas": (9, 29),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
}
# Days from Easter Sunday.
_MOVING = {
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "whitsun": 49,
    "pentecost": 49,
}
FEASTS = (*_FIXED, *_MOVING)


def feast(name: str, year: int) -> date:
    """The day of one of `FEASTS` in that year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return _easter(year) + timedelta(days=_MOVING[name])


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule, as Butcher wrote it down (1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, number, day + 1)
