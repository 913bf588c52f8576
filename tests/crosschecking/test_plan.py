"""How an action is read before it is coded."""

from pathlib import Path

import pytest

from sensecli.crosschecking.plan import read_plan


def _texts(folder: Path, *lines: str) -> list[str]:
    path = folder / "plan.csv"
    path.write_text("\n".join(("Workstream,Action,Owner,Due", *lines)) + "\n", "utf-8")
    return [one.text for one in read_plan(path).texts]


def test_an_action_is_read_behind_the_heading_that_it_stands_under(tmp_path: Path) -> None:
    found = _texts(tmp_path, "Courses,Tendon session,Jo,31/03/2023", ",Knee session,Jo,31/03/2023")
    assert found == ["Courses: Tendon session", "Courses: Knee session"]


@pytest.mark.parametrize("written", ["4. Courses", "B) Courses", "2.1. Courses", "Courses:"])
def test_the_number_of_a_heading_is_no_part_of_it(tmp_path: Path, written: str) -> None:
    found = _texts(tmp_path, f"{written},Tendon session,Jo,31/03/2023")
    assert found == ["Courses: Tendon session"]


def test_what_a_spreadsheet_calls_a_sheet_is_no_heading(tmp_path: Path) -> None:
    assert _texts(tmp_path, "Sheet1,Tendon session,Jo,31/03/2023") == ["Tendon session"]


def test_an_action_without_a_heading_is_read_alone(tmp_path: Path) -> None:
    assert _texts(tmp_path, ",Tendon session,Jo,31/03/2023") == ["Tendon session"]
