"""Words that name one day."""

import re
from collections.abc import Callable
from datetime import date

from sensecli.dating.spoken.numbers import (
    MONTH,
    RANK,
    WEEKDAY,
    month_number,
    rank,
    weekday_number,
)
from sensecli.dating.spoken.span import DAY, Span, day, month, week

_WEEK = 7
_CENTURY = 100
_TIME_OF_DAY = r"(?: (?:morning|lunchtime|afternoon|evening|night|teatime))?"
_YEAR = r"(?:,? (?P<year>\d{4}|'\d{2}))?"
_NUMBER = rf"(?:\d{{1,2}}|{RANK})"

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SLASHED = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?")
_DAY_FIRST = re.compile(
    rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{_NUMBER})(?: of)? ?(?P<name>{MONTH}){_YEAR}"
)
_MONTH_FIRST = re.compile(rf"(?P<name>{MONTH}) (?:the )?(?P<day>{_NUMBER}){_YEAR}")
_RANKED = re.compile(
    rf"(?:{WEEKDAY},? )?the (?P<day>{RANK})(?: of (?P<which>next|this|the) month)?"
)
_NTH = re.compile(
    rf"(?:the )?(?P<nth>first|second|third|fourth|last) (?P<weekday>{WEEKDAY}) (?:of|in) "
    rf"(?:(?P<which>next|this|the) month|(?P<name>{MONTH}){_YEAR})"
)
_WEEKDAY = re.compile(
    rf"(?P<which>next |this |this coming |the coming |coming )?(?P<weekday>{WEEKDAY})"
    rf"(?P<behind> week| fortnight| next)?{_TIME_OF_DAY}"
)
_WEEK_ON = re.compile(
    rf"a (?P<long>week|fortnight) (?:on |from )?(?P<weekday>{WEEKDAY}|today|tomorrow)"
)
_NEAR = re.compile(
    r"(?P<today>(?:later )?today|tonight|this (?:afternoon|evening))"
    rf"|(?P<morrow>tomorrow){_TIME_OF_DAY}|(?P<after>the day after tomorrow)|(?P<next>the next day)"
)
_WEEKEND = re.compile(r"(?P<which>the|this|next|this coming) weekend")


def named_day(words: str, told: date | None) -> Span | None:
    """The day that words name, in small letters; None where they name none.

    Where they need the day on which it was `told`, and that is unknown, they name none either.
    """
    try:
        for read in _READERS:
            if found := read(words, told):
                return found
    except ValueError:
        # The thirty-first of a month that has thirty days.
        return None
    return None


def coming(on: date, month_: int, day_: int) -> date:
    """The next such day from `on`; raises ValueError where no year has it."""
    years = range(on.year, on.year + 9)
    made = (date(year, month_, day_) for year in years if _has(year, month_, day_))
    found = next((one for one in made if one >= on), None)
    if found is None:
        message = "no year has such a day"
        raise ValueError(message)
    return found


def next_weekday(on: date, weekday: int) -> date:
    """The first such day of the week after `on`."""
    return on + ((weekday - on.weekday() - 1) % _WEEK + 1) * DAY


def _has(year: int, month_: int, day_: int) -> bool:
    return 1 <= day_ <= month(year, month_).last.day


def _dated(words: str, told: date | None) -> Span | None:
    for pattern in (_ISO, _SLASHED, _DAY_FIRST, _MONTH_FIRST):
        if not (found := pattern.fullmatch(words)):
            continue
        said = found.groupdict()
        number = rank(said["day"]) or 0
        which = month_number(said["name"]) if said.get("name") else int(said["month"])
        if said["year"]:
            return day(date(_full(said["year"]), which, number))
        if told and 1 <= which <= 12:  # noqa: PLR2004  (months)
            return day(coming(told, which, number))
    return None


def _full(year: str) -> int:
    number = int(year.lstrip("'"))
    return number + 2000 if number < _CENTURY else number


def _ranked(words: str, told: date | None) -> Span | None:
    """The next fifth, from the day itself on; "the fifth of next month"."""
    found = _RANKED.fullmatch(words)
    number = rank(found["day"]) if found else None
    if not found or not told or number is None:
        return None
    if found["which"]:
        ahead = 1 if found["which"] == "next" else 0
        return day(month(told.year, told.month + ahead).first.replace(day=number))
    there = (month(told.year, told.month + ahead) for ahead in range(3))
    days = (one.first.replace(day=number) for one in there if 1 <= number <= one.last.day)
    return next((day(one) for one in days if one >= told), None)


def _nth_weekday(words: str, told: date | None) -> Span | None:
    found = _NTH.fullmatch(words)
    if not found:
        return None
    span = _month_of(found, told)
    if span and told and _nth_of(found, span) < told and found["name"]:
        # That of this year is gone.
        span = _month_of(found, span.last + DAY)
    return day(_nth_of(found, span)) if span else None


def _nth_of(found: re.Match[str], span: Span) -> date:
    weekday = weekday_number(found["weekday"])
    if found["nth"] == "last":
        return next_weekday(span.last - _WEEK * DAY, weekday)
    weeks = (rank(found["nth"]) or 1) - 1
    return next_weekday(span.first - DAY, weekday) + weeks * _WEEK * DAY


def _month_of(found: re.Match[str], told: date | None) -> Span | None:
    if found["name"] and found["year"]:
        return month(_full(found["year"]), month_number(found["name"]))
    if told is None:
        return None
    if found["name"]:
        return coming_month(told, month_number(found["name"]))
    return month(told.year, told.month + (1 if found["which"] == "next" else 0))


def coming_month(on: date, number: int) -> Span:
    """The month of that number that is not over yet."""
    return month(on.year + (number < on.month), number)


def _weekday(words: str, told: date | None) -> Span | None:
    """The coming one; "next Tuesday" is that of the next week, "Tuesday week" a week later."""
    found = _WEEKDAY.fullmatch(words)
    if not found or not told:
        return None
    weekday, behind = weekday_number(found["weekday"]), (found["behind"] or "").strip()
    if found["which"] == "next " or behind == "next":
        return day(week(told).first + (_WEEK + weekday) * DAY)
    weeks = {"week": 1, "fortnight": 2}.get(behind, 0)
    return day(next_weekday(told, weekday) + weeks * _WEEK * DAY)


def _week_on(words: str, told: date | None) -> Span | None:
    found = _WEEK_ON.fullmatch(words)
    if not found or not told:
        return None
    weeks = 2 if found["long"] == "fortnight" else 1
    from_ = {"today": told, "tomorrow": told + DAY}.get(found["weekday"])
    from_ = from_ or next_weekday(told, weekday_number(found["weekday"]))
    return day(from_ + weeks * _WEEK * DAY)


def _near(words: str, told: date | None) -> Span | None:
    found = _NEAR.fullmatch(words)
    if not found or not told:
        return None
    ahead = {"today": 0, "morrow": 1, "after": 2, "next": 1}[found.lastgroup or "today"]
    return day(told + ahead * DAY)


def _weekend(words: str, told: date | None) -> Span | None:
    found = _WEEKEND.fullmatch(words)
    if not found or not told:
        return None
    sunday = week(told).last + (_WEEK * DAY if found["which"] == "next" else 0 * DAY)
    return Span(sunday - DAY, sunday)


_READERS: tuple[Callable[[str, date | None], Span | None], ...] = (
    _dated,
    _ranked,
    _nth_weekday,
    _week_on,
    _weekday,
    _near,
    _weekend,
)
