"""Contradictions side by side, and what papers record."""

from dataclasses import replace

from sensecli.exporting.records.passages import discussed_sentence, pairs, recorded
from sensecli.model import Disagreement, Minuted
from tests.exporting.followed import a_minute, a_records

NAMES = {"people": "People", "learning": "Learning"}


def test_what_the_plan_has_done_stands_beside_what_leaders_say() -> None:
    (pair,) = pairs(a_records(), Disagreement.NOT_SO, NAMES)
    assert (pair.label, pair.leader, pair.said.place) == ("Learning", "L02", "L02:3")
    assert pair.plan
    assert pair.plan.text == "Train the link nurses"
    assert pair.plan.place == (
        "actions.xlsx, Plan, row 5: owner Head of Therapies, due 31 Mar 2023, done"
    )


def test_a_claim_that_no_plan_has_stands_alone() -> None:
    (pair,) = pairs(a_records(), Disagreement.NOT_PLANNED, NAMES)
    assert pair.said.text == "I ring every practice on a Monday."
    assert pair.plan is None


def test_papers_are_told_by_theme_with_source_and_page() -> None:
    (one,) = recorded(a_records(), NAMES)
    assert one.label == "People"
    assert [(said.lead, said.place) for said in one.passages] == [
        ("Decision, 13 Dec 2022", "board-2022-12.docx, page 2")
    ]


def test_what_binds_most_is_told_first() -> None:
    kinds = (Minuted.FAILURE, Minuted.COMMITMENT, Minuted.DECISION)
    minutes = tuple(a_minute(str(kind), kind) for kind in kinds)
    (one,) = recorded(replace(a_records(), minutes=minutes), NAMES)
    assert [said.text for said in one.passages] == ["decision", "commitment", "failure"]


def test_what_is_only_discussed_is_counted_and_not_quoted() -> None:
    minutes = (a_minute("Rest was discussed.", Minuted.DISCUSSION, code="learning"),)
    records = replace(a_records(), minutes=minutes)
    assert recorded(records, NAMES) == ()
    assert discussed_sentence(records, NAMES) == (
        "Discussed in papers, and nothing else recorded: Learning (1)."
    )


def test_a_code_that_papers_decide_on_is_not_told_as_discussed_only() -> None:
    assert discussed_sentence(a_records(), NAMES) == ""
