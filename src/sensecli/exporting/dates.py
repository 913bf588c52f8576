"""Between which days were the interviews?"""

from collections.abc import Iterable

from sensecli.model.dates import date_range


def date_span(dates: Iterable[str]) -> str:
    """In words: `2022-09-12`, `2022-09-12 to 2022-11-21`; "" where no date is valid."""
    return " to ".join(dict.fromkeys(date_range(dates) or ()))
