from dataclasses import replace

from sensecli.disclosure.board import board
from sensecli.exporting.board.content import Report, Section, chunks, report
from sensecli.model import Analysis, QuotePolicy
from tests.builders import a_coding
from tests.disclosure.made import a_study


def _report(analysis: Analysis, *, policy: QuotePolicy = QuotePolicy.ALL) -> Report:
    return report(analysis, board(analysis, min_cell=5, policy=policy))


def _section(made: Report, title: str) -> Section:
    return next(one for one in made.sections if one.title == title)


def _left_out(made: Report) -> str:
    return "\n".join(_section(made, "What was left out to protect people").listed)


def test_the_story_is_the_widest_gap_that_is_seen() -> None:
    made = _report(a_study({"a": "g" * 16 + "o" * 5}))
    assert made.story == '16 of 21 leaders agree on "People", and speak of nothing done about it.'


def test_a_hidden_gap_is_not_in_the_story() -> None:
    made = _report(a_study({"a": "g" * 4 + "o" * 16}))
    assert made.story == "On no theme can it be shown how many leaders agree and do not act."


def test_a_story_without_a_gap_says_so() -> None:
    made = _report(a_study({"a": "a" * 12}))
    assert made.story == "On no theme do leaders agree and not act."


def test_months_are_told_and_no_days() -> None:
    study = a_study({"a": "g" * 12})
    first, *others = study.project.interviews
    dated = (
        replace(first, date="2022-09-12"),
        *(replace(one, date="2022-11-21") for one in others),
    )
    made = _report(replace(study, project=replace(study.project, interviews=dated)))
    assert "Interviews with 12 leaders, Sep \u2013 Nov 2022." in made.read[0]


def test_what_is_hidden_put_together_and_left_out_is_told() -> None:
    made = _report(a_study({"a": "gggoooaaaa", "b": "gggggooooooaaaaa", "c": "g", "d": "g"}))
    said = _left_out(made)
    assert "Counts of 1 to 4 leaders are hidden" in said
    assert '3 groups with few leaders are put together as "other groups"' in said
    assert "Groups are left out" in said
    assert said.count("People") == 1
    assert "Leaders who do not agree, and leaders who do not speak" in said


def test_where_everybody_stands_in_one_place_is_told_in_full() -> None:
    said = _left_out(_report(a_study({"a": "g" * 6, "b": "g" * 5 + "o" * 5}, money=16)))
    assert "People, a: all 6 under “Agree, do not act”." in said
    assert "Money, all: all 16 under “Name it”." in said
    assert "There are 2 such figures:" in said


def test_where_few_stand_elsewhere_is_marked_and_warned_of() -> None:
    made = _report(a_study({"a": "g" * 18 + "o" * 3}))
    table = _section(made, "Themes").table
    assert table is not None
    assert ("People", "18 of 21 (few elsewhere)", "0 of 21") in table.rows
    assert "People, all: 18 of 21 under “Agree, do not act”." in _left_out(made)


def test_where_few_are_left_by_both_counts_together_is_warned_of() -> None:
    said = _left_out(_report(a_study({"a": "g" * 10 + "a" * 9 + "o" * 2})))
    assert "People, all: 19 of 21 agree." in said
    assert "who knows the leaders may guess who does not" in said


def test_a_study_of_one_group_says_that_there_is_no_breakdown() -> None:
    said = _left_out(_report(a_study({"a": "g" * 12})))
    assert "Leaders are not told apart by group" in said


def test_the_policy_of_quotes_is_told() -> None:
    study = a_study({"a": "g" * 12})
    assert "No quotes are shown." in _left_out(_report(study, policy=QuotePolicy.NONE))
    assert "without anybody's approval: 1 quote." in _left_out(_report(study))


def test_roles_organisations_and_ids_are_taken_out_of_quotes() -> None:
    study = a_study({"a": "g" * 12, "friends of [L02]": "g" * 6})
    text = "[L01] of Trust L01 and Chair L03 agree that people matter a lot to all of us."
    said = tuple(
        replace(one, text=text, coder="rules") if one.interview == "L01" else one
        for one in study.codings
    )
    first = a_coding(interview="L01", text=text, start=0)
    findings = tuple(
        replace(one, quotes=tuple(replace(q, text=text) for q in one.quotes))
        for one in study.findings
    )
    made = _report(replace(study, codings=(*said, first), findings=findings))
    (quote,) = _section(made, "In leaders' words").quotes or next(
        one.quotes for one in made.sections if one.quotes
    )
    assert quote.text.startswith("[name] of [organisation] and [role] agree")


def test_a_groups_name_has_no_leaders_id() -> None:
    made = _report(a_study({"a": "g" * 12, "friends of [L02]": "g" * 6 + "o" * 6}))
    assert "[L02]" not in str(made)
    assert "friends of [name]" in str(made)


def test_lines_are_held_together_up_to_so_many_letters() -> None:
    assert chunks(["aaa", "bb", "cccc", "d"], 5) == [["aaa", "bb"], ["cccc", "d"]]
    assert chunks(["a" * 9], 5) == [["a" * 9]]
