"""Stopped at any moment: one line, the right exit code, and nothing half-written."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.cli.test_review import BOOK, TALK

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals differ")

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
SWALLOWED = """
import os, signal, sys, time
import sensecli.cli.stopping as stopping
import sensecli.pipeline as pipeline
stopping._PATIENCE = 0.2
# A test run in the background ignores it, and whoever it starts does so too.
signal.signal(signal.SIGINT, signal.default_int_handler)
def analyse(*_, **__):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except BaseException:
        time.sleep(60)
pipeline.analyse = analyse
sys.argv = ["sense", "analyse", "x"]
from sensecli.__main__ import main
main()
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with one interview and a codebook."""
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "codebook.yaml").write_text(BOOK)
    (tmp_path / "study" / "L01.md").write_text(TALK)
    return tmp_path / "study"


def _stopped(
    arguments: list[str | Path], number: signal.Signals, after: float
) -> tuple[int, str, float]:
    """The exit code, what was said, and how long it took."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "sensecli", *map(str, arguments)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        time.sleep(after)
        process.send_signal(number)
        said = process.communicate(timeout=60)[1]
    return process.returncode, said, time.monotonic() - begun


@pytest.mark.slow
def test_it_can_be_stopped_at_any_moment(study: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    command: list[str | Path] = ["analyse", study, "--coder", "rules", "-q", "-o", target]
    begun = time.monotonic()
    subprocess.run([sys.executable, "-m", "sensecli", *map(str, command)], check=True)
    lasts = time.monotonic() - begun
    whole = target.read_bytes()
    moments = random.Random(1)  # noqa: S311 - no secret
    stopped = 0
    for turn in range(12):
        number = list(CODES)[turn % 3]
        # Before a tenth of a second Python itself may not have begun.
        code, said, _ = _stopped(command, number, moments.uniform(0.1, lasts))
        assert (code, said) in {
            (CODES[number], "stopped; no file was written.\n"),
            (CODES[number], "stopped; written before, and whole: report.json.\n"),
            (0, ""),
        }
        stopped += code != 0
        assert target.read_bytes() == whole
        assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
    assert stopped


def test_a_library_that_swallows_it_does_not_hinder_it() -> None:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", SWALLOWED], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "stopped; no file was written.\n")
    assert time.monotonic() - begun < 30


def test_what_is_to_be_ignored_is_ignored() -> None:
    code = (
        "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN);"
        "from sensecli.cli.stopping import obey; obey(); os.kill(os.getpid(), signal.SIGHUP)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_review_that_is_stopped_gives_the_screen_back(
    study: Path, number: signal.Signals
) -> None:
    pytest.importorskip("termios")
    review = Terminal("review", study, "--coder-initials", "AB", "--coder", "rules")
    review.until_shown("Review by AB")
    review.press("a")
    review.until((study / "decisions-ab.jsonl").exists)
    review.until_shown("1 decided by you")
    review.send(number)
    assert review.code() == CODES[number]
    shown = review.shown.decode(errors="replace")
    # The alternate screen is left, and the cursor shown again.
    assert "\x1b[?1049l" in shown
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")
    end = shown[shown.rindex("\x1b[?1049l") :]
    assert "stopped; written before, and whole: decisions-ab.jsonl." in end
    assert "Traceback" not in shown
