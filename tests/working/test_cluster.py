"""The work on a cluster: a real scheduler and workers on this machine, which are killed too."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count, islice
from pathlib import Path

import pytest
from distributed import Client

from sensecli.working import ClusterError, Where, work
from sensecli.working.cluster import AHEAD, on_cluster
from tests.working import made
from tests.working.made import Counted, OddError, Tools

pytestmark = pytest.mark.skipif(os.name != "posix", reason="has no SIGKILL")
ROOT = Path(__file__).resolve().parents[2]
ALONE = ("--no-dashboard", "--host", "127.0.0.1")
# A scheduler tries so long to reach a worker that it does not yet know to be dead.
HASTY = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"}
SQUARES = [number * number for number in range(40)]


@contextmanager
def _running(part: str, *options: str, folder: Path) -> Generator[subprocess.Popen[bytes]]:
    """A scheduler, or a worker without anybody to start it again; killed at the end."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *ALONE, *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder), **HASTY}
    with (folder / f"{part}.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=20)


@contextmanager
def _scheduler(folder: Path) -> Generator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler's address and process."""
    told = folder / "scheduler.json"
    with _running(
        "scheduler", "--port", "0", "--scheduler-file", str(told), folder=folder
    ) as process:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                yield json.loads(told.read_bytes())["address"], process
            except (OSError, ValueError):
                time.sleep(0.05)
            else:
                return
        pytest.fail((folder / "scheduler.log").read_text())


@contextmanager
def _workers(address: str, number: int, folder: Path) -> Generator[None]:
    options = (address, "--nthreads", "1", "--no-nanny")
    with ExitStack() as opened:
        for _ in range(number):
            opened.enter_context(_running("worker", *options, folder=folder))
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(number, timeout=20)
        yield


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, that no test harms."""
    folder = tmp_path_factory.mktemp("cluster")
    with _scheduler(folder) as (address, _), _workers(address, 2, folder):
        yield address


def test_results_come_in_the_order_of_the_units_and_nothing_is_said(
    cluster: str, capfd: pytest.CaptureFixture[str]
) -> None:
    where = Where(cluster=cluster)
    assert list(work(range(40), start=Tools, do=made.square, where=where)) == SQUARES
    assert capfd.readouterr() == ("", "")


def test_tools_are_made_once_in_each_process_and_have_one_thread(cluster: str) -> None:
    where = Where(cluster=cluster)
    found = list(work(range(40), start=Tools, do=made.by_whom, where=where))
    parts = {one: [done for process, done, _ in found if process == one] for one, _, _ in found}
    assert os.getpid() not in parts
    assert all(sorted(part) == list(range(1, len(part) + 1)) for part in parts.values())
    assert {threads for _, _, threads in found} == {1}


def test_behind_a_slow_unit_only_a_few_results_pile_up(cluster: str) -> None:
    units = Counted()
    results = work(units, start=Tools, do=made.slow_first, where=Where(cluster=cluster))
    assert list(islice(results, 20)) == list(range(20))
    results.close()
    assert units.read <= 20 + 2 * AHEAD


def test_nothing_is_left_on_the_cluster(cluster: str) -> None:
    results = work(count(), start=Tools, do=made.square, where=Where(cluster=cluster))
    assert next(results) == 0
    results.close()
    with Client(cluster, set_as_default=False) as client:
        left = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
        plugins = client.run(lambda dask_worker: [*dask_worker.plugins])
    assert left == 0
    assert not [one for known in plugins.values() for one in known if one.startswith("sense")]


def test_what_a_unit_raises_is_raised_in_its_turn(cluster: str) -> None:
    results = work(range(4), start=Tools, do=made.odd_fails, where=Where(cluster=cluster))
    assert next(results) == 0
    with pytest.raises(OddError) as raised:
        next(results)
    assert raised.value.number == 1


def test_a_killed_worker_changes_no_result(tmp_path: Path) -> None:
    units = [(number, tmp_path / "killed") for number in range(40)]
    with _scheduler(tmp_path) as (address, _), _workers(address, 2, tmp_path):
        where = Where(cluster=address)
        assert list(work(units, start=Tools, do=made.killed_once, where=where)) == SQUARES
    assert (tmp_path / "killed").exists()


def test_a_unit_that_no_worker_survives_is_done_in_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    units = [(number, os.getpid()) for number in range(40)]
    with _scheduler(tmp_path) as (address, _), _workers(address, 2, tmp_path):
        where = Where(cluster=address)
        assert list(work(units, start=Tools, do=made.killed_but_here, where=where)) == SQUARES


def test_a_machines_own_cluster_gives_the_same_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    units = [(number, tmp_path / "killed") for number in range(40)]
    where = Where(cluster="local")
    assert list(work(units, start=Tools, do=made.killed_once, where=where)) == SQUARES
    assert capfd.readouterr() == ("", "")
    assert [one.name for one in tmp_path.iterdir()] == ["killed"]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://x", "tcp://", "no such"])
def test_a_scheduler_that_cannot_be_reached_is_told(address: str) -> None:
    with pytest.raises(ClusterError) as raised:
        list(on_cluster([1], start=Tools, do=made.square, address=address, patience=0.5))
    assert raised.value.message.startswith(f"no scheduler could be reached at {address} (")


def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    with _scheduler(tmp_path) as (address, _), pytest.raises(ClusterError) as raised:
        list(on_cluster([1], start=Tools, do=made.square, address=address, patience=0.5))
    assert raised.value.message.startswith("no worker was there for")


def test_workers_that_are_all_gone_are_told(tmp_path: Path) -> None:
    with _scheduler(tmp_path) as (address, _):
        with _workers(address, 1, tmp_path):
            results = on_cluster(count(), start=Tools, do=made.nap, address=address, patience=1)
            assert [next(results), next(results)] == [0, 1]
        with pytest.raises(ClusterError, match="all workers of the cluster were gone"):
            next(results)


def test_a_scheduler_lost_in_the_middle_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with _scheduler(tmp_path) as (address, scheduler), _workers(address, 1, tmp_path):
        results = on_cluster(count(), start=Tools, do=made.nap, address=address, patience=1)
        assert [next(results), next(results)] == [0, 1]
        scheduler.kill()
        with pytest.raises(ClusterError, match="scheduler was lost"):
            next(results)
    assert capfd.readouterr() == ("", "")


def test_workers_of_another_version_are_told(cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sensecli.working.kit.versions", lambda: "sense 9 on Python 4.0")
    with pytest.raises(ClusterError, match="and this is sense 9 on Python"):
        list(work([1], start=Tools, do=made.square, where=Where(cluster=cluster)))


def test_workers_without_the_program_are_told(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "only_here.py").write_text("def start():\n    return 0\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    start = __import__("only_here").start
    with pytest.raises(ClusterError, match="cannot load the program"):
        list(work([1], start=start, do=made.square, where=Where(cluster=cluster)))


def test_without_dask_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sensecli.working.joining", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as raised:
        list(work([1], start=Tools, do=made.square, where=Where(cluster="local")))
    assert raised.value.hint == "pip install 'sensecli[cluster]'"
