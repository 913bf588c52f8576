"""Kill the program at random moments and look at what is left: `python -m tests.killing`.

Every library is imported once, and each run is a fork of this process, so that hundreds of kills
cost little. Every third run is killed by the clock; the others at one of the calls by which files
are made, written to the disk, moved or deleted, or within a millisecond after it. A review is the
real session and the real keeper, without its screen; each decision counts as told once `keep`
returned.
"""

import argparse
import contextlib
import csv
import io
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.cli.test_review import BOOK, TALK

OLD = b"the old file, whole"
# How many of ten kills each kind of run gets: pages and Word files are slow to make.
SHARES = {
    "report.json": 5,
    "report.html": 1,
    "report.docx": 1,
    "data.csv": 5,
    "data.xlsx": 5,
    "data.qdpx": 5,
    "data.sqlite": 5,
    "review": 13,
}
_EVENTS = ("open", "os.rename", "os.remove", "os.link", "os.chmod")
_OFTEN = 10
_SOON = 0.0003


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happens: a study, and a folder of outputs."""

    study: Path
    out: Path

    def line(self, name: str) -> list[str]:
        """The command line that writes the output of that name."""
        rest = [str(self.study), "-o", str(self.out / name), "--coder", "rules", "-q"]
        command, to = name.split(".")
        return ["analyse", *rest] if command == "report" else ["export", *rest, "--to", to]


def kill_often(kills: int, seed: int) -> Iterator[str]:
    """Everything that was found wrong, after so many kills."""
    moments = random.Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        place = _begun(Path(folder))
        names = [name for name, share in SHARES.items() for _ in range(share)]
        chosen = sorted(moments.choice(names) for _ in range(kills))
        for name in SHARES:
            work = _reviewing(place) if name == "review" else _writing(place, name)
            check = _decisions_wrong if name == "review" else _output_wrong
            told = ((name, one) for one in _killed(work, place, chosen.count(name), moments, check))
            yield from (f"{name}: {wrong}" for _, wrong in told)
            yield from (f"{name}, the next run: {one}" for one in _next_wrong(work, place, name))


def _begun(folder: Path) -> Place:
    """A small study; the libraries are loaded by a run of each kind that leaves no threads."""
    place = Place(folder / "study", folder / "out")
    place.study.mkdir()
    place.out.mkdir()
    (place.study / "codebook.yaml").write_text(BOOK, "utf-8")
    (place.study / "L01.md").write_text(TALK, "utf-8")
    for name in SHARES:
        if name not in {"review", "report.html", "report.docx"}:
            _writing(place, name)(io.StringIO())
    return place


Work = Callable[[Any], None]
"""One run from its beginning to its end; it tells each decision that is kept on its pipe."""


def _writing(place: Place, name: str) -> Work:
    def work(_: object) -> None:
        from sensecli.__main__ import run

        code = run(place.line(name))
        if code:
            message = f"{name} ended with {code}"
            raise RuntimeError(message)

    return work


def _reviewing(place: Place) -> Work:
    """A sitting of accepting, rejecting and undoing, over and over."""
    from sensecli.pipeline import Coder
    from sensecli.reviewing import Material, gathered

    material = gathered(place.study, coder=Coder(encoder=False))
    if not isinstance(material, Material):
        message = "there is nothing to review"
        raise TypeError(message)

    def work(pipe: Any) -> None:
        from sensecli.cli.reviewscreen.keeping import Keeper, clock
        from sensecli.review import session as steps
        from sensecli.review.file import read_decisions
        from sensecli.review.queue import Choice
        from sensecli.reviewing import session_of

        known = read_decisions(place.study).decisions
        session = session_of(replace(material, decisions=known), "AB", Choice(every=True))
        with Keeper(place.study) as keep:
            keep.begin("AB")
            for number in range(12):
                step = (steps.reject, steps.undo, steps.accept)[number % 3]
                turn = step(session, clock())
                if wrong := keep("AB", turn.decisions):
                    raise RuntimeError(wrong)
                session = turn.session
                for one in turn.decisions:
                    pipe.write(f"{one.id}\n")
                    pipe.flush()

    return work


def _killed(
    work: Work,
    place: Place,
    kills: int,
    moments: random.Random,
    check: Callable[[Place, set[str]], Iterator[str]],
) -> Iterator[str]:
    """What was wrong after any of the kills."""
    begun = time.monotonic()
    told, _, code = _run(work)
    lasts = time.monotonic() - begun
    if code:
        yield f"a run that nobody stopped ended with {code}"
    events = _run(work)[1]
    for number in range(kills):
        for target in place.out.iterdir():
            if number % 3 and not target.name.startswith("."):
                target.write_bytes(OLD)
        if number % 3:
            # Just before the call, or in the middle of what it does.
            late = moments.expovariate(1 / _SOON) if number % 2 else 0.0
            more, _, _ = _run(work, at=moments.randint(1, max(events, 1)), late=late)
        else:
            more, _, _ = _run(work, after=moments.uniform(0, lasts))
        told |= more
        yield from check(place, told)
        if number % _OFTEN == 0:
            _run(work)
            yield from check(place, told)


def _run(
    work: Work, *, at: int = 0, late: float = 0, after: float | None = None
) -> tuple[set[str], int, int]:
    """The decisions told by a run, how many calls it made, and how it ended (a wait status).

    It is killed at the call `at` (0 is never) or `late` by so many seconds, or `after` so many.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading)
        os._exit(_child(work, writing, at, late))
    os.close(writing)
    if after is not None:
        time.sleep(after)
        os.kill(process, signal.SIGKILL)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        lines = pipe.read().split("\n")
    status = os.waitpid(process, 0)[1]
    whole = lines[:-1]
    counted = [int(one.removeprefix("calls ")) for one in whole if one.startswith("calls ")]
    return {one for one in whole if " " not in one}, sum(counted), status


def _child(work: Work, writing: int, at: int, late: float) -> int:
    calls = 0

    def call() -> None:
        nonlocal calls
        calls += 1
        if calls == at and late:
            # What nobody handles ends a process as surely as SIGKILL.
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, late)
        elif calls == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, values: tuple[Any, ...]) -> None:
        # Reading is no danger.
        if event in _EVENTS and (event != "open" or values[2] & (os.O_WRONLY | os.O_RDWR)):
            call()

    def flushed(descriptor: int, real: Callable[[int], None] = os.fsync) -> None:
        call()
        real(descriptor)
        call()

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with contextlib.suppress(BaseException), os.fdopen(writing, "w", encoding="utf-8") as pipe:
        sys.addaudithook(watch)
        os.fsync = flushed  # type: ignore[assignment]
        work(pipe)
        pipe.write(f"calls {calls}\n")
        pipe.flush()
        return 0
    return 1


def _output_wrong(place: Place, _: set[str]) -> Iterator[str]:
    """What is wrong with the outputs: each has to be the old one or the new one, whole."""
    from sensecli.disk.lock import is_locked
    from sensecli.disk.replace import is_leftover

    for path in place.out.iterdir():
        if is_leftover(path.name):
            if is_locked(path):
                yield f"{path.name} is locked by nobody"
            continue
        content = path.read_bytes()
        if content != OLD and not _whole(path, content):
            yield f"{path.name} is neither the old file nor the new one ({len(content)} bytes)"


def _whole(path: Path, content: bytes) -> bool:
    """Whether a program that reads such files would take it."""
    try:
        if path.suffix == ".json":
            return bool(json.loads(content)["findings"])
        if path.suffix == ".csv":
            rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
            return bool(rows) and all(row["order"] is not None for row in rows)
        if path.suffix == ".html":
            return content.rstrip().endswith(b"</html>")
        if path.suffix == ".sqlite":
            with contextlib.closing(sqlite3.connect(":memory:")) as base:
                base.deserialize(content)
                return bool(base.execute("PRAGMA integrity_check").fetchone() == ("ok",))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.testzip() is None
    except (ValueError, KeyError, sqlite3.Error, zipfile.BadZipFile):
        return False


def _decisions_wrong(place: Place, told: set[str]) -> Iterator[str]:
    """What is wrong with the decisions: all that were told have to be there, and can be read."""
    from sensecli.disk.lock import is_locked
    from sensecli.review.file import decisions_file, read_decisions

    found = read_decisions(place.study)
    yield from map(str, found.problems)
    if lost := told - {one.id for one in found.decisions}:
        yield f"{len(lost)} decisions are lost"
    if is_locked(decisions_file(place.study, "AB")):
        yield "a lock was left behind"


def _next_wrong(work: Work, place: Place, name: str) -> Iterator[str]:
    """What is wrong after the next run, which nobody stops."""
    status = _run(work)[2]
    if status:
        yield f"it ended with {status}"
    if name == "review":
        if not (place.study / "decisions-ab.jsonl").read_bytes().endswith(b"\n"):
            yield "half a line is left"
        return
    content = (place.out / name).read_bytes()
    if content == OLD or not _whole(place.out / name, content):
        yield "the output is not the new one"
    strays = sorted(one.name for one in place.out.iterdir() if one.name.startswith("."))
    yield from (f"{one} is left" for one in strays)


def main() -> None:
    """Kill as often as asked; exit with 1 where anything was wrong."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=None, help="the same kills again")
    asked = options.parse_args()
    seed = random.SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    sys.stdout.write(f"{asked.kills} kills, seed {seed}\n")
    sys.stdout.flush()
    wrong = list(kill_often(asked.kills, seed))
    sys.stdout.write("".join(f"{one}\n" for one in wrong) or "nothing lost, nothing half-written\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
