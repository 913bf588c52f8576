"""What stands in a cell for dates -> the last day that it can mean, or why there is none."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from sensecli.dating.forms import phrases
from sensecli.dating.named import Order, Phrase
from sensecli.dating.spoken.span import day


class Undated(StrEnum):
    """Why what is written gives no day."""

    NAMES_NONE = "names no day"
    YEARLESS = "names no year"
    EITHER = "could be read day first or month first"
    UNREADABLE = "is no date that can be read"


@dataclass(frozen=True, slots=True)
class Dated:
    """The last day that the words can mean; None, and why, where they give none.

    `year_told` tells that they name no year, and that it was told from the days around.
    """

    day: date | None
    lack: Undated | None = None
    year_told: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What a year that is not written is told from.

    The first such day on or after `since`; else the one nearest to `near`, the later of two that
    are equally near.
    """

    near: date | None = None
    since: date | None = None


NOWHERE = Around()

# Words that say that there is no day (yet), or that what they name is no day of the calendar.
_NO_DAY = re.compile(
    r"\b(?:asap|a\.s\.a\.p|tb[cdan]|to be \w+ed|n/?[ak]|nil|none|no date|unknown|undated|various"
    r"|see|not (?:set|agreed|known|applicable|yet|stated)|open|on[\s-]?going|continu\w+|rolling"
    r"|standing|recurr\w+|regular\w*|permanent|bau|business as usual|daily|weekly|fortnightly"
    r"|quarterly|(?:bi-?)?monthly|(?:bi-?)?annual(?:ly)?|yearly|every|each|immediate\w*|urgent\w*|now|soon"
    r"|later|future|(?:short|medium|long)[\s-]term|as (?:soon|required|needed|and when|appropriate)"
    r"|when\w*|once|after|following|on receipt|pending|await\w*|subject to|depend\w*|next|upon"
    r"|on hold|paused|completed?|done|closed|superseded"
    r"|end of (?:the|this|each) (?:week|month|quarter))\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\d+\s*(?:(?:-|–|to)\s*\d+)?\s*\+?\s*(?:days?|weeks?|wks?|months?|mths?|years?|yrs?)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:phase|stage|part|step|tranche|item|wave|version|rev|option|site|cohort|v)\s?\d+\b",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    "by before due end of the on in no later than from to and or until till till was now original "
    "originally revised extended moved deferred slipped rev then complete completed start starting "
    "begin beginning new old target date est expected approx approximately circa around about late "
    "tbc provisional c ish w c part year financial at latest".split()
)
# What a day was before it was changed, and where the words turn to what it is now.
_FORMER = re.compile(
    r"\b(?:was|originally|original|formerly|previously|prev|instead of|rather than"
    r"|(?:moved|slipped|extended|deferred|changed|revised|put back|pushed back|brought forward)"
    r" from)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"[()\[\];]|->|→|\b(?:now|new|to|until|till|but|revised(?! from))\b", re.IGNORECASE
)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = 30_000, 60_000
_SERIAL_ZERO = date(1899, 12, 30)
_NEAR_YEARS, _LONGEST, _MOST_DAYS = 5, 200, 31
_SHORT_YEARS = range(15, 45)
_WIDEST = 3


@lru_cache(maxsize=8192)  # a register has some hundred different dates in its thousands of rows
def last_day(text: str, around: Around = NOWHERE, order: Order = Order.DAY_FIRST) -> Dated:
    """The last day that what is written can mean; nothing written names no day.

    Of several days in one cell the latest counts ("31/03/23, now 30/06/23"), but for those that it
    was before ("30/06/23 (was 30/09)"). A financial year and
    its quarters begin in April; winter ends in February; "w/c" is a whole week; a third of a month
    or a year is early, mid or late. A number of five digits is a day as Excel counts them.
    """
    text = " ".join(text.split())
    if not re.search(r"\w", text):
        return Dated(None, Undated.NAMES_NONE)
    if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= float(text) <= _LAST_SERIAL:
        return Dated(_SERIAL_ZERO + timedelta(days=int(float(text))))
    try:
        bare = _NUMBERED.sub(lambda one: "\0" * len(one[0]), text)
        found = _sure(bare, phrases(bare, order)) if len(text) <= _LONGEST else ()
        if not found:
            return Dated(None, _lack(text))
        if any(one.either for one in found):
            return Dated(None, Undated.EITHER)
        return _latest(_still(bare, found), around)
    except (ValueError, OverflowError):
        return Dated(None, Undated.UNREADABLE)


def _sure(text: str, found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases that do name days: none where other numbers stand beside them.

    A month's name alone among words of another kind may be another word ("may slip").
    """
    rest = text
    for one in found:
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    if re.search(r"\d", _SPAN.sub(" ", rest)):
        return ()
    words = set(re.findall(r"[a-z]+", _NO_DAY.sub(" ", rest).casefold()))
    return found if words <= _FILLERS else tuple(one for one in found if not one.bare)


def _still(text: str, found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases that are not told as former ones; all of them where none is left."""
    left = tuple(one for one in found if not _FORMER.search(_led(text, one)))
    return left or found


def _led(text: str, one: Phrase) -> str:
    """A phrase with what leads to it."""
    return _TURNS.split(text[: one.start])[-1] + text[one.start : one.end]


def _lack(text: str) -> Undated:
    said = _NO_DAY.search(text) or _SPAN.search(text)
    dateish = re.search(r"\d\s?[/.-]\s?\d", _SPAN.sub(" ", text))
    return Undated.NAMES_NONE if said and not dateish else Undated.UNREADABLE


def _latest(found: tuple[Phrase, ...], around: Around) -> Dated:
    days: list[date] = []
    told = False
    for number, one in enumerate(found):
        if one.short is not None and not _is_year(one.short, around):
            one = _as_day(one)  # noqa: PLW2901 - the same phrase, read the other way
        if one.year is not None:
            days.append(one.in_year(one.year).last)
        elif days:
            days.append(_told(one, Around(since=days[-1])) or days[-1])
        elif all(later.year is None for later in found[number + 1 :]):
            found_day = _told(one, around)
            if found_day is None:
                return Dated(None, Undated.YEARLESS)
            days.append(found_day)
            told = True
    return Dated(max(days), year_told=told)


def _is_year(short: int, around: Around) -> bool:
    """Whether the number in "Sept 23" is a year: it is near, or can be no day."""
    near = around.since or around.near
    if short > _MOST_DAYS or short == 0:
        return True
    return abs(2000 + short - near.year) <= _NEAR_YEARS if near else short in _SHORT_YEARS


def _as_day(one: Phrase) -> Phrase:
    number = one.short or 1
    return Phrase(None, lambda year: day(one.in_year(year).last.replace(day=number)))


def _told(one: Phrase, around: Around) -> date | None:
    """The day in the year that those around it tell; None where they tell none."""
    middle = around.since or around.near
    if middle is None:
        return None
    days = [day for day in (_in(one, middle.year + n) for n in range(-_WIDEST, _WIDEST + 1)) if day]
    if around.since:
        return min((day for day in days if day >= around.since), default=None)
    return min(days, key=lambda day: (abs(day - middle), -day.toordinal()), default=None)


def _in(one: Phrase, year: int) -> date | None:
    """The day in that year; None where it has none, as of 29 February."""
    try:
        return one.in_year(year).last
    except ValueError:
        return None
