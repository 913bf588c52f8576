"""Runs of the program in a process of its own: `python -m tests.streaming.running ARGUMENTS`.

Any table is large there, and is read in small pieces. How many interviews each call codes stands
as a line in the file SENSE_TEST_LOG. After SENSE_TEST_CALLS calls the process, or whichever of its
workers gets there, sends itself the signal SENSE_TEST_SIGNAL; where SENSE_TEST_ONCE names a file,
only if that is not there yet, and it is made. Each call takes SENSE_TEST_NAP seconds longer.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from sensecli.coding.case import Case
from sensecli.coding.coder import code
from sensecli.coding.tools import Tools
from sensecli.model import Coding
from sensecli.streaming import pieces
from tests.answers import in_small_pieces

ROOT = Path(__file__).resolve().parents[2]
_CALLS: list[int] = []
_REAL = code


def run(
    *arguments: str | Path, log: Path, calls: int = 0, by: int = 0, once: Path | None = None
) -> "subprocess.CompletedProcess[str]":
    """A run of `sense` with these arguments, stopped after so many calls `by` a signal."""
    told = {"CALLS": str(calls), "SIGNAL": str(by), "ONCE": str(once or "")}
    with _started(*arguments, log=log, told=told) as process:
        out, said = process.communicate(timeout=100)
    return subprocess.CompletedProcess(process.args, process.returncode, out, said)


def stopped(*arguments: str | Path, log: Path, by: int) -> tuple[int, str]:
    """How a run ends, and what it says, that is sent a signal as soon as anything is coded."""
    with _started(*arguments, log=log, told={"NAP": "0.2"}) as process:
        until = time.monotonic() + 60
        while not coded(log) and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(by)
        _, said = process.communicate(timeout=30)
    return process.returncode, said


def _started(*arguments: str | Path, log: Path, told: Mapping[str, str]) -> "subprocess.Popen[str]":
    told = {"LOG": str(log), "CALLS": "0", "SIGNAL": "0", "ONCE": "", "NAP": "0", **told}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.streaming.running", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **{f"SENSE_TEST_{name}": value for name, value in told.items()}},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def coded(log: Path) -> int:
    """How many interviews were coded, by whichever process."""
    return sum(map(int, log.read_text().split())) if log.exists() else 0


def _counting(cases: Sequence[Case], tools: Tools) -> tuple[tuple[Coding, ...], ...]:
    _CALLS.append(len(cases))
    with Path(os.environ["SENSE_TEST_LOG"]).open("a") as log:
        log.write(f"{len(cases)}\n")
    if len(_CALLS) == int(os.environ["SENSE_TEST_CALLS"]) and _is_first():
        os.kill(os.getpid(), int(os.environ["SENSE_TEST_SIGNAL"]))
    time.sleep(float(os.environ["SENSE_TEST_NAP"]))
    return _REAL(cases, tools)


def _is_first() -> bool:
    once = os.environ["SENSE_TEST_ONCE"]
    try:
        if once:
            Path(once).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


# Not only where it is the program: processes of its own import it too.
if "SENSE_TEST_LOG" in os.environ:
    _patched = pytest.MonkeyPatch()
    in_small_pieces(_patched)
    _patched.setattr(pieces, "code", _counting)

if __name__ == "__main__":
    from sensecli.__main__ import main

    main()
