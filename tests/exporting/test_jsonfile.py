"""JSON."""

import json
from dataclasses import replace
from typing import Any

import pytest

from sensecli.exporting.jsonfile import findings_json, table_json
from sensecli.exporting.names import masked
from sensecli.exporting.table import COLUMNS, Table, codings_table
from sensecli.model import Analysis, LeftOut, Missed, Notice, Problem, Status
from tests.builders import a_coding, an_interview
from tests.exporting.made import (
    a_figures,
    a_finding,
    a_named_analysis,
    a_small_analysis,
    an_analysis,
)

FIGURES = [
    *("n", "raised", "endorse", "mixed", "oppose", "neutral", "silent"),
    *("act", "act_own", "committed", "failed"),
    *("gap", "gap_share", "gap_low", "gap_high", "of_endorsers", "interval"),
]
FINDING = [
    *("code", "label", "kind"),
    *FIGURES,
    *("prompted_only", "by_group", "actors", "ladder", "quotes"),
    *("unprompted", "failures", "barriers", "without"),
]


def _codings_json(analysis: Analysis) -> bytes:
    return table_json(codings_table(analysis))


def _written(analysis: Analysis | None = None) -> dict[str, Any]:
    read = json.loads(findings_json(analysis or a_small_analysis()))
    assert isinstance(read, dict)
    return read


def test_the_keys_are_the_contracts_in_order() -> None:
    assert list(_written()) == [
        "schema",
        "tool",
        "codebook",
        "model",
        "interviews",
        "findings",
        "lenses",
        "barriers",
        "uncoded",
        "problems",
        "notices",
        # Keys of ours come after those of the contract.
        "decisions",
        "corrected",
        "marking",
        "totals",
        "records",
        "comparison",
    ]


def test_the_schema_has_a_version() -> None:
    assert _written()["schema"] == "sense-findings/1"


def test_the_run_is_recorded() -> None:
    written = _written()
    assert (written["tool"], written["codebook"], written["model"]) == (
        "sense 0.1.0",
        {"id": "tiny", "label": "A tiny codebook", "version": "1", "hash": "c0de"},
        {"name": "en_tiny 1", "hash": "m0de1"},
    )


def test_an_interview_is_told_with_its_counts() -> None:
    assert _written()["interviews"][0] == {
        "id": "L01",
        "leader": "L01",
        "group": "acute",
        "organisation": "Dunmere Trust",
        "role": "",
        "date": "2022-09-12",
        "order": None,
        "round": "",
        "segments": 2,
        "codings": 2,
    }


def test_an_interview_has_its_name_where_names_are_shown() -> None:
    assert _written(a_named_analysis())["interviews"][0]["name"] == "Jane Smith"


def test_an_interview_has_no_name_where_names_are_masked() -> None:
    assert "name" not in _written(masked(a_named_analysis()))["interviews"][0]


@pytest.mark.parametrize("kind", ["findings", "barriers"])
def test_a_finding_has_the_contracts_keys_in_order(kind: str) -> None:
    assert list(_written()[kind][0]) == FINDING


def test_a_lens_says_too_who_voices_it_and_beside_which_gaps() -> None:
    assert list(_written()["lenses"][0]) == [*FINDING, "voiced", "beside"]


def test_a_lens_is_counted_beside_the_gap() -> None:
    lens = _written()["lenses"][0]
    assert (lens["voiced"], lens["beside"]) == (1, {"people": 1})


def test_a_group_has_figures_by_its_name() -> None:
    assert {name: list(made) for name, made in _written()["findings"][0]["by_group"].items()} == {
        "acute": FIGURES,
        "mental": FIGURES,
    }


def test_the_unprompted_figures_are_figures() -> None:
    unprompted = _written()["findings"][0]["unprompted"]
    assert (list(unprompted), unprompted["endorse"]) == (FIGURES, 1)


def test_actors_and_rungs_are_counted_by_their_ids() -> None:
    finding = _written()["findings"][0]
    assert (list(finding["actors"]), list(finding["ladder"]), list(finding["failures"])) == (
        ["self", "own", "others", "shared", "unspecified"],
        ["none", "aspiration", "intention", "commitment", "underway", "done"],
        ["stalled", "inaction"],
    )


def test_barriers_in_the_way_are_counted_by_their_ids() -> None:
    assert _written()["findings"][0]["barriers"] == {"money": 1}


def test_a_quote_has_the_contracts_keys_then_its_code() -> None:
    assert list(_written()["findings"][0]["quotes"][0]) == (
        ["interview", "start", "end", "location", "text", "stance", "status", "why", "code"]
    )


def test_a_quote_slices_the_text_as_read() -> None:
    text = an_interview().text
    quotes = [quote for finding in _written()["findings"] for quote in finding["quotes"]]
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)


def test_shares_have_four_decimal_places() -> None:
    made = replace(a_small_analysis(), findings=(a_finding(a_figures(n=3, endorse=1)),))
    assert _written(made)["findings"][0]["gap_share"] == 0.3333


def test_the_gap_of_endorsers_is_zero_where_nobody_endorses() -> None:
    made = replace(a_small_analysis(), findings=(a_finding(a_figures(endorse=0)),))
    assert _written(made)["findings"][0]["of_endorsers"] == 0


def test_the_interval_has_two_bounds() -> None:
    assert list(_written()["findings"][0]["interval"]) == ["low", "high"]


def test_what_a_finding_hangs_on_is_told_by_organisation() -> None:
    finding = a_finding(fragile=[LeftOut("Dunmere Trust", 6, 11, 4)])
    made = replace(a_small_analysis(), findings=(finding,))
    assert _written(made)["findings"][0]["without"] == {
        "Dunmere Trust": {"leaders": 6, "gap": 11, "rank": 4}
    }


def test_uncoded_passages_are_told_with_their_total() -> None:
    missed = Missed("L01", 0, 7, "L01:1", "This is", Status.ASPIRATION)
    made = replace(a_small_analysis(), missed=(missed,), missed_total=40)
    assert _written(made)["uncoded"] == {
        "total": 40,
        "passages": [
            {
                "interview": "L01",
                "start": 0,
                "end": 7,
                "location": "L01:1",
                "text": "This is",
                "status": "aspiration",
            }
        ],
    }


def test_a_problem_is_told_in_its_parts_and_whole() -> None:
    made = an_analysis(problems=[Problem("a.md", 3, "is broken", "mend it")])
    assert _written(made)["problems"] == [
        {
            "path": "a.md",
            "line": 3,
            "message": "is broken",
            "hint": "mend it",
            "text": "a.md:3: is broken. Hint: mend it.",
        }
    ]


def test_notices_are_their_messages() -> None:
    assert _written(an_analysis(notices=[Notice("No dates.")]))["notices"] == ["No dates."]


def test_an_analysis_of_nothing_is_an_object_too() -> None:
    assert _written(an_analysis())["interviews"] == []


def test_other_letters_are_written_as_themselves() -> None:
    made = an_analysis(interviews=[an_interview(organisation="Zoë Trust")])
    assert '"Zoë Trust"'.encode() in findings_json(made)


@pytest.mark.parametrize("write", [findings_json, _codings_json])
def test_a_file_ends_in_a_line_feed(write: Any) -> None:
    assert write(a_small_analysis()).endswith((b"}\n", b"]\n"))


def test_codings_are_objects_with_the_tables_columns() -> None:
    assert tuple(json.loads(_codings_json(a_small_analysis()))[0]) == COLUMNS


def test_codings_keep_their_types() -> None:
    analysis = an_analysis(
        interviews=[an_interview(order=3)], codings=[a_coding(prompted=True, confidence=0.85)]
    )
    (row,) = json.loads(_codings_json(analysis))
    assert (row["prompted"], row["confidence"], row["start"], row["order"]) == (True, 0.85, 0, 3)


def test_any_table_is_a_list_of_objects() -> None:
    table = Table(("leader", "people"), (("L01", "endorse"), ("L02", None)))
    assert json.loads(table_json(table)) == [
        {"leader": "L01", "people": "endorse"},
        {"leader": "L02", "people": None},
    ]
