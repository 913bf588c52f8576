"""Codes by codes, and codes by attributes."""

from dataclasses import replace

import pytest

from sensecli.exporting.crosstab import attributes, crosstab_by, crosstab_table
from sensecli.exporting.names import masked
from sensecli.exporting.table import Table, keyed
from sensecli.model import Analysis
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import a_named_analysis, a_small_analysis, an_analysis


def _row(table: Table, code: str) -> dict[str, object]:
    return next(dict(row) for row in keyed(table) if row["code"] == code)


def _grouped(*groups: str) -> Analysis:
    """One leader a group, each with one coding on people."""
    ids = [f"L{n:02d}" for n in range(1, len(groups) + 1)]
    return an_analysis(
        interviews=[an_interview(id=i, group=g) for i, g in zip(ids, groups, strict=True)],
        codings=[a_coding(interview=i) for i in ids],
    )


def test_two_codes_of_one_segment_are_counted_together() -> None:
    codings = [a_coding(segment=1), a_coding(segment=1, code="money"), a_coding(segment=2)]
    row = _row(crosstab_table(an_analysis(interviews=[an_interview()], codings=codings)), "people")
    assert (row["people"], row["money"], row["time"]) == (2, 1, 0)


def test_segments_of_different_interviews_with_one_number_are_not_one() -> None:
    codings = [a_coding(interview="L01"), a_coding(interview="L02", code="money")]
    interviews = [an_interview(id="L01"), an_interview(id="L02")]
    row = _row(crosstab_table(an_analysis(interviews=interviews, codings=codings)), "people")
    assert row["money"] == 0


def test_codes_by_codes_is_symmetric() -> None:
    codings = [a_coding(code=code) for code in ("people", "money", "story")]
    table = crosstab_table(an_analysis(interviews=[an_interview()], codings=codings))
    cells = [row[1:] for row in table.rows]
    assert cells == [tuple(column) for column in zip(*cells, strict=True)]


def test_what_the_interviewer_holds_is_not_counted() -> None:
    assert _row(crosstab_table(a_small_analysis()), "learning")["learning"] == 1


def test_every_code_has_a_row_in_the_codebooks_order() -> None:
    rows = crosstab_table(an_analysis()).rows
    assert [row[0] for row in rows] == ["people", "learning", "money", "time", "story"]


def test_a_code_that_is_not_in_the_codebook_has_a_row_at_the_end() -> None:
    analysis = replace(a_small_analysis(), codings=(a_coding(code="other"),))
    assert crosstab_table(analysis).rows[-1] == ("other", 0, 0, 0, 0, 0, 1)


def test_a_code_by_groups_counts_segments_and_all() -> None:
    row = _row(crosstab_by(_grouped("acute", "mental", "acute"), "group"), "people")
    assert row == {"code": "people", "acute": 2, "mental": 1, "all": 3}


def test_what_has_no_group_is_named_and_comes_last() -> None:
    assert crosstab_by(_grouped("", "acute"), "group").columns == ("code", "acute", "(none)", "all")


def test_a_group_of_which_nothing_is_coded_has_a_column() -> None:
    analysis = an_analysis(interviews=[an_interview(group="silent one")])
    assert crosstab_by(analysis, "group").columns == ("code", "silent one", "all")


def test_a_group_called_all_does_not_take_the_place_of_all() -> None:
    row = _row(crosstab_by(_grouped("all", "code", "acute"), "group"), "people")
    assert row == {"code": "people", "acute": 1, "all (2)": 1, "code (2)": 1, "all": 3}


def test_every_stance_has_a_column_in_its_own_order() -> None:
    table = crosstab_by(a_small_analysis(), "stance")
    assert table.columns == ("code", "endorse", "oppose", "mixed", "neutral", "all")


def test_a_code_by_stance_counts_the_stances() -> None:
    row = _row(crosstab_by(a_small_analysis(), "stance"), "learning")
    assert (row["endorse"], row["oppose"], row["all"]) == (0, 1, 1)


def test_every_rung_has_a_column_in_its_own_order() -> None:
    table = crosstab_by(a_small_analysis(), "status")
    assert table.columns[1:4] == ("none", "aspiration", "intention")


def test_prompted_codings_are_counted_apart() -> None:
    row = _row(crosstab_by(a_small_analysis(), "prompted"), "people")
    assert (row["false"], row["true"]) == (1, 1)


def test_numbers_are_in_the_order_of_their_size() -> None:
    interviews = [an_interview(id=f"L{n}", order=n) for n in (10, 9, 2)]
    table = crosstab_by(an_analysis(interviews=interviews), "order")
    assert table.columns == ("code", "2", "9", "10", "all")


def test_a_further_attribute_counts_too() -> None:
    interviews = [
        replace(an_interview(id="L01"), attributes=(("site", "North"),)),
        replace(an_interview(id="L02"), attributes=(("site", "South"),)),
    ]
    analysis = an_analysis(interviews=interviews, codings=[a_coding(interview="L02")])
    assert _row(crosstab_by(analysis, "site"), "people") == {
        "code": "people",
        "North": 0,
        "South": 1,
        "all": 1,
    }


def test_an_attribute_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="colour"):
        crosstab_by(a_small_analysis(), "colour")


@pytest.mark.parametrize("single", ["text", "start", "segment", "cue", "confidence"])
def test_what_is_different_in_every_coding_is_nothing_to_count_by(single: str) -> None:
    assert single not in attributes(a_small_analysis())


def test_masked_leaders_cannot_be_counted_by_name() -> None:
    assert "name" in attributes(a_named_analysis())
    assert "name" not in attributes(masked(a_named_analysis()))


def test_every_row_has_as_many_cells_as_columns() -> None:
    analysis = an_analysis(
        codebook=a_codebook(themes=("code", "people")),
        interviews=[an_interview()],
        codings=[a_coding(code="code")],
    )
    tables = [crosstab_table(analysis), crosstab_by(analysis, "stance")]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)
