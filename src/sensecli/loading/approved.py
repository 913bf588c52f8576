"""`approved.csv`: which passages somebody approved for being quoted to a board."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sensecli.loading.formats.keys import plain
from sensecli.loading.roster import find, rows_of
from sensecli.model import Problem

APPROVED = "approved.csv"
COLUMNS = ("interview", "start", "approved")
"""The columns that it needs; others are not read."""

_NUMBER = re.compile(r"[0-9]{1,12}")
_YES = frozenset({"yes", "y", "true", "x", "1"})
_NO = frozenset({"", "no", "n", "false", "0", "-"})
_MAKE = (
    "sense export FOLDER --to quotes -o FILE writes a sheet to mark; "
    f"put it into the folder as {APPROVED}"
)


@dataclass(frozen=True, slots=True)
class Approved:
    """The passages, by interview and start, and what is wrong with the rows of the others."""

    passages: frozenset[tuple[str, int]] = frozenset()
    problems: tuple[Problem, ...] = ()


def read_approved(folder: Path, passages: Mapping[str, Collection[int]]) -> Approved:
    """The approved passages of a folder's sheet; `passages` are where any begin, by interview.

    A row with anything wrong in it approves nothing, and each thing wrong is a problem.
    """
    try:
        path = find(folder, APPROVED)
    except OSError:
        path = None
    if path is None:
        message = "there is none, so that no quote is approved"
        return Approved(problems=(Problem(APPROVED, None, message, _MAKE),))
    rows = rows_of(path)
    if isinstance(rows, Problem):
        return Approved(problems=(rows,))
    header = [plain(cell) for cell in rows[0].cells]
    if lacking := [name for name in COLUMNS if name not in header]:
        hint = f"it needs the columns {', '.join(COLUMNS)}"
        return Approved(
            problems=tuple(
                Problem(path.name, rows[0].line, f'has no column "{name}"', hint)
                for name in lacking
            )
        )
    found: set[tuple[str, int]] = set()
    refused: set[tuple[str, int]] = set()
    problems: list[Problem] = []
    for row in rows[1:]:
        if row.blank:
            continue
        cells = dict(zip(header, (cell.strip() for cell in row.cells), strict=False))
        wrong = [*_wrong(cells, passages)]
        problems += [Problem(path.name, row.line, message, hint) for message, hint in wrong]
        if wrong:
            continue
        passage, said = (cells["interview"], int(cells["start"])), cells["approved"].casefold()
        if said in _YES:
            found.add(passage)
        elif said:
            refused.add(passage)
    # A passage may stand under several codes: one no is enough.
    return Approved(frozenset(found - refused), tuple(problems))


def _wrong(
    cells: Mapping[str, str], passages: Mapping[str, Collection[int]]
) -> Iterator[tuple[str, str]]:
    """What is wrong in a row, and what to do."""
    interview, start = cells.get("interview", ""), cells.get("start", "")
    if interview not in passages:
        near = get_close_matches(interview, list(passages), n=1)
        hint = f'did you mean "{near[0]}"?' if near else "take the id from the exported sheet"
        yield f'there is no interview "{interview}"', hint
    elif not _NUMBER.fullmatch(start):
        yield f'start "{start}" is not a whole number', "take the number from the exported sheet"
    elif int(start) not in passages[interview]:
        yield (
            f"no passage of {interview} begins at {start}",
            "the interview was changed: export the quotes again",
        )
    said = cells.get("approved", "")
    if said.casefold() not in _YES | _NO:
        yield f'approved is "{said}"', "write yes or no"
