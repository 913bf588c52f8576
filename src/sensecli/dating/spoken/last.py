"""The last day that words for a time can mean."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum, auto

from sensecli.dating.spoken.days import named_day
from sensecli.dating.spoken.lengths import length
from sensecli.dating.spoken.numbers import rank
from sensecli.dating.spoken.periods import named_period
from sensecli.dating.spoken.span import DAY, Span, week

_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2011": "-", "\u00a0": " "})
_SHORT = {
    "fy": "financial year",
    "qtr": "quarter",
    "yr": "year",
    "yrs": "years",
    "mth": "month",
    "mths": "months",
    "wk": "week",
    "wks": "weeks",
}
_SHORTENED = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b")
# They tell how sure or how long a thing is, and no other day.
_HEDGE = re.compile(
    r"(?:(?:some ?time|maybe|perhaps|possibly|probably|hopefully|ideally|certainly|definitely"
    r"|at some point|at the latest|at the earliest|starting|beginning|commencing|due|early on|later"
    r"|ready|just|right|only|well|a bit|round|around|about|towards?) )+"
)
# It can mean as long as that from now, and not only what is left of it.
_WITHIN_ONE = re.compile(r"^(?:within|inside) the (?=(?:week|month|year)$)")
_AT_MOST = re.compile(
    r",? (?:at the latest|at the outside|latest|or so|at some point|some ?time|if not before)$"
)


class _How(Enum):
    """How the words before a time set what they belong to against it."""

    WITHIN = auto()
    BY_ITS_START = auto()
    BEFORE = auto()
    FROM = auto()
    AFTER = auto()


_WORDS_BEFORE = (
    (re.compile(r"(?:before|ahead of|prior to|this side of|in advance of) "), _How.BEFORE),
    # Who means it to be done by the new year means by the day on which that begins.
    (re.compile(r"by (?=the new (?:\w+ )?year$)"), _How.BY_ITS_START),
    (re.compile(r"(?:(?:as )?from|as of|with effect from|w\.?e\.?f\.?|not before) "), _How.FROM),
    (re.compile(r"(?:after|post|once|when|as soon as|following|beyond) "), _How.AFTER),
    (re.compile(r"(?:by |at |before )?close of (?:play|business) (?:on )?"), _How.WITHIN),
    (
        re.compile(
            r"(?:by|on|in|at|over|during|come|within|inside(?: of)?|no later than|not later than"
            r"|in time for|for|to|until|till|through|throughout|across) "
        ),
        _How.WITHIN,
    ),
)
_END_OF = re.compile(
    r"(?:the )?(?:very )?(?:(?:end|close|back end|tail end|last day) (?:of|to) |end[ -])"
)
_PARTS: tuple[tuple[re.Pattern[str], Callable[[Span], Span]], ...] = (
    (re.compile(r"(?:the )?(?:start|beginning|early part|opening) of "), lambda all_: all_.early),
    (re.compile(r"(?:the )?early(?: in)?[ -]"), lambda all_: all_.early),
    (re.compile(r"(?:the )?(?:middle|mid-?point) of "), lambda all_: all_.middle),
    (re.compile(r"mid(?:dle)?(?: in)?[ -]"), lambda all_: all_.middle),
    (re.compile(r"(?:the )?later?(?: in)?[ -]"), lambda all_: all_.late),
    (re.compile(r"(?:the )?(?:latter|later|last) (?:part|weeks?) of "), lambda all_: all_.late),
    (re.compile(r"(?:the )?first half of "), lambda all_: all_.first_half),
    (re.compile(r"(?:the )?(?:second|latter) half of "), lambda all_: all_.second_half),
)
_NTH_WEEK = re.compile(r"(?:the )?(?P<nth>first|second|third|fourth) week (?:of|in) ")
_OUT = re.compile(r"(?P<what>the \w+) is (?:out|over|up)")
_WEEK_OF = re.compile(
    r"(?:the )?(?:w/c|week commencing|week beginning|week of|(?P<ends>w/e|week ending)) (?:the )?"
)
_OWN_END = re.compile(r"(?:the )?(?:(?P<unit>week|month|quarter)(?:'s |[- ])|(?P<year>year)'s )end")


def last_day(said: str, told: date | None) -> date | None:
    """The last day that words for a time can mean; None where they name no day.

    `told` is the day on which they were said: without it only a day with its year is known.
    Weeks run from Monday to Sunday. "By" and "in" take in the whole of what is named, "before"
    ends the day before it begins, "from" is the day on which it begins, and "after" has no end.

    >>> last_day("some time before Christmas", date(2022, 9, 22))
    datetime.date(2022, 12, 24)
    >>> last_day("when the flu clinics are over", date(2022, 9, 22))
    """
    words = " ".join(said.translate(_PLAIN).casefold().split()).strip(" .,;:!?\"'()")
    words = _WITHIN_ONE.sub("within a ", words)
    words = _AT_MOST.sub("", _SHORTENED.sub(lambda found: _SHORT[found[0]], words))
    how, rest = _how(_sure(words))
    try:
        return _last(how, rest, told)
    except (ValueError, OverflowError):
        # No calendar goes so far.
        return None


def _how(words: str) -> tuple[_How, str]:
    for pattern, how in _WORDS_BEFORE:
        if found := pattern.match(words):
            return how, _sure(words[found.end() :])
    return _How.WITHIN, words


def _sure(words: str) -> str:
    hedge = _HEDGE.match(words)
    return words[hedge.end() :] if hedge else words


def _last(how: _How, words: str, told: date | None) -> date | None:
    if how is _How.AFTER:
        return None
    span, ends = _span(words, told)
    if span is None:
        return None
    if how is _How.WITHIN or (how is _How.BEFORE and ends):
        # "Before the end of May" leaves all of May.
        return span.last
    if how is not _How.FROM and told and span.first <= told:
        # What has begun is not what is meant, unless its year is told.
        span = _span(words, span.last + DAY)[0] or span
    return span.first - DAY if how is _How.BEFORE else span.first


def _span(words: str, told: date | None) -> tuple[Span | None, bool]:
    """The days that the words name, and whether they are the end of something."""
    if out := _OUT.fullmatch(words):
        return _named(out["what"], told), True
    if end := _OWN_END.fullmatch(words):
        return _named(f"the {end['unit'] or end['year']}", told), True
    if whole := _named(words, told):
        return whole, False
    if end := _END_OF.match(words):
        return _of(words[end.end() :], told, lambda whole: whole.end), True
    return _part(words, told), False


def _part(words: str, told: date | None) -> Span | None:
    """The days of "early May", "the second week of May", "the week of the fifth"."""
    if found := _WEEK_OF.match(words):
        on = named_day(words[found.end() :], told)
        return on if on is None or found["ends"] else week(on.first)
    if found := _NTH_WEEK.match(words):
        nth = rank(found["nth"]) or 1
        return _of(words[found.end() :], told, lambda whole: whole.nth_week(nth))
    for pattern, part in _PARTS:
        if found := pattern.match(words):
            return _of(words[found.end() :], told, part)
    return None


def _of(words: str, told: date | None, part: Callable[[Span], Span]) -> Span | None:
    """A part of what the words name; of the next one, where that part is past already."""
    whole = _period(words, told)
    if whole and told and part(whole).last < told and not words.startswith("this "):
        whole = _period(words, whole.last + DAY)
    return part(whole) if whole else None


def _period(words: str, told: date | None) -> Span | None:
    return named_period(words, told) or named_period(f"the {words}", told)


def _named(words: str, told: date | None) -> Span | None:
    return named_day(words, told) or named_period(words, told) or length(words, told)
