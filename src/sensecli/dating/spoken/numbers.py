"""Numbers, months and days of the week, in words and in figures."""

import re

_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_FEW = {"a": 1, "an": 1, "another": 1, "the": 1, "a couple of": 2, "couple of": 2, "half a": 0}

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()

COUNT = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_COUNTS[:9])}))?|{'|'.join(_COUNTS)})"
)
RANK = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:twenty|thirty)[- ](?:{'|'.join(_RANKS[:9])})|thirtieth"
    rf"|{'|'.join(reversed(_RANKS))})"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_SPLIT = re.compile(r"[- ]")


def count(word: str) -> int | None:
    """How many a word says: "twelve", "12", "a couple of"; None where it says no number."""
    if word.isdecimal():
        return int(word)
    if word in _FEW:
        return _FEW[word]
    tens, *ones = _SPLIT.split(word)
    if tens in _TENS and all(one in _COUNTS for one in ones):
        return _TENS[tens] + sum(_COUNTS.index(one) + 1 for one in ones)
    return _COUNTS.index(word) + 1 if word in _COUNTS else None


def rank(word: str) -> int | None:
    """Which in a row a word says: "fifth", "5th", "twenty-first"; None where it says none."""
    if figures := re.match(r"\d+", word):
        return int(figures[0])
    if word == "thirtieth":
        return 30
    tens, *ones = _SPLIT.split(word)
    if tens in _TENS and ones and all(one in _RANKS for one in ones):
        return _TENS[tens] + _RANKS.index(ones[0]) + 1
    return _RANKS.index(word) + 1 if word in _RANKS else None


def month_number(word: str) -> int:
    """1 to 12 of a name that `MONTH` matches."""
    return _MONTHS.index(word[:3]) + 1


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, of a name that `WEEKDAY` matches."""
    return _WEEKDAYS.index(word[:3])
