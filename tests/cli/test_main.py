"""Exit codes, and what is imported before a command runs."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from sensecli.__main__ import run
from sensecli.cli.saving import save
from sensecli.cli.stopping import StoppedError
from sensecli.model import Problem, Project
from tests.cli.analyses import an_analysis
from tests.cli.conftest import Given, Sense, Started


def test_help_needs_no_model_no_encoder_and_no_codebook_reader() -> None:
    heavy = ("spacy", "pydantic", "yaml", "rich", "textual", "numpy", "onnxruntime", "tokenizers")
    code = (
        "import sys; from sensecli.__main__ import run; run(['--help']);"
        f"print({{m.split('.')[0] for m in sys.modules}} & {set(heavy)})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.endswith("set()\n")


def test_help_answers_at_once(started: Started) -> None:
    started("--help")
    begun = time.monotonic()
    started("--help")
    # 0.1 s on a laptop; the margin is for busy machines.
    assert time.monotonic() - begun < 1


def test_help_names_every_command(sense: Sense) -> None:
    said = sense("--help").stdout
    assert all(name in said for name in ("analyse", "why", "export", "init", "codebook"))


def test_the_american_spelling_is_there_but_not_listed(sense: Sense) -> None:
    assert sense("analyze", "--help").exit_code == 0
    assert "analyze" not in sense("--help").stdout


def test_the_version_is_shown(sense: Sense) -> None:
    assert sense("--version").stdout.startswith("sense ")


def test_a_fine_run_exits_with_0(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    given(an_analysis())
    assert run(["analyse", "study"]) == 0
    assert capsys.readouterr().err == ""


def test_a_problem_exits_with_1_and_the_output_is_still_there(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    given(an_analysis(problems=[Problem("a.pdf", 3, "has no text", "take it out")]))
    assert run(["analyse", "study"]) == 1
    shown = capsys.readouterr()
    assert shown.err == "a.pdf:3: has no text. Hint: take it out.\n"
    assert "In short" in shown.out


def test_a_bare_project_shows_nothing_but_its_problems(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    given(Project("study", (), None, problems=(Problem("", None, "there is no codebook"),)))
    assert run(["analyse", "study"]) == 1
    assert capsys.readouterr() == ("", "there is no codebook.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["analyse"],
        ["nothing"],
        ["analyse", "x", "--format", "pdf"],
        ["analyse", "x", "--top", "-1"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Error:" in capsys.readouterr().err


def _break(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("sensecli.pipeline.analyse", broken)


def test_a_bug_exits_with_3_and_says_that_it_is_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _break(monkeypatch, ValueError("no \x1b[31mway"))
    assert run(["analyse", "study"]) == 3
    said = capsys.readouterr().err
    assert "has a bug" in said
    assert "Traceback" not in said
    assert "\x1b" not in said


def test_the_details_of_a_bug_are_shown_to_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SENSE_DEBUG", "1")
    _break(monkeypatch, ValueError("no way"))
    assert run(["analyse", "study"]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("code", [130, 143])
def test_who_stops_it_is_told_that_nothing_was_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    _break(monkeypatch, StoppedError(code))
    assert run(["analyse", "study"]) == code
    assert capsys.readouterr().err == "stopped; no file was written.\n"


def test_who_stops_it_is_told_what_was_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def stopped(*_: object, **__: object) -> None:
        save(b"whole", tmp_path / "report.html")
        raise StoppedError(130)

    monkeypatch.setattr("sensecli.pipeline.analyse", stopped)
    assert run(["analyse", "study"]) == 130
    said = "stopped; written before, and whole: report.html.\n"
    assert capsys.readouterr().err == said


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_an_interrupted_process_shows_no_traceback() -> None:
    code = (
        "import os, signal, sensecli.pipeline as p;"
        # A test run in the background ignores it, and whoever it starts does so too.
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "p.analyse = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT);"
        "import sys; sys.argv = ['sense', 'analyse', 'x'];"
        "from sensecli.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (130, "stopped; no file was written.\n")
