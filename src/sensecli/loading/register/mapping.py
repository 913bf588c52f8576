"""Which of their columns is which, in a consultant's own words: a mapping file, or a mapping."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from sensecli.loading.codebooks.yaml_tree import read_tree
from sensecli.loading.formats.encoding import read_text
from sensecli.loading.formats.guard import objection, unreadable
from sensecli.loading.formats.rows import csv_rows
from sensecli.loading.register.columns import Names
from sensecli.loading.register.headings import Role, plain_heading
from sensecli.loading.register.statuses import plain_status
from sensecli.model import Problem, Progress

ROLES = tuple(role.value for role in Role)
STATUSES = tuple(one.value for one in Progress if one is not Progress.UNSTATED)
_YAML = frozenset({".yaml", ".yml"})
_HINT = 'write "our name: their name", such as "action: What we will do" or "done: Sorted"'
_TITLES = frozenset({"ours", "our name", "sense", "name"})
_PAIR = 2

Pair = tuple[str, str, int | None]
"""Our name, theirs, and the line in the file."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """The user's names of columns and spellings of statuses.

    `pairs` are those of columns, to tell which of them no table has.
    """

    names: Names = field(default_factory=Names)
    statuses: Mapping[str, Progress] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()
    file: str = ""
    problems: tuple[Problem, ...] = ()


def read_mapping(mapping: Mapping[str, str] | Path | None) -> Mapped:
    """What a mapping says, or a file of one: YAML, or a .csv file of two columns, ours first.

    Ours are the roles of columns, and the names of statuses for spellings of their own. Whatever
    is wrong in it is a problem; the rest is used.
    """
    if mapping is None:
        return Mapped()
    if not isinstance(mapping, Path):
        return _mapped("", [(ours, theirs, None) for ours, theirs in mapping.items()])
    found = _pairs(mapping)
    if isinstance(found, Problem):
        return Mapped(file=mapping.name, problems=(found,))
    pairs, problems = found
    mapped = _mapped(mapping.name, pairs)
    return Mapped(
        mapped.names, mapped.statuses, mapped.pairs, mapped.file, (*problems, *mapped.problems)
    )


def not_found(mapped: Mapped, written: Iterable[str]) -> tuple[Problem, ...]:
    """The problems of names that no table has; `written` are all names that there are."""
    there = {plain_heading(name): name for name in written if name.strip()}
    return tuple(
        Problem(
            mapped.file or "mapping",
            line,
            f'no table has a column "{theirs}"',
            _near(theirs, there),
        )
        for _, theirs, line in mapped.pairs
        if plain_heading(theirs) not in there
    )


def _near(theirs: str, there: Mapping[str, str]) -> str:
    near = get_close_matches(plain_heading(theirs), list(there), n=1)
    if near:
        return f'did you mean "{there[near[0]]}"?'
    listed = ", ".join(f'"{name}"' for name in [*there.values()][:8])
    return f"there are {listed}" if listed else "no row with names of columns was found"


def _pairs(path: Path) -> tuple[list[Pair], tuple[Problem, ...]] | Problem:
    if path.is_dir():
        return Problem(path.name, None, "is a folder", "name the file of the mapping")
    try:
        if wrong := objection(path):
            return wrong
        if path.suffix.casefold() in _YAML:
            return _of_yaml(path)
        if path.suffix.casefold() == ".csv":
            return _of_csv(path)
    except OSError as error:
        return unreadable(path, error)
    return Problem(path.name, None, "a mapping is a .yaml or a .csv file", _HINT)


def _of_csv(path: Path) -> tuple[list[Pair], tuple[Problem, ...]] | Problem:
    rows = csv_rows(path)
    if isinstance(rows, Problem):
        return rows
    pairs: list[Pair] = []
    problems: list[Problem] = []
    for row in (row for row in rows if not row.blank):
        cells = [cell.strip() for cell in row.cells if cell.strip()]
        if not pairs and cells[0].casefold() in _TITLES:
            continue
        if len(cells) == _PAIR:
            pairs.append((cells[0], cells[1], row.line))
        else:
            problems.append(
                Problem(path.name, row.line, "a row has two cells, ours and theirs", _HINT)
            )
    return pairs, tuple(problems)


def _of_yaml(path: Path) -> tuple[list[Pair], tuple[Problem, ...]] | Problem:
    text = read_text(path)
    tree = text if isinstance(text, Problem) else read_tree(text, path.name)
    if isinstance(tree, Problem):
        return tree
    if not isinstance(tree.value, dict):
        return Problem(path.name, 1, "holds no names", _HINT)
    pairs: list[Pair] = []
    problems = [*tree.problems]
    for ours, theirs in tree.value.items():
        given = theirs if isinstance(theirs, list) else [theirs]
        pairs += [(ours, one, tree.line((ours,))) for one in given if isinstance(one, str)]
        if not given or not all(isinstance(one, str) for one in given):
            message = f'"{ours}" has no name behind it'
            problems.append(Problem(path.name, tree.line((ours,)), message, _HINT))
    return pairs, tuple(problems)


def _mapped(file: str, pairs: list[Pair]) -> Mapped:
    names: dict[str, Role] = {}
    statuses: dict[str, Progress] = {}
    kept: list[Pair] = []
    problems: list[Problem] = []
    for pair in pairs:
        ours, theirs, line = pair[0].strip().casefold(), pair[1], pair[2]
        if fault := _fault(ours, theirs, names):
            problems.append(Problem(file or "mapping", line, *fault))
        elif ours in ROLES:
            names[plain_heading(theirs)] = Role(ours)
            kept.append(pair)
        else:
            statuses[plain_status(theirs)] = Progress(ours)
    return Mapped(Names(names), statuses, tuple(kept), file, tuple(problems))


def _fault(ours: str, theirs: str, names: Mapping[str, Role]) -> tuple[str, str] | None:
    if ours not in ROLES + STATUSES:
        return f'there is nothing called "{ours}" here', _meant(ours, theirs)
    if not plain_heading(theirs):
        return f'"{ours}" has no name behind it', _HINT
    if ours in ROLES and plain_heading(theirs) in names:
        return f'"{theirs}" is given twice', "keep one of the two"
    return None


def _meant(ours: str, theirs: str) -> str:
    if (other := theirs.strip().casefold()) in ROLES + STATUSES:
        return f'our name goes first: "{other}: {ours}"'
    near = get_close_matches(ours, [*ROLES, *STATUSES], n=1)
    return f'did you mean "{near[0]}"?' if near else "; ".join(_known())


def _known() -> Iterator[str]:
    yield f"columns are {', '.join(ROLES)}"
    yield f"statuses are {', '.join(STATUSES)}"
