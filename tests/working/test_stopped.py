"""Stopped in the middle, by whom and how it may be: no process is left, and nothing is said."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="has no process groups")

ROOT = Path(__file__).resolve().parents[2]
LINE = "stopped; no file was written.\n"
# What the program does with those who stop it, and naps that take longer than any test.
PROGRAM = """
import itertools, sys
from sensecli.cli.stopping import StoppedError, be_done, farewell, obey
from sensecli.working import Where, work
from tests.working.made import Tools, nap

def main():
    obey()
    where = Where(jobs=2) if sys.argv[1] == "pool" else Where(cluster="local")
    try:
        for number in work(itertools.count(), start=Tools, do=nap, where=where):
            print(number, flush=True)
    except StoppedError as stopped:
        sys.stderr.write(farewell())
        be_done()
        sys.exit(stopped.code)

main()
"""


@pytest.mark.parametrize("where", ["pool", "local"])
@pytest.mark.parametrize(
    ("how", "everyone", "code"),
    [
        (signal.SIGINT, True, 130),
        (signal.SIGTERM, False, 143),
        (signal.SIGKILL, False, -9),
    ],
    ids=["ctrl-c", "a polite kill", "a rude kill"],
)
def test_no_process_is_left_and_one_line_said(
    *, where: str, how: signal.Signals, everyone: bool, code: int, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, where],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as program:
        try:
            assert program.stdout
            assert [program.stdout.readline() for _ in range(2)] == ["0\n", "1\n"]
            (os.killpg if everyone else os.kill)(program.pid, how)
            # Its output ends when the last process that could write to it has ended.
            out, err = program.communicate(timeout=20)
            assert out == ""
            # After three seconds the program waits no longer, and Python tells of what Dask had no
            # time to put away.
            if how is not signal.SIGKILL:
                assert err.startswith(LINE)
            if where == "pool":
                assert err == (LINE if how is not signal.SIGKILL else "")
        finally:
            _kill_all(program.pid)
        assert program.wait(timeout=20) == code


def _kill_all(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
