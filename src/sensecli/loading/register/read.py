"""A programme's action register, as it is -> its actions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sensecli.dating.written import last_day
from sensecli.loading.formats.encoding import empty
from sensecli.loading.formats.guard import objection, unreadable
from sensecli.loading.formats.registry import unknown
from sensecli.loading.formats.rows import csv_rows
from sensecli.loading.register import telling
from sensecli.loading.register.blocks import Block, blocks_of
from sensecli.loading.register.documents import markdown_tables, word_tables
from sensecli.loading.register.headings import Role
from sensecli.loading.register.lines import MOST_LINES, Table, table_of
from sensecli.loading.register.mapping import Mapped, not_found, read_mapping
from sensecli.loading.register.reading import actions_in
from sensecli.loading.register.statuses import progress_of
from sensecli.loading.register.workbook import Book, workbook_tables
from sensecli.model import Action, Notice, Problem, Progress

Source = Book | tuple[Table, ...] | Problem


def _csv_tables(path: Path) -> tuple[Table, ...] | Problem:
    rows = csv_rows(path)
    return rows if isinstance(rows, Problem) else (table_of(path.name, rows),)


READERS: Mapping[str, Callable[[Path], Source]] = {
    ".xlsx": workbook_tables,
    ".csv": _csv_tables,
    ".docx": word_tables,
    ".md": markdown_tables,
    ".markdown": markdown_tables,
}
_READ = "a register is .xlsx, .csv, .docx or .md"
_LOOKS = frozenset({Role.OWNER, Role.DUE, Role.REVISED, Role.STATUS})
_FEWEST, _LONG_TEXT = 2, 3


@dataclass(frozen=True, slots=True)
class ReadRegister:
    """The actions of a register in its order; what was not read, and what a user should know."""

    actions: tuple[Action, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_register(
    source: Path,
    *,
    mapping: Mapping[str, str] | Path | None = None,
    day: date | None = None,
) -> ReadRegister:
    """The actions of an .xlsx, .csv, .docx or .md file; every mistake in it is a problem.

    `mapping` gives their name for each of ours (see `mapping.py`). `day` tells the year of dates
    without one, where nothing in the register does.
    """
    mapped = read_mapping(mapping)
    tables = _tables(source)
    if isinstance(tables, Problem):
        return ReadRegister(problems=(*mapped.problems, tables))
    book = tables if isinstance(tables, Book) else Book(tables)
    return _read(source.name, book, mapped, day)


def _tables(source: Path) -> Source:
    read = READERS.get(source.suffix.casefold())
    if read is None or source.is_dir():
        return _no_register(source)
    try:
        found = objection(source) or read(source)
    except OSError as error:
        return unreadable(source, error)
    if isinstance(found, Problem):
        return found
    tables = found.tables if isinstance(found, Book) else found
    filled = sum(not line.blank for table in tables for line in table.lines)
    if filled > MOST_LINES:
        message = f"is too large for a register ({filled:,} rows; at most {MOST_LINES:,} are read)"
        return Problem(source.name, None, message, "take out what is no action, or part it")
    if not filled:
        return telling.no_table(source.name) if _holds_text(source) else empty(source)
    return found


def _no_register(source: Path) -> Problem:
    """The problem of a folder, or of a file in another format."""
    if source.is_dir():
        return Problem(source.name, None, "is a folder", f"name the register's file; {_READ}")
    return replace(unknown(source), hint=_READ)


def _holds_text(source: Path) -> bool:
    """Whether there may be more than tables in it."""
    return source.suffix.casefold() in {".docx", ".md", ".markdown"}


def _read(file: str, book: Book, mapped: Mapped, day: date | None) -> ReadRegister:
    actions: list[Action] = []
    problems = [*mapped.problems]
    notices = [_hidden_sheet(file, title) for title in book.hidden]
    others: list[tuple[Table, Block | None]] = []
    headers: list[Block] = []
    written: list[str] = []
    for table in book.tables:
        if all(line.blank for line in table.lines):
            continue
        blocks = tuple(blocks_of(table, mapped.names))
        written += [name for block in blocks for name in block.columns.names]
        with_actions = [block for block in blocks if block.columns.of(Role.ACTION) is not None]
        headers += with_actions
        others += [(table, block) for block in blocks if block not in with_actions]
        if not blocks:
            others.append((table, None))
        for block in with_actions:
            found = actions_in(block, mapped.statuses, day)
            actions += found.actions
            problems += (*telling.wrong_rows(block), *found.problems)
            notices += (telling.counted(block), *telling.lacking(block), *found.notices)
        notices += telling.hidden_rows(table) if with_actions else ()
    problems += not_found(mapped, written)
    problems += _not_read(file, others, actions, headers)
    notices += [
        telling.passed_over(t, b.columns if b else None) for t, b in others if not _objects(t, b)
    ]
    unique, twice = _unique(actions)
    return ReadRegister(unique, tuple(problems), (*notices, *twice))


def _objects(table: Table, block: Block | None) -> Problem | None:
    """The problem of a table without a column of actions that looks like a register; else None."""
    if block is None:
        return telling.headless(table) if _looks_like_actions(table) else None
    roles = _LOOKS & set(block.columns.by_role)
    looks = len(roles) >= _FEWEST and not block.columns.is_other_list
    return telling.without_actions(block) if looks else None


def _not_read(
    file: str,
    others: Sequence[tuple[Table, Block | None]],
    actions: Sequence[Action],
    headers: Sequence[Block],
) -> Iterator[Problem]:
    if not actions:
        yield from map(telling.no_rows, headers)
    found = [wrong for table, block in others if (wrong := _objects(table, block))]
    yield from found
    if not actions and not found and not headers:
        yield telling.no_register(file, [(t, b.columns if b else None) for t, b in others])


def _looks_like_actions(table: Table) -> bool:
    """Whether rows without a header above them have a text, and a date or a status beside it."""
    like = 0
    for line in table.lines:
        cells = [line.cells[number] for number in line.filled]
        text = any(len(cell.split()) >= _LONG_TEXT for cell in cells)
        like += text and any(_is_date_or_status(cell) for cell in cells)
    return like >= _FEWEST


def _is_date_or_status(cell: str) -> bool:
    if any(map(str.isdecimal, cell)) and last_day(cell).day:
        return True
    return progress_of(cell, own={}) not in {None, Progress.UNSTATED}


def _unique(actions: Sequence[Action]) -> tuple[tuple[Action, ...], tuple[Notice, ...]]:
    """The same actions with an id each of its own: "A12", "A12 (2)"."""
    taken = {one.id for one in actions}
    seen: Counter[str] = Counter()
    places: defaultdict[str, list[str]] = defaultdict(list)
    found: list[Action] = []
    for one in actions:
        seen[one.id] += 1
        places[one.id].append(one.place)
        id_ = one.id
        number = seen[one.id]
        while number > 1 and (id_ := f"{one.id} ({number})") in taken:
            number += 1
        seen[one.id] = number
        taken.add(id_)
        found.append(replace(one, id=id_))
    twice = [id_ for id_, where in places.items() if len(where) > 1]
    if not twice:
        return tuple(found), ()
    many = f"{len(twice)} references stand" if len(twice) > 1 else "one reference stands"
    first = twice[0]
    said = (
        f'{many} more than once, such as "{first}" ({places[first][0]}; {places[first][1]}); '
        f'the later ones are called "{first} (2)" and so on.'
    )
    return tuple(found), (Notice(said),)


def _hidden_sheet(file: str, title: str) -> Notice:
    return Notice(f"{file}, {title} is a hidden sheet; it is read too.")
