"""How far each action of a block is, by all its columns that say so."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sensecli.loading.register.blocks import Block, Entry
from sensecli.loading.register.days import Days
from sensecli.loading.register.headings import LOOSE_STATUS, YES_OR_NO, Role, plain_heading
from sensecli.loading.register.lines import listed, shortened
from sensecli.loading.register.statuses import is_colour, opening_of, progress_of
from sensecli.model import Notice, Problem, Progress

_OPEN = frozenset({Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.STALLED})
_TELLS = re.compile(r"\b(?:progress|status)\b")
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """How far each action is, with the words for it, in order; what was wrong, and what is told."""

    found: tuple[tuple[Progress, str], ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of statuses: `strict` where a text in it that is none is a mistake."""

    number: int
    name: str
    own: Mapping[str, Progress]
    strict: bool
    percent: int

    def read(self, entry: Entry) -> tuple[str, Progress | None]:
        """What is written there for an action, and how far that says it is."""
        text = " ".join(entry.said(self.number, "; ").split())
        yes_or_no = plain_heading(self.name) in YES_OR_NO
        return text, progress_of(text, own=self.own, yes_or_no=yes_or_no, percent=self.percent)


def progress_in(
    block: Block, entries: Sequence[Entry], days: Sequence[Days], own: Mapping[str, Progress]
) -> ReadProgress:
    """How far the actions of a block are; `own` are the user's own spellings, plain.

    The first column of statuses in which a word stands counts, a colour only where no column has a
    word. Where there is none but a colour, the first words of a remark on progress may be one. An
    action with a day of closing is done, unless it was dropped.
    """
    columns = [
        _column(block, number, entries, own)
        for number in block.columns.by_role.get(Role.STATUS, ())
    ]
    remarks = [
        number
        for number in block.columns.by_role.get(Role.NOTE, ())
        if _TELLS.search(plain_heading(block.columns.names[number]))
    ]
    found: list[tuple[Progress, str]] = []
    contradicted: list[int] = []
    unknown: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for entry, one in zip(entries, days, strict=True):
        read = [(column, *column.read(entry)) for column in columns]
        for column, text, progress in read:
            if progress is None and column.strict:
                unknown[column.name, text].append(entry.first.number)
        said = [(progress or Progress.UNSTATED, text) for _, text, progress in read if text]
        word = _by_word(said, entry, remarks, own)
        if one.closed and word[0] is not Progress.DROPPED:
            if word[0] in _OPEN and not is_colour(word[1]):
                contradicted.append(entry.first.number)
            word = Progress.DONE, word[1]
        found.append(word)
    notices = (*_coloured(block, entries, columns), *_closed(block, contradicted))
    return ReadProgress(tuple(found), tuple(_unknown(block, unknown)), notices)


def _by_word(
    said: Sequence[tuple[Progress, str]],
    entry: Entry,
    remarks: Sequence[int],
    own: Mapping[str, Progress],
) -> tuple[Progress, str]:
    stated = [one for one in said if one[0] is not Progress.UNSTATED]
    if words := [one for one in stated if not is_colour(one[1])]:
        return words[0]
    for number in remarks:
        text = entry.said(number)
        if opening := opening_of(text, own):
            return opening, " ".join(text.split())
    return stated[0] if stated else (said[0] if said else (Progress.UNSTATED, ""))


def _column(
    block: Block, number: int, entries: Sequence[Entry], own: Mapping[str, Progress]
) -> _Column:
    name = block.columns.names[number]
    plain = plain_heading(name)
    texts = [text for entry in entries if (text := entry.said(number))]
    percent = 0
    if "%" in name or "percent" in plain:
        numbers = [float(text) for text in texts if re.fullmatch(r"\d{1,3}(?:\.\d+)?", text)]
        percent = 100 if numbers and max(numbers) <= 1 else 1
    strict = plain not in LOOSE_STATUS
    if not strict:
        known = sum(progress_of(text, own=own) is not None for text in texts)
        strict = 2 * known > len(texts)
    return _Column(number, name, own, strict, percent)


def _unknown(block: Block, unknown: Mapping[tuple[str, str], Sequence[int]]) -> Iterator[Problem]:
    lines = {line.number: line.line for line in block.lines}
    for (name, text), rows in [*unknown.items()][:_MOST_TOLD]:
        often = (
            f" ({len(rows)} times: {listed(rows, row=block.table.row)})" if len(rows) > 1 else ""
        )
        message = f'the status "{shortened(text)}" in the column "{name}" is not known{often}'
        hint = f'say what it means in a mapping file, such as "stalled: {shortened(text)}"'
        yield Problem(block.table.place, lines[rows[0]], message, hint)
    if len(unknown) > _MOST_TOLD:
        rest = sum(len(rows) for rows in [*unknown.values()][_MOST_TOLD:])
        message = f"{rest} more cells hold a status that is not known"
        yield Problem(block.table.place, None, message, "check that the column is one of statuses")


def _coloured(
    block: Block, entries: Sequence[Entry], columns: Sequence[_Column]
) -> Iterator[Notice]:
    for column in columns:
        rows = [
            entry.first.number
            for entry in entries
            if column.number in entry.first.coloured and not entry.said(column.number)
        ]
        if rows:
            yield Notice(
                f'{block.table.place}: the column "{column.name}" has a colour and no word in '
                f"{listed(rows, row=block.table.row)}; colours are not read."
            )


def _closed(block: Block, rows: Sequence[int]) -> Iterator[Notice]:
    if rows:
        one = len(rows) == 1
        yield Notice(
            f"{block.table.place}: {listed(rows, row=block.table.row)} {'has' if one else 'have'} "
            f"a day of closing and a status that says otherwise; "
            f"{'it counts' if one else 'they count'} as done."
        )
