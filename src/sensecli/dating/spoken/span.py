"""A stretch of days, and its parts."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
_WEEK = 7
# What is longer has a beginning and a middle that are wider than a third tells.
_SEASON = 100


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last, both included."""

    first: date
    last: date

    @property
    def early(self) -> "Span":
        """The first third; of a year the first quarter."""
        return Span(self.first, self._after(1, 4 if self._long else 3))

    @property
    def middle(self) -> "Span":
        """The middle third; of a year the two quarters in the middle."""
        after = self._after(3, 4) if self._long else self._after(2, 3)
        return Span(self.early.last + DAY, after)

    @property
    def late(self) -> "Span":
        """What is left behind the middle."""
        return Span(self.middle.last + DAY, self.last)

    @property
    def end(self) -> "Span":
        """Its last day."""
        return Span(self.last, self.last)

    @property
    def first_half(self) -> "Span":
        """The half that comes first; of a year, up to the end of its sixth month."""
        return Span(self.first, self._after(1, 2))

    @property
    def second_half(self) -> "Span":
        """The other half."""
        return Span(self.first_half.last + DAY, self.last)

    def nth_week(self, nth: int) -> "Span":
        """Seven days of it: the first seven, the second seven."""
        first = self.first + (nth - 1) * _WEEK * DAY
        return Span(first, min(first + (_WEEK - 1) * DAY, self.last))

    @property
    def _long(self) -> bool:
        return (self.last - self.first).days > _SEASON

    def _after(self, parts: int, of: int) -> date:
        """The last day of so many parts; of whole months, where as many months make a part."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        whole = self == months(self.first.year, self.first.month, count)
        if whole and count * parts % of == 0:
            return month(self.first.year, self.first.month + count * parts // of - 1).last
        return self.first + (((self.last - self.first).days + 1) * parts // of - 1) * DAY


def day(one: date) -> Span:
    """One day."""
    return Span(one, one)


def month(year: int, number: int) -> Span:
    """A month of a year; numbers above 12 go on into the years that follow."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Span(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, number: int, count: int) -> Span:
    """So many months from a month on."""
    return Span(month(year, number).first, month(year, number + count - 1).last)


def later(one: date, count: int) -> date:
    """The same day so many months later, or the last of the month where it has no such day."""
    there = month(one.year, one.month + count)
    return there.first.replace(day=min(one.day, there.last.day))


def week(one: date) -> Span:
    """Monday to Sunday of the week that a day is in."""
    monday = one - one.weekday() * DAY
    return Span(monday, monday + (_WEEK - 1) * DAY)
