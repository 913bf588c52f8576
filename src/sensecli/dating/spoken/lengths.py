"""Words that tell how long from now: "two weeks", "a month or two", "a year's time"."""

import re
from datetime import date

from sensecli.dating.spoken.numbers import COUNT, count
from sensecli.dating.spoken.span import DAY, Span, later

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_HOURS = 24

_SOME = rf"(?:a couple of|couple of|another|an?|{COUNT})"
_LENGTH = re.compile(
    rf"(?:the )?(?:next |coming |following )?(?P<least>{_SOME})(?: (?:or|to) (?P<most>{COUNT}))? "
    r"(?P<unit>hour|day|week|fortnight|month|quarter|year)s?'?(?:'s)?"
    r"(?P<two> or two| or so)?(?P<half> and a half)?(?: time)?"
    r"(?: (?:from now|from today|at most))?"
)
_HALF = re.compile(r"(?:half a year|(?:the next )?half[- ]year)(?:'s time)?")
_NEXT_YEAR = re.compile(r"(?:this time next year|a year from now)")


def length(words: str, told: date | None) -> Span | None:
    """From the day on which it was `told` to the day so long after it; None for no such words.

    Of two lengths it is the longer ("two or three weeks"). "A few weeks" tells no day.
    """
    # "One day we shall" names none.
    if told is None or words == "one day":
        return None
    if _HALF.fullmatch(words):
        return Span(told, later(told, 6))
    if _NEXT_YEAR.fullmatch(words):
        return Span(told, later(told, 12))
    if not (found := _LENGTH.fullmatch(words)):
        return None
    many = count(found["most"] or found["least"])
    if many is None:
        return None
    many = 2 if found["two"] == " or two" else many
    return Span(told, _ahead(told, many, found["unit"], half=bool(found["half"])))


def _ahead(told: date, many: int, unit: str, *, half: bool) -> date:
    if unit == "hour":
        return told + -(-many // _HOURS) * DAY
    if unit in _DAYS:
        return told + (_DAYS[unit] * many + (_DAYS[unit] // 2 if half else 0)) * DAY
    return later(told, _MONTHS[unit] * many + (_MONTHS[unit] // 2 if half else 0))
