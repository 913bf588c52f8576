"""`sense cache`, and runs without one."""

import os
from pathlib import Path

import pytest

from sensecli.cli.cache import cache_folder
from sensecli.disk.cache import TAG, keep
from sensecli.disk.store import open_store
from tests.cli.analyses import an_analysis
from tests.cli.conftest import Given, Sense

NAME = f"examples-{'a' * 16}.npz"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache of these runs: not there yet."""
    monkeypatch.setenv("SENSE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_an_empty_cache_is_shown_and_not_made(sense: Sense, folder: Path) -> None:
    done = sense("cache")
    assert (done.exit_code, done.stdout) == (0, f"{folder}: 0 files, 0 bytes.\n")
    assert not folder.exists()


def test_the_files_and_their_size_are_shown_and_what_they_hold(sense: Sense, folder: Path) -> None:
    keep(folder, NAME, bytes(12_345))
    counted, held = sense("cache").stdout.splitlines()
    assert counted == f"{folder}: 1 file, 12 kB."
    assert "codings, parses and vectors of your interviews" in held
    assert "without their text" in held


def test_clearing_leaves_what_is_not_ours(sense: Sense, folder: Path) -> None:
    keep(folder, NAME, b"kept")
    (folder / "mine.txt").write_text("mine")
    done = sense("cache", "clear")
    assert done.exit_code == 0
    assert done.stdout == f"{folder}: cleared of 1 file, 4 bytes; 1 of others, which stay.\n"
    assert sorted(one.name for one in folder.iterdir()) == [TAG, "mine.txt"]


@pytest.mark.skipif(os.name != "posix", reason="deletes no open file")
def test_a_store_is_cleared_while_a_run_has_it_open(sense: Sense, folder: Path) -> None:
    values = {bytes(16): b"codings of an interview"}
    with open_store(folder) as opened:
        opened.put("codings", values)
        assert sense("cache").stdout.startswith(f"{folder}: 1 file, ")
        assert sense("cache", "clear").exit_code == 0
        assert [one.name for one in folder.iterdir()] == [TAG]
        assert opened.get("codings", list(values)) == {}
        opened.put("codings", values)
    with open_store(folder) as opened:
        assert opened.get("codings", list(values)) == values


@pytest.mark.parametrize("command", [("cache",), ("cache", "clear")])
def test_a_folder_that_is_no_cache_is_refused(
    sense: Sense, folder: Path, command: tuple[str, ...]
) -> None:
    folder.mkdir()
    (folder / NAME).write_text("like ours")
    (folder / "mine.txt").write_text("mine")
    done = sense(*command)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{folder}: is no cache of sense, and is not used. Hint:")
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("command", [("cache",), ("cache", "clear")])
def test_what_is_no_folder_is_refused(sense: Sense, folder: Path, command: tuple[str, ...]) -> None:
    folder.write_text("mine")
    done = sense(*command)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{folder}: cannot be read: not a directory. Hint:")


def test_a_file_that_cannot_be_deleted_is_a_problem(
    sense: Sense, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    keep(folder, NAME, b"kept")
    monkeypatch.setattr(Path, "unlink", refused)
    done = sense("cache", "clear")
    assert done.exit_code == 1
    assert "cannot be cleared: permission denied. Hint:" in done.stderr


@pytest.mark.parametrize("off", ["off", " OFF "])
def test_it_is_switched_off_by_the_environment(
    sense: Sense, folder: Path, monkeypatch: pytest.MonkeyPatch, off: str
) -> None:
    monkeypatch.setenv("SENSE_CACHE", off)
    assert sense("cache").stdout == "The cache is off: nothing is kept from run to run.\n"
    assert sense("cache", "clear").stdout == "The cache is off: there is nothing to clear.\n"
    assert cache_folder() is None
    assert not folder.exists()


@pytest.mark.parametrize(
    "line",
    [
        ("--no-cache", "analyse", "study"),
        ("analyse", "--no-cache", "study"),
        ("analyse", "study", "-q", "--no-cache"),
    ],
)
def test_it_is_switched_off_for_one_run_wherever_that_is_said(
    sense: Sense, given: Given, folder: Path, line: tuple[str, ...]
) -> None:
    asked = given(an_analysis())
    assert sense(*line).exit_code == 0
    assert sense("analyse", "study").exit_code == 0
    assert [getattr(one["coder"], "store", "") for one in asked] == [None, folder]


def test_behind_two_hyphens_it_is_a_name(sense: Sense, given: Given) -> None:
    asked = given(an_analysis())
    assert sense("analyse", "--", "--no-cache").exit_code == 0
    assert [one["folder"] for one in asked] == [Path("--no-cache")]


def test_a_home_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("SENSE_CACHE", "~/there")
    assert cache_folder() == tmp_path / "there"
