"""A sheet with one code a row -> drafts of codes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sensecli.loading.codebooks.content import cue_faults
from sensecli.loading.codebooks.drafts import Draft, WrittenCue, depth_allowed, one_line
from sensecli.loading.formats.guard import objection
from sensecli.loading.formats.keys import plain
from sensecli.loading.formats.rows import Row, csv_rows, xlsx_sheets
from sensecli.model import Problem
from sensecli.model.codebook import Kind

_COLUMNS = {
    "id": ("id", "code id"),
    "label": ("label", "name", "code name", "code", "title", "theme"),
    "kind": ("kind", "type"),
    "proposition": ("proposition", "statement"),
    "definition": ("definition", "description", "meaning", "memo"),
    "examples": ("examples", "example", "typical example", "typical examples"),
    "cues": ("cues", "cue", "keywords", "phrases"),
    "parent": ("parent", "group", "parent code", "category"),
}
_HINT = 'call it "label"; others may be id, kind, proposition, definition, examples, cues and group'
_KINDS = {"themes": "theme", "barriers": "barrier", "lenses": "lens"}


@dataclass(frozen=True, slots=True)
class _Read:
    draft: Draft
    parent: str


def sheet_drafts(path: Path) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The codes of a .csv or .xlsx file as a tree, and what was wrong with it."""
    fault = objection(path)
    if fault:
        return (), (fault,)
    rows = csv_rows(path) if path.suffix.casefold() == ".csv" else _workbook(path)
    if isinstance(rows, Problem):
        return (), (rows,)
    filled = [row for row in rows if not row.blank]
    columns = _columns(filled[0]) if filled else {}
    if "label" not in columns:
        message = "has no column for the names of the codes"
        line = filled[0].line if filled else None
        return (), (Problem(path.name, line, message, _HINT),)
    problems: list[Problem] = []
    read = [_one(row, columns, path.name, problems) for row in filled[1:]]
    drafts = _tree([one for one in read if one], path.name, problems)
    if not drafts and not problems:
        problems.append(Problem(path.name, None, "has no code in it", "write one code in each row"))
    return tuple(drafts), tuple(problems)


def _workbook(path: Path) -> Sequence[Row] | Problem:
    try:
        sheets = list(xlsx_sheets(path))
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not an Excel workbook that can be read ({type(error).__name__})"
        return Problem(path.name, None, message, "open it in Excel and save it again")
    written = ([row for row in rows if not row.blank] for _, rows in sheets)
    filled = [rows for rows in written if rows]
    labelled = (rows for rows in filled if "label" in _columns(rows[0]))
    return next(labelled, filled[0] if filled else ())


def _columns(header: Row) -> Mapping[str, int]:
    words = [plain(cell) for cell in header.cells]
    found = {
        field: next((words.index(name) for name in names if name in words), None)
        for field, names in _COLUMNS.items()
    }
    return {field: place for field, place in found.items() if place is not None}


def _one(row: Row, columns: Mapping[str, int], file: str, problems: list[Problem]) -> _Read | None:
    cell = {f: row.cells[at].strip() if at < len(row.cells) else "" for f, at in columns.items()}
    label = one_line(cell["label"]) or one_line(cell.get("id", ""))
    if not label:
        hint = 'fill the cell in the column "label", or take the row out'
        problems.append(Problem(file, row.line, f"row {row.number} has no name of a code", hint))
        return None
    draft = Draft(
        label,
        id=cell.get("id", ""),
        kind=_kind(cell.get("kind", ""), row, file, problems),
        proposition=cell.get("proposition", ""),
        definition=cell.get("definition", ""),
        examples=[one.strip(" -\u2022") for one in cell.get("examples", "").split("\n")],
        cues=list(_cues(cell.get("cues", ""), row, file, problems)),
        line=row.line,
    )
    return _Read(draft, one_line(cell.get("parent", "")))


def _kind(given: str, row: Row, file: str, problems: list[Problem]) -> str:
    kinds = [kind.value for kind in Kind]
    word = _KINDS.get(given.casefold(), given.casefold())
    if not word or word in kinds:
        return word
    close = get_close_matches(word, kinds, n=1)
    hint = f'Did you mean "{close[0]}"?' if close else "write theme, barrier or lens"
    problems.append(Problem(file, row.line, f'the kind "{given}" is not known', hint))
    return ""


def _cues(given: str, row: Row, file: str, problems: list[Problem]) -> Iterator[WrittenCue]:
    """The cues of a cell, parted by ; or a line break; one like an expression is taken as one."""
    for part in re.split(r"[;\n]", given):
        cue = one_line(part)
        faults = list(cue_faults(cue)) if cue else []
        expression = bool(faults) and "regular expression" in faults[0][0]
        if expression:
            faults = list(cue_faults({"regex": cue}))
        if faults:
            problems.append(Problem(file, row.line, *faults[0]))
        elif cue:
            yield {"regex": cue} if expression else cue


def _tree(read: Sequence[_Read], file: str, problems: list[Problem]) -> list[Draft]:
    """Rows under the rows that they name as their parent; a name with no row becomes a group."""
    known: dict[str, Draft] = {}
    for one in read:
        for name in (one.draft.id, one.draft.label):
            if name:
                known.setdefault(name.casefold(), one.draft)
    parents: dict[int, Draft] = {}
    top: list[Draft] = []
    for one in read:
        name = one.parent.casefold()
        if name and name not in known:
            known[name] = Draft(one.parent)
            top.append(known[name])
        parent = known[name] if name else None
        if parent is None:
            top.append(one.draft)
        elif _climbs(one.draft, parent, parents):
            message = f'"{one.draft.label}" lies under itself, or too deep'
            hint = "look at the parents of this row"
            problems.append(Problem(file, one.draft.line, message, hint))
            top.append(one.draft)
        else:
            parents[id(one.draft)] = parent
            parent.codes.append(one.draft)
    return top


def _climbs(draft: Draft, parent: Draft, parents: Mapping[int, Draft]) -> bool:
    """Whether putting the draft there would close a circle, or go too deep."""
    depth, above = 2 + _height(draft), parent
    while above is not draft and id(above) in parents and depth_allowed(depth):
        above, depth = parents[id(above)], depth + 1
    return above is draft or not depth_allowed(depth)


def _height(draft: Draft) -> int:
    return max((1 + _height(child) for child in draft.codes), default=0)
