"""Several runs at one store: side by side, killed in the middle, cleared under each other."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.disk import rows
from sensecli.disk.cache import TAG, clear
from sensecli.disk.store import NAME, open_store
from tests.disk.test_store import found, some_values

pytestmark = pytest.mark.skipif(os.name != "posix", reason="has no SIGKILL, and locks open files")

ROOT = Path(__file__).resolve().parents[2]
WRITES = """
import sys
from pathlib import Path
from sensecli.disk import store
from tests.disk.test_store import some_values
store._PATIENCE = 60
with store.open_store(Path(sys.argv[1])) as opened:
    for key, content in some_values(60, size=3000, seed=int(sys.argv[2])).items():
        opened.put("codings", {key: content})
"""
WRITES_ON = """
import itertools, sys
from pathlib import Path
from sensecli.disk.store import open_store
from tests.disk.test_store import some_values
with open_store(Path(sys.argv[1])) as opened:
    for one in itertools.cycle(some_values(40, size=100_000, seed=int(sys.argv[2])).items()):
        opened.put("codings", dict([one]))
        print("put", flush=True)
"""
# Most pages go into the file before the end of the transaction, which never comes.
HALF = """
import os, signal, sys
from pathlib import Path
from sensecli.disk import rows
from sensecli.disk.store import open_store
from tests.disk.test_store import some_values
real, rows._PAGES_IN_MEMORY_KB = rows.write, 40
def write(*arguments, **options):
    real(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)
rows.write = write
with open_store(Path(sys.argv[1])) as opened:
    opened.put("codings", some_values(300, size=4000, seed=1))
"""
FULL = """
import resource, sys
from pathlib import Path
from sensecli.disk.store import open_store
from tests.disk.test_store import some_values
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
old, new = some_values(40, size=1000), some_values(400, size=1000, seed=1)
with open_store(Path(sys.argv[1])) as opened:
    opened.put("codings", new)
    print(len(opened.get("codings", list(new))), opened.get("codings", list(old)) == old)
"""
GOES_ON = """
import sys
from pathlib import Path
from sensecli.disk.store import open_store
from tests.disk.test_store import some_values
with open_store(Path(sys.argv[1])) as opened:
    for seed in range(3):
        opened.put("codings", some_values(5, seed=seed))
        print(len(opened.get("codings", list(some_values(5)))), flush=True)
        sys.stdin.readline()
"""
Begun = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    """Starts a program on the cache of this test."""

    def begin(program: str, *arguments: int) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", program, str(tmp_path), *map(str, arguments)]
        return subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    return begin


def test_runs_side_by_side_lose_nothing_and_read_nothing_wrong(
    tmp_path: Path, begun: Begun
) -> None:
    wanted = some_values(60, size=3000, seed=1) | some_values(60, size=3000, seed=2)
    seen = 0
    with begun(WRITES, 1) as one, begun(WRITES, 2) as two:
        while one.poll() is None or two.poll() is None:
            now = found(tmp_path, wanted)
            assert now.items() <= wanted.items()
            assert len(now) >= seen
            seen = len(now)
    assert (one.returncode, two.returncode) == (0, 0)
    assert found(tmp_path, wanted) == wanted
    assert sorted(one.name for one in tmp_path.iterdir()) == [TAG, NAME]


def test_a_kill_loses_nothing_that_was_put(tmp_path: Path, begun: Begun) -> None:
    moments = random.Random(7)  # noqa: S311 - no secret
    told: dict[bytes, bytes] = {}
    for seed in range(8):
        values = some_values(40, size=100_000, seed=seed)
        with begun(WRITES_ON, seed) as run:
            assert run.stdout
            lines = [run.stdout.readline() for _ in range(moments.randint(1, 8))]
            time.sleep(moments.uniform(0, 0.01))
            run.kill()
            lines += run.stdout.read().splitlines()
        told |= dict(list(values.items())[: lines.count("put\n") + lines.count("put")])
        assert found(tmp_path, told) == told
    assert len(told) >= 8
    assert not (tmp_path / f"{NAME}.damaged").exists()


def test_half_a_transaction_is_taken_back(tmp_path: Path, begun: Begun) -> None:
    old, new = some_values(100), some_values(300, size=4000, seed=1)
    with open_store(tmp_path) as opened:
        opened.put("codings", old)
    before = (tmp_path / NAME).stat().st_size
    with begun(HALF) as run:
        pass
    assert run.returncode < 0
    assert (tmp_path / f"{NAME}-journal").stat().st_size
    assert (tmp_path / NAME).stat().st_size > before + 500_000
    assert found(tmp_path, old | new) == old
    assert (tmp_path / NAME).stat().st_size == before
    assert sorted(one.name for one in tmp_path.iterdir()) == [TAG, NAME]


def test_a_full_disk_is_done_without(tmp_path: Path, begun: Begun) -> None:
    old = some_values(40, size=1000)
    with open_store(tmp_path) as opened:
        opened.put("codings", old)
    with begun(FULL) as run:
        assert run.communicate()[0] == "0 True\n"
    assert found(tmp_path, old) == old
    assert not (tmp_path / f"{NAME}.damaged").exists()


def test_a_run_under_which_the_cache_is_cleared_goes_on(tmp_path: Path, begun: Begun) -> None:
    first, *_, last = (some_values(5, seed=seed) for seed in range(3))
    with begun(GOES_ON) as run:
        assert run.stdin
        assert run.stdout
        assert run.stdout.readline() == "5\n"
        clear(tmp_path)
        assert not (tmp_path / NAME).exists()
        for _ in range(2):
            run.stdin.write("\n")
            run.stdin.flush()
            assert run.stdout.readline() == "0\n"
    assert found(tmp_path, first | last) == last


def test_memory_holds_more_than_a_transaction() -> None:
    from sensecli.disk import store

    # Otherwise a transaction shuts out all readers long before its end.
    assert rows._PAGES_IN_MEMORY_KB * 1000 >= 2 * store._BATCH
