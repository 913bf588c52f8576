"""The dates of a block's actions: each column is written in one order, and tells the years."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from sensecli.dating.forms import phrases
from sensecli.dating.named import Order
from sensecli.dating.order import Ordered, order_of
from sensecli.dating.written import Around, Dated, Undated, last_day
from sensecli.loading.register.blocks import Block, Entry
from sensecli.loading.register.headings import Role
from sensecli.loading.register.lines import listed, shortened
from sensecli.loading.register.statuses import progress_of
from sensecli.model import Notice, Problem, Progress

_COLUMNS = (Role.RAISED, Role.UPDATED, Role.CLOSED, Role.REVISED, Role.DUE)
_HINTS = {
    Undated.UNREADABLE: "write it as 2023-03-31, or TBC where there is none",
    Undated.YEARLESS: "write the year behind it",
}
_MOST_TOLD, _LONGEST = 20, 200


@dataclass(frozen=True, slots=True)
class Days:
    """The dates of one action; `due_said` as written. `closed` tells whether it was closed."""

    due: date | None
    due_said: str
    updated: date | None
    closed: bool
    year_told: bool = False


@dataclass(frozen=True, slots=True)
class ReadDays:
    """The dates of each action, in order, and all that was wrong with them or told of them."""

    days: tuple[Days, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]


def days_of(block: Block, entries: Sequence[Entry], day: date | None) -> ReadDays:
    """The dates of the actions of a block; `day` tells years where nothing in the register does.

    A year that is not written is that of the first such day after the action was raised; else of
    the nearest to when it was updated, or to the register's own day.
    """
    orders = _agreed({role: order_of(_cells(entries, block.columns.of(role))) for role in _COLUMNS})
    reading = _Reading(block, orders)
    near = _near(reading, entries, day)
    found = tuple(reading.days(entry, near) for entry in entries)
    told = [entry.first.number for entry, one in zip(entries, found, strict=True) if one.year_told]
    notices = [*_unsettled(block, orders)]
    if told:
        where = listed(told, row=block.table.row)
        around = f"nearest to {near.day} {near:%B %Y}" if near else "after the action was raised"
        notices.append(
            Notice(
                f"{block.table.place}: {len(told)} due "
                f"{'date names' if len(told) == 1 else 'dates name'} no year ({where}); "
                f"the day {around} is taken."
            )
        )
    return ReadDays(
        found, (*_contradictory(block, orders), *reading.problems(entries, near)), tuple(notices)
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the dates of a block are read: the order of each column."""

    block: Block
    orders: Mapping[Role, Ordered]

    def dated(self, entry: Entry, role: Role, around: Around) -> Dated:
        """What an action's cell of that role means."""
        text = entry.said(self.block.columns.of(role), "; ")
        return last_day(text, around, self.orders[role].order)

    def days(self, entry: Entry, near: date | None) -> Days:
        """All dates of an action."""
        around = self.around(entry, near)
        updated = self.dated(entry, Role.UPDATED, Around(near=near)).day
        closed = self.closed(entry, near)
        role = Role.DUE
        if entry.said(self.block.columns.of(Role.REVISED)):
            role = Role.REVISED if self.dated(entry, Role.REVISED, around).day else role
        due = self.dated(entry, role, around)
        said = " ".join(entry.said(self.block.columns.of(role), "; ").split())
        return Days(due.day, said, updated, closed, due.year_told)

    def around(self, entry: Entry, near: date | None) -> Around:
        """What tells the year of an action's due date."""
        raised = self.dated(entry, Role.RAISED, Around(near=near)).day
        updated = self.dated(entry, Role.UPDATED, Around(near=near)).day
        return Around(near=updated or near, since=raised)

    def closed(self, entry: Entry, near: date | None) -> bool:
        """Whether a day of closing is written, or a word that says that it is closed."""
        text = entry.said(self.block.columns.of(Role.CLOSED))
        if not text:
            return False
        if last_day(text, Around(near=near), self.orders[Role.CLOSED].order).day:
            return True
        return progress_of(text, own={}, yes_or_no=True) is Progress.DONE

    def problems(self, entries: Sequence[Entry], near: date | None) -> Iterator[Problem]:
        """Each text that is no date, once, with how often it stands there."""
        for role in _COLUMNS:
            column = self.block.columns.of(role)
            if column is None:
                continue
            wrong: defaultdict[tuple[str, Undated], list[int]] = defaultdict(list)
            for entry in entries:
                around = (
                    self.around(entry, near)
                    if role in {Role.DUE, Role.REVISED}
                    else Around(near=near)
                )
                lack = self.dated(entry, role, around).lack
                if lack in {Undated.UNREADABLE, Undated.YEARLESS} and not (
                    role is Role.CLOSED and self.closed(entry, near)
                ):
                    text = " ".join(entry.said(column, "; ").split())
                    wrong[text, lack].append(entry.first.number)
            yield from self._told(self.block.columns.names[column], wrong)

    def _told(
        self, name: str, wrong: Mapping[tuple[str, Undated], Sequence[int]]
    ) -> Iterator[Problem]:
        place, row = self.block.table.place, self.block.table.row
        lines = {line.number: line.line for line in self.block.lines}
        for (text, lack), rows in [*wrong.items()][:_MOST_TOLD]:
            often = f" ({len(rows)} times: {listed(rows, row=row)})" if len(rows) > 1 else ""
            message = f'"{shortened(text)}" in the column "{name}" {lack.value}{often}'
            yield Problem(place, lines[rows[0]], message, _HINTS[lack])
        if len(wrong) > _MOST_TOLD:
            rest = sum(len(rows) for rows in [*wrong.values()][_MOST_TOLD:])
            message = f'the column "{name}" has {rest} more cells that are no dates'
            yield Problem(place, None, message, _HINTS[Undated.UNREADABLE])


def _agreed(orders: Mapping[Role, Ordered]) -> Mapping[Role, Ordered]:
    """The same orders, but a column in which nothing settles it goes by the others of its table."""
    months = [one for one in orders.values() if one.month_first]
    days = [one for one in orders.values() if one.day_first]
    if bool(months) == bool(days):
        return orders
    order = Order.MONTH_FIRST if months else Order.DAY_FIRST
    return {
        role: one if one.day_first or one.month_first else Ordered(order)
        for role, one in orders.items()
    }


def _cells(entries: Sequence[Entry], column: int | None) -> Iterator[tuple[int, str]]:
    return (
        (line.number, line.own(column))
        for entry in entries
        for line in entry.lines
        if column is not None
    )


def _near(reading: _Reading, entries: Sequence[Entry], day: date | None) -> date | None:
    """The day that stands for when the register was kept.

    That of its title; else the last on which anything was updated, or the one in the middle of its
    due dates; else the day given.
    """
    if named := _title_day(reading.block):
        return named
    for role, choose in ((Role.UPDATED, max), (Role.DUE, median_low)):
        days = [found for entry in entries if (found := reading.dated(entry, role, Around()).day)]
        if days:
            return choose(days)
    return day


def _title_day(block: Block) -> date | None:
    """The day, or the middle of the shortest stretch of days, that the titles name with a year."""
    spans = []
    for text in (block.table.name, *(cell for line in block.titles for cell in line.cells)):
        for one in phrases(text[:_LONGEST], Order.DAY_FIRST):
            try:
                spans += [one.in_year(one.year)] if one.year else []
            except ValueError:
                continue
    if not spans:
        return None
    best = min(spans, key=lambda span: span.last - span.first)
    return best.first + (best.last - best.first) // 2


def _contradictory(block: Block, orders: Mapping[Role, Ordered]) -> Iterator[Problem]:
    for role, found in orders.items():
        column = block.columns.of(role)
        if column is None or found.order is not Order.UNSETTLED:
            continue
        row = block.table.row
        message = (
            f'the column "{block.columns.names[column]}" has dates with the day first '
            f"({listed(found.day_first, row=row)}) and with the month first "
            f"({listed(found.month_first, row=row)})"
        )
        if found.open:
            message += f"; those that could be either are not read ({listed(found.open, row=row)})"
        yield Problem(
            block.table.place, block.columns.line.line, message, "write all as 2023-03-31"
        )


def _unsettled(block: Block, orders: Mapping[Role, Ordered]) -> Iterator[Notice]:
    for role, found in orders.items():
        column = block.columns.of(role)
        if column is None or not found.open or found.day_first or found.month_first:
            continue
        where = listed(found.open, row=block.table.row)
        yield Notice(
            f'{block.table.place}: nothing in the column "{block.columns.names[column]}" settles '
            f"whether its dates have the day or the month first ({where}); the day is taken first."
        )
