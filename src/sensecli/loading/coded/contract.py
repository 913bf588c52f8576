"""Codings in our own columns: `sense export --to csv`, a gold file, a blind sheet filled in."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum

from sensecli.loading.coded.sheet import Cells, Sheet, stamped, unspelled
from sensecli.model import Actor, Holder, Problem, Stance, Status
from sensecli.model.passage import CodedPassage

COLUMNS = "interview, code, and text, segment or start and end"
"""The columns that this layout needs."""

_VALUES: Mapping[str, type[StrEnum]] = {
    "stance": Stance,
    "status": Status,
    "actor": Actor,
    "holder": Holder,
}
_TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
_NUMBERS = ("segment", "start", "end")
# Behind these columns of an exported table stand the interviews' own attributes: a note is theirs.
_EXPORTED = ("rule", "confidence", "leader")


def is_contract(sheet: Sheet) -> bool:
    """Whether the sheet has the columns of the contract that tell a coding and its place."""
    placed = sheet.has(("text", "segment")) or (sheet.has(("start",)) and sheet.has(("end",)))
    return sheet.has(("interview",)) and sheet.has(("code",)) and placed


def contract_rows(sheet: Sheet) -> tuple[tuple[CodedPassage, ...], tuple[Problem, ...]]:
    """Each row that has nothing wrong in it, and all that is wrong in the others.

    A row without a code says that its passage was read. A sheet in which no row has one was not
    filled in.
    """
    if sheet.rows and not any(row.held.get("code") for row in sheet.rows):
        message, hint = "has no code in any row", "fill in the column code first"
        return (), (Problem(sheet.file, sheet.line, message, hint),)
    exported = all(sheet.has((name,)) for name in _EXPORTED)
    memos = ("memo",) if exported else ("memo", "note")
    found: list[CodedPassage] = []
    problems: list[Problem] = []
    for row in sheet.rows:
        wrong = [Problem(sheet.file, row.line, *fault) for fault in _faults(row)]
        problems += wrong
        if not wrong:
            found.append(_passage(row, memos))
    return tuple(found), tuple(problems)


def _faults(row: Cells) -> Iterator[tuple[str, str]]:
    if not row.held.get("interview"):
        yield "has no interview", "put in the interview's id"
    coded = row.held.get("code")
    given = [name for name in (*_VALUES, "prompted") if row.held.get(name)]
    if given and not coded:
        yield f"has a {given[0]} and no code", "put in the code, or take the rest out"
    for name, kind in _VALUES.items():
        yield from _unknown(row, name, [member.value for member in kind])
    yield from _unknown(row, "prompted", list(_TRUTHS))
    for name in _NUMBERS:
        if row.held.get(name) and row.number(name) is None:
            message = f'{name} "{row.held[name]}" is not a whole number'
            yield message, "correct it, or leave it empty"
    placed = row.held.get("start") and row.held.get("end")
    if not (placed or row.held.get("text") or row.held.get("segment")):
        yield "has no text", "copy the passage's own words into the column text"


def _unknown(row: Cells, name: str, values: list[str]) -> Iterator[tuple[str, str]]:
    written = row.held.get(name, "").casefold()
    if written and written not in values:
        near = get_close_matches(written, values, n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(values)}"
        yield f'there is no {name} "{row.held[name]}"', hint


def _passage(row: Cells, memos: tuple[str, ...]) -> CodedPassage:
    held = {name: cell.casefold() for name, cell in row.held.items()}
    code = row.held.get("code", "")
    return CodedPassage(
        document=row.held["interview"],
        quote=unspelled(row.held.get("text", "")),
        codes=(code,) if code else (),
        line=row.line,
        coder=row.held.get("coder", ""),
        memo=unspelled(row.first(memos)),
        time=stamped(row.held.get("time", "")),
        start=row.number("start"),
        end=row.number("end"),
        segment=row.number("segment"),
        stance=Stance(held["stance"]) if held.get("stance") else None,
        status=Status(held["status"]) if held.get("status") else None,
        actor=Actor(held["actor"]) if held.get("actor") else None,
        holder=Holder(held["holder"]) if held.get("holder") else None,
        prompted=_TRUTHS[held["prompted"]] if held.get("prompted") else None,
    )
