"""Documents and the sheet of attributes -> Interviews."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sensecli.loading.formats.dates import to_iso
from sensecli.loading.formats.document import Document
from sensecli.loading.formats.keys import KNOWN, canonical
from sensecli.loading.formats.remarks import remarks
from sensecli.loading.identity import Claim, Named, assign
from sensecli.loading.nameless import nameless_ids, own_words, strangers, without_names
from sensecli.loading.roster import ROSTER, Entry, Subject, match
from sensecli.model import Interview, Notice, Problem

_SEEN_FROM = ("id", "leader")
_LONGEST, _MOST_DIGITS = 200, 9
_UNREAD_DATE = "date as written"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The interviews in order of file, and what was noticed on the way."""

    interviews: tuple[Interview, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class _Merged:
    """All that is said of one interview: the known attributes, and the others in order."""

    file: str
    document: Document
    known: dict[str, _Value] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        value = self.known.get(key)
        return value.text if value else ""

    @property
    def source(self) -> str:
        return f"{self.file} {self.document.row}".strip()


def to_interviews(
    read: Sequence[tuple[str, Document]], entries: Sequence[Entry], files: Sequence[str]
) -> Gathered:
    """The interviews that `read` (file name, document) and the rows of `interviews.csv` make.

    A file's own attributes win over the sheet's. `files` are all interview files of the folder.
    """
    matched = match(entries, [_subject(file, document) for file, document in read], files)
    merged = [
        _merge(file, document, entry)
        for (file, document), entry in zip(read, matched.entries, strict=True)
    ]
    overlong = [found for item in merged for found in _drop_overlong(item)]
    claims, nameless = _claims(merged)
    assigned = assign(claims)
    problems = [*matched.problems, *overlong, *assigned.problems]
    interviews: list[Interview] = []
    for item, named in zip(merged, assigned.named, strict=True):
        problems += [found for key in ("date", "order") if (found := _unreadable(item, key))]
        if named is not None:
            interviews.append(_interview(item, named))
    notices = (*matched.notices, *nameless, *assigned.notices, *remarks(interviews))
    return Gathered(tuple(interviews), tuple(problems), notices)


def _subject(file: str, document: Document) -> Subject:
    own = (value for key, value, _ in document.attributes if canonical(key) == "id" and value)
    return Subject(file, next(own, ""), alone=not document.row)


def _merge(file: str, document: Document, entry: Entry | None) -> _Merged:
    merged = _Merged(file, document)
    for key, value, line in document.attributes:
        _add(merged, key, _Value(value, file, line))
    if entry:
        for key, value in (("id", entry.id), *entry.cells):
            _add(merged, key, _Value(value, ROSTER, entry.line))
    return merged


def _add(merged: _Merged, key: str, value: _Value) -> None:
    """The first value of a key stays; a second one under another name is kept under that name."""
    if not value.text:
        return
    meant = canonical(key)
    if meant not in KNOWN:
        merged.others.setdefault(meant, value.text)
    elif meant not in merged.known:
        merged.known[meant] = value
    elif key.strip().casefold() not in KNOWN and merged.known[meant].text != value.text:
        merged.others.setdefault(key.strip(), value.text)


def _claims(merged: Sequence[_Merged]) -> tuple[list[Claim], tuple[Notice, ...]]:
    """What each interview is to be called, and a notice where an id held somebody's name."""
    others = strangers({item.text(key) for item in merged for key in ("name", "interviewer")})
    words = [others | own_words(item.text("name")) for item in merged]
    given = [item.text("id") for item in merged]
    kept = [without_names(id_, left) for id_, left in zip(given, words, strict=True)]
    counts = Counter(id_.casefold() for id_ in kept)
    claims = []
    for item, id_, was, left in zip(merged, kept, given, words, strict=True):
        # Two ids that only the names told apart become numbers.
        own = id_ if id_ == was or counts[id_.casefold()] == 1 else ""
        leader = item.text("leader")
        claims.append(_claim(item, own, by_name=without_names(leader, left) != leader))
    return claims, nameless_ids(sum(a != b for a, b in zip(given, kept, strict=True)))


def _claim(item: _Merged, id_: str, *, by_name: bool) -> Claim:
    found = [item.known[key] for key in _SEEN_FROM if key in item.known]
    return Claim(
        source=item.source,
        id=id_,
        leader=item.text("leader"),
        by_name=by_name,
        path=found[0].path if found else item.file,
        line=found[0].line if found else None,
    )


def _drop_overlong(item: _Merged) -> Iterator[Problem]:
    """Take out each known attribute that is far longer than any is, and say so."""
    for key in [key for key, value in item.known.items() if len(value.text) > _LONGEST]:
        value = item.known.pop(key)
        message = (
            f"the {key} has {len(value.text):,} characters (at most {_LONGEST}); it is not used"
        )
        yield Problem(value.path, value.line, message, "write it in a few words")


def _unreadable(item: _Merged, key: str) -> Problem | None:
    """What is wrong with the date or the order, neither of which is then kept as such."""
    value = item.known.get(key)
    if value is None:
        return None
    if key == "date" and to_iso(value.text) is None:
        message = f'"{value.text}" is not a date that can be read'
        return Problem(value.path, value.line, message, "write it as 2022-09-12")
    if key == "order" and _number(value.text) is None:
        message = f'order "{value.text}" is not a whole number'
        return Problem(value.path, value.line, message, "number the interviews 1, 2, 3 ...")
    return None


def _number(text: str) -> int | None:
    try:
        return int(text) if len(text) <= _MOST_DIGITS else None
    except ValueError:
        return None


def _interview(item: _Merged, named: Named) -> Interview:
    written = item.text("date")
    date = to_iso(written) or ""
    others = {**item.others} if date or not written else {_UNREAD_DATE: written, **item.others}
    return Interview(
        id=named.id,
        leader=named.leader,
        text=item.document.text,
        source=item.source,
        body=item.document.body,
        name=item.text("name") or named.name,
        role=item.text("role"),
        organisation=item.text("organisation"),
        group=item.text("group"),
        date=date,
        order=_number(item.text("order")),
        round=item.text("round"),
        interviewer=item.text("interviewer"),
        attributes=tuple(others.items()),
        places=item.document.places,
    )
