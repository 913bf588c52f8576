"""The attributes that have a meaning of their own, and the words that people write for them."""

import re
from functools import lru_cache
from types import MappingProxyType

KNOWN = (
    "id",
    "leader",
    "name",
    "role",
    "organisation",
    "group",
    "date",
    "order",
    "round",
    "interviewer",
)
TITLE = "title"

_ALIASES = MappingProxyType(
    {
        "interview id": "id",
        "interviewee id": "id",
        "leader id": "leader",
        "interviewee": "name",
        "interviewee name": "name",
        "full name": "name",
        "leader name": "name",
        "job title": "role",
        "organization": "organisation",
        "org": "organisation",
        "trust": "organisation",
        "sector": "group",
        "interview date": "date",
        "date of interview": "date",
        "wave": "round",
        "interviewer name": "interviewer",
        "interviewers": "interviewer",
        "interviewed by": "interviewer",
        # "Interview: Bond (Professor)" heads a transcript; it is a caption, not an id.
        "interview": TITLE,
    }
)
# The columns of a sheet that hold the id and the text, the likeliest first.
ID_COLUMNS = (
    "id",
    "interview",
    "interview id",
    "interviewee id",
    "participant",
    "respondent",
    "case",
)
TEXT_COLUMNS = ("text", "transcript", "notes", "interview text", "answer", "response")


def plain(key: str) -> str:
    """A key or column name without case, marks and extra spaces: "Job_Title " -> "job title"."""
    return re.sub(r"[\s_*]+", " ", key).strip().casefold()


@lru_cache(maxsize=1024)  # the same columns, row by row
def canonical(key: str) -> str:
    """The known attribute that `key` means, or the key as written where it means none."""
    word = plain(key)
    if word in KNOWN:
        return word
    return _ALIASES.get(word, key.strip())


def is_known(key: str) -> bool:
    """Whether a header may be told by this key."""
    word = plain(key)
    return word in KNOWN or word in _ALIASES
