"""Which row of a table names its columns, and what each column holds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sensecli.loading.register.headings import (
    COMPLETION,
    INEXACTLY,
    KINDS_OF_ROWS,
    OTHER_LISTS,
    TITLES,
    Role,
    could_be_a_heading,
    is_exact,
    plain_heading,
    role_of,
)
from sensecli.loading.register.lines import Line

SEVERAL = frozenset({Role.NOTE, Role.DESCRIPTION, Role.STATUS})
"""What several columns may hold: of a status the later ones say what the first leaves open."""

_ACTION = frozenset({Role.ACTION, Role.DESCRIPTION})
_FEWEST, _LOOKED_AT, _SURE = 2, 200, 3


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: by role, the surest first; those of no use, and what was wrong.

    `names` are all names as written, on one line each. `twice` are roles of which two columns have
    the same name. `beside` is the first column of a second table to the right, if there is one.
    """

    line: Line
    names: tuple[str, ...]
    by_role: Mapping[Role, tuple[int, ...]]
    unused: tuple[int, ...] = ()
    twice: tuple[Role, ...] = ()
    beside: int | None = None

    def of(self, role: Role) -> int | None:
        """The column of that role; None where there is none."""
        return next(iter(self.by_role.get(role, ())), None)

    @property
    def kinds(self) -> tuple[int, ...]:
        """The columns that may say of a row that it is no action."""
        return tuple(n for n, name in enumerate(self.names) if plain_heading(name) in KINDS_OF_ROWS)

    @property
    def is_other_list(self) -> bool:
        """Whether it lists something else than actions: risks, decisions, people met."""
        words = {word for name in self.names for word in plain_heading(name).split()}
        return self.of(Role.ACTION) is None and bool(words & OTHER_LISTS)


@dataclass(frozen=True, slots=True)
class Names:
    """The user's own names of columns, plain, with the role of each."""

    own: Mapping[str, Role] = field(default_factory=dict)

    def role(self, cell: str) -> tuple[Role, int] | None:
        """What a column of that name holds, and how surely; the user's own word goes first."""
        own = self.own.get(plain_heading(cell))
        if own is not None:
            return own, -1
        found = role_of(cell)
        # A role that the user gave to another column is no guess's.
        return None if found and found[0] in self.own.values() else found

    def exact(self, cell: str) -> bool:
        """Whether it is the name of a column, and not only like one."""
        return plain_heading(cell) in self.own or is_exact(cell)


def header_among(lines: Sequence[Line], names: Names) -> int | None:
    """Where the first row that names columns stands; None where none does.

    A block of titles may stand above ("Summary | version 2"): the first row that names an action
    and something else goes before them, then the fullest.
    """
    found = [
        (number, _roles(line, names))
        for number, line in enumerate(lines[:_LOOKED_AT])
        if is_header(line, names, first=True)
    ]
    named = (number for number, roles in found if roles & _ACTION and len(roles) >= _FEWEST)
    fullest = max(found, key=lambda one: (len(one[1]), -one[0]), default=(None, None))
    return next(named, fullest[0])


def is_header(line: Line, names: Names, *, first: bool = False) -> bool:
    """Whether a row names columns: two of them surely, and most of its cells.

    Of the `first` in a table less is asked: an action and any other name.
    """
    cells = [line.cells[number] for number in line.filled]
    if len(cells) < _FEWEST or not all(map(could_be_a_heading, cells)):
        return False
    sure = {found[0] for cell in cells if names.exact(cell) and (found := names.role(cell))}
    known = sum(names.role(cell) is not None for cell in cells)
    if first and sure & _ACTION:
        return True
    least = _FEWEST if first else min(_SURE, len(cells))
    return len(sure) >= least and 2 * known >= len(cells)


def columns_of(
    line: Line, below: Line | None, names: Names, *, dates: Collection[int] = ()
) -> Columns:
    """The columns that a row names; `below` is a second row of names, if there is one.

    A column of `dates` is none of actions, unless the user says so.
    """
    written = _written(line, below)
    found = _roles_of(written, names, dates)
    beside = _beside(found, written)
    if beside is not None:
        found = defaultdict(list, {r: [c for c in cs if c[1] < beside] for r, cs in found.items()})
    if len(found[Role.DUE]) > 1 and not found[Role.CLOSED]:
        closed = [c for c in found[Role.DUE] if plain_heading(written[c[1]]) == COMPLETION]
        found[Role.CLOSED] = closed[:1]
        found[Role.DUE] = [c for c in found[Role.DUE] if c not in closed[:1]]
    if not found[Role.ACTION] and found[Role.DESCRIPTION]:
        action = min(found[Role.DESCRIPTION])
        found[Role.DESCRIPTION].remove(action)
        found[Role.ACTION] = [action]
    if not (found[Role.DUE] or found[Role.STATUS]):
        # "Name | Title" are people.
        found[Role.ACTION] = [
            one for one in found[Role.ACTION] if plain_heading(written[one[1]]) not in TITLES
        ]
    kept: dict[Role, tuple[int, ...]] = {}
    twice: list[Role] = []
    for role, columns in found.items():
        columns.sort()
        if not columns:
            continue
        if role not in SEVERAL and len(columns) > 1 and columns[0][0] == columns[1][0] >= 0:
            alike = {plain_heading(written[column]) for _, column in columns[:2]}
            twice += [role] if len(alike) == 1 else []
        kept[role] = tuple(c for _, c in (columns if role in SEVERAL else columns[:1]))
    used = {column for columns in kept.values() for column in columns}
    end = len(written) if beside is None else beside
    unused = tuple(c for c in range(end) if written[c] and c not in used)
    return Columns(line, written, kept, unused, tuple(twice), beside)


def is_second_row(line: Line, header: Line, names: Names) -> bool:
    """Whether a row goes on naming columns: where the row above names none, or spans several."""
    cells = line.filled
    return bool(cells) and all(
        names.exact(line.cells[column])
        and (not header.cell(column) or header.wide)
        and names.role(header.cell(column)) != (Role.ACTION, 0)
        for column in cells
    )


def same_columns(line: Line, columns: Columns) -> bool:
    """Whether a row says the names of these columns again."""
    filled = line.filled
    return len(filled) >= _FEWEST and all(
        column < len(columns.names)
        and plain_heading(line.cells[column]) == plain_heading(columns.names[column])
        for column in filled
    )


def _roles_of(
    written: Sequence[str], names: Names, dates: Collection[int]
) -> defaultdict[Role, list[tuple[int, int]]]:
    """The columns of each role, each with its rank."""
    found: defaultdict[Role, list[tuple[int, int]]] = defaultdict(list)
    for column, name in enumerate(written):
        if name and (held := names.role(name)):
            role, rank = held
            if role in _ACTION and column in dates and rank >= 0:
                role, rank = Role.DUE, INEXACTLY
            found[role].append((rank, column))
    return found


def _roles(line: Line, names: Names) -> set[Role]:
    return {found[0] for number in line.filled if (found := names.role(line.cells[number]))}


def _written(line: Line, below: Line | None) -> tuple[str, ...]:
    width = max(len(line.cells), len(below.cells) if below else 0)
    rows = [line, below] if below else [line]
    return tuple(
        " ".join((rows[-1].own(column) or line.cell(column)).split()) for column in range(width)
    )


def _beside(found: Mapping[Role, Iterable[tuple[int, int]]], names: Sequence[str]) -> int | None:
    """The first column of a second table: an empty one parts it, and it has actions of its own."""
    for gap in (number for number, name in enumerate(names) if not name):
        left = {role for role, columns in found.items() if any(c < gap for _, c in columns)}
        right = {role for role, columns in found.items() if any(c > gap for _, c in columns)}
        if Role.ACTION in left & right and len(left & right) > 1:
            return next(number for number in range(gap, len(names)) if names[number])
    return None
