"""The cache: its owner's alone, marked as ours, and never in the way."""

import os
from pathlib import Path

import pytest

from sensecli.disk.cache import (
    TAG,
    Contents,
    clear,
    contents,
    is_cache,
    is_free,
    is_ours,
    keep,
    kept,
    set_aside,
)

NAME = f"examples-{'a' * 16}.npz"
POSIX = pytest.mark.skipif(os.name != "posix", reason="knows no owner's rights")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache with one file in it."""
    made = tmp_path / "deep" / "cache"
    keep(made, NAME, b"kept")
    return made


def test_what_is_kept_is_found(folder: Path) -> None:
    assert kept(folder, NAME) == b"kept"
    assert kept(folder, "examples-none") is None


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_it_is_its_owners_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "cache"
    before = os.umask(umask)
    try:
        keep(folder, NAME, b"kept")
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in folder.iterdir()} == {0o600}
    assert kept(folder, NAME) == b"kept"


@POSIX
def test_one_that_was_opened_to_others_is_closed_again(folder: Path) -> None:
    folder.chmod(0o755)
    keep(folder, NAME, b"again")
    assert folder.stat().st_mode & 0o777 == 0o700


def test_backups_leave_it_out(folder: Path) -> None:
    tag = (folder / TAG).read_bytes()
    assert tag.startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")


@pytest.mark.parametrize("theirs", ["letter.txt", NAME + ".txt", "Examples-0123456789abcdef.npz"])
def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path, theirs: str) -> None:
    (tmp_path / theirs).write_bytes(b"mine")
    keep(tmp_path, NAME, b"kept")
    assert [one.name for one in tmp_path.iterdir()] == [theirs]
    assert not is_free(tmp_path)
    assert not is_cache(tmp_path)
    assert kept(tmp_path, NAME) is None


def test_a_cache_without_a_tag_becomes_one_with_it(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"old")
    assert kept(tmp_path, NAME) is None
    keep(tmp_path, NAME, b"new")
    assert kept(tmp_path, NAME) == b"new"
    assert is_cache(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="knows no owners")
def test_a_cache_of_somebody_elses_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    keep(folder, NAME, b"given away")
    assert not is_cache(folder)
    assert kept(folder, NAME) is None
    monkeypatch.undo()
    assert kept(folder, NAME) == b"kept"


def test_what_is_damaged_is_set_aside(folder: Path) -> None:
    set_aside(folder, NAME)
    assert kept(folder, NAME) is None
    assert (folder / f"{NAME}.damaged").read_bytes() == b"kept"
    set_aside(folder, NAME)


def test_clearing_leaves_what_others_put_there(folder: Path) -> None:
    keep(folder, f"codings-{'b' * 64}.json", b"{}")
    set_aside(folder, NAME)
    (folder / "mine.txt").write_bytes(b"mine")
    (folder / f".{NAME}.sense-0123abcd.tmp").write_bytes(b"half")
    assert contents(folder) == Contents(files=3, size=10, others=1)
    clear(folder)
    assert sorted(one.name for one in folder.iterdir()) == [TAG, "mine.txt"]
    assert contents(folder) == Contents(files=0, size=0, others=1)


@pytest.mark.parametrize("end", ["", "-journal", "-wal", "-shm", ".damaged"])
def test_a_base_and_what_lies_beside_it_are_ours(end: str) -> None:
    assert is_ours(f"store-{'0' * 16}.sqlite{end}")
    assert not is_ours(f"store.sqlite{end}")


@pytest.mark.parametrize("name", [f"{NAME}-journal", f"store-{'0' * 16}.sqlite-other"])
def test_what_no_base_has_beside_it_is_not_ours(name: str) -> None:
    assert not is_ours(name)


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    # A file stands where the folder should be: that holds for an administrator too.
    (tmp_path / "taken").write_bytes(b"")
    keep(tmp_path / "taken" / "cache", NAME, b"kept")
    keep(tmp_path / "taken", NAME, b"kept")
    assert kept(tmp_path / "taken" / "cache", NAME) is None
    assert (tmp_path / "taken").read_bytes() == b""


def test_a_file_that_clearing_would_not_know_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"notes\.txt"):
        keep(tmp_path, "notes.txt", b"kept")
