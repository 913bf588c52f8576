"""What was coded of a table is kept, and a run that was stopped goes on where it was."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from sensecli.coding.case import Case
from sensecli.coding.coder import code
from sensecli.coding.tools import Tools
from sensecli.model import Analysis, Coding
from sensecli.pipeline import Coder, Speakers
from sensecli.streaming import analyse_table, pieces
from sensecli.working import Where
from tests.answers import BOOK, in_small_pieces, rows, written
from tests.streaming.running import coded, run

_POSIX = pytest.mark.skipif(os.name != "posix", reason="has no such signals")
# All but the one whose id another has.
ALL = 59
_BATCH = 7


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table in a folder of its own."""
    (tmp_path / "study").mkdir()
    return written(tmp_path / "study" / "all.csv", rows(60))


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where runs tell how much they code; their cache is one of this test alone."""
    monkeypatch.setenv("SENSE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "log"


def _line(table: Path, target: Path, *more: str) -> list[str | Path]:
    rest = ["--to", "csv", "--coder", "rules", "-q", "--jobs", "1", *more]
    return ["export", table, "-o", target, *rest]


@_POSIX
@pytest.mark.parametrize(
    ("by", "code", "kept"),
    [
        # Pieces are kept three at a time, at the end of a run, and where it is asked to stop.
        (signal.SIGKILL, -signal.SIGKILL, 6),
        (signal.SIGINT, 130, 7),
        (signal.SIGTERM, 143, 7),
    ],
)
@pytest.mark.parametrize("to", ["codings.csv", "codings.parquet"])
def test_a_run_that_was_stopped_goes_on_where_it_was(
    table: Path, log: Path, by: int, code: int, kept: int, to: str
) -> None:
    out = table.parent.parent / "out"
    out.mkdir()
    line = _line(table, out / to, "--to", to.rpartition(".")[2])
    stopped = run(*line, log=log, calls=8, by=by)
    assert stopped.returncode == code
    assert "Traceback" not in stopped.stderr
    left = [one.name for one in out.iterdir()]
    assert to not in left
    assert left == [] or by == signal.SIGKILL
    before = coded(log)
    assert 8 * (_BATCH - 3) <= before < ALL
    assert run(*line, log=log).returncode == 1
    again = coded(log) - before
    assert again < ALL - kept * (_BATCH - 3)
    assert [one.name for one in out.iterdir()] == [to]
    content = (out / to).read_bytes()
    assert run(*line, "--no-cache", log=log).returncode == 1
    assert (out / to).read_bytes() == content
    assert coded(log) == before + again + ALL


def test_all_is_kept_by_a_run_that_ends(table: Path, log: Path) -> None:
    target = table.parent.parent / "codings.csv"
    run(*_line(table, target), log=log)
    first = target.read_bytes()
    assert coded(log) == ALL
    run(*_line(table, target), log=log)
    assert target.read_bytes() == first
    run("analyse", table, "--coder", "rules", "-q", "--jobs", "2", log=log)
    assert coded(log) == ALL


def test_without_a_cache_nothing_is_kept(table: Path, log: Path) -> None:
    target = table.parent.parent / "codings.csv"
    run(*_line(table, target, "--no-cache"), log=log)
    assert not (table.parent.parent / "cache").exists()
    run(*_line(table, target, "--no-cache"), log=log)
    assert coded(log) == 2 * ALL


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of interviews that are coded from now on."""
    in_small_pieces(monkeypatch)
    seen: list[int] = []

    def counting(cases: Sequence[Case], tools: Tools) -> tuple[tuple[Coding, ...], ...]:
        seen.append(len(cases))
        return code(cases, tools)

    monkeypatch.setattr(pieces, "code", counting)
    return seen


def _run(table: Path, *, speakers: Speakers | None = None, **how: object) -> Analysis:
    coder = Coder(encoder=False, store=table.parent.parent / "cache", **how)  # type: ignore[arg-type]
    found = analyse_table(table, coder=coder, speakers=speakers, where=Where())
    assert isinstance(found, Analysis)
    return found


def test_what_was_kept_is_read_for_the_same_alone(table: Path, calls: list[int]) -> None:
    found = _run(table)
    assert sum(calls) == ALL
    assert _run(table) == found
    assert sum(calls) == ALL
    _run(table, speakers=Speakers(leader=("INT",)))
    assert sum(calls) == 2 * ALL
    changed = BOOK.replace("cues: [trust]", "cues: [trust, nothing]")
    (table.parent / "codebook.yaml").write_text(changed, encoding="utf-8")
    assert _run(table).findings != found.findings
    assert sum(calls) == 3 * ALL


def test_what_the_encoder_coded_is_not_read_for_the_rules(table: Path, calls: list[int]) -> None:
    written(table, rows(6))
    coder = Coder(store=table.parent.parent / "cache")
    analyse_table(table, coder=coder, where=Where())
    _run(table)
    analyse_table(table, coder=Coder(store=coder.store, least=0.9), where=Where())
    assert sum(calls) == 3 * 6


def test_only_pieces_with_other_answers_are_coded_again(table: Path, calls: list[int]) -> None:
    before = _run(table)
    written(table, [*rows(60)[:-1], [*rows(60)[-1][:-1], "We have no money for huddles."]])
    after = _run(table)
    assert before.totals != after.totals or before.findings != after.findings
    assert ALL < sum(calls) <= ALL + _BATCH
