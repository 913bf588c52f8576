"""All that is said of one interview, by its file and by the sheet of attributes -> an Interview."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sensecli.loading.formats.dates import to_iso
from sensecli.loading.formats.document import Document
from sensecli.loading.formats.keys import KNOWN, canonical
from sensecli.loading.identity import Claim, Named
from sensecli.loading.roster import ROSTER, Entry
from sensecli.model import Interview, Problem

_SEEN_FROM = ("id", "leader")
LONGEST = 200
"""The most characters that a known attribute may have."""
_MOST_DIGITS = 9
_UNREAD_DATE = "date as written"


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Merged:
    """All that is said of one interview: the known attributes, and the others in order."""

    file: str
    document: Document
    known: dict[str, _Value] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The value of a known attribute, empty where there is none."""
        value = self.known.get(key)
        return value.text if value else ""

    @property
    def source(self) -> str:
        """The file, and the row of a sheet."""
        return f"{self.file} {self.document.row}".strip()


def merge(file: str, document: Document, entry: Entry | None = None) -> Merged:
    """What a file says and what its row in `interviews.csv` adds: the file's own words win."""
    merged = Merged(file, document)
    for key, value, line in document.attributes:
        _add(merged, key, _Value(value, file, line))
    if entry:
        for key, value in (("id", entry.id), *entry.cells):
            _add(merged, key, _Value(value, ROSTER, entry.line))
    return merged


def _add(merged: Merged, key: str, value: _Value) -> None:
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


def claim_of(item: Merged, id_: str, *, by_name: bool) -> Claim:
    """What the interview is to be called: `id_`, and the leader as given."""
    found = [item.known[key] for key in _SEEN_FROM if key in item.known]
    return Claim(
        source=item.source,
        id=id_,
        leader=item.text("leader"),
        by_name=by_name,
        path=found[0].path if found else item.file,
        line=found[0].line if found else None,
    )


def drop_overlong(item: Merged) -> Iterator[Problem]:
    """Take out each known attribute that is far longer than any is, and say so."""
    for key in [key for key, value in item.known.items() if len(value.text) > LONGEST]:
        value = item.known.pop(key)
        message = (
            f"the {key} has {len(value.text):,} characters (at most {LONGEST}); it is not used"
        )
        yield Problem(value.path, value.line, message, "write it in a few words")


def unreadable(item: Merged) -> Iterator[Problem]:
    """What is wrong with the date and the order, neither of which is then kept as such."""
    return (found for key in ("date", "order") if (found := _unreadable(item, key)))


def _unreadable(item: Merged, key: str) -> Problem | None:
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
        return int(text) if 0 < len(text) <= _MOST_DIGITS else None
    except ValueError:
        return None


def interview_of(item: Merged, named: Named) -> Interview:
    """The interview, by the id and the leader that it got."""
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
