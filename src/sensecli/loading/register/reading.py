"""The rows of a block -> actions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sensecli.loading.register.blocks import Block, Entry, entries_of
from sensecli.loading.register.days import Days, days_of
from sensecli.loading.register.headings import Role
from sensecli.loading.register.lines import listed
from sensecli.loading.register.owners import owner_of
from sensecli.loading.register.progresses import progress_in
from sensecli.model import Action, Notice, Problem, Progress

_ITEM = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]|[-•*–])\s+\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """The actions of a block, whose ids may not be unique yet; problems and notices."""

    actions: tuple[Action, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]


def actions_in(block: Block, own: Mapping[str, Progress], day: date | None) -> ReadBlock:
    """The actions of a block; `own` are the user's own spellings of statuses, plain."""
    entries = tuple(entries_of(block))
    days = days_of(block, entries, day)
    progress = progress_in(block, entries, days.days, own)
    actions = tuple(
        _action(block, entry, one, *found)
        for entry, one, found in zip(entries, days.days, progress.found, strict=True)
    )
    notices = (*days.notices, *progress.notices, *_several(block, entries))
    return ReadBlock(actions, (*days.problems, *progress.problems), notices)


def _several(block: Block, entries: Sequence[Entry]) -> Iterator[Notice]:
    """Rows whose action is a list of several: who counts has to know that each is one."""
    column = block.columns.of(Role.ACTION)
    rows = [one.first.number for one in entries if len(_ITEM.findall(one.said(column))) > 1]
    if rows:
        holds = "holds" if len(rows) == 1 else "hold"
        said = f"{listed(rows, row=block.table.row)} {holds} a list of several actions"
        yield Notice(f"{block.table.place}: {said}; each row is counted as one action.")


def _action(block: Block, entry: Entry, days: Days, progress: Progress, said: str) -> Action:
    columns, table = block.columns, block.table
    row = f"{table.row} {entry.first.number}"
    reference = " ".join(entry.first.cell(columns.of(Role.REFERENCE)).split())
    return Action(
        id=reference if any(map(str.isalnum, reference)) else f"{table.name} {row}".strip(),
        text=_text(block, entry),
        place=f"{table.place}, {row}",
        owner=owner_of(entry.said(columns.of(Role.OWNER), " / ")),
        due=days.due,
        due_said=days.due_said,
        updated=days.updated,
        progress=progress,
        progress_said=said,
        section=entry.section or table.heading,
        note=_joined(entry, columns.by_role.get(Role.NOTE, ())),
    )


def _text(block: Block, entry: Entry) -> str:
    """What is to be done, with its description below where both are written in words."""
    further = (
        column
        for column in block.columns.by_role.get(Role.DESCRIPTION, ())
        if any(map(str.isalpha, entry.said(column)))
    )
    return _joined(entry, (*block.columns.by_role[Role.ACTION], *further))


def _joined(entry: Entry, columns: Sequence[int]) -> str:
    texts = (entry.said(column) for column in columns)
    return "\n".join(dict.fromkeys(text for text in texts if text))
