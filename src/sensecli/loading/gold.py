"""A gold file (what a careful person coded) -> its rows, with everything that is wrong in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from sensecli.loading.formats.keys import plain
from sensecli.loading.formats.rows import Row
from sensecli.loading.sheet import first_sheet
from sensecli.model import Actor, CodedRow, Holder, Problem, Stance, Status

GOLD = "gold.csv"
COLUMNS = (
    "interview",
    "segment",
    "text",
    "code",
    "stance",
    "status",
    "actor",
    "holder",
    "prompted",
)
"""The columns that a gold file needs; it may have `start` and `end`, and any others."""

COMPARED = ("interview", "code", "stance", "status", "holder")
"""The columns that coders' files need to be compared: and a segment, offsets or a text."""

_GIVEN = ("code", "stance", "status", "actor", "holder", "prompted")

_TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
_VALUES: Mapping[str, type[StrEnum]] = {
    "stance": Stance,
    "status": Status,
    "actor": Actor,
    "holder": Holder,
}
_SHOWN = 8
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Gold:
    """The rows that can be used, in the file's order, and what is wrong with the others.

    `uncoded` are rows of passages that were read and left without a code: all that they say is
    where the passage is (their code is empty).
    """

    rows: tuple[CodedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    uncoded: tuple[CodedRow, ...] = ()


def read_gold(
    path: Path,
    *,
    interviews: Iterable[str] | None,
    codes: Iterable[str] | None,
    needed: Sequence[str] = COLUMNS,
) -> Gold:
    """The rows of a gold file (.csv or .xlsx) about those interviews and codes (their ids).

    A row with anything wrong in it is not used, and each thing wrong is a problem of its own. Any
    ids will do where `interviews` or `codes` is None. Of the columns that are not `needed`, what
    is missing takes its least telling value.
    """
    rows = first_sheet(path)
    if isinstance(rows, Problem):
        return Gold(problems=(rows,))
    header = [plain(cell) for cell in rows[0].cells]
    if missing := _missing(path, rows[0], header, needed):
        return Gold(problems=missing)
    known = {
        name: None if ids is None else tuple(ids)
        for name, ids in (("interview", interviews), ("code", codes))
    }
    found: list[CodedRow] = []
    uncoded: list[CodedRow] = []
    problems: list[Problem] = []
    lines: dict[tuple[object, ...], int] = {}
    for row in rows[1:]:
        if row.blank:
            continue
        cells = dict(zip(header, (cell.strip() for cell in row.cells), strict=False))
        bare = not any(cells.get(name) for name in _GIVEN)
        wrong = [*_wrong(cells, known, needed, bare=bare)]
        if not wrong and bare:
            uncoded.append(_row(cells, row.line))
        elif not wrong:
            made = _row(cells, row.line)
            first = lines.setdefault(_identity(made), row.line)
            if first != row.line:
                hint = "keep one of the two rows"
                wrong = [(f"gives the same passage, code and holder as line {first}", hint)]
            else:
                found.append(made)
        problems += [Problem(path.name, row.line, message, hint) for message, hint in wrong]
    return Gold(tuple(found), tuple(problems), tuple(uncoded))


def _missing(
    path: Path, header: Row, words: Sequence[str], needed: Sequence[str]
) -> tuple[Problem, ...]:
    lacking = [name for name in needed if name not in words]
    return tuple(
        Problem(path.name, header.line, f'has no column "{name}"', _column_hint(name, words))
        for name in lacking
    )


def _column_hint(name: str, words: Sequence[str]) -> str:
    near = get_close_matches(name, [word for word in words if word not in COLUMNS], n=1)
    if near:
        return f'rename the column "{near[0]}"'
    return f"a gold file has the columns {', '.join(COLUMNS)}"


def _wrong(
    cells: Mapping[str, str],
    known: Mapping[str, tuple[str, ...] | None],
    needed: Sequence[str],
    *,
    bare: bool,
) -> Iterable[tuple[str, str]]:
    """(what is wrong, what to do) of each cell that cannot be used; `bare` rows have no code."""
    for name, ids in known.items():
        written = cells.get(name, "")
        if (not written or (ids is not None and written not in ids)) and not (
            bare and name == "code"
        ):
            yield _unknown(name, written, ids or ())
    if not bare:
        yield from _wrong_values(cells, needed)
    for name in ("segment", "start", "end"):
        written = cells.get(name, "")
        if written and not (written.isdecimal() and len(written) <= _MOST_DIGITS):
            yield f'{name} "{written}" is not a whole number', "correct it, or leave it empty"
    if not cells.get("text") and (
        "text" in needed or not (cells.get("segment") or (cells.get("start") and cells.get("end")))
    ):
        yield "has no text", "copy the passage's own words into the column text"


def _wrong_values(cells: Mapping[str, str], needed: Sequence[str]) -> Iterable[tuple[str, str]]:
    for name, kind in _VALUES.items():
        values = [member.value for member in kind]
        written = cells.get(name, "")
        if (written or name in needed) and written.casefold() not in values:
            yield _unknown(name, written, values)
    written = cells.get("prompted", "")
    if (written or "prompted" in needed) and written.casefold() not in _TRUTHS:
        yield _unknown("prompted", written, ("true", "false"))


def _unknown(name: str, written: str, values: Sequence[str]) -> tuple[str, str]:
    near = get_close_matches(written.casefold(), values, n=1)
    listed = ", ".join(values[:_SHOWN]) + (", ..." if len(values) > _SHOWN else "")
    hint = f'did you mean "{near[0]}"?' if near else f"there are {listed or 'none'}"
    if not written:
        return f"has no {name}", hint
    where = {"interview": "in the folder", "code": "in the codebook"}.get(name)
    return (f'there is no {name} "{written}"' + (f" {where}" if where else ""), hint)


def _row(cells: Mapping[str, str], line: int) -> CodedRow:
    return CodedRow(
        interview=cells["interview"],
        text=cells.get("text", ""),
        code=cells.get("code", ""),
        stance=Stance(cells.get("stance", "").casefold() or Stance.NEUTRAL),
        status=Status(cells.get("status", "").casefold() or Status.NONE),
        actor=Actor(cells.get("actor", "").casefold() or Actor.UNSPECIFIED),
        holder=Holder(cells.get("holder", "").casefold() or Holder.LEADER),
        prompted=_TRUTHS[cells.get("prompted", "").casefold() or "false"],
        segment=_number(cells, "segment"),
        start=_number(cells, "start"),
        end=_number(cells, "end"),
        line=line,
    )


def _number(cells: Mapping[str, str], name: str) -> int | None:
    return int(cells[name]) if cells.get(name) else None


def _identity(row: CodedRow) -> tuple[object, ...]:
    """What no two rows may share; without a number or offsets, the same words may come again."""
    if row.segment is None and row.start is None:
        return (row.line,)
    return (row.interview, row.segment, row.start, row.text, row.code, row.holder)
