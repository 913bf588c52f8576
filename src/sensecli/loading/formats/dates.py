"""Dates as people write them in Britain -> ISO 8601."""

import re
from datetime import date
from functools import lru_cache

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FULL = (
    "january february march april may june july august september october november december sept"
).split()
_CENTURY_TURNS = 69

_TIME = (
    r"(?:[T,]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm)?"
    r"\s*(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}}){_TIME}", re.IGNORECASE
)
_NUMBERS = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})[-/. ](?P<month>\d{{1,2}})[-/. ]"
    rf"(?P<year>\d{{4}}|\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[-/ .,]*"
    rf"(?P<month>[a-z]{{3,9}})\.?[-/ ,]*(?:')?(?P<year>\d{{4}}|\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<month>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year>\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_NO_DAY = re.compile(r"(?P<month>[a-z]{3,9})\.?[-\s,]+(?P<year>\d{4})", re.IGNORECASE)
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


@lru_cache(maxsize=4096)  # of a million answers, most were given on some hundred days
def to_iso(written: str) -> str | None:
    """`written` as YYYY-MM-DD (or YYYY-MM, YYYY where no more is said); None if it is no date.

    Numbers alone are day, month, year; a time of day behind the date is left out.
    """
    text = re.sub(r"\s+", " ", written).strip()
    if _PARTIAL.fullmatch(text):
        return text
    for pattern in (_ISO, _NUMBERS, _DAY_FIRST, _MONTH_FIRST):
        if match := pattern.fullmatch(text):
            return _iso(match["year"], match["month"], match["day"])
    if match := _NO_DAY.fullmatch(text):
        month = _month(match["month"])
        return f"{match['year']}-{month:02d}" if month else None
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(year)
    if len(year) == len("YY"):
        number += 2000 if number < _CENTURY_TURNS else 1900
    try:
        return date(number, _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(written: str) -> int:
    """The month's number, 0 where it is none."""
    if written.isdecimal():
        return int(written)
    word = written.casefold()
    if word not in _MONTHS and word not in _FULL:
        return 0
    return _MONTHS.index(word[:3]) + 1
