"""Records and movement in Markdown."""

from dataclasses import replace

from sensecli.exporting.markdown import findings_markdown
from sensecli.exporting.mdfollowed import movement_markdown, records_markdown
from sensecli.exporting.names import masked
from sensecli.model import Analysis
from tests.builders import an_action
from tests.exporting.followed import a_comparison, a_followed_analysis, a_records
from tests.exporting.made import a_named_analysis, a_small_analysis


def _records() -> str:
    return records_markdown(a_followed_analysis())


def test_without_records_nothing_is_said_of_them() -> None:
    small = a_small_analysis()
    assert records_markdown(small) == movement_markdown(small) == ""
    assert "Did action follow" not in findings_markdown(small).decode()


def test_the_last_word_heads_the_records() -> None:
    assert _records().splitlines()[2] == (
        "**Agreed by 19 of 21 leaders, and in nobody's plan: People.**"
    )


def test_a_contradiction_has_both_places() -> None:
    said = _records()
    assert "> The study days stopped in the spring.\n>\n> (L02:3)" in said
    assert "> Train the link nurses\n>\n> (actions.xlsx, Plan, row 5: owner" in said


def test_papers_have_their_page() -> None:
    assert "> (board-2022-12.docx, page 2)" in _records()


def test_every_action_is_in_a_table_of_words() -> None:
    said = _records()
    assert (
        "| Action | About | Owner, due, status | Where it stands |\n| --- | --- | --- | --- |"
        in said
    )
    assert "| P-3: Repaint the car park | no code |" in said  # fmt: skip


def test_a_promise_has_the_words_of_both_rounds() -> None:
    said = movement_markdown(a_followed_analysis())
    assert "round 1:\n\n> We will set up a staff panel.\n>\n> (L01:1)" in said
    assert "round 2:\n\n> The panel meets every month.\n>\n> (L01:14)" in said


def test_each_stretch_of_three_rounds_has_a_heading() -> None:
    one = a_comparison().between[0]
    later = replace(one, before="round 2", after="round 3")
    three = a_comparison(one, later, overall=replace(one, after="round 3"))
    said = movement_markdown(replace(a_small_analysis(), comparison=three))
    found = [line for line in said.splitlines() if line.startswith("### ")]
    assert found == [
        "### From round 1 to round 2",
        "### From round 2 to round 3",
        "### From round 1 to round 3",
    ]


def test_a_masked_report_names_nobody() -> None:
    said = findings_markdown(masked(_named())).decode()
    assert "Did action follow" in said
    assert "Jane" not in said


def test_a_report_with_names_says_who_spoke() -> None:
    said = findings_markdown(_named()).decode()
    assert "owner Jane Smith" in said
    assert "> (Jane Smith, L05:1)" in said


def _named() -> Analysis:
    """Jane Smith owns an action, and is quoted against another."""
    records = a_records()
    owned = replace(records.actions[0], action=an_action(owner="Jane Smith"))
    told = tuple(
        replace(one, quote=replace(one.quote, interview="L05", leader="L05", place="L05:1"))
        for one in records.contradictions
    )
    return replace(
        a_named_analysis(), records=replace(records, actions=(owned,), contradictions=told)
    )
