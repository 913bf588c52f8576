"""What each form of a written day names: a year, or None, and which days they are in a year."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sensecli.dating.spoken.feasts import feast
from sensecli.dating.spoken.numbers import month_number
from sensecli.dating.spoken.span import DAY, Span, day, month, months

InYear = Callable[[int], Span]
Groups = Mapping[str, str]


class Order(StrEnum):
    """Which of two numbers is the day; UNSETTLED where a column says both."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name days: their year or None, which days in a year, and where they stand.

    `bare` tells that they are a name or a year alone, which may be something else ("may").
    `either` tells that day and month could be told either way and nothing settles which; `short`
    is the number in "Sept 23", which is a year or a day.
    """

    year: int | None
    in_year: InYear
    bare: bool = False
    either: bool = False
    short: int | None = None
    start: int = 0
    end: int = 0


LAST_MONTH = 12
_APRIL, _MARCH = 4, 3
_CENTURY_TURNS, _FIRST_FINANCIAL = 69, 2013
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "middle",
    "middle": "middle",
}
_WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5}


def _full(written: str) -> int:
    """A year of two digits or four in full."""
    year = int(written)
    if len(written) > len("YY"):
        return year
    return year + (2000 if year < _CENTURY_TURNS else 1900)


def _year_in(groups: Groups) -> int | None:
    return _full(groups["year"]) if groups.get("year") else None


def _financial(year: int) -> Span:
    return months(year, _APRIL, 12)


def iso(groups: Groups, _: Order) -> Phrase:
    """A day as the standard writes it."""
    number, day_ = int(groups["month"]), int(groups["day"])
    return Phrase(int(groups["year"]), lambda year: day(date(year, number, day_)))


def numbers(groups: Groups, order: Order) -> Phrase:
    """A day in numbers: by the order of its column, unless they can only be the other way."""
    first, second = int(groups["first"]), int(groups["second"])
    day_, number = first, second
    if second > LAST_MONTH or (order is Order.MONTH_FIRST and first <= LAST_MONTH):
        day_, number = second, first
    either = order is Order.UNSETTLED and first != second and max(first, second) <= LAST_MONTH
    return Phrase(_year_in(groups), lambda year: day(date(year, number, day_)), either=either)


def two_numbers(groups: Groups, order: Order) -> Phrase | None:
    """A day of a month; but "11/22" is a month and its year, "22/23" a financial year."""
    first, second = int(groups["first"]), int(groups["second"])
    if second <= LAST_MONTH:
        return numbers(groups, order)
    if first <= LAST_MONTH:
        return Phrase(2000 + second, lambda year: month(year, first))
    return Phrase(2000 + first, _financial) if second == first + 1 else None


def day_of_month(groups: Groups, _: Order) -> Phrase:
    """A day of a month: "31 March", "March 31 2023"."""
    number, day_ = month_number(groups["month"].casefold()), int(groups["day"])
    return Phrase(_year_in(groups), lambda year: day(date(year, number, day_)))


def week_of_month(groups: Groups, _: Order) -> Phrase:
    """A week of a month, counted in sevens from the first; the last ends with the month."""
    number, written = month_number(groups["month"].casefold()), groups["nth"].casefold()
    weeks = int(written[0]) if written[0].isdecimal() else _WEEKS[written]

    def in_year(year: int) -> Span:
        whole = month(year, number)
        last = whole.last if weeks == _WEEKS["last"] else whole.first + (7 * weeks - 1) * DAY
        return Span(last - 6 * DAY, last)

    return Phrase(_year_in(groups), in_year)


def a_month(groups: Groups, _: Order) -> Phrase:
    """A month or its part: "March", "mid March 2023", "Sept 23"."""
    number, part = month_number(groups["month"].casefold()), groups["part"].casefold()
    written = groups.get("year", "")

    def in_year(year: int) -> Span:
        return _part(month(year, number), part)

    short = int(written) if len(written) == len("YY") else None
    return Phrase(_year_in(groups), in_year, bare=not part and not written, short=short)


def numbered_month(groups: Groups, _: Order) -> Phrase | None:
    """A month in numbers: "03/2023"."""
    number = int(groups["month"])
    if not 1 <= number <= LAST_MONTH:
        return None
    return Phrase(int(groups["year"]), lambda year: month(year, number))


def a_quarter(groups: Groups, _: Order) -> Phrase | None:
    """A quarter or half of a financial year; of "Q3 2023", the one that begins in 2023."""
    quarter = int(groups.get("quarter") or 0)
    start = _APRIL + 3 * (quarter - 1) if quarter else _APRIL + 6 * (int(groups["half"]) - 1)
    year = _year_in(groups)
    if groups.get("next") and year is not None and _full(groups["next"]) % 100 != (year + 1) % 100:
        return None
    return Phrase(year, lambda y: months(y, start, 3 if quarter else 6))


def financial_year(groups: Groups, _: Order) -> Phrase | None:
    """From "2022/23"; of two digits from 13/14 on: "11/12" is a day of a month."""
    year = _full(groups["year"])
    short = len(groups["year"]) == len("YY")
    if _full(groups["next"]) != year + 1 or (short and year < _FIRST_FINANCIAL):
        return None
    return Phrase(year, lambda y: _part(_financial(y), groups["part"].casefold()))


def a_season(groups: Groups, _: Order) -> Phrase:
    """Three whole months: spring from March on, winter from December on."""
    start, year = _SEASONS[groups["season"].casefold()], _year_in(groups)
    part = groups["part"].casefold()
    return Phrase(year, lambda y: _part(months(y, start, 3), part), bare=year is None)


def a_feast(groups: Groups, _: Order) -> Phrase:
    """A feast: "Easter 2023", "Christmas"."""
    name = " ".join(groups["feast"].casefold().split())
    if name == "new year":
        # As people speak: the first months of it.
        return Phrase(_year_in(groups), lambda year: months(year, 1, 3))
    return Phrase(_year_in(groups), lambda year: day(feast(name, year)))


def a_year(groups: Groups, _: Order) -> Phrase:
    """A year or its part: "2023", "early 2023"."""
    part = groups["part"].casefold()
    return Phrase(int(groups["year"]), lambda year: _part(months(year, 1, 12), part), bare=True)


def financial_year_end(_: Groups, __: Order) -> Phrase:
    """The last day of March."""
    return Phrase(None, lambda year: month(year, _MARCH).end)


def calendar_year_end(_: Groups, __: Order) -> Phrase:
    """The last day of December."""
    return Phrase(None, lambda year: month(year, LAST_MONTH).end)


def _part(whole: Span, part: str) -> Span:
    """The early or middle part of it; all of it where another is said, or its end."""
    return getattr(whole, _PARTS[part]) if part in _PARTS else whole
