"""`theirs,ours`: which code of ours is meant by a code of a file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from sensecli.loading.coded.sheet import read_sheet
from sensecli.model import Problem

_THEIRS, _OURS = "theirs", "ours"


@dataclass(frozen=True, slots=True)
class ReadCodes:
    """Our code by each of theirs as written, empty for those to leave out; None if unreadable."""

    codes: Mapping[str, str] | None = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_codes(path: Path, ids: Collection[str]) -> ReadCodes:
    """The pairs in a sheet with the columns theirs and ours; `ids` are our codes.

    A row with anything wrong in it is not used, and is a problem.
    """
    sheet = read_sheet(path)
    if isinstance(sheet, Problem):
        return ReadCodes(None, (sheet,))
    if not (sheet.has((_THEIRS,)) and sheet.has((_OURS,))):
        message, hint = "says of no code which is meant", "it needs the columns theirs and ours"
        return ReadCodes(None, (Problem(sheet.file, sheet.line, message, hint),))
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for row in sheet.rows:
        theirs, ours = row.held.get(_THEIRS, ""), row.held.get(_OURS, "")
        if fault := _fault(theirs, ours, found, ids):
            problems.append(Problem(sheet.file, row.line, *fault))
        else:
            found[theirs] = ours
    return ReadCodes(found, tuple(problems))


def _fault(
    theirs: str, ours: str, found: Mapping[str, str], ids: Collection[str]
) -> tuple[str, str] | None:
    if not theirs:
        return "has no code of theirs", "put it in, or take the row out"
    if ours and ours not in ids:
        near = get_close_matches(ours, list(ids), n=1)
        hint = f'did you mean "{near[0]}"?' if near else "sense codebook show lists the codes"
        return f'there is no code "{ours}" in the codebook', hint
    if found.get(theirs, ours) != ours:
        return f'gives "{theirs}" a second code', "keep one of the two rows"
    return None
