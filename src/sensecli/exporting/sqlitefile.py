"""SQLite: the whole analysis as tables that join, ready for any SQL tool."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from sensecli.exporting.leaders import leader_attributes
from sensecli.exporting.provenance import provenance
from sensecli.exporting.sqliteschema import SCHEMA, TABLES
from sensecli.exporting.table import (
    COLUMNS,
    Cell,
    codings_table,
    encodable,
    findings_table,
    further_attributes,
    positions_table,
    segments_table,
)
from sensecli.model import Analysis, Finding

Row = tuple[Cell, ...]

_CODING = COLUMNS.index("leader")


def sqlite_file(analysis: Analysis) -> bytes:
    """The analysis as one database whose keys all point at something.

    What a coding or a finding names and the project lacks (an interview, a segment, a code) has a
    row of its own all the same.
    """
    # In memory: what people said goes to no place but the one that was asked for.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        _fill(base, analysis)
        return base.serialize()


def _fill(base: sqlite3.Connection, analysis: Analysis) -> None:
    base.execute("PRAGMA foreign_keys = ON")
    base.execute("PRAGMA temp_store = MEMORY")
    base.executescript(SCHEMA)
    base.execute("BEGIN")
    for name, rows in _contents(analysis).items():
        marks = ", ".join("?" * TABLES[name])
        statement = f"INSERT INTO {name} VALUES ({marks})"  # noqa: S608  (names of our own)
        base.executemany(statement, map(_held, rows))
    base.execute("COMMIT")


def _held(row: Row) -> Row:
    return tuple(encodable(cell) if isinstance(cell, str) else cell for cell in row)


def _contents(analysis: Analysis) -> dict[str, Iterable[Row]]:
    """The rows of each table, in the order in which keys allow them to be written."""
    return {
        "meta": provenance(analysis).items(),
        "leaders": _leaders(analysis),
        "interviews": _interviews(analysis),
        "attributes": _attributes(analysis),
        "codes": _codes(analysis),
        "segments": _segments(analysis),
        "codings": (row[:_CODING] for row in codings_table(analysis).rows),
        "positions": (row[: TABLES["positions"]] for row in positions_table(analysis).rows),
        "findings": findings_table(analysis).rows,
        "quotes": _quotes(analysis),
    }


def _found(analysis: Analysis) -> tuple[Finding, ...]:
    """All findings in the order of their table."""
    lenses = (lens.finding for lens in analysis.lenses)
    return (*analysis.findings, *lenses, *analysis.barriers)


def _leaders(analysis: Analysis) -> Iterator[Row]:
    known = leader_attributes(analysis.project.interviews)
    others = (one.leader for one in analysis.positions)
    quoted = (quote.leader for one in _found(analysis) for quote in one.quotes)
    for leader in dict.fromkeys((*sorted(known), *others, *quoted)):
        held = known.get(leader, {})
        yield leader, *(held.get(name, "") for name in ("group", "organisation", "role"))


def _interviews(analysis: Analysis) -> Iterator[Row]:
    known = analysis.project.interviews
    for one in known:
        yield (
            one.id,
            one.leader,
            one.round,
            one.role,
            one.organisation,
            one.group,
            one.date,
            (one.order),
        )
    named = [one.interview for one in analysis.segments]
    named += [one.interview for one in analysis.codings]
    named += [quote.interview for one in _found(analysis) for quote in one.quotes]
    ids = {one.id for one in known}
    for id_ in dict.fromkeys(named):
        if id_ not in ids:
            yield id_, None, "", "", "", "", "", None


def _attributes(analysis: Analysis) -> Iterator[Row]:
    for one in analysis.project.interviews:
        for name, value in further_attributes(one).items():
            yield one.id, name, value


def _codes(analysis: Analysis) -> Iterator[Row]:
    known = analysis.codebook.leaves
    for place, leaf in enumerate(known, start=1):
        path = "/".join(leaf.path)
        yield leaf.id, leaf.label, str(leaf.kind), leaf.proposition, leaf.definition, path, place
    used = [one.code for one in analysis.codings] + [one.code for one in _found(analysis)]
    used += [one.code for one in analysis.positions]
    others = sorted(set(used) - {leaf.id for leaf in known})
    for place, code in enumerate(others, start=len(known) + 1):
        yield code, code, None, "", "", "", place


def _segments(analysis: Analysis) -> Iterator[Row]:
    rows = segments_table(analysis).rows
    coded = (
        (one.interview, one.segment, one.start, one.end, str(one.speaker), one.text)
        for one in analysis.codings
    )
    known: dict[Row, Row] = {}
    for row in (*rows, *coded):
        known.setdefault(row[:2], row)
    yield from known.values()


def _quotes(analysis: Analysis) -> Iterator[Row]:
    numbers = {(one.interview, one.start): one.segment for one in analysis.codings}
    for finding in _found(analysis):
        for place, one in enumerate(finding.quotes, start=1):
            segment = numbers.get((one.interview, one.start))
            yield (
                *(finding.code, place, one.interview, segment, one.leader, one.start, one.end),
                *(one.place, one.text, one.code, str(one.stance), str(one.status), one.why),
            )
