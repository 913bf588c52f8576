"""`sense review`, the command: wrong usage, and nothing lost when it is killed."""

import re
from pathlib import Path

import pytest

from sensecli.cli import review as command
from sensecli.cli.initials import initials_fault
from sensecli.review.file import read_decisions
from tests.cli.conftest import Sense
from tests.cli.terminal import Terminal

BOOK = """\
id: tiny
label: Tiny
codes:
  - id: people
    label: People
    proposition: people come first
    cues: [people]
  - id: money
    label: Money
    kind: barrier
    cues: [money]
"""
TALK = "".join(
    f"We met the people of ward {number} again. There is no money for it, she said.\n\n"
    for number in range(1, 16)
)
MARKS = "--coder-initials", "AB", "--coder", "rules"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with one interview that has thirty codings, and a codebook."""
    (tmp_path / "codebook.yaml").write_text(BOOK)
    (tmp_path / "L01.md").write_text(TALK)
    return tmp_path


def _words(text: str) -> str:
    return " ".join(text.replace("\u2502", " ").split())


def test_without_a_terminal_it_says_what_to_do_instead(sense: Sense, study: Path) -> None:
    done = sense("review", study)
    assert done.exit_code == 2
    assert "a review needs a terminal" in _words(done.stderr)
    assert "sense sample makes a sheet" in _words(done.stderr)


@pytest.mark.parametrize(
    ("initials", "said"),
    [
        ("rules", "give your own initials"),
        ("Encoder", "give your own initials"),
        ("A B", "1 to 12 letters"),
        ("much-too-long-initials", "1 to 12 letters"),
    ],
)
def test_initials_that_cannot_be_used_are_wrong_usage(
    sense: Sense, study: Path, initials: str, said: str
) -> None:
    done = sense("review", study, "--coder-initials", initials)
    assert done.exit_code == 2
    assert said in _words(done.stderr)


def test_initials_may_stand_in_the_environment(
    sense: Sense, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENSE_CODER", "rules")
    assert "give your own initials" in _words(sense("review", study).stderr)


@pytest.mark.parametrize("usual", ["AB", "j.s-2", "x" * 12])
def test_usual_initials_have_no_fault(usual: str) -> None:
    assert initials_fault(usual) == ""


@pytest.mark.parametrize("options", [("--orphans",), ("--code", "people"), ("--group", "acute")])
def test_a_blind_review_takes_no_codes_and_no_orphans(
    sense: Sense, study: Path, options: tuple[str, ...]
) -> None:
    done = sense("review", study, "--blind", *options)
    assert done.exit_code == 2
    assert "blind" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--code", "peple"), 'Did you mean "people"?'),
        (("--interview", "L1"), 'Did you mean "L01"?'),
        (("--group", "acute"), 'no group "acute"'),
    ],
)
def test_what_is_not_there_is_wrong_usage(
    sense: Sense,
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.setattr(command, "_on_a_terminal", lambda: True)
    done = sense("review", study, *MARKS, *options)
    assert done.exit_code == 2
    assert said in _words(done.stderr)


def test_a_folder_that_is_not_there_is_a_problem(
    sense: Sense, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_on_a_terminal", lambda: True)
    done = sense("review", tmp_path / "none", *MARKS)
    assert done.exit_code == 1
    assert "there is no such folder" in _words(done.stderr)


def test_no_orphans_is_good_news(
    sense: Sense, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_on_a_terminal", lambda: True)
    done = sense("review", study, *MARKS, "--orphans")
    assert done.exit_code == 0
    assert "Every decision has its place" in _words(done.stderr)


def _lines(study: Path) -> int:
    file = study / "decisions-ab.jsonl"
    return file.read_bytes().count(b"\n") if file.exists() else 0


def test_nothing_is_lost_when_it_is_killed(study: Path) -> None:
    pytest.importorskip("termios")
    first = Terminal("review", study, *MARKS)
    first.until_shown("Review by AB")
    first.press("a")
    first.until(lambda: _lines(study) == 1)
    first.press("t")
    first.until_shown("Stance of")
    first.press("2")
    first.until(lambda: _lines(study) == 2)
    # Killed with keys still to come, at whatever it is just doing.
    first.press("ararararar")
    first.until(lambda: _lines(study) >= 4)
    first.kill()

    there = read_decisions(study)
    assert there.problems == ()
    assert [one.verdict for one in there.decisions][:2] == ["accept", "change"]
    assert (study / "decisions-ab.jsonl").stat().st_mode & 0o077 == 0
    decided = len({(one.anchor.start, one.about) for one in there.decisions})

    second = Terminal("review", study, *MARKS)
    second.until_shown("decided by you")
    second.press("q")
    assert second.code() == 0
    assert re.search(rb"(\d+) of 30 decided; 0 decisions", second.shown)
    assert f"{decided} of 30 decided".encode() in second.shown
