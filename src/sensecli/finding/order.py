"""In what order were the leaders interviewed?"""

from collections.abc import Iterable

from sensecli.model import Interview

OrderKey = tuple[bool, int, bool, str, str]


def order_key(interview: Interview) -> OrderKey:
    """What interviews are sorted by: `order`, then date, then id; those without one come last.

    Dates compare as text, so ISO dates compare as dates.
    """
    return (
        interview.order is None,
        interview.order or 0,
        not interview.date,
        interview.date,
        interview.id,
    )


def in_order(interviews: Iterable[Interview]) -> tuple[Interview, ...]:
    """The interviews as they followed each other, in whatever order the files were read."""
    return tuple(sorted(interviews, key=order_key))
