"""Codes by codes, or codes by an attribute: in how many segments of leaders' own views?"""

from collections import Counter, defaultdict
from collections.abc import Mapping

from sensecli.exporting.table import (
    Cell,
    Table,
    coding_rows,
    codings_table,
    distinct,
    further_attributes,
)
from sensecli.model import Actor, Analysis, Holder, Interview, Stance, Status

NOT_GIVEN = "(none)"
"""The column of the segments that have no value of the attribute."""

# Places and words of a single coding: nothing to count by.
_SINGLE = {"segment", "start", "end", "text", "code", "holder", "cue", "rule", "confidence"}
_FIXED: Mapping[str, tuple[str, ...]] = {
    "stance": tuple(map(str, Stance)),
    "status": tuple(map(str, Status)),
    "actor": tuple(map(str, Actor)),
    "prompted": ("false", "true"),
}

_FIELDS = {"interview": "id"} | {
    name: name for name in "leader round role organisation group date order".split()
}

_Row = tuple[Cell, ...]
_Segment = tuple[Cell, Cell]
"""Interview and number."""


def crosstab_table(analysis: Analysis) -> Table:
    """Codes by codes: the segments that carry both; on the diagonal, those that carry the code.

    Counted are leaders' own views, as in the findings.
    """
    codes = _codes(analysis)
    carried: dict[_Segment, set[str]] = defaultdict(set)
    for row in _own(analysis):
        carried[row["interview"], row["segment"]].add(str(row["code"]))
    both = Counter((a, b) for held in carried.values() for a in held for b in held)
    rows: tuple[_Row, ...] = tuple((a, *(both[a, b] for b in codes)) for a in codes)
    return Table(distinct(("code", *codes)), rows)


def crosstab_by(analysis: Analysis, by: str) -> Table:
    """Codes by the values of one of `attributes`: the segments that carry the code, and all.

    Counted are leaders' own views, as in the findings. KeyError where there is no such attribute.
    """
    if by not in attributes(analysis):
        raise KeyError(by)
    carried = {
        (row["code"], _value(row[by]), row["interview"], row["segment"]) for row in _own(analysis)
    }
    counts = Counter((code, value) for code, value, _, _ in carried)
    totals = Counter(code for code, _ in {(c, (i, s)) for c, _, i, s in carried})
    values = _values(analysis, by)
    rows: tuple[_Row, ...] = tuple(
        (code, *(counts[code, value] for value in values), totals[code])
        for code in _codes(analysis)
    )
    # "code" and "all" come first, so that a value of that name gets the number.
    first, every, *named = distinct(("code", "all", *(value or NOT_GIVEN for value in values)))
    return Table((first, *named, every), rows)


def attributes(analysis: Analysis) -> tuple[str, ...]:
    """What codes can be counted by: columns of the coded-segment table that several rows share."""
    return tuple(name for name in codings_table(analysis).columns if name not in _SINGLE)


def _own(analysis: Analysis) -> list[dict[str, Cell]]:
    return [row for row in coding_rows(analysis) if row["holder"] == Holder.LEADER]


def _codes(analysis: Analysis) -> tuple[str, ...]:
    """The codebook's codes, then whatever else a person may have coded."""
    known = (leaf.id for leaf in analysis.codebook.leaves)
    others = sorted({coding.code for coding in analysis.codings})
    return tuple(dict.fromkeys((*known, *others)))


def _values(analysis: Analysis, by: str) -> tuple[str, ...]:
    """Every value in order, those of which nothing is coded included."""
    if by in _FIXED:
        return _FIXED[by]
    coded = {_value(row[by]) for row in _own(analysis)}
    given = (_given(one, by) for one in analysis.project.interviews)
    return tuple(sorted(coded | {_value(cell) for cell in given if cell is not None}, key=_rank))


def _given(interview: Interview, by: str) -> Cell:
    """The interview's own value; None where it is none of its attributes."""
    if by in _FIELDS:
        value: Cell = getattr(interview, _FIELDS[by])
        return value
    return further_attributes(interview).get(by)


def _value(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def _rank(value: str) -> tuple[bool, bool, int, str]:
    """Numbers by size, then words by letter, and at the end what has no value."""
    number = value.isdecimal()
    return not value, not number, int(value) if number else 0, value
