"""The second pass over a table: its interviews, some hundred at a time, each leader's in one block.

A leader whose rows lie apart comes in the last blocks: for those the file is read again, as often
as it takes to hold no more than some 100,000 rows at a time.

As when a table is read whole, but for this:

- `interviews.csv` beside it is not used (a problem says so).
- The order is the table's, but for leaders whose rows lie apart.
- Of problems and notices, the first hundred are told, and how many more there are.
- What is told of all rows together comes with the last block.
"""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass

from sensecli.loading.answers.making import Making
from sensecli.loading.answers.source import Source, state
from sensecli.loading.answers.survey import Survey, is_said, survey
from sensecli.loading.answers.table import batches, broken
from sensecli.loading.formats.rows import Row, SheetError
from sensecli.model import Interview, Notice, Problem

_Numbered = tuple[int, Row]


class _ChangedError(Exception):
    """The table has other rows than when it was surveyed."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a table: all interviews of some leaders, in the order of the table.

    Blocks are numbered 0, 1, 2, ... `problems` name the file and the line, or the row of a .parquet
    file; `notices` are with the last block.
    """

    number: int
    interviews: tuple[Interview, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_blocks(source: Source, *, rows: int = 500) -> Iterator[Block]:
    """The interviews of a table of any size, in blocks of at most so many rows.

    Of a leader with more rows alone, the block is longer. Nothing is raised for what a user did.
    """
    found = survey(source)
    if isinstance(found, Problem):
        return iter((Block(0, (), (found,)),))
    return blocks_of(found, rows=rows)


def blocks_of(surveyed: Survey, *, rows: int = 500) -> Iterator[Block]:
    """As `read_blocks`, of a table that was surveyed."""
    making = Making(surveyed)
    number = 0
    try:
        for some in _blocks(surveyed, making, rows):
            interviews = making.block(some)
            yield Block(number, interviews, making.problems())
            number += 1
    except (SheetError, OSError) as error:
        yield Block(number, (), (broken(surveyed.table, error),))
        return
    except _ChangedError:
        yield Block(number, (), (_changed(surveyed),))
        return
    changed = () if state(surveyed.table.source) == surveyed.seen else (_changed(surveyed),)
    yield Block(number, (), (*making.last_problems(), *changed), making.notices())


def _blocks(surveyed: Survey, making: Making, most: int) -> Generator[list[_Numbered], None, None]:
    """The rows of each block, by their numbers among the interviews."""
    for turn in range(surveyed.settled.passes + 1):
        rows = _in_place(surveyed, making) if turn == 0 else _gathered(surveyed, turn)
        block: list[_Numbered] = []
        with closing(_by_leader(rows)) as leaders:
            for together in leaders:
                if block and len(block) + len(together) > most:
                    yield block
                    block = []
                block += together
        if block:
            yield block


def _in_place(surveyed: Survey, making: Making) -> Iterator[tuple[bool, int, Row]]:
    """The rows of leaders whose rows touch, as (whether it goes with the one before, number, row).

    `making` hears of all rows, also those that are in no block.
    """
    settled = surveyed.settled
    for number, row in _interviews(surveyed, making):
        making.see(number, row)
        if not settled.turn[number] and not settled.repeats[number]:
            yield bool(settled.joined[number]), number, row


def _gathered(surveyed: Survey, turn: int) -> Iterator[tuple[bool, int, Row]]:
    """The rows of that turn, leader by leader."""
    settled = surveyed.settled
    mine = [one for one in _interviews(surveyed, None) if settled.turn[one[0]] == turn]
    mine.sort(key=lambda one: (settled.group[one[0]], one[0]))
    last = 0
    for number, row in mine:
        group = int(settled.group[number])
        yield group == last, number, row
        last = group


def _interviews(surveyed: Survey, making: Making | None) -> Generator[_Numbered, None, None]:
    """The rows that are interviews, numbered from 0; `making` hears of all others."""
    columns = surveyed.table.columns
    number = 0
    with closing(batches(surveyed.table)) as found:
        for row in (row for batch in found for row in batch):
            if is_said(row, columns):
                if number == surveyed.rows:
                    raise _ChangedError
                yield number, row
                number += 1
            elif making:
                making.pass_over(row)
    if number != surveyed.rows:
        raise _ChangedError


def _by_leader(rows: Iterator[tuple[bool, int, Row]]) -> Generator[list[_Numbered], None, None]:
    together: list[_Numbered] = []
    for joined, number, row in rows:
        if together and not joined:
            yield together
            together = []
        together.append((number, row))
    if together:
        yield together


def _changed(surveyed: Survey) -> Problem:
    hint = "run it again when the file is saved"
    return Problem(surveyed.table.name, None, "changed while it was read", hint)
