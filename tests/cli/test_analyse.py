"""`sense analyse`: forms, places to write to, and what is kept out."""

import json
import os
import sys
from pathlib import Path

import pytest

from sensecli.cli.cache import cache_folder
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.model import Notice, Problem
from sensecli.pipeline import Coder
from tests.cli.analyses import an_analysis, quoting
from tests.cli.conftest import Given, Sense


def test_the_options_reach_the_pipeline(sense: Sense, given: Given) -> None:
    asked = given(an_analysis())
    how = ("--model", "m", "--coder", "rules", "--min-confidence", "0.4")
    sense("analyse", "study", "-c", "weick", "--leader", "R", "--leader", "RP", *how)
    assert asked[0]["folder"] == Path("study")
    assert asked[0]["codebook"] == "weick"
    assert getattr(asked[0]["speakers"], "leader", None) == ("R", "RP")
    assert asked[0]["coder"] == Coder(encoder=False, least=0.4, store=cache_folder(), model="m")


def test_the_encoder_codes_unless_rules_alone_are_asked_for(sense: Sense, given: Given) -> None:
    asked = given(an_analysis())
    sense("analyse", "study")
    assert asked[0]["coder"] == Coder(encoder=True, least=None, store=cache_folder())


@pytest.mark.parametrize("option", [("--min-confidence", "1.1"), ("--coder", "magic")])
def test_what_is_no_likelihood_or_no_coder_is_wrong_usage(
    sense: Sense, given: Given, option: tuple[str, str]
) -> None:
    asked = given(an_analysis())
    assert sense("analyse", "study", *option).exit_code == 2
    assert asked == []


def test_json_is_one_object(sense: Sense, given: Given) -> None:
    given(an_analysis())
    assert "findings" in json.loads(sense("analyse", "study", "-f", "json").stdout)


def test_json_of_no_interviews_is_still_one_object(sense: Sense, given: Given) -> None:
    problem = Problem("study", None, "no interviews were found")
    given(an_analysis(interviews=[], codings=[], problems=[problem]))
    done = sense("analyse", "study", "-f", "json")
    assert json.loads(done.stdout)["interviews"] == []
    assert done.exit_code == 1


def test_no_interviews_are_told_by_the_problem_alone(sense: Sense, given: Given) -> None:
    problem = Problem("study", None, "no interviews were found")
    given(an_analysis(interviews=[], codings=[], problems=[problem]))
    assert sense("analyse", "study").stdout == ""


def test_csv_is_the_table_of_findings(sense: Sense, given: Given) -> None:
    given(an_analysis())
    assert sense("analyse", "study", "-f", "csv").stdout.startswith("code,label,kind")


def test_markdown_is_written(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    target = tmp_path / "findings.md"
    assert sense("analyse", "study", "-f", "markdown", "-o", target).exit_code == 0
    assert target.read_text("utf-8").startswith("#")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.md", "# What leaders agree on"),
        ("r.MD", "# What leaders agree on"),
        ("r.json", "{"),
        ("r.csv", "code,label,kind"),
        ("r.txt", CONFIDENTIAL),
        ("r.out", CONFIDENTIAL),
        ("r", CONFIDENTIAL),
    ],
)
def test_the_ending_of_the_file_tells_the_format(
    sense: Sense, given: Given, tmp_path: Path, name: str, begins: str
) -> None:
    given(an_analysis())
    assert sense("analyse", "study", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_format_that_is_named_wins_over_the_ending(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(an_analysis())
    sense("analyse", "study", "-f", "csv", "-o", tmp_path / "r.md")
    sense("analyse", "study", "-f", "terminal", "-o", tmp_path / "r.json")
    assert (tmp_path / "r.md").read_text("utf-8").startswith("code,label,kind")
    assert (tmp_path / "r.json").read_text("utf-8").startswith(CONFIDENTIAL)


def test_an_unknown_format_is_told_without_the_class_of_the_error(sense: Sense) -> None:
    said = " ".join(sense("analyse", "study", "--format", "odt").stderr.split())
    assert ": 'odt' is not one of 'terminal', 'json'" in said
    assert "Value error" not in said


def test_notices_go_to_stderr(sense: Sense, given: Given) -> None:
    given(an_analysis(notices=[Notice("no groups are known")]))
    done = sense("analyse", "study")
    assert done.stderr == "notice: no groups are known\n"
    assert "no groups" not in done.stdout


def test_quiet_keeps_notices_back_but_not_problems(sense: Sense, given: Given) -> None:
    given(an_analysis(notices=[Notice("a notice")], problems=[Problem("a.md", None, "is empty")]))
    assert sense("analyse", "study", "-q").stderr == "a.md: is empty.\n"


def test_names_are_left_out_unless_asked_for(sense: Sense, given: Given) -> None:
    text = "Mary Stone says that relationships come first for all of us here."
    given(quoting(text, names=[("Mary Stone", "[L05]")]))
    assert "Mary" not in sense("analyse", "study").stdout
    assert "Mary Stone" in sense("analyse", "study", "--names").stdout


def test_names_are_left_out_of_problems_and_notices(sense: Sense, given: Given) -> None:
    given(
        an_analysis(
            names=[("Mary Stone", "[L05]")],
            problems=[Problem("05-mary-stone.md", 3, "is odd")],
            notices=[Notice("05-mary-stone.md has no date")],
        )
    )
    assert "stone" not in sense("analyse", "study").stderr.casefold()


def test_a_saved_report_is_plain_text(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    target = tmp_path / "report.txt"
    done = sense("analyse", "study", "-o", target)
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_text("utf-8").startswith(f"{CONFIDENTIAL}.\n\n3 interviews, 2 groups")


def test_a_dash_is_standard_output(sense: Sense, given: Given) -> None:
    given(an_analysis())
    assert sense("analyse", "study", "-o", "-").stdout == sense("analyse", "study").stdout


def test_a_file_is_replaced_as_a_whole(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    target = tmp_path / "findings.json"
    target.write_text("an old file " * 10_000)
    sense("analyse", "study", "-f", "json", "-o", target)
    assert json.loads(target.read_text("utf-8"))
    assert [path.name for path in tmp_path.iterdir()] == ["findings.json"]


def test_where_writing_fails_the_old_file_is_left(
    sense: Sense, given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(an_analysis())
    target = tmp_path / "findings.json"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = sense("analyse", "study", "-f", "json", "-o", target)
    assert done.exit_code == 1
    assert "No space left on device" in done.stderr
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links differ")
def test_a_replaced_file_keeps_its_mode_and_a_link_stays_one(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(an_analysis())
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    sense("analyse", "study", "-f", "json", "-o", link)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_text("utf-8") != "old"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_a_device_is_written_to_and_not_replaced(sense: Sense, given: Given) -> None:
    given(an_analysis())
    assert sense("analyse", "study", "-f", "json", "-o", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


def test_a_folder_is_no_place_to_write_to(sense: Sense, given: Given, tmp_path: Path) -> None:
    asked = given(an_analysis())
    done = sense("analyse", "study", "-f", "json", "-o", tmp_path)
    assert done.exit_code == 1
    assert "is a folder. Hint: give the name of a file in it" in done.stderr
    assert not asked


def test_a_missing_folder_is_a_problem(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    done = sense("analyse", "study", "-f", "json", "-o", tmp_path / "none" / "x.json")
    assert done.exit_code == 1
    assert "Hint: make the folder first" in done.stderr


def test_nothing_is_written_among_the_interviews(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(an_analysis())
    interview = tmp_path / "L01.md"
    interview.write_text("What she said.")
    done = sense("analyse", tmp_path, "-f", "markdown", "-o", interview)
    assert done.exit_code == 1
    assert "would be read as an interview" in done.stderr
    assert interview.read_text() == "What she said."
