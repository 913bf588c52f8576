"""Dates as people read them; data keep to ISO 8601."""

from collections.abc import Iterable
from datetime import date

from sensecli.model.dates import date_range

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def in_words(written: date | str) -> str:
    """`31 Mar 2022`, `Mar 2022` or `2022`, as much as is known; what is no ISO date as it is."""
    text = str(written)
    return " ".join(_parts(text)) if date_range([text]) else text


def date_span(dates: Iterable[str]) -> str:
    """`12 Sep 2022`, `12 Sep - 21 Nov 2022` with an en dash; "" where no date is valid."""
    known = date_range(dates)
    if not known:
        return ""
    first, last = map(_parts, known)
    if first == last:
        return " ".join(last)
    if len(first) > 1 and len(last) > 1 and first[-1] == last[-1]:
        first = first[:-1]
    return f"{' '.join(first)} \u2013 {' '.join(last)}"


def _parts(iso: str) -> list[str]:
    """`31`, `Mar`, `2022`, or what there is of it from behind."""
    year, *rest = iso.split("-")
    named = [*(_MONTHS[int(month) - 1] for month in rest[:1]), year]
    return [*(str(int(day)) for day in rest[1:]), *named]
