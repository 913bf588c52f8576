"""What a user is told of a register: how its rows were read, and what was not."""

from collections.abc import Iterator, Sequence

from sensecli.loading.register.blocks import Block
from sensecli.loading.register.columns import Columns
from sensecli.loading.register.headings import Role, could_be_a_heading, role_of
from sensecli.loading.register.kinds import Kind
from sensecli.loading.register.lines import Line, Table, letter, listed, shortened
from sensecli.model import Notice, Problem

_MAP = 'say which in a mapping file (--mapping FILE), such as "action: {}"'
_PASSED = (
    (Kind.SECTION, "section row", "section rows"),
    (Kind.SUBTOTAL, "subtotal", "subtotals"),
    (Kind.HEADER, "repeated header", "repeated headers"),
    (
        Kind.CONTINUATION,
        "row that goes on with the one above",
        "rows that go on with the one above",
    ),
    (Kind.EMPTY, "row with a number and nothing else", "rows with a number and nothing else"),
    (Kind.OTHER, "row of another kind", "rows of another kind"),
    (Kind.PROBLEM, "row that is not read", "rows that are not read"),
)
_WANTED = ((Role.OWNER, "owner"), (Role.DUE, "due"), (Role.STATUS, "status"))
_SHOWN = 8


def counted(block: Block) -> Notice:
    """How many rows of a block were read as what, and from which columns."""
    table, columns = block.table, block.columns
    actions = len(block.rows(Kind.ACTION))
    filled = sum(kind is not Kind.BLANK for kind in block.kinds)
    parts = [
        f"{len(rows)} {one if len(rows) == 1 else several} ({listed(rows, row=table.row)})"
        for kind, one, several in _PASSED
        if (rows := block.rows(kind))
    ]
    if block.titles:
        parts.append(f"{len(block.titles)} above the header")
    said = f"{table.place}: {_plural(actions, 'action')} in {_plural(filled, table.row)}"
    said += f" below {table.row} {columns.line.number}"
    if parts:
        said += f"; besides {', '.join(parts)}"
    unused = [columns.names[column] for column in columns.unused]
    if unused:
        said += f". Not used: {_quoted(unused)}"
    return Notice(f"{said}.")


def lacking(block: Block) -> Iterator[Notice]:
    """Which columns of use a block lacks, where one with another name may be it."""
    columns = block.columns
    closed = {Role.STATUS} if columns.of(Role.CLOSED) is not None else set()
    lacks = [
        name
        for role, name in _WANTED
        if columns.of(role) is None
        and role not in closed
        and not (role is Role.DUE and columns.of(Role.REVISED) is not None)
    ]
    if lacks:
        names = [columns.names[column] for column in columns.unused]
        there = f" among {_quoted(names)}" if names else ""
        yield Notice(
            f"{block.table.place}: no column is known for {_and(lacks)}{there}; a mapping file "
            "(--mapping FILE) can name it."
        )


def wrong_rows(block: Block) -> Iterator[Problem]:
    """Rows that could not be placed, headers that are not clear, and formulas without a value."""
    place, columns, row = block.table.place, block.columns, block.table.row
    lines = {line.number: line.line for line in block.lines}
    if columns.beside is not None:
        message = (
            f"a second table stands beside the first, from column {letter(columns.beside)} on; "
            "it is not read"
        )
        yield Problem(
            place, columns.line.line, message, "put it below the first, or on a sheet of its own"
        )
    for role in columns.twice:
        column = columns.by_role[role][0]
        message = f'two columns are called "{columns.names[column]}"; the first is read'
        yield Problem(place, columns.line.line, message, "rename or take out one of them")
    # Of a row that is wrong twice over, what is the cause is told alone.
    unread = {one.number for one in block.lines if columns.by_role[Role.ACTION][0] in one.unread}
    rows = [number for number in block.rows(Kind.PROBLEM) if number not in unread]
    if rows:
        one = len(rows) == 1
        has, it = ("has", "it") if one else ("have", "them")
        message = f"{listed(rows, row=row)} {has} something in {it} and no action"
        action = columns.names[columns.by_role[Role.ACTION][0]]
        hint = f'fill in the column "{action}", or take {it} out'
        yield Problem(place, lines[rows[0]], message, hint)
    yield from _formulas(block, besides=rows)


def hidden_rows(table: Table) -> Iterator[Notice]:
    """The rows that a spreadsheet does not show: they are read all the same."""
    rows = [line.number for line in table.lines if line.hidden and not line.blank]
    if rows:
        are = "is" if len(rows) == 1 else "are"
        yield Notice(f"{table.place}: {listed(rows, row=table.row)} {are} hidden, and read too.")


def headless(table: Table) -> Problem:
    """The problem of what seems a table of actions, and names no columns or not the action's."""
    first = next(line for line in table.lines if not line.blank)
    names = [first.cells[number] for number in first.filled]
    if all(map(could_be_a_heading, names)) and any(map(role_of, names)):
        message = f"no column is known for the action; there are {_quoted(names)}"
        unknown = next((name for name in names if not role_of(name)), "What we will do")
        return Problem(table.place, first.line, message, _MAP.format(unknown))
    message = "no row names its columns, so that none of it is read"
    return Problem(
        table.place, first.line, message, "write Action, Owner, Due and Status above them"
    )


def without_actions(block: Block) -> Problem:
    """The problem of a table that looks like a register and has no column of actions."""
    message = f"no column is known for the action; there are {_columns(block.columns)}"
    first = next((block.columns.names[c] for c in block.columns.unused), "What we will do")
    return Problem(block.table.place, block.columns.line.line, message, _MAP.format(first))


def no_register(file: str, tables: Sequence[tuple[Table, Columns | None]]) -> Problem:
    """The problem of a file in which no table has a column of actions."""
    shown = "; ".join(
        f"{table.name or 'it'} has {_columns(columns) if columns else 'no header that is known'}"
        for table, columns in tables[:_SHOWN]
    )
    return Problem(file, None, f"holds no actions: {shown}", _MAP.format("What we will do"))


def no_table(file: str) -> Problem:
    """The problem of a document without a table."""
    return Problem(file, None, "holds no table", "set the actions in one, a row for each")


def passed_over(table: Table, columns: Columns | None) -> Notice:
    """A table of something else, which is not read."""
    there = f": there are {_columns(columns)}" if columns else ""
    filled = sum(not line.blank for line in table.lines)
    return Notice(
        f"{table.place} has no column of actions, and is not read{there} "
        f"({_plural(filled, table.row)})."
    )


def no_rows(block: Block) -> Problem:
    """The problem of a header with no action below it."""
    message = "has columns for actions and no action below them"
    return Problem(
        block.table.place, block.columns.line.line, message, "write one action in each row"
    )


def _formulas(block: Block, *, besides: Sequence[int]) -> Iterator[Problem]:
    used = {column for columns in block.columns.by_role.values() for column in columns}
    lines = [line for line in block.lines if line.number not in besides]
    cells = [
        f"{letter(column)}{line.number}" for line in lines for column in sorted(line.unread & used)
    ]
    if cells:
        shown = ", ".join(cells[:_SHOWN]) + (
            f" and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else ""
        )
        message = f"{_plural(len(cells), 'formula')} without a value: {shown}"
        hint = "open the file in Excel, let it work them out, and save it"
        yield Problem(block.table.place, _first(lines, used), message, hint)


def _first(lines: Sequence[Line], used: set[int]) -> int | None:
    return next((line.line for line in lines if line.unread & used), None)


def _columns(columns: Columns) -> str:
    return _quoted([name for name in columns.names if name])


def _quoted(names: Sequence[str]) -> str:
    shown = ", ".join(f'"{shortened(name, 40)}"' for name in names[:_SHOWN])
    return shown + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
