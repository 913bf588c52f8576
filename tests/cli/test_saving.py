"""Outputs are whole or not there, also where there is no room and no permission."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sense, Started

LIMITED = """
import resource, sys
room = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
from sensecli.__main__ import main
main()
"""
POSIX = pytest.mark.skipif(os.name != "posix", reason="has no such limits")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with one interview."""
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "L01.txt").write_text("Trust is what we need.\n" * 40)
    return tmp_path / "study"


def _without_room(*arguments: str | Path, room: int = 2000) -> "subprocess.CompletedProcess[str]":
    """A run in which no file can be longer than so many bytes."""
    command = [sys.executable, "-c", LIMITED, str(room), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@POSIX
@pytest.mark.parametrize(
    "options", [("analyse", "-f", "json"), ("export", "--to", "sqlite")], ids=["json", "sqlite"]
)
def test_without_room_the_old_output_stays_and_why_is_told(
    study: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    command, *others = options
    target = tmp_path / "out"
    target.write_bytes(b"old")
    done = _without_room(command, study, *others, "-o", target, "--coder", "rules", "-q")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{target}: could not be written: File too large. Hint:")
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == ["out", "study"]


@POSIX
def test_without_room_a_sample_has_neither_sheet_nor_codes(study: Path, tmp_path: Path) -> None:
    done = _without_room("sample", study, "--share", "1", "-o", tmp_path / "blind.csv", "-q")
    assert done.returncode == 1
    assert _names(tmp_path) == ["study"]


@POSIX
def test_without_room_no_half_project_is_begun(tmp_path: Path) -> None:
    done = _without_room("init", tmp_path / "begun", "--sample")
    assert done.returncode == 1
    assert list((tmp_path / "begun").iterdir()) == []
    # And it is not in the way of the next try.
    assert _without_room("init", tmp_path / "begun", room=10_000).returncode == 0


@POSIX
def test_without_room_no_half_codebook_is_begun(tmp_path: Path) -> None:
    done = _without_room("codebook", "new", tmp_path / "codebook.yaml", room=100)
    assert (done.returncode, _names(tmp_path)) == (1, [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no full disk to try")
def test_a_full_standard_output_is_told(study: Path) -> None:
    command = [sys.executable, "-m", "sensecli", "analyse", str(study), "--coder", "rules", "-q"]
    for form in ("json", "terminal"):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*command, "-f", form], stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 1
        said = b"standard output could not be written: no space left on device."
        assert done.stderr.startswith(said)
        assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is refused to root")
def test_without_permission_the_old_output_stays(
    started: Started, study: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "out.json").write_bytes(b"old")
    folder.chmod(0o500)
    done = started("analyse", study, "-o", folder / "out.json", "--coder", "rules", "-q")
    folder.chmod(0o700)
    assert done.returncode == 1
    assert "could not be written: Permission denied. Hint:" in done.stderr
    assert (folder / "out.json").read_bytes() == b"old"


def test_a_refusal_of_the_system_is_told(
    sense: Sense, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "out.json").write_bytes(b"old")
    monkeypatch.setattr("sensecli.disk.replace.os.open", refused)
    done = sense("sample", study, "--share", "1", "-o", tmp_path / "blind.csv")
    assert done.exit_code == 1
    assert "blind.csv: could not be written: Permission denied. Hint:" in done.stderr


def test_two_runs_at_once_leave_one_whole_output(study: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    command = [sys.executable, "-m", "sensecli", "analyse", str(study), "--coder", "rules", "-q"]
    runs = [subprocess.Popen([*command, "-o", str(target)]) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert json.loads(target.read_bytes())["interviews"]
    assert _names(tmp_path) == ["out.json", "study"]


@pytest.mark.skipif(shutil.which("unshare") is None, reason="has no disks of its own")
def test_a_full_disk_leaves_the_old_output(study: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = f"mount -t tmpfs -o size=8k none {disk}"
    tried = ["unshare", "-rm", "sh", "-c", mounted]
    if subprocess.run(tried, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a disk")
    target = disk / "out.json"
    line = (
        f"{mounted} && echo -n old > {target} && "
        f"{sys.executable} -m sensecli analyse {study} -o {target} --coder rules -q; "
        f"echo $?; cat {target}; ls -A {disk}"
    )
    done = subprocess.run([*tried[:-1], line], capture_output=True, text=True, check=False)
    assert done.stdout == "1\noldout.json\n"
    assert "could not be written: No space left on device. Hint:" in done.stderr


@pytest.mark.parametrize(
    "command", [("analyse", "study"), ("commitments", "study"), ("compare", "study", "other")]
)
def test_a_text_is_not_written_under_the_name_of_another_document(
    sense: Sense, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = sense(*command, "-o", tmp_path / "report.PDF")
    assert (done.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert ".pdf is not written" in done.stderr
