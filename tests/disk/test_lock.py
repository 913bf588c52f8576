"""Locks that end with the process that holds them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sensecli.disk.lock import Lock, is_locked, lock

HELD = """
import os, sys
from sensecli.disk.lock import lock
print(lock(os.open(sys.argv[1], os.O_RDWR)).name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a"
    path.write_bytes(b"")
    return path


def test_a_lock_is_taken_by_one_alone(file: Path) -> None:
    first, second = (os.open(file, os.O_RDWR) for _ in range(2))
    assert [lock(first), lock(second)] == [Lock.OURS, Lock.TAKEN]
    os.close(first)
    assert lock(second) is Lock.OURS
    os.close(second)


def test_the_lock_of_a_killed_process_is_free(file: Path) -> None:
    command = [sys.executable, "-c", HELD, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"OURS"
        assert is_locked(file)
        holder.kill()
    assert not is_locked(file)


def test_nobody_holds_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert not is_locked(tmp_path / "none")
    assert not (tmp_path / "none").exists()
