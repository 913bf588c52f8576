"""Registers by other people's conventions are read without a mapping."""

import csv
from pathlib import Path

import pytest

from sensecli.loading.register import read_register

LAYOUTS = Path(__file__).parent / "layouts"
with (LAYOUTS / "expected.csv").open(encoding="utf-8", newline="") as opened:
    EXPECTED = list(csv.DictReader(opened))


@pytest.mark.parametrize("file", sorted({row["file"] for row in EXPECTED}))
def test_a_register_of_another_layout_is_read_whole(file: str) -> None:
    found = read_register(LAYOUTS / file)
    assert found.problems == ()
    assert [
        (one.text, one.owner, one.due.isoformat() if one.due else "", one.progress.value)
        for one in found.actions
    ] == [
        (row["text"], row["owner"], row["due"], row["progress"])
        for row in EXPECTED
        if row["file"] == file
    ]


@pytest.mark.parametrize("file", sorted({r["file"] for r in EXPECTED if r["reference"]}))
def test_its_references_are_the_ids(file: str) -> None:
    found = read_register(LAYOUTS / file)
    wanted = [row["reference"] for row in EXPECTED if row["file"] == file]
    assert [one.id for one in found.actions] == wanted


def test_a_row_of_markdown_is_known_by_its_line() -> None:
    first = read_register(LAYOUTS / "sprint-plan.md").actions[0]
    assert (first.id, first.place, first.section) == (
        "line 7",
        "sprint-plan.md, line 7",
        "Booking page: plan",
    )


def test_columns_of_no_use_are_named() -> None:
    notices = read_register(LAYOUTS / "action-log.csv").notices
    assert [str(one) for one in notices] == [
        'action-log.csv: 12 actions in 12 rows below row 1. Not used: "Priority", "Days".'
    ]
