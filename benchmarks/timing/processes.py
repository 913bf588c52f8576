"""Run a command as anybody would, and say how long it took and how much memory it had.

Time is the wall clock's, from start to end of the whole process; CPU is that of the process and of
all its children. Memory is the proportional set size (PSS: shared pages counted once, by shares),
summed over every process of its session, sampled every 50 ms; only Linux tells it.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Self

_EVERY = 0.05
_PROC = Path("/proc")
_SESSION = 3  # counted from the field after the name: state, parent, group, session
_KIB = 1024
_TOLD = 160


@dataclass(frozen=True, slots=True)
class Command:
    """What is run: the arguments, and what is set in the environment beside what is there."""

    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds, CPU seconds, the most memory in bytes (0 where unknown), what it printed.

    `failed` is the end of what it told where it did not exit with 0.
    """

    seconds: float
    cpu: float
    peak: int
    printed: str
    failed: str = ""


def run(command: Command, *, limit: float, beside: Collection[int] = ()) -> Run:
    """Run it to its end, or for `limit` seconds. `beside` are sessions that work for it."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        began = perf_counter()
        try:
            process = subprocess.Popen(  # noqa: S603 - what is measured
                list(command.arguments),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=told,
                env={**os.environ, **command.environment},
                start_new_session=True,
            )
        except OSError as error:
            return Run(0.0, 0.0, 0, "", f"could not be started: {error}")
        with _Memory((process.pid, *beside)) as memory:
            late = _ended(process, limit)
        seconds = perf_counter() - began
        out.seek(0)
        told.seek(0)
        printed, said = (file.read().decode("utf-8", "replace") for file in (out, told))
    failed = ""
    if late:
        failed = f"stopped after {limit:.0f} s"
    elif process.returncode:
        failed = f"exit code {process.returncode}: {_why(said)}"
    return Run(seconds, _cpu() - memory.cpu_before, memory.peak, printed, failed)


def _why(said: str) -> str:
    """The line of stderr that tells most: the first that is no notice, or a traceback's last."""
    lines = [one.strip() for one in said.splitlines() if one.strip()]
    telling = [one for one in lines if not one.startswith(("notice:", "Usage:", "Try "))]
    which = -1 if "Traceback" in said else 0
    return (telling or lines or ["it says nothing"])[which][:_TOLD]


def _ended(process: "subprocess.Popen[bytes]", limit: float) -> bool:
    """Wait for the end; whether the process had to be stopped."""
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def _cpu() -> float:
    """CPU seconds of all children that have ended."""
    times = os.times()
    return times.children_user + times.children_system


class _Memory:
    """Watches the memory of some sessions while it is open."""

    def __init__(self, sessions: Collection[int]) -> None:
        self.peak = 0
        self.cpu_before = _cpu()
        self._sessions = set(sessions)
        self._over = Event()
        self._watching = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        if sys.platform == "linux":
            self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._watching.is_alive():
            self._watching.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            self.peak = max(self.peak, sum(_pss(pid) for pid in _members(self._sessions)))


def _members(sessions: Collection[int]) -> list[int]:
    """The processes of those sessions that are there now."""
    found = []
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            if int(fields[_SESSION]) in sessions:
                found.append(int(folder.name))
    return found


def _pss(pid: int) -> int:
    try:
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * _KIB
    except OSError:
        pass
    return 0
