"""SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any

import pytest

from sensecli.exporting.names import masked
from sensecli.exporting.sqlitefile import sqlite_file
from sensecli.exporting.sqliteschema import TABLES
from sensecli.exporting.table import COLUMNS, codings_table, findings_table, positions_table
from sensecli.model import Analysis
from tests.builders import a_coding, an_interview
from tests.exporting.made import (
    a_finding,
    a_named_analysis,
    a_quote,
    a_small_analysis,
    an_analysis,
)


@contextmanager
def _opened(analysis: Analysis) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(sqlite_file(analysis))
        yield base


def _asked(question: str, analysis: Analysis | None = None) -> list[tuple[Any, ...]]:
    with _opened(analysis or a_small_analysis()) as base:
        return base.execute(question).fetchall()


def _columns(table: str) -> list[str]:
    return [row[1] for row in _asked(f"PRAGMA table_info({table})")]


def test_the_tables_are_those_that_the_schema_counts_columns_of() -> None:
    tables = [row[0] for row in _asked("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert {name: len(_columns(name)) for name in tables} == TABLES


def test_codings_have_the_contracts_columns() -> None:
    assert _columns("codings") == list(COLUMNS[: COLUMNS.index("leader")])


def test_positions_have_the_columns_of_their_table() -> None:
    columns = list(positions_table(a_small_analysis()).columns)
    assert _columns("positions") == columns[: columns.index("group")]


def test_findings_have_the_columns_of_their_table() -> None:
    assert _columns("findings") == list(findings_table(a_small_analysis()).columns)


def test_every_coding_is_there_whoever_holds_it() -> None:
    rows = _asked("SELECT * FROM codings")
    assert rows == [row[:16] for row in codings_table(a_small_analysis()).rows]


def test_every_finding_is_there() -> None:
    assert _asked("SELECT * FROM findings") == list(findings_table(a_small_analysis()).rows)


def test_silence_is_a_position_too() -> None:
    assert _asked("SELECT count(*) FROM positions WHERE stance = 'silent'") == [(5,)]


def test_a_coding_joins_its_leader_its_code_and_its_segment() -> None:
    question = (
        'SELECT l.leader, l."group", k.label, s.text = c.text FROM codings c'
        " JOIN interviews i USING (interview) JOIN leaders l USING (leader)"
        " JOIN codes k USING (code) JOIN segments s USING (interview, segment)"
        " WHERE c.code = 'money'"
    )
    assert _asked(question) == [("L02", "mental", "Money", 1)]


def test_a_findings_figures_can_be_counted_from_its_positions() -> None:
    question = (
        "SELECT f.code FROM findings f JOIN positions p USING (code) GROUP BY f.code"
        " HAVING sum(p.stance = 'endorse') <> f.endorse OR sum(p.acts) <> f.act"
    )
    assert _asked(question) == []


def test_a_quote_joins_its_finding_and_its_segment() -> None:
    question = (
        "SELECT DISTINCT q.text = s.text FROM quotes q"
        " JOIN findings f ON f.code = q.finding JOIN segments s USING (interview, segment)"
    )
    assert _asked(question) == [(1,)]


@pytest.mark.parametrize("analysis", [a_small_analysis(), a_named_analysis(), an_analysis()])
def test_every_key_points_at_something(analysis: Analysis) -> None:
    assert _asked("PRAGMA foreign_key_check", analysis) == []


def test_the_file_is_sound() -> None:
    assert _asked("PRAGMA integrity_check") == [("ok",)]


def test_what_the_project_lacks_has_a_row_all_the_same() -> None:
    coding = a_coding(interview="L99", segment=7, code="other")
    analysis = replace(a_small_analysis(), codings=(coding,), segments=())
    question = (
        "SELECT leader, label, segment FROM codings JOIN interviews USING (interview)"
        " JOIN codes USING (code) JOIN segments USING (interview, segment)"
    )
    assert _asked(question, analysis) == [(None, "other", 7)]


def test_a_quote_of_a_leader_who_is_not_there_is_kept() -> None:
    finding = a_finding(quotes=[replace(a_quote(), leader="L77", interview="L77")])
    analysis = replace(a_small_analysis(), findings=(finding,))
    assert _asked("SELECT DISTINCT leader FROM quotes WHERE interview = 'L77'", analysis) == [
        ("L77",)
    ]


def test_further_attributes_are_there_by_name() -> None:
    interview = replace(an_interview(), attributes=(("site", "North"),))
    rows = _asked("SELECT * FROM attributes", an_analysis(interviews=[interview]))
    assert rows == [("L01", "site", "North")]


def test_names_are_there_only_where_they_are_shown() -> None:
    question = "SELECT value FROM attributes WHERE attribute = 'name'"
    assert _asked(question, a_named_analysis()) == [("Jane Smith",)]
    assert b"Jane" not in sqlite_file(masked(a_named_analysis()))


def test_what_made_it_stands_in_meta() -> None:
    question = "SELECT value FROM meta WHERE key IN ('tool', 'codebook_hash') ORDER BY key"
    assert _asked(question) == [("c0de",), ("sense 0.1.0",)]


def test_half_a_character_is_a_question_mark() -> None:
    coding = a_coding(text="a\ud800", start=0)
    analysis = an_analysis(interviews=[an_interview()], codings=[coding])
    assert _asked("SELECT text FROM codings", analysis) == [("a?",)]


def test_a_file_is_the_same_byte_for_byte() -> None:
    assert sqlite_file(a_small_analysis()) == sqlite_file(a_small_analysis())
