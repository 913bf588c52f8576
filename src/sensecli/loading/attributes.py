"""Documents and the sheet of attributes -> Interviews."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sensecli.loading.formats.document import Document
from sensecli.loading.formats.keys import canonical
from sensecli.loading.formats.remarks import remarks
from sensecli.loading.identity import Claim, assign
from sensecli.loading.merging import (
    Merged,
    claim_of,
    drop_overlong,
    interview_of,
    merge,
    unreadable,
)
from sensecli.loading.nameless import nameless_ids, own_words, strangers, without_names
from sensecli.loading.roster import Entry, Subject, match
from sensecli.model import Interview, Notice, Problem


@dataclass(frozen=True, slots=True)
class Gathered:
    """The interviews in order of file, and what was noticed on the way."""

    interviews: tuple[Interview, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def to_interviews(
    read: Sequence[tuple[str, Document]], entries: Sequence[Entry], files: Sequence[str]
) -> Gathered:
    """The interviews that `read` (file name, document) and the rows of `interviews.csv` make.

    A file's own attributes win over the sheet's. `files` are all interview files of the folder.
    """
    matched = match(entries, [_subject(file, document) for file, document in read], files)
    merged = [
        merge(file, document, entry)
        for (file, document), entry in zip(read, matched.entries, strict=True)
    ]
    overlong = [found for item in merged for found in drop_overlong(item)]
    claims, nameless = _claims(merged)
    assigned = assign(claims)
    problems = [*matched.problems, *overlong, *assigned.problems]
    interviews: list[Interview] = []
    for item, named in zip(merged, assigned.named, strict=True):
        problems += unreadable(item)
        if named is not None:
            interviews.append(interview_of(item, named))
    notices = (*matched.notices, *nameless, *assigned.notices, *remarks(interviews))
    return Gathered(tuple(interviews), tuple(problems), notices)


def _subject(file: str, document: Document) -> Subject:
    own = (value for key, value, _ in document.attributes if canonical(key) == "id" and value)
    return Subject(file, next(own, ""), alone=not document.row)


def _claims(merged: Sequence[Merged]) -> tuple[list[Claim], tuple[Notice, ...]]:
    """What each interview is to be called, and a notice where an id held somebody's name."""
    others = strangers({item.text(key) for item in merged for key in ("name", "interviewer")})
    words = [own_words(item.text("name")) for item in merged]
    given = [item.text("id") for item in merged]
    kept = [without_names(id_, others, mine) for id_, mine in zip(given, words, strict=True)]
    counts = Counter(id_.casefold() for id_ in kept)
    claims = []
    for item, id_, was, mine in zip(merged, kept, given, words, strict=True):
        # Two ids that only the names told apart become numbers.
        own = id_ if id_ == was or counts[id_.casefold()] == 1 else ""
        leader = item.text("leader")
        by_name = without_names(leader, others, mine) != leader
        claims.append(claim_of(item, own, by_name=by_name))
    return claims, nameless_ids(sum(a != b for a, b in zip(given, kept, strict=True)))
