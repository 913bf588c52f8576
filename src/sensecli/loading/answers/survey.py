"""The first pass over a table: what only all of its rows together can tell.

Which ids come twice, which rows are one leader's, and the numbers of those without an id. Of each
row are kept some numbers of eight bytes, no text: ids and leaders are told apart by 64 bits, by
which two of a million are mistaken for one another in one table of some forty million.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sensecli.loading.answers.further import Further
from sensecli.loading.answers.leaders import Rows, Settled, settle
from sensecli.loading.answers.source import Source, is_elsewhere, state
from sensecli.loading.answers.table import Table, batches, broken, table_of
from sensecli.loading.formats.keys import canonical
from sensecli.loading.formats.registry import LONGEST as LONGEST_TEXT
from sensecli.loading.formats.rows import Row, SheetError
from sensecli.loading.formats.sheets import Columns, has_text, no_rows
from sensecli.loading.identity import is_name, leader_names, safe
from sensecli.loading.merging import LONGEST
from sensecli.loading.nameless import nameless_ids, own_words, strangers, without_names
from sensecli.loading.roster import ROSTER, find
from sensecli.model import Notice, Problem

# As the numbers that are given to interviews without an id: L05, L1234.
_NUMBER = re.compile(r"[Ll](0[0-9]|[1-9][0-9]{1,8})")


@dataclass(frozen=True, slots=True)
class Survey:
    """A table that was gone through once: `rows` of it are interviews, if all ids are different.

    `further` are the attributes beyond the known ones, as they first come, with `name` and
    `interviewer` among them. `strangers` are words of names that no id may hold; `by_name` whether
    leaders are given by name; `seen` tells whether the file is still the same.
    """

    table: Table
    rows: int
    settled: Settled
    further: tuple[str, ...] = ()
    strangers: frozenset[str] = frozenset()
    by_name: bool = False
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    seen: tuple[int, int] | None = field(default=None, repr=False)


def survey(source: Source) -> Survey | Problem:
    """Go through a table once, or say why it cannot be read; nothing is raised for bad files.

    Twice where it has a column of names, since an id must not hold one.
    """
    seen = state(source)
    table = table_of(source)
    if isinstance(table, Problem):
        return table
    try:
        return _surveyed(table, seen)
    except (SheetError, OSError) as error:
        return broken(table, error)


def is_said(row: Row, columns: Columns) -> bool:
    """Whether a row is an interview: it has a text, and not one that is far too long."""
    return has_text(row, columns) and len(row.cells[columns.text]) <= LONGEST_TEXT


def columns_meaning(key: str, columns: Columns) -> tuple[int, ...]:
    """The columns that say a known attribute, the first first; of the id, its own column first."""
    own = (columns.id,) if key == "id" else ()
    others = (
        number
        for number, name in enumerate(columns.names)
        if number not in {columns.id, columns.text} and canonical(name) == key
    )
    return (*own, *others)


def _surveyed(table: Table, seen: tuple[int, int] | None) -> Survey:
    columns = table.columns
    named = [columns_meaning(key, columns) for key in ("name", "interviewer")]
    others = _strangers(table, named) if any(named) else frozenset()
    further = Further(columns)
    rows, filled = _read(table, others, further, names=named[0] if any(named) else None)
    problems = [*table.problems, *_roster(table)]
    if not filled:
        problems.append(no_rows(table.name))
    return Survey(
        table=table,
        rows=len(rows.ids),
        settled=settle(rows),
        further=further.found,
        strangers=others,
        by_name=rows.by_name > 0,
        problems=tuple(problems),
        notices=(*nameless_ids(rows.renamed), *leader_names(rows.by_name)),
        seen=seen,
    )


def _read(
    table: Table, others: frozenset[str], further: Further, *, names: Sequence[int] | None
) -> tuple[Rows, bool]:
    """What is kept of each row, and whether there is any; `names` None where nobody is named."""
    columns = table.columns
    ids, leaders = (columns_meaning(key, columns) for key in ("id", "leader"))
    rows = Rows(with_leaders=bool(leaders))
    filled = False
    for row in (row for batch in batches(table) for row in batch):
        if not is_said(row, columns):
            filled = filled or not row.blank
            continue
        filled = True
        id_, leader = _cell(row, ids), _cell(row, leaders) if leaders else ""
        by_name = False
        if names is not None:
            mine = own_words(_cell(row, names))
            kept = without_names(id_, others, mine)
            by_name = without_names(leader, others, mine) != leader
            rows.note_kept(id_, kept)
            id_ = kept
        by_name = is_name(leader, by_name=by_name)
        further.see(row, name=leader if by_name else "")
        _note(rows, safe(id_), leader, by_name=by_name)
    return rows, filled


def _note(rows: Rows, id_: str, leader: str, *, by_name: bool) -> None:
    if number := _NUMBER.fullmatch(id_):
        rows.note_number(int(number[1]), len(rows.ids))
    rows.ids.append(hash(id_.casefold()) if id_ else 0)
    if rows.with_leaders:
        called = safe(leader)
        if number := _NUMBER.fullmatch(called):
            rows.note_number(int(number[1]), None)
        rows.by_name += by_name
        rows.own.append(hash(id_))
        rows.leaders.append(hash(called) if called and not by_name else 0)
        rows.named.append(hash(leader.casefold()) if by_name else 0)


def _cell(row: Row, places: Sequence[int]) -> str:
    """What a known attribute says; nothing where it is too long to be used."""
    for place in places:
        if place < len(row.cells) and (value := row.cells[place].strip()):
            return value if len(value) <= LONGEST else ""
    return ""


def _strangers(table: Table, named: Sequence[Sequence[int]]) -> frozenset[str]:
    found: set[str] = set()
    for batch in batches(table):
        said = (row for row in batch if is_said(row, table.columns))
        found |= strangers({_cell(row, places) for row in said for places in named})
    return frozenset(found)


def _roster(table: Table) -> Iterator[Problem]:
    """The problem that the folder has a sheet of attributes, which is for interviews read whole."""
    if is_elsewhere(table.source):
        return
    folder = Path(table.source).parent
    if find(folder, ROSTER) is not None:
        message = f"is not used for {table.name}, which is too large to be read at once"
        hint = f"give attributes as columns of {table.name}, or put that into a folder of its own"
        yield Problem(ROSTER, None, message, hint)
