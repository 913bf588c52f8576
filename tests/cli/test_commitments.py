"""`sense commitments` from files to the screen."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sensecli.cli.commitmentsview import commitments_lines, counted
from sensecli.cli.console import plain
from sensecli.model import Undertaking
from tests.cli.conftest import Sense, Small
from tests.exporting.test_undertakings import DAY, ONE, OPEN

TALK = """---
id: {id}
name: {name}
date: 2022-11-09
---
- {name} has agreed with the county council to share a driver from 5 Dec
- We are going to look at the rota again, one of these days
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for id_, name in (("D01", "Moira Quillfeather"), ("D02", "Tobias Fennimore")):
        (folder / f"{id_}.md").write_text(TALK.format(id=id_, name=name), "utf-8")
    return folder


RULES = ("--coder", "rules", "-q")


def flat(shown: str) -> str:
    """What is shown, in one line."""
    return " ".join(shown.split())


def test_the_list_tells_what_is_past_and_what_has_no_day(sense: Sense, study: Path) -> None:
    done = sense("commitments", study, "--on", "1 Jan 2023", *RULES)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Past on 1 Jan 2023 (2)"
    assert "No day named (2)" in lines
    text = flat(done.stdout)
    assert "4 undertakings by 2 leaders: 2 with a day, 2 without. Both are past" in text
    assert "to: the county council" in text
    assert max(map(len, lines)) <= 80


def test_the_next_step_can_be_typed(sense: Sense, study: Path, tmp_path: Path) -> None:
    done = sense("commitments", study, *RULES)
    step = flat(done.stdout).split("follow up: ")[1].split()
    *words, target, option, value = step[1:]
    assert (target, option, value) == ("commitments.xlsx", "--coder", "rules")
    assert sense(*words, tmp_path / target, option, value).exit_code == 0


def test_what_is_to_come_is_told_apart(sense: Sense, study: Path) -> None:
    done = sense("commitments", study, "--on", "2022-12-05", *RULES)
    assert "Still to come (2)" in done.stdout
    assert "Past on" not in done.stdout


def test_names_are_shown_only_where_asked_for(sense: Sense, study: Path) -> None:
    assert "Quillfeather" not in sense("commitments", study, *RULES).stdout
    shown = sense("commitments", study, "--names", *RULES).stdout
    assert "Moira Quillfeather has agreed" in shown
    assert "Moira Quillfeather, D01:6" in shown.replace("\n  ", " ").replace("\u00a0", " ")


def interviews(written: Path) -> list[object]:
    """Whose undertakings a file lists, in its order."""
    match written.suffix:
        case ".csv":
            lines = written.read_text("utf-8-sig").splitlines()
            return [row["interview"] for row in csv.DictReader(lines)]
        case ".json":
            content = json.loads(written.read_text("utf-8"))
            return [one["interview"] for one in content["undertakings"]]
        case ".xlsx":
            sheet = openpyxl.load_workbook(written)["commitments"]
            return [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)]
        case _:
            return list(re.findall(r"\[(D0\d):", written.read_text("utf-8")))


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx", "txt"])
def test_the_ending_of_a_file_tells_its_format(
    sense: Sense, study: Path, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"list.{ending}"
    assert sense("commitments", study, "-o", target, *RULES).exit_code == 0
    assert interviews(target) == ["D01", "D02", "D01", "D02"]


def test_a_format_may_be_poured_out(sense: Sense, study: Path) -> None:
    done = sense("commitments", study, "--format", "csv", *RULES)
    assert len(list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))) == 4


@pytest.mark.parametrize(
    "options", [["--format", "xlsx"], ["--format", "xlsx", "-o", "-"], ["--on", "the fifth"]]
)
def test_wrong_usage_is_told_before_the_work(sense: Sense, study: Path, options: list[str]) -> None:
    done = sense("commitments", study, *options, *RULES)
    assert done.exit_code == 2
    assert "Hint:" in done.stderr


def test_a_large_table_is_refused(sense: Sense, table: Path, large: Small) -> None:
    large()
    done = sense("commitments", table, *RULES)
    assert done.exit_code == 2
    assert "counted and not held" in " ".join(done.stderr.split())


def test_a_list_is_not_written_among_the_interviews(sense: Sense, study: Path) -> None:
    assert sense("commitments", study, "-o", study / "list.csv", *RULES).exit_code == 1
    assert not (study / "list.csv").exists()


def test_a_missing_folder_is_a_problem(sense: Sense, tmp_path: Path) -> None:
    done = sense("commitments", tmp_path / "none", *RULES)
    assert (done.exit_code, done.stdout) == (1, "")


def test_without_undertakings_that_is_said(sense: Sense, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("- The porters are always about.\n", "utf-8")
    done = sense("commitments", tmp_path, *RULES)
    assert (done.exit_code, done.stdout) == (
        0,
        "No leader undertakes anything in so many words.\n",
    )


def shown(*found: Undertaking) -> str:
    labels = {"learning": "Learning first"}
    lines = commitments_lines(found, day=DAY, named=lambda _: "", labels=labels, width=80)
    return "\n".join(plain(line) for line in lines)


def test_an_undertaking_is_shown_with_how_it_was_read() -> None:
    text = shown(ONE)
    assert "31 Dec 2022, L01 \u201cWe will write to them by May.\u201d [L01:7]" in text
    assert "commitment of the leader\u2019s own side; by when: \u2018by May\u2019" in text
    assert "said on 12 Sep 2022" in flat(text)


def test_control_characters_never_reach_the_screen() -> None:
    bad = replace(ONE, who="The\x1b[31m board", due_said="by\x07 May", to="them\x1b")
    assert not set("\x1b\x07") & set(shown(bad))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([ONE], "1 undertaking by 1 leader: a day is named. It is past on 1 Jan 2023."),
        ([OPEN], "1 undertaking by 1 leader: no day is named."),
        ([OPEN, OPEN], "2 undertakings by 1 leader: no day is named."),
        (
            [ONE, ONE],
            "2 undertakings by 1 leader: a day is named for both. Both are past on 1 Jan 2023.",
        ),
        (
            [ONE, replace(ONE, due=date(2023, 5, 1)), OPEN],
            (
                "3 undertakings by 1 leader: 2 with a day, 1 without. "
                "1 of the 2 is past on 1 Jan 2023."
            ),
        ),
    ],
)
def test_the_last_line_counts(found: list[Undertaking], said: str) -> None:
    assert counted(found, DAY) == said


def test_a_time_without_the_day_that_it_was_said_on_is_counted_apart() -> None:
    vague = replace(OPEN, due_said="in April", date="")
    assert "1 names a time, and its interview has no date" in flat(shown(vague, OPEN))
    assert "names a time" not in flat(shown(replace(vague, date="2022-09-12"), OPEN))


def test_codes_are_shown_by_their_labels() -> None:
    assert "on people and Learning first" in flat(shown(ONE))


def test_it_is_not_written_under_the_name_of_another_document(
    sense: Sense, study: Path, tmp_path: Path
) -> None:
    target = tmp_path / "list.docx"
    done = sense("commitments", study, "-o", target, *RULES)
    assert (done.exit_code, target.exists()) == (2, False)
    assert ".docx is not written. Hint: choose one of .csv, .json, .xlsx" in flat(
        done.stderr.replace("\u2502", " ")
    )


@pytest.mark.parametrize("day", ["31/02/2024", "soon", "2024"])
def test_what_is_no_day_is_told_as_typed(sense: Sense, study: Path, day: str) -> None:
    done = sense("commitments", study, "--on", day)
    assert done.exit_code == 2
    assert f'"{day}" is no day' in flat(done.stderr.replace("\u2502", " "))
