"""A gold file (what a careful person coded) -> its rows, with everything that is wrong in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from sensecli.loading.formats.keys import plain
from sensecli.loading.formats.rows import Row
from sensecli.loading.roster import rows_of
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

_TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
_VALUES: Mapping[str, type[StrEnum]] = {
    "stance": Stance,
    "status": Status,
    "actor": Actor,
    "holder": Holder,
}
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Gold:
    """The rows that can be used, in the file's order, and what is wrong with the others."""

    rows: tuple[CodedRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_gold(path: Path, *, interviews: Iterable[str], codes: Iterable[str]) -> Gold:
    """The rows of a gold file about those interviews and codes (their ids).

    A row with anything wrong in it is not used, and each thing wrong is a problem of its own.
    """
    rows = rows_of(path)
    if isinstance(rows, Problem):
        return Gold(problems=(rows,))
    header = [plain(cell) for cell in rows[0].cells]
    if missing := _missing(path, rows[0], header):
        return Gold(problems=missing)
    known = {"interview": tuple(interviews), "code": tuple(codes)}
    found: list[CodedRow] = []
    problems: list[Problem] = []
    lines: dict[tuple[object, ...], int] = {}
    for row in rows[1:]:
        if row.blank:
            continue
        cells = dict(zip(header, (cell.strip() for cell in row.cells), strict=False))
        wrong = [*_wrong(cells, known)]
        if not wrong:
            made = _row(cells, row.line)
            first = lines.setdefault(_identity(made), row.line)
            if first != row.line:
                hint = "keep one of the two rows"
                wrong = [(f"gives the same passage, code and holder as line {first}", hint)]
            else:
                found.append(made)
        problems += [Problem(path.name, row.line, message, hint) for message, hint in wrong]
    return Gold(tuple(found), tuple(problems))


def _missing(path: Path, header: Row, words: Sequence[str]) -> tuple[Problem, ...]:
    lacking = [name for name in COLUMNS if name not in words]
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
    cells: Mapping[str, str], known: Mapping[str, tuple[str, ...]]
) -> Iterable[tuple[str, str]]:
    """(what is wrong, what to do) of each cell that cannot be used."""
    for name, ids in known.items():
        if cells.get(name, "") not in ids:
            yield _unknown(name, cells.get(name, ""), ids)
    for name, kind in _VALUES.items():
        values = [member.value for member in kind]
        if cells.get(name, "").casefold() not in values:
            yield _unknown(name, cells.get(name, ""), values)
    if cells.get("prompted", "").casefold() not in _TRUTHS:
        yield _unknown("prompted", cells.get("prompted", ""), ("true", "false"))
    for name in ("segment", "start", "end"):
        if cells.get(name) and not cells[name].isdecimal():
            yield f'{name} "{cells[name]}" is not a whole number', "correct it, or leave it empty"
    if not cells.get("text"):
        yield "has no text", "copy the passage's own words into the column text"


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
        text=cells["text"],
        code=cells["code"],
        stance=Stance(cells["stance"].casefold()),
        status=Status(cells["status"].casefold()),
        actor=Actor(cells["actor"].casefold()),
        holder=Holder(cells["holder"].casefold()),
        prompted=_TRUTHS[cells["prompted"].casefold()],
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
