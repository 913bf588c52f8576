"""Records as JSON, as a table, and without names."""

from dataclasses import replace
from datetime import date

from sensecli.exporting.actionstable import COLUMNS, actions_table
from sensecli.exporting.names import masked
from sensecli.exporting.recordsjson import records_object
from sensecli.finding.crosscheck import crosschecks
from sensecli.model import (
    Analysis,
    Contradiction,
    Disagreement,
    Matched,
    Minute,
    Minuted,
    Progress,
    Quote,
    Records,
    Stance,
    Status,
)
from tests.builders import a_coding, an_action
from tests.exporting.made import a_finding, a_small_analysis

NAMES = (("Jane Smith", "[L05]"), ("Olga Brandt", "[name]"), ("J.S.", "[L05]"), ("O.B.", "[name]"))
DAY = date(2023, 9, 29)


def _records() -> Records:
    action = replace(
        an_action(owner="Jane Smith / PMO", progress=Progress.DONE),
        text="Ask Olga Brandt",
        note="JS told Jane Smith",
    )
    open_ = an_action(id="A2", owner="OB", due="2023-01-31")
    said = "Olga Brandt never came."
    quote = Quote(
        "L01", "L01", "people", 0, 23, "L01:1", said, Stance.ENDORSE, Status.STALLED, "failure"
    )
    coding = a_coding(interview="A1", text="Ask Olga Brandt", start=0)
    actions = (Matched(action, ("people",), (coding,)), Matched(open_, ()))
    minute = Minute(
        "board-olga-brandt.md", 4, 15, "board-olga-brandt.md:3", "Olga Brandt", "people",
        Minuted.ACTION, "2023-03-14",
    )  # fmt: skip
    return Records(
        day=DAY,
        register="plan.xlsx",
        actions=actions,
        minutes=(minute,),
        papers=("board-olga-brandt.md",),
        checks=crosschecks([a_finding()], actions, [minute], day=DAY),
        contradictions=(Contradiction("people", Disagreement.NOT_SO, quote, action),),
    )


def _analysis() -> Analysis:
    made = a_small_analysis()
    return replace(made, records=_records(), project=replace(made.project, names=NAMES))


def test_without_records_the_key_is_null() -> None:
    assert records_object(None) is None


def test_the_keys_are_the_contracts_in_order() -> None:
    written = records_object(_records())
    assert written is not None
    assert list(written) == (
        ["day", "register", "partly", "papers", "actions", "checks", "contradictions", "minutes"]
    )
    assert list(written["actions"][0]) == [
        *("id", "text", "place", "section", "owner", "due", "due_said", "updated"),
        *("progress", "progress_said", "overdue", "note", "codes", "decided"),
    ]
    assert list(written["checks"][0]) == [
        *("code", "label", "quadrant", "n", "endorse", "act", "plan", "actions", "minuted")
    ]
    assert list(written["minutes"][0]) == [
        *("paper", "start", "end", "location", "text", "code", "kind", "date")
    ]


def test_a_contradiction_leads_to_its_two_sources() -> None:
    written = records_object(_records())
    assert written is not None
    (one,) = written["contradictions"]
    by_id = {action["id"]: action["place"] for action in written["actions"]}
    assert (one["quote"]["location"], by_id[one["action"]]) == (
        "L01:1",
        "actions.xlsx, Plan, row 2",
    )


def test_overdue_is_told_for_the_day() -> None:
    written = records_object(_records())
    assert written is not None
    assert [one["overdue"] for one in written["actions"]] == [False, True]


def test_no_owner_and_nobody_in_minutes_is_named() -> None:
    shown = str(masked(_analysis()).records)
    assert [
        name for name in ("Jane", "Smith", "Olga", "Brandt", "olga", "OB") if name in shown
    ] == []


def test_an_owner_is_a_leader_or_somebody_and_a_team_stays() -> None:
    records = masked(_analysis()).records
    assert records is not None
    assert [one.action.owner for one in records.actions] == ["[L05] / PMO", "[name]"]


def test_of_a_name_in_an_owners_cell_no_initials_are_left() -> None:
    action = Matched(an_action(owner="Jane Smith B-S / ICB"), ())
    made = replace(_analysis(), records=replace(_records(), actions=(action,)))
    records = masked(made).records
    assert records is not None
    assert records.actions[0].action.owner == "[L05] / ICB"


def test_a_masked_check_still_leads_to_its_actions() -> None:
    records = masked(_analysis()).records
    assert records is not None
    (check,) = records.checks
    assert [records.action(id_).action.text for id_ in check.actions] == ["Ask [name]"]


def test_the_table_has_a_row_for_each_action() -> None:
    table = actions_table(_analysis())
    assert table.columns == COLUMNS
    assert [row[COLUMNS.index("codes")] for row in table.rows] == ["people", ""]
    assert [row[COLUMNS.index("overdue")] for row in table.rows] == [False, True]


def test_without_a_register_the_table_is_empty() -> None:
    assert actions_table(a_small_analysis()).rows == ()
