"""Files that are there whole or not at all, and nothing beside them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.disk.replace import (
    create_file,
    growing_file,
    is_leftover,
    put_files,
    replace_file,
    replace_files,
)
from sensecli.disk.written import forget, so_far

POSIX = pytest.mark.skipif(os.name != "posix", reason="has no such rights, or no such signals")


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@given(st.binary(), st.binary())
def test_the_new_file_stands_in_place_of_the_old(old: bytes, new: bytes) -> None:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "a.csv"
        replace_file(old, target)
        replace_file(new, target)
        assert target.read_bytes() == new
        assert _names(Path(folder)) == ["a.csv"]


@POSIX
def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    replace_file(b"new", target)
    assert target.stat().st_mode & 0o777 == 0o640


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_rights_that_are_asked_for_are_given_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        put_files({tmp_path / "a": b"new"}, mode=0o600)
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_where_the_disk_is_full_the_old_file_is_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(b"new", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert _names(tmp_path) == ["a.csv"]


def test_of_files_that_belong_together_none_is_replaced_where_one_cannot_be(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(OSError, match="gone"):
        replace_files({tmp_path / "a.csv": b"new", tmp_path / "gone" / "b.csv": b"new"})
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert _names(tmp_path) == ["a.csv"]


def test_what_is_created_takes_the_place_of_nothing(tmp_path: Path) -> None:
    create_file(b"first", tmp_path / "a.yaml")
    with pytest.raises(FileExistsError):
        create_file(b"second", tmp_path / "a.yaml")
    assert (tmp_path / "a.yaml").read_bytes() == b"first"
    assert _names(tmp_path) == ["a.yaml"]


def test_where_there_are_no_links_a_file_is_created_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", none)
    create_file(b"first", tmp_path / "a.yaml")
    with pytest.raises(FileExistsError):
        create_file(b"second", tmp_path / "a.yaml")
    assert (tmp_path / "a.yaml").read_bytes() == b"first"
    assert _names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("name", ["a" * 200 + ".html", "\u4f60" * 80 + ".md"])
def test_a_long_name_is_no_hindrance(tmp_path: Path, name: str) -> None:
    replace_file(b"new", tmp_path / name)
    assert _names(tmp_path) == [name]


KILLED = """
import os, signal, sys
from pathlib import Path
from sensecli.disk import replace
def killed(beside):
    os.kill(os.getpid(), signal.SIGKILL)
replace._move = killed
replace.replace_file(b"half a set", Path(sys.argv[1]))
"""


@POSIX
def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False)
    (left,) = _names(tmp_path)
    assert is_leftover(left)
    replace_file(b"whole", target)
    assert _names(tmp_path) == ["a.csv"]


WAITING = KILLED.replace(
    "    os.kill(os.getpid(), signal.SIGKILL)",
    "    print('ready', flush=True); sys.stdin.read(); beside.path.replace(beside.target)",
)


@POSIX
def test_two_runs_that_write_one_file_leave_the_later_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    command = [sys.executable, "-c", WAITING, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline()
        replace_file(b"ours", target)
        assert len(_names(tmp_path)) == 2
        other.communicate()
    assert other.returncode == 0
    assert target.read_bytes() == b"half a set"
    assert _names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize(
    "name", ["a.csv", ".a.csv.tmp", ".a.csv.1234abcd.tmp", "a.csv.sense-1234abcd.tmp", ".hidden"]
)
def test_other_files_are_no_leftovers(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    replace_file(b"new", tmp_path / "a.csv")
    assert not is_leftover(name)
    assert name in _names(tmp_path)


@pytest.mark.parametrize("write", [replace_file, create_file])
def test_what_was_written_is_known(tmp_path: Path, write: Callable[[bytes, Path], None]) -> None:
    forget()
    write(b"new", tmp_path / "a.csv")
    assert so_far() == (tmp_path / "a.csv",)


def test_what_could_not_be_written_is_not_said_to_be(tmp_path: Path) -> None:
    forget()
    with pytest.raises(OSError, match="gone"):
        replace_file(b"new", tmp_path / "gone" / "a.csv")
    assert so_far() == ()


def test_a_growing_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    with growing_file(target) as file:
        file.write(b"ne")
        assert target.read_bytes() == b"old"
        file.write(b"w")
    assert target.read_bytes() == b"new"
    assert _names(tmp_path) == ["a.csv"]
    assert target in so_far()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
def test_where_a_growing_file_is_stopped_the_old_one_is_there_and_nothing_beside_it(
    tmp_path: Path, stop: type[BaseException]
) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    with pytest.raises(stop):
        _stopped(target, stop)
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == ["a.csv"]


def _stopped(target: Path, stop: type[BaseException]) -> None:
    with growing_file(target) as file:
        file.write(b"half")
        raise stop


@POSIX
def test_a_growing_file_keeps_the_rights_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with growing_file(target) as file:
        file.write(b"new")
    assert target.stat().st_mode & 0o777 == 0o640
