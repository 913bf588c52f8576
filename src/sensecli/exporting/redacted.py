"""The files of a redacted folder: texts under a head without names, and what was done to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.masking import Mask, Replaced
from sensecli.exporting.table import Cell, Table
from sensecli.model import Interview

_ATTRIBUTES = ("id", "leader", "role", "organisation", "group", "date", "order", "round")
_ROLES = ("role", "organisation")


@dataclass(frozen=True, slots=True)
class Suspected:
    """Words that may give somebody away: these are the words themselves, so it is confidential.

    `line` is the line of the redacted file; `context` has up to five words on either side.
    """

    interview: str
    line: int
    words: str
    kind: str
    context: str


def redacted_text(interview: Interview, body: str, mask: Mask, *, roles: bool) -> str:
    """A redacted interview's file: its attributes as front matter, then the text given."""
    import yaml

    held = {key: value for key, value in _attributes(interview, mask, roles=roles) if value != ""}
    if interview.leader == interview.id:
        del held["leader"]
    head = yaml.safe_dump(held, sort_keys=False, allow_unicode=True, width=float("inf"))
    return f"---\n{head}---\n{body}"


def roster_csv(interviews: Iterable[Interview], mask: Mask, *, roles: bool) -> bytes:
    """`interviews.csv` without names."""
    rows = tuple(
        tuple(value for _, value in _attributes(one, mask, roles=roles)) for one in interviews
    )
    columns = tuple(key for key in _ATTRIBUTES if roles or key not in _ROLES)
    return csv_file(Table(columns, rows))


def replaced_csv(rows: Iterable[tuple[str, int, str, int]]) -> bytes:
    """What was replaced: interview, line of the redacted file, what stands there, how often."""
    return csv_file(Table(("interview", "line", "stands", "count"), tuple(rows)))


def suspected_csv(found: Iterable[Suspected]) -> bytes:
    """What was only suspected, to be read beside the redacted files and then deleted."""
    rows = tuple((one.interview, one.line, one.words, one.kind, one.context) for one in found)
    return csv_file(Table(("interview", "line", "suspected", "kind", "context"), rows))


def key_csv(pairs: Iterable[tuple[str, str]]) -> bytes:
    """What each stand-in stands for."""
    return csv_file(Table(("id", "name"), tuple(pairs)))


def rewritten(text: str, places: Sequence[Replaced]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with every place replaced, and where in it (offset) each stand-in stands now."""
    made: list[str] = []
    stands: list[tuple[int, str]] = []
    done = length = 0
    for one in places:
        made += [text[done : one.start], one.stands]
        length += one.start - done
        stands.append((length, one.stands))
        length += len(one.stands)
        done = one.end
    return "".join((*made, text[done:])), tuple(stands)


def _attributes(interview: Interview, mask: Mask, *, roles: bool) -> Iterable[tuple[str, Cell]]:
    values: dict[str, Cell] = {
        "id": interview.id,
        "leader": interview.leader,
        "role": mask(interview.role),
        "organisation": mask(interview.organisation),
        "group": mask(interview.group),
        "date": interview.date,
        "order": "" if interview.order is None else interview.order,
        "round": mask(interview.round),
    }
    return [(key, values[key]) for key in _ATTRIBUTES if roles or key not in _ROLES]
