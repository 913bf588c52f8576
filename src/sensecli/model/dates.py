"""Between which days do dates lie?"""

import re
from collections.abc import Iterable
from datetime import date

_WRITTEN = re.compile(r"\d{4}(-\d{2}){0,2}")


def date_range(dates: Iterable[str]) -> tuple[str, str] | None:
    """The first and last of the valid ISO dates (days, months or years); None without any."""
    known = sorted(one for one in set(dates) if _valid(one))
    return (known[0], known[-1]) if known else None


def _valid(written: str) -> bool:
    if not _WRITTEN.fullmatch(written):
        return False
    try:
        date.fromisoformat(f"{written}-01-01"[:10])
    except ValueError:
        return False
    return True
