"""Every row is an action, or counted as something else: never is one lost in silence."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.register import read_register
from sensecli.loading.register.blocks import blocks_of, entries_of
from sensecli.loading.register.columns import Names
from sensecli.loading.register.kinds import Kind
from sensecli.loading.register.lines import Line, Table
from sensecli.model import Problem
from tests.loading.register.conftest import HEADER, Read, messages, told

COLUMNS = tuple(HEADER.split(","))

# What a row may look like, by what it is.
_ROWS: dict[Kind, tuple[tuple[str, ...], ...]] = {
    Kind.ACTION: (
        ("A1", "Open a clinic", "Jo", "31/03/2023", "Open", ""),
        ("", "Ask the surgeries", "", "", "", ""),
        ("7", "Total hip pathway: write it", "TBC", "ASAP", "", "soon"),
        ("", "Staff involvement: TBC", "", "", "Not started", ""),
        ("12", "Part-time post", "", "", "", ""),
        ("", "Ward 4: 10 more beds", "", "", "", ""),
    ),
    Kind.SECTION: (("Workstream 2: Access", "", "", "", "", ""), ("People", "", "", "", "", "")),
    Kind.SUBTOTAL: (
        ("Total open: 23", "", "", "", "", ""),
        ("", "Sub-total", "", "", "5", ""),
        ("", "12 actions open", "", "", "", ""),
        ("Grand total", "", "", "", "40", "60%"),
        ("", "Sub-total: 9 actions; average 39%", "", "", "", ""),
        ("", "Front office: 10 lines", "", "", "", ""),
        ("Workforce", "18", "", "", "2", ""),
    ),
    Kind.HEADER: (COLUMNS,),
    Kind.EMPTY: (("A45", "", "", "", "", ""), ("46", "", "", "", "", "0")),
    Kind.PROBLEM: (("A2", "", "Jo", "31/03/2023", "", ""), ("", "", "", "", "Open", "")),
    Kind.BLANK: (("", "", "", "", "", ""), (" ", "-", "", "", "", "")),
}
_PAIRS = [(kind, cells) for kind, rows in _ROWS.items() for cells in rows]
_REMARK = ("", "", "", "", "", "and a further remark")


def _table(rows: Sequence[Sequence[str]]) -> Table:
    lines = (Line(number, number, tuple(cells)) for number, cells in enumerate(rows, start=1))
    return Table("log.csv", "", tuple(lines))


@given(st.lists(st.sampled_from([*_PAIRS, (Kind.CONTINUATION, _REMARK)]), min_size=1, max_size=20))
def test_each_row_is_read_as_what_it_is(rows: list[tuple[Kind, tuple[str, ...]]]) -> None:
    wanted: list[Kind] = []
    for kind, _ in rows:
        after = wanted[-1:] in ([Kind.ACTION], [Kind.CONTINUATION])
        wanted.append(Kind.PROBLEM if kind is Kind.CONTINUATION and not after else kind)
    [block] = blocks_of(_table([COLUMNS, *(cells for _, cells in rows)]), Names())
    assert list(block.kinds) == wanted


@given(st.lists(st.sampled_from(_PAIRS), min_size=1, max_size=15))
def test_the_notice_counts_every_row_that_is_not_blank(
    rows: list[tuple[Kind, tuple[str, ...]]],
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        path.write_text("\n".join(",".join(c) for c in [COLUMNS, *(c for _, c in rows)]))
        found = read_register(path)
    kinds = Counter(kind for kind, _ in rows)
    assert len(found.actions) == kinds[Kind.ACTION]
    filled = len(rows) - kinds[Kind.BLANK]
    counts = f"{len(found.actions)} action{'s' * (len(found.actions) != 1)} in {filled} row"
    assert counts in told(found)
    not_read = [p for p in found.problems if "and no action" in p.message]
    assert bool(not_read) == bool(kinds[Kind.PROBLEM] or not kinds[Kind.ACTION])


_CELL = st.sampled_from(
    [
        "",
        "A1",
        "Action",
        "Owner",
        "Total",
        "Total: 3",
        "Jo",
        "31/03/23",
        "Open",
        "Open a clinic",
        "Ref",
        "Status",
        "TBC",
        "-",
        "x:",
        "Due",
    ]
) | st.text(max_size=12)


@given(st.lists(st.lists(_CELL, max_size=7), max_size=12))
def test_whatever_the_cells_no_row_is_read_twice_or_dropped(rows: list[list[str]]) -> None:
    table = _table([COLUMNS, *rows])
    blocks = tuple(blocks_of(table, Names()))
    read = [line.number for block in blocks for line in block.lines]
    headers = sum(block.headers for block in blocks)
    titles = sum(len(block.titles) for block in blocks)
    assert len(set(read)) == len(read)
    assert len(read) + headers + titles == len(table.lines)
    for block in blocks:
        actions = [entry.first.number for entry in entries_of(block)]
        assert tuple(actions) == block.rows(Kind.ACTION)


@given(st.lists(st.lists(_CELL, max_size=7), max_size=8))
def test_whatever_the_cells_nothing_is_raised(rows: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        quoted = (",".join('"' + c.replace('"', "'") + '"' for c in row) for row in rows)
        path.write_text("\n".join(quoted), encoding="utf-8", errors="replace")
        found = read_register(path)
    assert found.actions or found.problems
    assert all(isinstance(one, Problem) for one in found.problems)


def test_a_remark_below_an_action_goes_with_it(read: Read) -> None:
    found = read("A1,Open a clinic,Jo,,Open,rooms found", ",,,,,doors ordered")
    assert [one.note for one in found.actions] == ["rooms found\ndoors ordered"]
    assert "1 row that goes on with the one above (row 3)" in told(found)


def test_a_remark_without_an_action_above_is_a_problem(read: Read) -> None:
    found = read(",,,,,doors ordered", "A1,Open a clinic")
    assert messages(found) == [
        (
            "log.csv:2: row 2 has something in it and no action. "
            'Hint: fill in the column "Action", or take it out.'
        )
    ]


def test_rows_that_are_not_read_are_named_together(read: Read) -> None:
    found = read("A1,Open a clinic", "A2,,Jo,31/03/2023", "A3,,Kit,")
    [message] = messages(found)
    assert message.startswith("log.csv:3: rows 3 and 4 have something in them and no action")


def test_a_section_row_heads_those_below_it(read: Read) -> None:
    found = read("A1,Open a clinic", "Getting people in:", "A2,Ask the surgeries")
    assert [one.section for one in found.actions] == ["", "Getting people in"]


def test_a_section_column_holds_until_it_changes(read: Read) -> None:
    found = read("Access,Open", ",Ask", "People,Hire", header="Theme,Task")
    assert [one.section for one in found.actions] == ["Access", "Access", "People"]


def test_action_and_description_are_read_together(read: Read) -> None:
    found = read("Knee clinic,Open one on Tuesdays", "Hire,", header="Action,Description")
    assert [one.text for one in found.actions] == ["Knee clinic\nOpen one on Tuesdays", "Hire"]


def test_names_in_two_rows_are_read_as_one_header(read: Read) -> None:
    found = read(",,Start,End", "A1,Open,1/1/23,31/3/23", header="Ref,Action,,")
    assert [str(one.due) for one in found.actions] == ["2023-03-31"]


def test_a_column_that_is_there_twice_is_a_problem(read: Read) -> None:
    found = read("A1,Open,Jo,Kit", header="Ref,Action,Owner,Owner")
    assert found.actions[0].owner == "Jo"
    assert 'two columns are called "Owner"; the first is read' in messages(found)[0]


def test_a_revised_date_goes_before_the_first_one(read: Read) -> None:
    header = "Action,Due date,Revised due date"
    found = read("Open,31/03/2023,30/06/2023", "Ask,31/03/2023,", header=header)
    assert [str(one.due) for one in found.actions] == ["2023-06-30", "2023-03-31"]


def test_a_day_of_closing_makes_an_action_done(read: Read) -> None:
    header = "Action,Status,Date closed"
    found = read(
        "Open,Green,12/01/2023",
        "Ask,Superseded,12/01/2023",
        "Hire,In progress,13/01/2023",
        "Move,In progress,n/a",
        header=header,
    )
    assert [one.progress.value for one in found.actions] == [
        "done",
        "dropped",
        "done",
        "in progress",
    ]
    assert "row 4 has a day of closing and a status that says otherwise" in told(found)


def test_a_status_that_is_not_known_is_one_problem_however_often(read: Read) -> None:
    found = read("A1,Open,,,Fizzing,", "A2,Ask,,,Complete,", "A3,Hire,,,Fizzing,")
    assert messages(found) == [
        (
            'log.csv:2: the status "Fizzing" in the column "Status" is not known (2 times: rows 2 '
            'and 4). Hint: say what it means in a mapping file, such as "stalled: Fizzing".'
        )
    ]
    assert [one.progress_said for one in found.actions] == ["Fizzing", "Complete", "Fizzing"]


def test_a_text_in_a_column_of_outcomes_is_no_mistake(read: Read) -> None:
    rows = ("Open,We met the landlord twice", "Ask,All rung. Closed", "Hire,Nobody came")
    found = read(*rows, header="Action,Outcome")
    assert found.problems == ()
    assert [one.progress.value for one in found.actions] == ["unstated", "done", "unstated"]


def test_nothing_that_settles_the_order_of_dates_is_told(read: Read) -> None:
    found = read("A1,Open,Jo,03/04/2023")
    assert str(found.actions[0].due) == "2023-04-03"
    assert "the day is taken first" in told(found)


def test_another_column_of_dates_settles_the_order(read: Read) -> None:
    found = read("Open,03/04/2023,03/25/2023", header="Action,Due,Last updated")
    assert str(found.actions[0].due) == "2023-03-04"
    assert "taken first" not in told(found)


def test_a_register_without_dates_is_told_which_columns_may_hold_them(read: Read) -> None:
    found = read("Open,Jo,Open,soon", header="Action,Who,State,Horizon")
    assert 'no column is known for due among "Horizon"' in told(found)


def test_a_risk_among_the_actions_is_none(read: Read) -> None:
    found = read("Action,Open,Jo", "Risk,Money runs out,Jo", header="Type,Description,Owner")
    assert [one.text for one in found.actions] == ["Open"]
    assert "1 row of another kind (row 3)" in told(found)


def test_a_row_that_says_none_is_no_action(read: Read) -> None:
    found = read("A1,Open", "A2,None", "A3,n/a")
    assert [one.text for one in found.actions] == ["Open"]
    assert "2 rows with a number and nothing else (rows 3 and 4)" in told(found)


def test_a_number_of_the_agenda_is_no_part_of_the_action(read: Read) -> None:
    assert read("4.1,Open", header="Item,Action").actions[0].text == "Open"


def test_a_completion_date_beside_a_due_date_is_that_of_closing(read: Read) -> None:
    found = read("Open,31/03/2023,20/03/2023", header="Action,Due date,Completion date")
    assert (str(found.actions[0].due), found.actions[0].progress.value) == ("2023-03-31", "done")


def test_a_column_of_days_is_none_of_actions_whatever_it_is_called(read: Read) -> None:
    rows = ("A1,Open a clinic,31/03/2025,Green", "A2,Ask the surgeries,Dec 2024,Red")
    found = read(*rows, header="Ref,Deliverable,Milestone,Progress")
    assert [(one.text, str(one.due)) for one in found.actions] == [
        ("Open a clinic", "2025-03-31"),
        ("Ask the surgeries", "2024-12-31"),
    ]


def test_a_milestone_in_words_is_an_action(read: Read) -> None:
    found = read("A1,Clinic open,31/03/2025", header="Ref,Milestone,Due")
    assert [one.text for one in found.actions] == ["Clinic open"]


def test_a_title_is_an_action_only_beside_a_day_or_a_status(read: Read) -> None:
    found = read("A1,Open a clinic,Open", header="Ref,Title,Status")
    assert [one.text for one in found.actions] == ["Open a clinic"]
    assert read("Jo,Chair", header="Name,Title").actions == ()


def test_a_table_of_counts_has_no_actions(read: Read) -> None:
    found = read("Access,9,1", "People,18,2", header="Workstream,Actions,Complete")
    assert found.actions == ()
    assert "2 subtotals" in told(found)


def test_what_is_required_goes_before_the_recommendation(read: Read) -> None:
    found = read("Improve,Write a plan", header="Recommendation,Action required of us")
    assert [one.text for one in found.actions] == ["Write a plan"]


def test_a_line_above_the_header_that_reads_like_names_is_none(read: Read) -> None:
    found = read("Action,Owner,Due", "Open,Jo,31/03/2023", header="Summary,version 2,")
    assert [(one.text, one.owner) for one in found.actions] == [("Open", "Jo")]


def test_a_problem_with_a_missing_header_names_nobody(read: Read) -> None:
    found = read(
        "2,Ask them all again,Kit,30/06/2023,Open",
        header="1,Open a clinic now,Jo Bell,31/03/2023,Open",
    )
    assert found.actions == ()
    assert "Jo Bell" not in " ".join(messages(found)) + told(found)


def test_a_list_of_several_in_one_cell_is_one_action_and_told(read: Read) -> None:
    found = read(
        'A1,"1. Survey homes\n2. Recruit a team",Jo,31/03/2023,Open,',
        "A2,Ask the surgeries,Jo,31/03/2023,Open,",
    )
    assert len(found.actions) == 2
    assert "row 2 holds a list of several actions; each row is counted as one" in told(found)


def test_an_action_with_a_number_before_it_is_no_list(read: Read) -> None:
    assert "list of several" not in told(read("A1,1. Survey homes,Jo,31/03/2023,Open,"))
