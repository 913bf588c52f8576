"""One process, several or a cluster: the same bytes."""

import os
import signal
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import Client
from typer.testing import CliRunner

from sensecli.cli.app import app
from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.jsonfile import findings_json
from sensecli.exporting.table import codings_table
from sensecli.model import Analysis, Project
from sensecli.pipeline import Coder, analyse
from sensecli.streaming import analyse_table
from sensecli.working import Where
from tests.answers import BOOK, SAID, in_small_pieces, rows, written
from tests.cli.conftest import Sense
from tests.streaming.running import coded, run, stopped
from tests.working.test_cluster import _running, _scheduler

pytestmark = pytest.mark.skipif(os.name != "posix", reason="has no SIGKILL")
RULES = Coder(encoder=False)
_UNITS = 5


@dataclass
class Cluster:
    """A scheduler's address, and its two workers."""

    address: str
    workers: list[int]

    def kill_one(self) -> None:
        """Kill a worker; the other goes on."""
        os.kill(self.workers.pop(), signal.SIGKILL)


@contextmanager
def running(folder: Path) -> Generator[Cluster]:
    """A real scheduler with two workers on this machine's own network."""
    with ExitStack() as ends:
        address, _ = ends.enter_context(_scheduler(folder))
        options = (address, "--nthreads", "1", "--no-nanny")
        workers = [
            ends.enter_context(_running("worker", *options, folder=folder)) for _ in range(2)
        ]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=20)
        yield Cluster(address, [one.pid for one in workers])


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of interviews, of which each is a unit of its own (`_small`)."""
    folder = tmp_path_factory.mktemp("study")
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    for number in range(_UNITS):
        text = " ".join(SAID[number % 3 :])
        (folder / f"L{number:02d}.md").write_text(f"group: gp\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of some pieces."""
    return written(tmp_path_factory.mktemp("table") / "all.csv", rows(30))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Interviews are coded one by one, and tables are large and read in small pieces."""
    monkeypatch.setattr("sensecli.coding.coder._BLOCK", 1)
    monkeypatch.setenv("SENSE_CACHE", "off")
    in_small_pieces(monkeypatch)


def of_a_folder(found: Analysis | Project) -> bytes:
    """The codings and the findings that it comes to."""
    assert isinstance(found, Analysis)
    assert len(found.codings) > _UNITS
    return csv_file(codings_table(found)) + findings_json(found)


def of_a_table(found: Analysis | Project) -> bytes:
    """The findings that it comes to."""
    assert isinstance(found, Analysis)
    assert found.totals.codings > _UNITS
    return findings_json(found)


# 64 are more than there are units.
@pytest.mark.parametrize("jobs", [2, 3, 64])
def test_the_number_of_processes_changes_no_byte(study: Path, table: Path, jobs: int) -> None:
    alone, several = Where(1), Where(jobs)
    of_folder = [of_a_folder(analyse(study, coder=RULES, where=w)) for w in (alone, several)]
    of_table = [of_a_table(analyse_table(table, coder=RULES, where=w)) for w in (alone, several)]
    assert of_folder[0] == of_folder[1]
    assert of_table[0] == of_table[1]


def test_a_machines_own_cluster_changes_no_byte(
    sense: Sense, study: Path, table: Path, tmp_path: Path
) -> None:
    for source, where in ((table, "table"), (study, "folder")):
        for option in (("--jobs", "1"), ("--cluster", "local")):
            target = tmp_path / f"{where}{option[1]}"
            rest = ("--to", "csv", "--coder", "rules", "-q")
            sense("export", source, "-o", target, *rest, *option)
        alone, local = (tmp_path / f"{where}1", tmp_path / f"{where}local")
        assert alone.read_bytes() == local.read_bytes()
        assert alone.read_bytes().count(b"\n") > _UNITS


def test_a_cluster_changes_no_byte_when_a_worker_is_killed(
    study: Path, table: Path, tmp_path: Path
) -> None:
    expected = of_a_folder(analyse(study, coder=RULES, where=Where()))
    of_pieces = of_a_table(analyse_table(table, coder=RULES, where=Where()))
    with running(tmp_path) as cluster:
        there = Where(cluster=cluster.address)
        assert of_a_folder(analyse(study, coder=RULES, where=there)) == expected

        def kill(_stage: str, done: int, _of: int) -> None:
            if done and len(cluster.workers) > 1:
                cluster.kill_one()

        found = analyse_table(table, coder=RULES, where=there, progress=kill)
        assert len(cluster.workers) == 1
        assert of_a_table(found) == of_pieces
        assert of_a_folder(analyse(study, coder=RULES, where=there)) == expected


def test_a_worker_killed_in_a_run_changes_no_byte(table: Path, tmp_path: Path) -> None:
    once = tmp_path / "killed"
    line = ("export", table, "--to", "csv", "--coder", "rules", "-q", "-o")
    alone = run(*line, tmp_path / "one.csv", "--jobs", "1", log=tmp_path / "one")
    several = run(
        *(*line, tmp_path / "two.csv", "--jobs", "2"),
        log=tmp_path / "two",
        calls=2,
        by=signal.SIGKILL,
        once=once,
    )
    assert (alone.returncode, several.returncode) == (1, 1)
    assert several.stderr == alone.stderr
    assert once.exists()
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    # What was with the killed one was coded again.
    assert coded(tmp_path / "two") > coded(tmp_path / "one") > _UNITS


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_run_of_several_processes_that_is_stopped_writes_nothing(
    table: Path, tmp_path: Path, by: int
) -> None:
    target = tmp_path / "out" / "codings.csv"
    target.parent.mkdir()
    line = ("export", table, "--to", "csv", "--coder", "rules", "-q", "-o", target)
    seen = stopped(*line, "--jobs", "2", log=tmp_path / "log", by=by)
    assert seen == (128 + by, "stopped; no file was written.\n")
    assert list(target.parent.iterdir()) == []


@pytest.fixture
def sense() -> Sense:
    """Runs a command line in this process."""
    return lambda *line: CliRunner().invoke(app, [str(one) for one in line], prog_name="sense")
