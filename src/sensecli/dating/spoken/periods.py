"""Words that name a stretch of the calendar: a week, a month, a season, a year, a feast."""

import re
from collections.abc import Callable
from datetime import date

from sensecli.dating.spoken.days import coming_month
from sensecli.dating.spoken.feasts import FEASTS, feast
from sensecli.dating.spoken.numbers import MONTH, month_number
from sensecli.dating.spoken.span import DAY, Span, day, month, months, week

_WEEK = 7
_APRIL = 4
# Whoever speaks of the new year has its first months in mind.
_NEW_YEAR_MONTHS = 3
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_WHICH = r"(?:(?P<which>next|this|this coming|the coming|coming|the) )?"
_YEAR = r"(?:,? (?:of |in )?(?P<year>\d{4}|next year|this year))?"
# "The June forum" is in June.
_HELD = r"(?: (?:\w+ )?(?:meeting|board|forum|session|away ?day|committee|council))?"

_MONTH = re.compile(rf"{_WHICH}(?P<name>{MONTH}){_YEAR}{_HELD}")
_SEASON = re.compile(rf"{_WHICH}(?P<name>{'|'.join(_SEASONS)})(?:time)?{_YEAR}")
_NAMED = "|".join(sorted(FEASTS, key=len, reverse=True))
_FEAST = re.compile(rf"{_WHICH}(?P<name>{_NAMED})(?: holidays?| break)?{_YEAR}")
_UNIT = re.compile(
    r"(?P<which>(?:the )?next|this|the|this coming|the coming|the present|the current) "
    r"(?P<kind>calendar |financial |fiscal )?(?P<unit>week|month|quarter|year)"
)
_FINANCIAL = re.compile(
    r"(?:(?P<first>\d{4})[/-]\d{2}|(?P<turn>(?:the )?(?:financial )?year[- ]end))"
)
_QUARTER = re.compile(r"(?:q|quarter )(?P<number>[1-4])")
_NEW_YEAR = re.compile(r"the new (?P<kind>calendar |financial )?year")
_NUMBER = re.compile(r"(?:19|20)\d{2}")


def named_period(words: str, told: date | None) -> Span | None:
    """The stretch of days that words name, in small letters; None where they name none.

    Where they need the day on which it was `told`, and that is unknown, they name none either.
    Months, seasons and feasts are those that are not over on that day; "next" ones are those of
    the next calendar year. Quarters and years end with March where they are financial ones.
    """
    found = (read(words, told) for read in _READERS)
    return next((one for one in found if one), None)


def _month(words: str, told: date | None) -> Span | None:
    if not (found := _MONTH.fullmatch(words)):
        return None
    number = month_number(found["name"])
    year = _year(found, told)
    if year:
        return month(year, number)
    return coming_month(told, number) if told else None


def _season(words: str, told: date | None) -> Span | None:
    """Three whole months: spring from March on, winter from December on."""
    if not (found := _SEASON.fullmatch(words)):
        return None
    number = _SEASONS[found["name"]]
    if year := _year(found, told):
        in_winter = number == 12 and told and told.month <= 2 and found["which"] == "next"  # noqa: PLR2004
        return months(year - bool(in_winter), number, 3)
    if not told:
        return None
    spans = (months(told.year + ahead, number, 3) for ahead in (-1, 0, 1))
    return next(one for one in spans if one.last >= told)


def _feast(words: str, told: date | None) -> Span | None:
    if not (found := _FEAST.fullmatch(words)):
        return None
    if year := _year(found, told):
        return day(feast(found["name"], year))
    if not told:
        return None
    days = (feast(found["name"], told.year + ahead) for ahead in (0, 1))
    return day(next(one for one in days if one >= told))


def _year(found: re.Match[str], told: date | None) -> int:
    """The year that is said, by its number or by "next"; 0 where none is."""
    said = found["year"] or ("next year" if found["which"] == "next" else "")
    if said.isdecimal():
        return int(said)
    return told.year + (said == "next year") if told and said else 0


def _unit(words: str, told: date | None) -> Span | None:
    """Such as "next week", "the month", "this financial year"."""
    found = _UNIT.fullmatch(words)
    if not found or not told:
        return None
    ahead = 1 if found["which"].endswith("next") else 0
    match found["unit"]:
        case "week":
            return week(told + ahead * _WEEK * DAY)
        case "month":
            return month(told.year, told.month + ahead)
        case "quarter":
            return months(told.year, (told.month - 1) // 3 * 3 + 1 + 3 * ahead, 3)
        case _:
            if found["kind"] in {"financial ", "fiscal "}:
                return _financial(_starts(told) + ahead)
            return months(told.year + ahead, 1, 12)


def _financial_year(words: str, told: date | None) -> Span | None:
    """2023/24; and the year end, which is that of the financial year."""
    if not (found := _FINANCIAL.fullmatch(words)):
        return None
    if found["first"]:
        return _financial(int(found["first"]))
    return _financial(_starts(told)).end if told else None


def _quarter(words: str, told: date | None) -> Span | None:
    """Of the financial year, as public bodies count: Q1 from April on."""
    found = _QUARTER.fullmatch(words)
    if not found or not told:
        return None
    start = _APRIL + 3 * (int(found["number"]) - 1)
    spans = (months(_starts(told) + ahead, start, 3) for ahead in (0, 1))
    return next(one for one in spans if one.last >= told)


def _new_year(words: str, told: date | None) -> Span | None:
    """The first three months of the year that comes, or of this one while they run."""
    found = _NEW_YEAR.fullmatch(words)
    if not found or not told:
        return None
    start = _APRIL if found["kind"] == "financial " else 1
    spans = (months(told.year + ahead, start, _NEW_YEAR_MONTHS) for ahead in (0, 1))
    return next(one for one in spans if one.last >= told)


def _numbered(words: str, _: date | None) -> Span | None:
    return months(int(words), 1, 12) if _NUMBER.fullmatch(words) else None


def _starts(on: date) -> int:
    """The calendar year in which the financial year of a day began."""
    return on.year - (on.month < _APRIL)


def _financial(year: int) -> Span:
    return months(year, _APRIL, 12)


_READERS: tuple[Callable[[str, date | None], Span | None], ...] = (
    _month,
    _season,
    _new_year,
    _feast,
    _unit,
    _financial_year,
    _quarter,
    _numbered,
)
