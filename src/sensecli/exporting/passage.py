"""A passage of somebody's, as it is quoted beside others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as they were written, where they stand, and before them what they show.

    `interview` is the id of the interview that they are from, `code` what they are coded as there;
    "" where they are from none, or under none.
    """

    text: str
    place: str
    lead: str = ""
    interview: str = ""
    code: str = ""
