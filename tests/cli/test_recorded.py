"""Holding findings against a programme's records, as a user does it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.analyses import an_analysis
from tests.cli.conftest import Given, Sense
from tests.crosschecking.study import PLAN, a_study

RULES = "--coder", "rules"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return a_study(tmp_path)


def _with(study: Path) -> tuple[str | Path, ...]:
    records = study / "records"
    return "--actions", records / "plan.csv", "--evidence", records / "papers", "--on", "2023-09-29"


def _records(sense: Sense, study: Path, *more: str | Path) -> dict[str, Any]:
    done = sense("analyse", study, *RULES, *_with(study), "-f", "json", *more)
    assert done.exit_code == 0, done.stderr
    read = json.loads(done.stdout)["records"]
    assert isinstance(read, dict)
    return read


def test_json_has_the_records_and_names_nobody(sense: Sense, study: Path) -> None:
    read = _records(sense, study)
    assert [(one["id"], one["codes"]) for one in read["actions"]][:2] == [
        ("A1", ["people"]),
        ("A2", ["people"]),
    ]
    assert [one["owner"] for one in read["actions"]] == (
        ["[L01]", "Head of Therapies", "[name], PA", "", "Estates"]
    )
    assert {one["code"]: one["quadrant"] for one in read["checks"]} == {
        "people": "agreed and planned",
        "learning": "neither",
    }
    assert [name for name in ("Stone", "Brandt") if name in json.dumps(read)] == []


def test_names_are_shown_where_asked_for(sense: Sense, study: Path) -> None:
    assert _records(sense, study, "--names")["actions"][0]["owner"] == "M. Stone"


def test_overdue_is_told_for_the_day_asked_for(sense: Sense, study: Path) -> None:
    assert [one["overdue"] for one in _records(sense, study)["actions"]] == (
        [False, True, True, False, False]
    )


def test_a_day_may_be_written_as_in_britain(sense: Sense, study: Path) -> None:
    assert _records(sense, study, "--on", "29/9/2023")["day"] == "2023-09-29"


def test_without_a_day_it_is_told_for_today_with_a_notice(sense: Sense, study: Path) -> None:
    done = sense("analyse", study, *RULES, *_with(study)[:2], "-f", "json")
    read = json.loads(done.stdout)
    assert read["records"]["day"] == date.today().isoformat()  # noqa: DTZ011 - as the program does
    assert any("--on tells it" in one for one in read["notices"])


def test_the_terminal_reports_with_records_too(sense: Sense, study: Path) -> None:
    done = sense("analyse", study, *RULES, *_with(study))
    assert (done.exit_code, "Brandt" in done.stdout) == (0, False)


def test_a_plan_that_is_not_there_is_a_problem(sense: Sense, study: Path) -> None:
    done = sense("analyse", study, *RULES, "--actions", study / "none.xlsx", "-f", "json")
    assert done.exit_code == 1
    assert "none.xlsx" in done.stderr
    assert json.loads(done.stdout)["records"] is None


def test_of_a_plan_that_was_not_read_nobody_says_that_nothing_is_planned(
    sense: Sense, study: Path
) -> None:
    plan = study / "records" / "headless.csv"
    plan.write_text("Wibble,Wobble\nMend the roof,later\n")
    done = sense("analyse", study, *RULES, "--actions", plan, *_with(study)[2:])
    assert done.exit_code == 1
    assert "papers were read" in done.stdout or "paper was read" in done.stdout
    assert "in the plan" not in done.stdout
    assert "nobody's plan" not in done.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--mapping", "m.yaml"), "goes with --actions only"),
        (("--on", "2023-09-29"), "goes with --actions only"),
        (("--actions", "plan.csv", "--on", "29/9"), "is no day"),
        (("--actions", "plan.csv", "--for", "board", "-f", "html"), "--for board"),
        (("--evidence", "papers", "--for", "board", "-f", "html"), "--for board"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    sense: Sense, given: Given, options: tuple[str, ...], said: str
) -> None:
    asked = given(an_analysis())
    done = sense("analyse", "study", *options)
    assert (done.exit_code, asked) == (2, [])
    assert said in " ".join(done.stderr.replace("\u2502", " ").split())


def test_actions_are_exported_with_their_themes(sense: Sense, study: Path) -> None:
    done = sense("export", study, "--to", "csv", "--table", "actions", *RULES, *_with(study))
    assert done.exit_code == 0
    header, first, *rest = done.stdout.splitlines()
    assert header.startswith("id,text,place,section,owner,due")
    assert first.startswith("A1,Establish the people panel,")
    assert len(rest) == PLAN.count("\n") - 2


@pytest.mark.parametrize("form", ["json", "xlsx", "parquet"])
def test_actions_come_in_every_format_of_tables(sense: Sense, study: Path, form: str) -> None:
    target = study / "records" / f"out.{form}"
    how = ("--to", form, "--table", "actions", "-o", target)
    done = sense("export", study, *how, *RULES, *_with(study))
    assert (done.exit_code, target.stat().st_size > 0) == (0, True)


@pytest.mark.parametrize(
    "options",
    [
        ("--to", "csv", "--table", "actions"),
        ("--to", "csv", "--actions", "plan.csv"),
        ("--to", "xlsx", "-o", "a.xlsx", "--evidence", "papers"),
    ],
)
def test_a_plan_goes_with_a_table_that_shows_it(
    sense: Sense, given: Given, options: tuple[str, ...]
) -> None:
    asked = given(an_analysis())
    assert sense("export", "study", *options).exit_code == 2
    assert asked == []


def test_a_blind_review_has_no_plan(sense: Sense, study: Path) -> None:
    done = sense("review", study, "--blind", "--actions", "plan.csv")
    assert done.exit_code == 2
    assert "a blind review is of interviews" in done.stderr.replace("\n", " ")


@pytest.mark.parametrize("target", ["plan.csv", "papers/board.md", "papers/report.md"])
def test_no_output_takes_the_place_of_the_records(sense: Sense, study: Path, target: str) -> None:
    place = study / "records" / target
    before = place.read_bytes() if place.exists() else None
    done = sense("analyse", study, *RULES, *_with(study), "-o", place, "-f", "markdown")
    assert done.exit_code == 1
    assert "take the place of what is read" in done.stderr
    assert (place.read_bytes() if place.exists() else None) == before
    exported = sense(
        *("export", study, "--to", "csv", "--table", "actions", *_with(study), "-o", place)
    )
    assert exported.exit_code == 1


def test_one_leaders_page_is_refused_with_records(sense: Sense, study: Path) -> None:
    done = sense("analyse", study, *RULES, *_with(study), "--leader", "L01", "-f", "markdown")
    assert done.exit_code == 1
    assert "one leader's page shows nothing of the records" in done.stderr
    assert done.stdout == ""


def test_a_register_that_is_read_in_part_is_told_as_such(sense: Sense, study: Path) -> None:
    plan = study / "records" / "plan.csv"
    assert _records(sense, study)["partly"] is False
    plan.write_text(plan.read_text("utf-8") + ",,Jo,31/03/2023,\n", "utf-8")
    done = sense("analyse", study, *RULES, *_with(study), "-f", "json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["records"]["partly"] is True
