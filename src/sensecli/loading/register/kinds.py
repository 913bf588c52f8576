"""What is each row of a register? An action, or something that must not be counted as one."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from sensecli.loading.register.columns import Columns, Names, is_header, same_columns
from sensecli.loading.register.headings import NO_ACTIONS, Role, plain_heading
from sensecli.loading.register.lines import Line


class Kind(StrEnum):
    """What a row is; every row that is not blank is one of these."""

    TITLE = "title"
    HEADER = "header"
    SECTION = "section"
    SUBTOTAL = "subtotal"
    EMPTY = "empty"
    OTHER = "something else"
    ACTION = "action"
    CONTINUATION = "continuation"
    PROBLEM = "problem"
    BLANK = "blank"


_OF = (
    r"open|closed|completed?|overdue|outstanding|actions?|items?|tasks?|number|no\.?|of|in|progress|on|"
    r"track|to|date|live|red|amber|green|blue|due|not|started|dropped|all|this|sheet|section|the|for|hold"
)
_COUNT = r"\(?\d+(?:\s*(?:/|of)\s*\d+)?\s*%?\)?"
_SUBTOTAL = re.compile(
    rf"(?:grand\s+|sub[\s-]?)?totals?(?:\s+(?:{_OF}))*\s*[:=–-]?\s*(?:{_COUNT})?"
    rf"|(?:count|number|no\.?)\s+(?:{_OF})(?:\s+(?:{_OF}))*\s*[:=–-]?\s*(?:{_COUNT})?"
    rf"|(?:{_OF})(?:\s+(?:{_OF}))*\s*[:=–-]\s*{_COUNT}"
    rf"|{_COUNT}\s+(?:{_OF})(?:\s+(?:{_OF}))*",
    re.IGNORECASE,
)
_SUBTOTALS = re.compile(
    rf"(?:{_SUBTOTAL.pattern})(?:\s*[;,|]\s*(?:{_SUBTOTAL.pattern}))*", re.IGNORECASE
)
# With more than a count behind it, it has to call itself one: "Sub-total: 9 actions, average 39%".
_CALLED = re.compile(
    r"(?:sub[\s-]?|grand\s+)totals?\b.*\d.*|totals?\s*[:=–-]\s*\d.*"
    r"|.{1,60}[:=–-]\s*\d+\s+(?:lines|rows|items|actions|tasks|entries)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?\s*%?")
_NOTHING = re.compile(rf"{_NUMBER.pattern}|none|nil|n/?a|no actions?", re.IGNORECASE)
_REFERENCE = re.compile(r"[A-Za-z]{0,8}[\s./#-]{0,2}\d+(?:[./-]\d+)*[A-Za-z]?\.?")
_HEADING = re.compile(
    r"(?:work\s?stream|theme|priority|objective|phase|aim|goal|section|strand|part|domain|pillar"
    r"|area|project|programme|work package)\s*(?:[\d:–-]|[a-z]\b).{0,80}|[^.]{1,60}:",
    re.IGNORECASE,
)
_SAID = frozenset({Role.OWNER, Role.DUE, Role.REVISED, Role.STATUS, Role.CLOSED, Role.REFERENCE})


def kinds_of(lines: Sequence[Line], columns: Columns, names: Names) -> Iterator[Kind]:
    """The kind of each row below a header, in order, up to a header with other columns.

    A row that only adds to the one above belongs to it, unless a blank row parts them.
    """
    open_action = False
    for line in lines:
        kind = _kind(line, columns, names, after_action=open_action)
        if kind is None:
            return
        open_action = kind in {Kind.ACTION, Kind.CONTINUATION}
        yield kind


def _kind(  # noqa: PLR0911 - a list of cases, each with its answer
    line: Line, columns: Columns, names: Names, *, after_action: bool
) -> Kind | None:
    """The kind of one row; None for a header with other columns."""
    if line.blank:
        return Kind.BLANK
    if same_columns(line, columns):
        return Kind.HEADER
    if is_header(line, names):
        return None
    filled = line.filled
    if not filled:
        # A formula without a value alone: what it should say is not known.
        return Kind.PROBLEM
    if _is_subtotal(line) or _counts(line, columns):
        return Kind.SUBTOTAL
    if any(plain_heading(line.cell(column)) in NO_ACTIONS for column in columns.kinds):
        return Kind.OTHER
    if len(filled) == 1:
        return _alone(line, filled[0], columns, after_action=after_action)
    if _is_numbered(line, columns):
        return Kind.EMPTY
    action = columns.of(Role.ACTION)
    if action in filled:
        return Kind.ACTION
    merged = action in line.merged
    said = {c for role in _SAID for c in columns.by_role.get(role, ())}
    adds = after_action and (merged or not said.intersection(filled))
    return Kind.CONTINUATION if adds else Kind.PROBLEM


def _alone(  # noqa: PLR0911 - likewise
    line: Line, column: int, columns: Columns, *, after_action: bool
) -> Kind:
    """The kind of a row with one filled cell."""
    text, action = line.cell(column), columns.of(Role.ACTION)
    role = next((role for role, held in columns.by_role.items() if column in held), None)
    if line.wide and role not in {Role.NOTE, Role.DESCRIPTION}:
        return Kind.SECTION
    if role is Role.ACTION:
        first = not any(columns.names[:column])
        return Kind.SECTION if first and _is_heading(text) else Kind.ACTION
    if role is Role.REFERENCE:
        return Kind.EMPTY if _REFERENCE.fullmatch(text) else Kind.SECTION
    if role is Role.SECTION:
        return Kind.SECTION
    if role in _SAID:
        return Kind.CONTINUATION if after_action and action in line.merged else Kind.PROBLEM
    if role is None and (action is None or column < action):
        return Kind.SECTION
    return Kind.CONTINUATION if after_action else Kind.PROBLEM


def _is_numbered(line: Line, columns: Columns) -> bool:
    """Whether its number stands there and figures or "none" at most, as in rows to be filled."""
    reference = columns.of(Role.REFERENCE)
    return not line.unread and all(
        number == reference or _NOTHING.fullmatch(line.cell(number)) for number in line.filled
    )


def _is_heading(text: str) -> bool:
    return text.isupper() or _HEADING.fullmatch(text) is not None


def _counts(line: Line, columns: Columns) -> bool:
    """Whether a number stands where the action should: so many actions, in a table of counts."""
    action = columns.of(Role.ACTION)
    return action in line.filled and bool(_NUMBER.fullmatch(line.cell(action or 0)))


def _is_subtotal(line: Line) -> bool:
    """Whether it counts: a word for a count, and numbers besides at most."""
    texts = [" ".join(line.cells[number].split()) for number in line.filled]
    counts = [text for text in texts if _SUBTOTALS.fullmatch(text) or _CALLED.fullmatch(text)]
    return bool(counts) and all(text in counts or _NUMBER.fullmatch(text) for text in texts)
