"""Each bad input ends in a clear message and the right exit code, and nothing else is harmed."""

import json
import resource
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sensecli.cli.app import app
from tests.hostile.case import BOOK, FOLDER, GOOD, OUT, Case
from tests.hostile.corpus import CASES
from tests.hostile.decided import DECISION

_CODED = ("analyse", "export", "why", "search", "evaluate", "import", "sample", "review")


class _Late(BaseException):
    """Not an Exception: no reader may catch it as a fault of the file."""


@pytest.fixture(autouse=True)
def _screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "NO_COLOR", "SENSE_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Stops what takes longer: a hang is a failure, not a wait."""

    def stop(*_: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _peak() -> int:
    """Megabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _files(folder: Path) -> dict[str, bytes]:
    """The content of all regular files below a folder that are not too large to compare."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 60_000_000
    }


def _run(case: Case, folder: Path) -> Result:
    placed = {FOLDER: str(folder), OUT: str(folder.parent / "out")}
    words = [one.replace(FOLDER, placed[FOLDER]).replace(OUT, placed[OUT]) for one in case.command]
    if words[0] in _CODED:
        words += ["--coder", "rules"]
    with _at_most(case.seconds):
        return CliRunner().invoke(app, words, prog_name="sense")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with a good interview, a codebook, a person's decision, and earlier results."""
    folder = tmp_path / "study"
    for made in (folder, tmp_path / "out"):
        made.mkdir()
    (folder / "good.md").write_text(GOOD, "utf-8")
    (folder / "codebook.yaml").write_text(BOOK, "utf-8")
    (folder / "decisions-ab.jsonl").write_text(f"{DECISION}\n", "utf-8")
    (tmp_path / "out" / "earlier.json").write_text("{}", "utf-8")
    return folder


def test_the_corpus_is_large_and_its_names_are_distinct() -> None:
    assert len(CASES) >= 60
    assert [name for name, count in Counter(one.name for one in CASES).items() if count > 1] == []


@pytest.mark.parametrize("case", CASES, ids=[one.name for one in CASES])
@pytest.mark.skipif(sys.platform == "win32", reason="needs signals, links and pipes")
def test_a_bad_input_is_told_and_harms_nothing(case: Case, study: Path) -> None:
    case.make(study)
    before, held = _files(study.parent), _peak()
    done = _run(case, study)
    assert _peak() - held < case.megabytes
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    assert done.exit_code == case.code, done.stderr
    lines = done.stderr.splitlines()
    for said in case.said:
        assert any(said in line for line in lines), (said, done.stderr)
    assert not [one for one in case.unsaid if one in done.stdout + done.stderr]
    assert "Traceback" not in done.stderr
    assert not {"\x1b", "\x07", "\x00", "\u202e"} & set(done.stderr)
    after = _files(study.parent)
    assert {name: after.get(name) for name in before} == before
    if case.intact:
        found = json.loads(done.stdout)
        assert "G01" in [one["id"] for one in found["interviews"]]
