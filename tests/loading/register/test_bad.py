"""Bad registers end in named problems, never in a silent miscount."""

import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sensecli.loading.register import read_register
from sensecli.loading.register.lines import MOST_LINES
from tests.loading.register.conftest import Log, Read, messages, told

BAD = Path(__file__).parent / "bad"


@pytest.mark.parametrize(
    ("file", "actions", "said"),
    [
        ("no-header.csv", 0, "no-header.csv:1: no row names its columns"),
        ("header-only.csv", 0, "header-only.csv:1: has columns for actions and no action below"),
        ("empty.csv", 0, "empty.csv: is empty"),
        ("empty.xlsx", 0, "empty.xlsx: is empty"),
        ("people.xlsx", 0, "people.xlsx: holds no actions: Staff has"),
        ("two-headers-beside.xlsx", 4, "Actions:1: a second table stands beside the first, from"),
        ("formulas-uncached.xlsx", 4, "12 formulas without a value: A2, D2, E2"),
    ],
)
def test_a_bad_register_has_one_problem_that_names_it(file: str, actions: int, said: str) -> None:
    found = read_register(BAD / file)
    assert len(found.actions) == actions
    [message] = messages(found)
    assert said in message


def test_dates_in_three_orders_name_rows_of_each_and_what_is_not_read() -> None:
    found = read_register(BAD / "three-orders.csv")
    orders, no_day = messages(found)
    assert "day first (rows 2 and 7) and with the month first (rows 3 and 6)" in orders
    assert "could be either are not read (row 5)" in orders
    assert 'three-orders.csv:7: "31/02/2023" in the column "Due"' in no_day
    assert [one.due for one in found.actions] == [
        date(2023, 3, 25),
        date(2023, 6, 30),
        date(2023, 9, 30),
        None,
        date(2023, 4, 17),
        None,
    ]


def test_formulas_are_read_by_the_values_saved_with_them() -> None:
    found = read_register(BAD / "formulas-cached.xlsx")
    assert found.problems == ()
    assert [(one.id, one.due) for one in found.actions][:2] == [
        ("1", date(2023, 3, 31)),
        ("2", date(2023, 6, 30)),
    ]


def test_below_a_second_header_its_own_columns_hold() -> None:
    found = read_register(BAD / "two-headers-below.xlsx")
    assert found.problems == ()
    assert [(one.text, one.owner, str(one.due)) for one in found.actions][2:] == [
        ("Order couches", "Tom Askey", "2023-05-10"),
        ("Book the hall", "Comms", "2023-05-11"),
    ]
    assert "2 actions in 2 rows below row 4" in told(found)


def test_a_reference_given_twice_is_told_and_ids_stay_unique() -> None:
    found = read_register(BAD / "duplicate-references.csv")
    assert [one.id for one in found.actions] == ["1", "2", "2 (2)", "4"]
    assert 'such as "2"' in told(found)


def test_an_id_made_unique_meets_no_other(read: Read) -> None:
    found = read("A,one thing", "A,two things", "A (2),three things", "A,four things")
    assert len({one.id for one in found.actions}) == 4


def test_ten_thousand_rows_are_read_within_seconds(workbook: Callable[..., Path]) -> None:
    rows: list[list[object]] = [["Ref", "Action", "Owner", "Due", "Status"]]
    rows += [
        [n, f"Do thing {n}", f"Owner {n % 40}", f"{n % 28 + 1}/{n % 12 + 1}/2023", "Open"]
        for n in range(10_000)
    ]
    path = workbook(rows, name="large.xlsx")
    start = time.process_time()
    found = read_register(path)
    assert time.process_time() - start < 8
    assert (len(found.actions), found.problems) == (10_000, ())
    assert all(one.due for one in found.actions)


def test_more_rows_than_any_register_has_are_a_problem(log: Log) -> None:
    path = log(*(f"{n},Do it" for n in range(MOST_LINES)))
    found = read_register(path)
    assert found.actions == ()
    assert "is too large for a register (20,001 rows" in messages(found)[0]


def test_more_rows_in_a_workbook_are_a_problem_too(workbook: Callable[..., Path]) -> None:
    path = workbook([["Ref", "Action"], *([n, "Do it"] for n in range(MOST_LINES))])
    assert "is too large for a register" in messages(read_register(path))[0]


@pytest.mark.parametrize("suffix", [".pdf", ".xls", ""])
def test_another_format_is_a_problem_that_says_which_are_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"register{suffix}"
    path.write_text("x")
    [message] = messages(read_register(path))
    assert message.endswith("Hint: a register is .xlsx, .csv, .docx or .md.")


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert "no such file" in messages(read_register(tmp_path / "none.xlsx"))[0]


@pytest.mark.parametrize("name", ["broken.xlsx", "broken.docx"])
def test_a_broken_file_is_a_problem(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    shutil.copy(BAD / "people.xlsx", path)
    path.write_bytes(path.read_bytes()[:2000])
    [message] = messages(read_register(path))
    assert message.startswith(f"{name}: is broken")


def test_a_workbook_that_calls_itself_a_document_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "register.docx"
    shutil.copy(BAD / "people.xlsx", path)
    assert "is not a Word document" in messages(read_register(path))[0]


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    [message] = messages(read_register(tmp_path))
    assert ": is a folder. Hint: name the register's file" in message


def test_names_without_that_of_the_action_are_told_and_mapped(log: Log) -> None:
    header = "#,What are we doing?,Accountable person,Deadline"
    path = log(
        "1,Survey the worst homes,Jo,31/07/2024",
        "2,Restock all the vans,Al,1/9/2024",
        header=header,
    )
    found = read_register(path)
    [message] = messages(found)
    assert "log.csv:1: no column is known for the action; there are" in message
    assert 'such as "action: What are we doing?"' in message
    mapped = read_register(path, mapping={"action": "What are we doing?"})
    assert [one.owner for one in mapped.actions] == ["Jo", "Al"]
