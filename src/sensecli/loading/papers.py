"""A folder of minutes and papers -> texts with dates, and the parts that name people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sensecli.loading.attendance import listings
from sensecli.loading.folder import Progress, read_all
from sensecli.loading.formats.dates import to_iso
from sensecli.loading.formats.document import Document
from sensecli.loading.formats.keys import canonical
from sensecli.loading.listing import list_files
from sensecli.loading.names import is_of_people
from sensecli.model import Interview, Notice, Problem

# A paper says of when it is before it says anything else.
_HEAD = 1_000
_TO_THE_DAY = len("2022-12-31")
_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?!\d)")
_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+[A-Z][a-z]{2,8},?\s+\d{4}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|[A-Z][a-z]{2,8}\s+\d{1,2}(?:st|nd|rd|th)?,\s+\d{4})\b"
)
_MONTH = re.compile(r"\b[A-Z][a-z]{2,8}\s+\d{4}\b")


@dataclass(frozen=True, slots=True)
class Papers:
    """Each paper as if it were an interview whose id is the file's name, and who is named where.

    `listings` are the parts that name people, as written: `attendance` tells persons from roles in
    them. `problems` name a file by its name in the folder.
    """

    texts: tuple[Interview, ...] = ()
    listings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def load_papers(folder: Path, *, progress: Progress | None = None) -> Papers:
    """The papers in the files directly in `folder` (or that one file), by file name.

    Any format that interviews may have. A paper's date is the one that it gives as an attribute,
    else the one in its file's name, else the first in its head; told to the day, where any of
    these names a day of the same month. Nothing is raised for what a user
    did: it is a problem, and the rest is read.
    """
    listing = list_files(folder)
    if listing.folder is None:
        return Papers(problems=listing.problems, notices=listing.notices)
    read, problems, notices = read_all(listing.files, progress)
    if not read:
        hint = "put minutes or papers directly into it (.txt, .md, .docx, .pdf and others)"
        problems.append(Problem(str(folder), None, "no minutes or papers were found", hint))
    named = (part for _, document in read for part in _listings(document))
    return Papers(
        tuple(_paper(file, document) for file, document in read),
        tuple(dict.fromkeys(named)),
        tuple(problems),
        (*listing.notices, *notices),
    )


def _paper(file: str, document: Document) -> Interview:
    id_ = f"{file} {document.row}".strip()
    return Interview(
        id=id_,
        leader=id_,
        text=document.text,
        source=file,
        body=document.body,
        date=_date(file, document),
        places=document.places,
    )


def _date(file: str, document: Document) -> str:
    given = [value for key, value, _ in document.attributes if canonical(key) == "date"]
    head = document.text[document.body : document.body + _HEAD]
    written = (
        *given,
        *_IN_NAME.findall(file),
        *(found for value in given for found in _DAY.findall(value)),
        *_DAY.findall(head),
        *_MONTH.findall(head),
    )
    dates = [found for one in written if (found := to_iso(one))]
    first = next(iter(dates), "")
    # The name of a file often has the month alone.
    return next((one for one in dates if len(one) == _TO_THE_DAY and one.startswith(first)), first)


def _listings(document: Document) -> Iterator[str]:
    for key, value, _ in document.attributes:
        if is_of_people(key) or canonical(key) in {"name", "interviewer"}:
            yield value
    yield from listings(document.text)
