"""More than one process, and more than one machine: one beside two, on as much work as pays."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import which
from time import monotonic, sleep

from timing.bench import RULES, Bench, emptied, sense
from timing.figures import Figure, Step
from timing.processes import Command

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "SENSE_THREADS": "1"}
_PINNED = ("taskset", "-c", "0")
_PATIENCE, _PAUSE = 30, 0.05
_ALONE = ("--no-dashboard", "--host", "127.0.0.1")


def jobs(bench: Bench) -> list[Figure]:
    """One process on one core beside two, for interviews and for answers, with each coder."""
    folder = bench.interviews(bench.sizes.jobs)
    file = bench.answers(bench.sizes.jobs_answers)
    found: list[Figure] = []
    for coder in bench.coders:
        for path, what in ((folder, "interviews"), (file, "answers")):
            if coder != RULES and path == file and not bench.long:
                continue
            cache, words = bench.cache("jobs"), bench.words(path)
            one, told = f"1 job, {what}, {coder}", f"2 jobs, {what}, {coder}"
            alone = _pinned(sense(path, "--jobs", "1", coder=coder, cache=cache, **_ONE_THREAD))
            both = sense(path, "--jobs", "2", coder=coder, cache=cache)
            steps = [
                Step(one, alone, words, before=emptied(cache)),
                Step(told, both, words, one, emptied(cache)),
            ]
            found += bench.rounds(steps)
    return found


def cluster(bench: Bench) -> list[Figure]:
    """A real scheduler on this machine with one worker and with two, of one thread each."""
    if importlib.util.find_spec("distributed") is None:
        bench.tell("skipped: pip install 'sensecli[cluster]'")
        return []
    found: list[Figure] = []
    with ExitStack() as opened:
        clusters = [opened.enter_context(_cluster(number, bench.work)) for number in (1, 2)]
        file = bench.answers(bench.sizes.jobs_answers)
        for path, what in ((bench.interviews(bench.sizes.jobs), "interviews"), (file, "answers")):
            cache, words = bench.cache("cluster"), bench.words(path)
            one = f"1 job, {what}"
            alone = sense(path, "--jobs", "1", coder=RULES, cache=cache, **_ONE_THREAD)
            steps = [Step(one, _pinned(alone), words, before=emptied(cache))]
            for number, (address, beside) in enumerate(clusters, start=1):
                told = f"{number} worker{'s' if number > 1 else ''}, {what}"
                command = sense(path, "--cluster", address, coder=RULES, cache=cache)
                steps.append(Step(told, command, words, one, emptied(cache), beside))
            command = sense(path, "--cluster", "local", coder=RULES, cache=cache)
            steps.append(Step(f"--cluster local, {what}", command, words, one, emptied(cache)))
            found += bench.rounds(steps)
    return found


def _pinned(command: Command) -> Command:
    """The command on one core, where the system can say so."""
    pinned = _PINNED if which(_PINNED[0]) else ()
    return Command((*pinned, *command.arguments), command.environment)


@contextmanager
def _cluster(workers: int, folder: Path) -> Generator[tuple[str, tuple[int, ...]]]:
    """The address of a scheduler with so many workers, and the sessions that they are."""
    with ExitStack() as opened:
        told = folder / f"scheduler-{workers}.json"
        told.unlink(missing_ok=True)
        options = ("--port", "0", "--scheduler-file", str(told))
        started = [opened.enter_context(_started("scheduler", *options, folder=folder))]
        address = _address(told)
        options = (address, "--nthreads", "1", "--no-nanny")
        started += [
            opened.enter_context(_started("worker", *options, folder=folder))
            for _ in range(workers)
        ]
        yield address, tuple(one.pid for one in started)


@contextmanager
def _started(part: str, *options: str, folder: Path) -> Generator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *_ALONE, *options]
    with (folder / f"{part}.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - our own scheduler or worker
            command,
            cwd=folder,
            env={**os.environ, **_ONE_THREAD},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _address(told: Path) -> str:
    until = monotonic() + _PATIENCE
    while monotonic() < until:
        try:
            return str(json.loads(told.read_bytes())["address"])
        except (OSError, ValueError):  # not written yet, or half of it
            sleep(_PAUSE)
    message = f"no scheduler started: see {told.with_name('scheduler.log')}"
    raise RuntimeError(message)
