"""`<codebook>.examples.csv`, beside a codebook: passages written as examples of its codes."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from sensecli.loading.formats.keys import plain
from sensecli.loading.formats.rows import Row
from sensecli.loading.roster import rows_of
from sensecli.model import NO_CODE, Codebook, Example, Problem

ENDING = ".examples.csv"
_NEEDED = ("text", "code")
_COLUMNS = (*_NEEDED, "before")
_HINT = 'the first row names the columns: "text" and "code", and "before" where it helps'


def examples_beside(codebook: Path) -> Path:
    """Where the examples of a codebook's file lie, if it has any."""
    return codebook.with_name(f"{codebook.stem}{ENDING}")


def read_examples(
    codebook: Codebook, path: Path | None
) -> tuple[tuple[Example, ...], tuple[Problem, ...]]:
    """All examples of a codebook that lies at `path`: those in its YAML, then those beside it.

    A row that cannot be used is a problem; there is none where the file is not there.
    """
    inside = tuple(Example(text, code.id) for code in codebook.leaves for text in code.examples)
    sheet = examples_beside(path) if path else None
    if sheet is None or not sheet.exists():
        return inside, ()
    rows = rows_of(sheet)
    if isinstance(rows, Problem):
        return inside, (rows,)
    header = [plain(cell) for cell in rows[0].cells]
    lacking = [name for name in _NEEDED if name not in header]
    if lacking:
        return inside, (Problem(sheet.name, 1, f'has no column "{lacking[0]}"', _HINT),)
    beside, problems = _used(rows[1:], header, sheet.name, codebook)
    return (*inside, *beside), problems


def _used(
    rows: Sequence[Row], header: Sequence[str], file: str, codebook: Codebook
) -> tuple[tuple[Example, ...], tuple[Problem, ...]]:
    known = dict.fromkeys((*(code.id for code in codebook.leaves), NO_CODE))
    found: list[Example] = []
    problems: list[Problem] = []
    places = [header.index(name) if name in header else len(header) for name in _COLUMNS]
    for row in rows:
        if row.blank:
            continue
        text, code, before = (row.cells[at].strip() if at < len(row.cells) else "" for at in places)
        if not text:
            hint = "write the passage in it, or take the row out"
            problems.append(Problem(file, row.line, 'has an empty cell in "text"', hint))
        elif code not in known:
            near = get_close_matches(code, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f'write "{NO_CODE}" where it has none'
            problems.append(Problem(file, row.line, f'there is no code "{code}"', hint))
        else:
            found.append(Example(text, code, before))
    return tuple(found), tuple(problems)
