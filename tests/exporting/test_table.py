"""The tables that every tabular format is written from."""

from dataclasses import replace

from sensecli.exporting.names import masked
from sensecli.exporting.table import (
    COLUMNS,
    TABLES,
    coding_rows,
    codings_table,
    distinct,
    findings_table,
    keyed,
    matrix_table,
    positions_table,
    segments_table,
)
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import a_named_analysis, a_small_analysis, an_analysis

CONTRACT = (
    "interview, segment, start, end, text, code, stance, status, actor, holder, prompted, speaker,"
    " cue, rule, coder, confidence, leader, round, role, organisation, group, date, order"
)


def test_the_columns_of_the_coded_segment_table_are_the_contracts() -> None:
    assert ", ".join(COLUMNS) == CONTRACT


def test_every_coding_has_a_row_whoever_holds_it() -> None:
    holders = [row["holder"] for row in coding_rows(a_small_analysis())]
    assert holders == ["leader"] * 5 + ["interviewer"]


def test_a_coding_row_holds_the_contracts_values() -> None:
    interview = replace(
        an_interview(organisation="Dunmere Trust", group="acute", date="2022-09-12", order=3),
        role="Chair",
        round="2",
    )
    coding = replace(
        a_coding(status="done", actor="own", prompted=True, confidence=0.85), cue="people", rule="a"
    )
    (row,) = codings_table(an_analysis(interviews=[interview], codings=[coding])).rows
    assert row == (
        "L01",
        1,
        0,
        44,
        "This is what the leader said in sentence 01.",
        "people",
        "endorse",
        "done",
        "own",
        "leader",
        True,
        "leader",
        "people",
        "a",
        "rules",
        0.85,
        "L01",
        "2",
        "Chair",
        "Dunmere Trust",
        "acute",
        "2022-09-12",
        3,
    )


def test_the_text_of_a_coding_is_the_slice_at_its_offsets() -> None:
    text = an_interview().text
    rows = coding_rows(a_small_analysis())
    assert all(text[int(r["start"] or 0) : int(r["end"] or 0)] == r["text"] for r in rows)


def test_other_attributes_follow_in_the_order_in_which_they_are_first_seen() -> None:
    interviews = [
        replace(an_interview(id="L01"), attributes=(("site", "North"), ("grade", "8a"))),
        replace(an_interview(id="L02"), attributes=(("years", "4"), ("site", "South"))),
    ]
    table = codings_table(an_analysis(interviews=interviews))
    assert table.columns[len(COLUMNS) :] == ("site", "grade", "years")


def test_an_attribute_that_an_interview_lacks_is_an_empty_cell() -> None:
    interviews = [
        replace(an_interview(id="L01"), attributes=(("site", "North"),)),
        an_interview(id="L02"),
    ]
    analysis = an_analysis(interviews=interviews, codings=[a_coding(interview="L02")])
    assert coding_rows(analysis)[0]["site"] is None


def test_an_attribute_with_the_name_of_a_column_takes_another_name() -> None:
    interview = replace(an_interview(), attributes=(("text", "x"),))
    table = codings_table(an_analysis(interviews=[interview]))
    assert table.columns[-1] == "text (attribute)"


def test_names_are_columns_where_they_are_shown() -> None:
    assert codings_table(a_named_analysis()).columns[len(COLUMNS) :] == (
        "name",
        "interviewer",
        "note",
    )


def test_names_are_no_columns_where_they_are_masked() -> None:
    assert codings_table(masked(a_named_analysis())).columns[len(COLUMNS) :] == ("note",)


def test_a_coding_of_an_interview_that_is_not_there_keeps_its_row() -> None:
    analysis = replace(a_small_analysis(), codings=(a_coding(interview="L99"),))
    assert coding_rows(analysis)[0]["leader"] == ""


def test_a_position_row_holds_every_column() -> None:
    assert keyed(positions_table(a_small_analysis()))[0] == {
        "leader": "L01",
        "round": "",
        "code": "people",
        "stance": "endorse",
        "status": "done",
        "rung": 5,
        "failed": None,
        "acts": True,
        "own_side": True,
        "prompted_only": False,
        "actors": "own",
        "group": "acute",
        "organisation": "Dunmere Trust",
        "role": "",
    }


def test_silence_is_a_position_too() -> None:
    rows = keyed(positions_table(a_small_analysis()))
    assert [r["stance"] for r in rows if r["leader"] == "L02" and r["code"] == "learning"] == [
        "silent"
    ]


def test_a_leaders_latest_attribute_stands_in_every_position() -> None:
    interviews = [
        an_interview(id="A", leader="L01", group="old", date="2021-01-01", round="1"),
        an_interview(id="B", leader="L01", group="new", date="2022-01-01", round="2"),
    ]
    rows = keyed(positions_table(an_analysis(interviews=interviews)))
    assert {row["group"] for row in rows} == {"new"}


def test_every_finding_has_a_row_themes_then_lenses_then_barriers() -> None:
    kinds = [row["kind"] for row in keyed(findings_table(a_small_analysis()))]
    assert kinds == ["theme", "theme", "lens", "barrier", "barrier"]


def test_a_findings_row_holds_its_figures() -> None:
    row = keyed(findings_table(a_small_analysis()))[0]
    assert {k: row[k] for k in ("n", "endorse", "act", "act_own", "gap", "gap_high")} == {
        "n": 2,
        "endorse": 2,
        "act": 1,
        "act_own": 1,
        "gap": 1,
        "gap_high": 0.5,
    }


def test_the_matrix_is_leaders_by_codes_in_the_codebooks_order() -> None:
    table = matrix_table(a_small_analysis())
    assert table.columns == ("leader", "round", "people", "learning", "money", "time", "story")


def test_the_matrix_holds_stances_and_nothing_for_silence() -> None:
    assert matrix_table(a_small_analysis()).rows == (
        ("L01", "", "endorse", "oppose", None, None, None),
        ("L02", "", "endorse", None, "endorse", None, "endorse"),
    )


def test_a_segment_row_holds_its_offsets_and_speaker() -> None:
    assert segments_table(a_small_analysis()).rows[0] == (
        "L01",
        1,
        0,
        44,
        "leader",
        "This is what the leader said in sentence 01.",
    )


def test_every_table_has_as_many_cells_in_a_row_as_columns() -> None:
    tables = [make(a_small_analysis()) for make in TABLES.values()]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)


def test_the_matrix_of_01_tells_who_raised_a_code() -> None:
    assert matrix_table(a_small_analysis(), cells="01").rows == (
        ("L01", "", 1, 1, 0, 0, 0),
        ("L02", "", 1, 0, 1, 0, 1),
    )


def test_the_matrix_of_rungs_is_empty_where_a_leader_is_silent() -> None:
    assert matrix_table(a_small_analysis(), cells="rung").rows == (
        ("L01", "", 5, 0, None, None, None),
        ("L02", "", 0, None, 0, None, 0),
    )


def test_a_code_with_the_name_of_a_column_gets_a_number() -> None:
    analysis = an_analysis(codebook=a_codebook(themes=("round",), barriers=(), lenses=()))
    assert matrix_table(analysis).columns == ("leader", "round", "round (2)")


def test_columns_that_are_told_apart_stay_apart() -> None:
    assert distinct(("a", "A", "a (2)")) == ("a", "A (2)", "a (2) (2)")
