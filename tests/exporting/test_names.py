"""The Names rule over a whole analysis."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.exporting import markdown
from sensecli.exporting.crosstab import attributes, crosstab_by, crosstab_table
from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.jsonfile import findings_json, table_json
from sensecli.exporting.names import masked, masked_project
from sensecli.exporting.table import TABLES, codings_table
from sensecli.model import Analysis, Project
from tests.exporting.made import a_named_analysis


def _tables(analysis: Analysis) -> bytes:
    """Every table, as CSV and as JSON."""
    tables = [
        *(make(analysis) for make in TABLES.values()),
        crosstab_table(analysis),
        *(crosstab_by(analysis, by) for by in attributes(analysis)),
    ]
    return b"".join(write(one) for one in tables for write in (csv_file, table_json))


EXPORTERS: tuple[Callable[[Analysis], bytes], ...] = (
    _tables,
    findings_json,
    markdown.findings_markdown,
)

# Letters that no word of ours begins with, so that finding the name means that it leaked.
_WORD = st.text("aeiouéßølnrst'", min_size=1, max_size=8).map(lambda rest: f"Qz{rest}")
_NAME = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
_SAID = st.sampled_from(
    ["{} said so.", "It was {}'s idea.", "({})", "So said {}", "{}, {} and {}!", "=*{}*|<{}>"]
)


@given(name=_NAME, said=_SAID)
def test_no_output_of_a_masked_analysis_holds_the_name(name: str, said: str) -> None:
    said = said.replace("{}", name)
    analysis = masked(a_named_analysis(name=name, said=said))
    written = b"".join(export(analysis) for export in EXPORTERS).decode()
    assert "qz" not in written.casefold()


@given(name=_NAME, said=_SAID)
def test_a_masked_analysis_keeps_a_name_nowhere_but_in_the_text_as_read(
    name: str, said: str
) -> None:
    analysis = masked(a_named_analysis(name=name, said=said.replace("{}", name)))
    parts = (analysis.segments, analysis.codings, analysis.positions, analysis.findings)
    more = (analysis.lenses, analysis.barriers, analysis.missed, analysis.problems)
    assert "qz" not in repr((*parts, *more, analysis.notices)).casefold()


@given(name=_NAME)
def test_offsets_still_slice_the_text_as_read(name: str) -> None:
    analysis = a_named_analysis(name=name)
    text = masked(analysis).project.interviews[0].text
    assert [text[c.start : c.end] for c in masked(analysis).codings] == [
        c.text for c in analysis.codings
    ]


@given(name=_NAME)
def test_masking_twice_changes_nothing_more(name: str) -> None:
    once = masked(a_named_analysis(name=name))
    assert masked(once) == once


def test_an_analysis_that_is_not_masked_shows_its_names() -> None:
    assert b"Jane Smith" in csv_file(codings_table(a_named_analysis()))


def test_a_quote_shows_the_stand_in() -> None:
    analysis = masked(a_named_analysis())
    assert analysis.findings[0].quotes[0].text == "[L05] said that people matter."


def test_the_cue_of_a_coding_is_masked() -> None:
    assert masked(a_named_analysis()).codings[0].cue == "[L05]"


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("name", ""),
        ("interviewer", ""),
        ("source", "L05"),
        ("role", "Chair, after [L05]"),
        ("organisation", "[L05] Surgery"),
        ("attributes", (("note", "PA to [L05]"),)),
    ],
)
def test_an_interview_keeps_no_name(field: str, shown: object) -> None:
    assert getattr(masked(a_named_analysis()).project.interviews[0], field) == shown


def test_a_problem_of_an_interview_that_was_read_names_its_id() -> None:
    assert str(masked(a_named_analysis()).problems[0]) == (
        'L05:23: "[L05]" is not a date. Hint: look into L05.'
    )


def test_a_problem_of_a_file_that_was_not_read_keeps_the_file() -> None:
    analysis = a_named_analysis()
    (problem,) = masked_project(_unread(analysis)).problems
    assert problem.path == "05-[L05].md"


def test_a_notice_names_nobody() -> None:
    assert masked(a_named_analysis()).notices[0].message == "L05: [L05] speaks twice."


def test_positions_and_interviews_agree_on_the_round() -> None:
    analysis = masked(a_named_analysis())
    assert {p.round for p in analysis.positions} == {analysis.project.interviews[0].round}


def _unread(analysis: Analysis) -> Project:
    return replace(analysis.project, interviews=())
