"""`sense evaluate`: how the coding compares with a careful person's."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sensecli.model import Analysis, Project, Segment, Speaker
from tests.builders import a_coding, an_interview
from tests.cli.analyses import AGAINST, SAID, an_analysis
from tests.cli.conftest import Given, Sense

HEADER = "interview,segment,text,code,stance,status,actor,holder,prompted\n"
NAMED = "Priya Moss says that people come first."


def analysis(folder: Path) -> Analysis:
    """Three leaders; L02 is coded as gold has it, L03 with another stance."""
    interviews = [
        replace(an_interview(id=id_, text=f"{text}\n"), name=name)
        for id_, text, name in (
            ("L01", NAMED, "Priya Moss"),
            ("L02", SAID, ""),
            ("L03", AGAINST, ""),
        )
    ]
    codings = [
        a_coding(interview="L01", text=NAMED, start=0, code="money", confidence=0.7),
        a_coding(interview="L02", text=SAID, start=0),
        a_coding(interview="L03", text=AGAINST, start=0, stance="oppose"),
    ]
    made = an_analysis(
        interviews=interviews,
        codings=codings,
        names=[("Priya Moss", "[L01]")],
        folder=str(folder),
    )
    segments = tuple(
        Segment(one.interview, 1, 0, len(one.text), one.text, Speaker.LEADER, 0) for one in codings
    )
    return replace(made, segments=segments)


@pytest.fixture
def study(tmp_path: Path, given: Given) -> Path:
    """A folder with gold about the three."""
    (tmp_path / "gold.csv").write_text(
        HEADER
        + f'L01,1,"{NAMED}",people,endorse,done,own,leader,false\n'
        + f'L02,1,"{SAID}",people,endorse,none,unspecified,leader,false\n'
        + f'L03,1,"{AGAINST}",people,endorse,none,unspecified,leader,false\n',
        "utf-8",
    )
    given(analysis(tmp_path))
    return tmp_path


def told(sense: Sense, *arguments: str | Path) -> dict[str, Any]:
    ran = sense("evaluate", *arguments, "--format", "json")
    assert ran.exit_code == 0
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_main_figures_come_first_with_their_counts(sense: Sense, study: Path) -> None:
    ran = sense("evaluate", study)
    assert ran.exit_code == 0
    assert ran.stdout.startswith("3 interviews with 3 leaders: 3 gold codings, 3 of ours.")
    line = next(one for one in ran.stdout.splitlines() if one.startswith("- precision"))
    assert line.split()[2] == ".67"
    assert line.endswith("2 of 3")


def test_each_code_has_a_line_of_its_own(sense: Sense, study: Path) -> None:
    lines = [line.split() for line in sense("evaluate", study).stdout.splitlines()]
    assert ["people", "3", "2", "2", "1.00", ".67", ".80", "2/1", "of", "3"] in lines
    assert ["money", "0", "1", "0", ".00", "-", ".00", "0/1", "of", "3"] in lines


def test_nothing_is_wider_than_the_screen(sense: Sense, study: Path) -> None:
    assert max(map(len, sense("evaluate", study).stdout.splitlines())) <= 80


def test_the_worst_disagreements_are_quoted_in_groups(sense: Sense, study: Path) -> None:
    said = words(sense("evaluate", study).stdout)
    assert f"Another stance (1 of 1) \u201c{AGAINST}\u201d [L03:1]" in said
    assert "people: gold endorse, ours oppose" in said
    assert "money: ours endorse, none, leader, confidence 0.70" in said
    assert "people: gold endorse, done, leader" in said


def test_no_disagreements_are_shown_where_none_are_asked_for(sense: Sense, study: Path) -> None:
    assert AGAINST not in words(sense("evaluate", study, "--worst", "0").stdout)


def test_names_are_left_out_although_gold_has_them(sense: Sense, study: Path) -> None:
    for form in ("terminal", "json"):
        ran = sense("evaluate", study, "--format", form)
        assert "Priya" not in ran.output
        assert "[L01] says that people come first." in words(ran.stdout)


def test_names_are_shown_where_they_are_asked_for(sense: Sense, study: Path) -> None:
    assert "Priya Moss, L01:1" in words(sense("evaluate", study, "--names").stdout)


def test_json_has_everything_in_one_object(sense: Sense, study: Path) -> None:
    found = told(sense, study)
    assert found["schema"] == "sense-evaluation/1"
    assert found["figures"]["code_f1"]["value"] == pytest.approx(0.6667)
    assert found["detections"]["segment"]["both"] == 2
    assert found["confusions"]["stance"]["cells"] == [
        {"gold": "endorse", "ours": "endorse", "n": 1},
        {"gold": "endorse", "ours": "oppose", "n": 1},
    ]
    assert [one["kind"] for one in found["disagreements"]] == ["stance", "surplus", "missed"]


def test_an_undefined_kappa_says_why(sense: Sense, study: Path) -> None:
    holder = told(sense, study)["confusions"]["holder"]
    assert holder["kappa"] is None
    assert "same class" in holder["kappa_undefined"]


def test_only_the_interviews_asked_for_are_compared(sense: Sense, study: Path) -> None:
    found = told(sense, study, "--interviews", "L02,L03")
    assert (found["interviews"], found["gold"], found["ours"]) == (["L02", "L03"], 2, 2)


def test_an_unknown_interview_is_wrong_usage(sense: Sense, study: Path) -> None:
    ran = sense("evaluate", study, "--interviews", "L04")
    assert ran.exit_code == 2
    assert "Did you mean" in ran.stderr


def test_gold_may_lie_anywhere(sense: Sense, study: Path, tmp_path_factory: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("gold") / "ours.csv"
    (study / "gold.csv").rename(elsewhere)
    assert told(sense, study, "--gold", elsewhere)["gold"] == 3


def test_without_gold_there_is_a_problem_with_a_hint(sense: Sense, study: Path) -> None:
    (study / "gold.csv").unlink()
    ran = sense("evaluate", study)
    assert ran.exit_code == 1
    assert "--gold" in ran.stderr
    assert ran.stdout == ""


def test_a_wrong_row_is_told_and_the_rest_compared(sense: Sense, study: Path) -> None:
    path = study / "gold.csv"
    path.write_text(path.read_text("utf-8").replace("people,endorse,done", "peple,endorse,done"))
    ran = sense("evaluate", study)
    assert ran.exit_code == 1
    assert 'gold.csv:2: there is no code "peple" in the codebook' in ran.stderr
    assert "2 gold codings" in ran.stdout


def test_interviews_without_gold_are_left_out_with_a_notice(sense: Sense, study: Path) -> None:
    path = study / "gold.csv"
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:3]))
    ran = sense("evaluate", study)
    assert ran.exit_code == 0
    assert "L03 has no gold row and is left out." in ran.stderr


def test_a_passage_that_is_no_segment_counts_as_missed(sense: Sense, study: Path) -> None:
    with (study / "gold.csv").open("a", encoding="utf-8") as file:
        file.write("L02,9,Nobody said this.,people,endorse,none,self,leader,false\n")
    said = words(sense("evaluate", study, "--worst", "9").stdout)
    assert "1 gold coding is about a passage that is no segment of ours: counted as missed." in said
    assert "\u201cNobody said this.\u201d [L02]" in said


def test_the_account_goes_into_a_file(sense: Sense, study: Path, tmp_path_factory: Any) -> None:
    target = tmp_path_factory.mktemp("out") / "account.txt"
    ran = sense("evaluate", study, "-o", target)
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert target.read_text("utf-8") == sense("evaluate", study).stdout


def test_a_project_that_cannot_be_analysed_has_no_account(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(Project(str(tmp_path), (), None))
    ran = sense("evaluate", tmp_path)
    assert (ran.exit_code, ran.stdout) == (0, "")
