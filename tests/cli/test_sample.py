"""`sense sample`: a blind sheet for a second coder."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Sense

GIVEN = ("code", "stance", "status", "actor", "holder", "prompted")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Six leaders in two groups; L01 is called by name in the notes."""
    folder = tmp_path / "interviews"
    folder.mkdir()
    for number in range(1, 7):
        group = "acute" if number < 5 else "community"
        head = f"---\nid: L{number:02d}\nname: Jane Moss{number}\ngroup: {group}\n---\n"
        body = f"Jane Moss{number} spoke first.\n\nPeople come first for us.\n\nMoney is short.\n"
        (folder / f"{number}.md").write_text(head + body, "utf-8")
    return folder


def drawn(sense: Sense, *arguments: str | Path) -> list[dict[str, str]]:
    """The rows of the sheet that is written."""
    target = Path(str(arguments[0])).parent / "sheet.csv"
    ran = sense("sample", *arguments, "-c", "msk-programme", "-o", target)
    assert ran.exit_code == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_group_gives_its_share_of_interviews_with_all_their_segments(
    sense: Sense, study: Path
) -> None:
    rows = drawn(sense, study, "--share", "0.5")
    ids = {row["interview"] for row in rows}
    assert len(ids) == 3
    assert len(ids & {"L05", "L06"}) == 1
    assert len(rows) == 9


def test_the_sheet_is_blind_and_nameless(sense: Sense, study: Path) -> None:
    rows = drawn(sense, study, "--share", "1")
    assert {row[name] for row in rows for name in GIVEN} == {""}
    assert "[L01] spoke first." in {row["text"] for row in rows}
    assert not any("Moss" in cell for row in rows for cell in row.values())


def test_names_are_shown_where_they_are_asked_for(sense: Sense, study: Path) -> None:
    rows = drawn(sense, study, "--share", "1", "--names")
    assert "Jane Moss1 spoke first." in {row["text"] for row in rows}


def test_the_same_seed_draws_the_same_and_others_draw_others(sense: Sense, study: Path) -> None:
    ids = [
        tuple(sorted({row["interview"] for row in drawn(sense, study, "--seed", seed)}))
        for seed in ("1", "1", "2", "3", "4", "5")
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) > 1


def test_single_segments_can_be_drawn(sense: Sense, study: Path) -> None:
    rows = drawn(sense, study, "--unit", "segment", "--share", "0.5")
    assert len(rows) == 9  # 6 of 12, and 3 of 6
    assert {row["before"] for row in rows} != {""}


def test_the_codebook_lies_beside_a_sheet_in_csv(sense: Sense, study: Path) -> None:
    ran = sense("sample", study, "-c", "msk-programme", "-o", study.parent / "sheet.csv")
    assert "What the codes mean is in sheet-codes.csv." in ran.stderr
    written = (study.parent / "sheet-codes.csv").read_text("utf-8-sig")
    assert written.startswith("code,label,kind,proposition,")


def test_a_workbook_holds_the_codebook_itself(sense: Sense, study: Path) -> None:
    target = study.parent / "sheet.xlsx"
    assert sense("sample", study, "-c", "msk-programme", "-o", target).exit_code == 0
    assert load_workbook(target).sheetnames == ["passages", "codes", "values"]
    assert not (study.parent / "sheet-codes.csv").exists()


def test_what_was_drawn_is_told_stratum_by_stratum(sense: Sense, study: Path) -> None:
    ran = sense("sample", study, "-c", "msk-programme", "--share", "0.5")
    assert "Drawn: 3 of 6 interviews, seed 1 (acute 2 of 4, community 1 of 2)." in ran.stderr


def test_an_attribute_that_no_interview_has_is_a_problem(sense: Sense, study: Path) -> None:
    ran = sense("sample", study, "-c", "msk-programme", "--by", "shoe-size")
    assert ran.exit_code == 1
    assert 'no interview has the attribute "shoe-size"' in ran.stderr
    assert ran.stdout == ""


def test_nothing_is_written_among_the_interviews(sense: Sense, study: Path) -> None:
    ran = sense("sample", study, "-o", study / "sheet.csv")
    assert ran.exit_code == 1
    assert not (study / "sheet.csv").exists()


def test_a_folder_that_is_not_there_is_a_problem(sense: Sense, tmp_path: Path) -> None:
    assert sense("sample", tmp_path / "none").exit_code == 1
