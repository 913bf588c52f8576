"""The programme's records in sentences."""

from dataclasses import replace

import pytest

from sensecli.exporting.records.sentences import (
    decided_sentence,
    lacking_sentences,
    last_word,
    papers_sentence,
    read_sentences,
)
from sensecli.model import CrossCheck, Minuted, Quadrant
from tests.builders import an_action
from tests.exporting.followed import a_check, a_records


def _word(*checks: CrossCheck) -> str:
    return last_word(a_records(checks=checks))


def test_what_is_agreed_and_in_nobodys_plan_is_the_last_word() -> None:
    assert last_word(a_records()) == "Agreed by 19 of 21 leaders, and in nobody's plan: People."


def test_of_a_register_that_was_read_in_part_no_more_is_said_than_is_known() -> None:
    partly = replace(a_records(), partly=True)
    assert last_word(partly) == (
        "Agreed by 19 of 21 leaders, and in nobody's plan, as far as it could be read: People."
    )
    assert "Not all of it could be read" in read_sentences(partly)[0]
    assert "could be read" not in read_sentences(a_records())[0]


def test_what_most_agree_on_is_named_first_and_the_others_with_their_counts() -> None:
    said = _word(a_check(code="learning", endorse=12), a_check(), a_check(code="rest", endorse=15))
    assert said == (
        "Agreed by 19 of 21 leaders, and in nobody's plan: People; likewise Rest (15) and"
        " Learning (12)."
    )


def test_many_themes_are_counted_where_they_are_not_named() -> None:
    said = _word(*(a_check(code=f"theme-{at}", endorse=19 - at) for at in range(8)))
    assert said.endswith("Theme-4 (15) and 3 more themes.")


def test_everybody_is_told_as_all() -> None:
    assert _word(a_check(endorse=21)).startswith("Agreed by all 21 leaders, and in nobody's plan")


def test_one_leader_is_told_as_one() -> None:
    assert _word(a_check(endorse=1, n=1, act=0)).startswith("Agreed by the one leader, and in")


def test_a_plan_that_has_all_that_is_agreed_is_told_with_what_is_done() -> None:
    actions = [an_action(), an_action(id="A2", progress="done"), an_action(id="A3")]
    records = a_records(checks=[a_check(actions=actions), a_check(code="rest", endorse=3)])
    records = replace(
        records, actions=tuple(replace(records.actions[0], action=one) for one in actions)
    )
    assert last_word(records) == (
        "The one theme that more than half of the 21 leaders agree on is in the plan, with 3"
        " actions, 1 of them done."
    )


def test_actions_that_were_dropped_are_in_nobodys_plan() -> None:
    assert "in nobody's plan: People" in _word(a_check(actions=[an_action(progress="dropped")]))


def test_where_most_agree_on_nothing_that_is_said() -> None:
    said = _word(a_check(endorse=4, actions=[an_action()]), a_check(code="rest", endorse=2))
    assert said == (
        "There is no theme that more than half of the 21 leaders agree on; 1 theme in the plan."
    )


def test_without_a_register_nothing_is_said_of_the_plan() -> None:
    papers_only = replace(a_records(), register="", actions=())
    assert last_word(papers_only) == papers_sentence(papers_only)
    assert "plan" not in last_word(papers_only)
    assert read_sentences(papers_only) == ()
    assert lacking_sentences(papers_only) == ()
    assert decided_sentence(papers_only) == ""


def test_the_register_is_told_with_its_statuses_and_what_is_overdue() -> None:
    assert read_sentences(a_records())[0] == (
        "actions.xlsx holds 3 actions: 1 done, 1 in progress, 1 not started; 1 overdue on"
        " 29 Sep 2023. 2 are about a code of the codebook."
    )


def test_an_empty_register_is_told_as_empty() -> None:
    empty = replace(a_records(), actions=())
    assert read_sentences(empty)[0] == "actions.xlsx holds no actions."


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([], "1 paper was read: nothing coded."),
        ([Minuted.DECISION], "1 paper was read: 1 decision on the codebook's codes."),
        (
            [Minuted.FAILURE, Minuted.DECISION, Minuted.DECISION],
            (
                "1 paper was read: 2 decisions and 1 report of something not done on the codebook's"
                " codes."
            ),
        ),
    ],
)
def test_papers_are_told_by_what_they_record(kinds: list[Minuted], said: str) -> None:
    records = a_records()
    minutes = tuple(replace(records.minutes[0], kind=kind) for kind in kinds)
    assert papers_sentence(replace(records, minutes=minutes)) == said


def test_themes_whose_actions_lack_an_owner_or_a_date_are_named() -> None:
    assert lacking_sentences(a_records()) == (
        "Without an owner: Learning (1 of 2).",
        "Without a date: Learning (1 of 2).",
    )


def test_actions_with_owner_and_date_lack_nothing() -> None:
    two = [an_action(), an_action(id="A2")]
    assert lacking_sentences(a_records(checks=[a_check(actions=two)])) == ()


def test_what_is_agreed_and_planned_by_one_action_alone_is_to_be_looked_at() -> None:
    one = a_check(actions=[an_action()])
    assert lacking_sentences(a_records(checks=[one])) == (
        "In the plan by one action alone: People. See whether it is about the theme.",
    )
    other = a_check(code="rest", endorse=12, actions=[an_action(id="A2")])
    assert lacking_sentences(a_records(checks=[one, other])) == (
        "In the plan by one action alone: People and Rest. See whether each is about its theme.",
    )
    few = a_check(code="rest", endorse=3, actions=[an_action(id="A2")])
    assert lacking_sentences(a_records(checks=[few])) == ()


def test_what_papers_decide_and_no_plan_has_is_named() -> None:
    assert decided_sentence(a_records()) == (
        "Decided or promised in papers, and in nobody's plan: People (1)."
    )


def test_the_quadrant_decides_and_not_the_figures() -> None:
    assert "leaders agree on; " in _word(a_check(quadrant=Quadrant.NEITHER))
