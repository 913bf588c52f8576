"""The forms in which a day is written, and how each is read.

Each form is an expression and a reader. A reader gives what the words name: a year, or None, and
which days they are once the year is known. Forms are tried in order, the fullest first, and what
one has taken is out of reach of the next.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from sensecli.dating import named
from sensecli.dating.named import Groups, InYear, Order, Phrase
from sensecli.dating.spoken.span import DAY, Span, day

_WEEK_LEFT = 6 * DAY


def phrases(text: str, order: Order) -> tuple[Phrase, ...]:
    """All that names a day in the text, from left to right."""
    found: list[Phrase] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            groups = {name: given or "" for name, given in match.groupdict().items()}
            if one := read(groups, order):
                start, end = match.span()
                found.append(replace(one, in_year=_set(one.in_year, groups), start=start, end=end))
                text = text[:start] + "\0" * (end - start) + text[end:]
    return tuple(sorted(found, key=lambda one: one.start))


def pair_of(text: str) -> tuple[int, int] | None:
    """The two numbers of which one is the day, where the text is such a date and no more."""
    for pattern in _PAIRS:
        if match := pattern.fullmatch(text.strip()):
            return int(match["first"]), int(match["second"])
    return None


def _set(in_year: InYear, groups: Groups) -> InYear:
    """The days of a whole week from the day named; or those before or from it, as one day."""

    def found(year: int) -> Span:
        span = in_year(year)
        if groups["week"]:
            span = Span(span.first, span.first + _WEEK_LEFT)
        if groups["how"]:
            return day(span.first - DAY if groups["how"].casefold() == "before" else span.first)
        return span

    return found


_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:-|–|to|and|&|/)\s*)?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"['’]?(?P<year>\d{4}|\d{2})"
_YEARS = r"(?:FY\s*)?['’]?(?P<year>20\d{2}|\d{2})\s*[-/–]\s*(?P<next>20\d{2}|\d{2})"
_PART = r"(?:(?P<part>early|beginning|start|mid|middle|late|end)[\s-]*(?:of|in)?\s*(?:the\s+)?)?"
_QUARTER, _HALF = r"(?:q|quarter|qtr)\s*(?P<quarter>[1-4])", r"h(?P<half>[12])"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_FEAST = r"(?P<feast>christmas|xmas|easter|new\s+year)"
_NTH = r"(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+week\s+(?:of|in)\s+"
_OF = r"[\s,]*(?:of\s+)?"
_BEFORE_A_MONTH = rf"\s*(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH.replace('?P<month>', '?:')}"
_NUMBERS = r"(?P<first>\d{1,2})\s?[-/.]\s?(?P<second>\d{1,2})\s?[-/.]\s?(?P<year>\d{4}|\d{2})"
_TWO_NUMBERS = r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})"
_HOW = r"(?:(?P<how>before|from|w\.?e\.?f\.?)\s+)?(?:the\s+)?"
_WEEK = r"(?:(?P<week>w\s?/?\s?[cb]|week\s+(?:commencing|beginning|of))\b[\s:]*(?:the\s+)?)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*)?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?Z?|\d{1,2}\s*[ap]m"
_TIME = rf"(?:[T,]?\s*(?:at\s+)?(?:{_CLOCK})\b)?"
_PAIRS = tuple(
    re.compile(f"{_WEEKDAY}{pair}{_TIME}", re.IGNORECASE) for pair in (_NUMBERS, _TWO_NUMBERS)
)

Reader = Callable[[Groups, Order], Phrase | None]


def _forms() -> Iterator[tuple[str, Reader]]:
    yield r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})", named.iso
    yield r"(?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})", named.iso
    yield _NUMBERS, named.numbers
    yield rf"{_NTH}{_MONTH}{_OF}(?P<year>20\d{{2}})", named.week_of_month
    yield rf"{_NTH}{_MONTH}", named.week_of_month
    yield (
        rf"{_DAY}(?:\s+of)?[\s/.,-]*{_MONTH}\s?[-/,.]?\s?{_YEAR}(?!{_BEFORE_A_MONTH})",
        named.day_of_month,
    )
    yield rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})", named.day_of_month
    yield rf"{_PART}(?:{_QUARTER}|{_HALF})[\s,/-]*(?:of\s+)?{_YEARS}", named.a_quarter
    yield rf"{_YEARS}[\s,-]*(?:{_QUARTER}|{_HALF})", named.a_quarter
    yield rf"{_PART}{_QUARTER}{_OF}(?:FY\s*)?{_YEAR}", named.a_quarter
    yield rf"(?P<year>20\d{{2}})[\s,-]*{_QUARTER}", named.a_quarter
    yield rf"{_PART}{_QUARTER}", named.a_quarter
    yield (
        rf"{_PART}{_SEASON}{_OF}(?P<year>20\d{{2}}|\d{{2}})(?:\s*[-/]\s*\d{{2,4}})?",
        named.a_season,
    )
    yield rf"{_FEAST}{_OF}(?P<year>20\d{{2}})", named.a_feast
    yield rf"{_PART}{_YEARS}", named.financial_year
    yield rf"{_DAY}(?:\s+of)?[\s/.-]*{_MONTH}(?!\s?[-/,.'’]?\s?\d)", named.day_of_month
    yield rf"{_PART}{_MONTH}[\s,/'’-]*{_YEAR}", named.a_month
    yield rf"{_MONTH}\s+{_DAY}", named.day_of_month
    yield rf"{_PART}{_MONTH}", named.a_month
    yield r"(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>20\d{2})", named.numbered_month
    yield r"(?P<year>20\d{2})\s?[-/.]\s?(?P<month>\d{1,2})", named.numbered_month
    yield _TWO_NUMBERS, named.two_numbers
    yield rf"{_PART}{_SEASON}", named.a_season
    yield _FEAST, named.a_feast
    yield rf"{_PART}(?P<year>20\d{{2}})", named.a_year
    yield r"(?:end\s+(?:of\s+)?(?:the\s+)?)?financial\s+year(?:\s+end)?", named.financial_year_end
    yield r"year[\s-]end|end\s+of\s+(?:the\s+)?FY", named.financial_year_end
    yield r"end\s+of\s+(?:the\s+)?(?:calendar\s+)?year", named.calendar_year_end


_FORMS = tuple(
    (
        re.compile(
            rf"(?<![\w.])(?<!\d/){_HOW}{_WEEK}{_WEEKDAY}(?:{form}){_TIME}(?!\w|/\d|[.-]\d)",
            re.IGNORECASE,
        ),
        read,
    )
    for form, read in _forms()
)
