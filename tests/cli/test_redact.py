"""`sense redact`: where it writes, and where it does not. All names here are invented."""

import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sense


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    head = "---\nid: L01\nname: Jane Penhale\n---\n"
    (folder / "jane.md").write_text(f"{head}Jane met old Mr Tarrant.\n", "utf-8")
    return folder


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_copies_are_written_and_the_next_step_told(sense: Sense, study: Path) -> None:
    out = study.parent / "out"
    done = sense("redact", study, "-o", out)
    assert done.exit_code == 0
    assert {one.name for one in out.iterdir()} == {"L01.md", "interviews.csv", "replaced.csv"}
    assert f"wrote 1 interview, names replaced in 1 place. Next: sense analyse {out}" in done.stdout


def test_copies_can_be_analysed_without_a_word_on_the_log(sense: Sense, study: Path) -> None:
    out = study.parent / "out"
    sense("redact", study, "-o", out)
    done = sense("analyse", out, "--coder", "rules")
    assert (done.exit_code, "replaced.csv" in done.stderr) == (0, False)


def test_an_empty_folder_is_taken(sense: Sense, study: Path) -> None:
    out = study.parent / "out"
    out.mkdir()
    assert sense("redact", study, "-o", out).exit_code == 0
    assert (out / "L01.md").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_only_the_owner_may_read_what_is_written(sense: Sense, study: Path) -> None:
    out, key, suspected = (study.parent / name for name in ("out", "key.csv", "suspected.csv"))
    key.write_text("old")
    sense("redact", study, "-o", out, "--key", key, "--suspected", suspected)
    files = [*out.iterdir(), key, suspected]
    assert {_mode(one) for one in files} == {0o600}
    assert _mode(out) == 0o700


def test_the_key_and_the_suspects_are_written_only_where_asked_for(
    sense: Sense, study: Path
) -> None:
    before = set(study.parent.rglob("*"))
    sense("redact", study, "-o", study.parent / "out")
    new = {one for one in study.parent.rglob("*") if one not in before and one.is_file()}
    assert not any(word in one.read_text("utf-8") for one in new for word in ("Penhale", "id,name"))


def test_the_key_holds_who_is_who(sense: Sense, study: Path) -> None:
    key = study.parent / "key.csv"
    sense("redact", study, "-o", study.parent / "out", "--key", key)
    assert key.read_text("utf-8").splitlines() == ["id,name", "L01,Jane Penhale", "L01,Jane"]


@pytest.mark.parametrize("option", ["--key", "--suspected"])
@pytest.mark.parametrize("place", ["out", "study", "study/below"])
def test_names_go_neither_with_the_copies_nor_among_the_interviews(
    sense: Sense, study: Path, option: str, place: str
) -> None:
    out = study.parent / "out"
    for folder in (out, study / "below"):
        folder.mkdir()
    done = sense("redact", study, "-o", out, option, study.parent / place / "file.csv")
    assert (done.exit_code, "holds names" in done.stderr) == (1, True)
    assert list(out.iterdir()) == []


def test_a_folder_with_anything_in_it_is_left_alone(sense: Sense, study: Path) -> None:
    done = sense("redact", study, "-o", study)
    assert (done.exit_code, "is not empty" in done.stderr) == (1, True)
    assert [one.name for one in study.iterdir()] == ["jane.md"]


def test_a_file_is_no_folder_for_copies(sense: Sense, study: Path) -> None:
    assert "is a file" in sense("redact", study, "-o", study / "jane.md").stderr


def test_a_folder_in_no_folder_is_not_made(sense: Sense, study: Path) -> None:
    done = sense("redact", study, "-o", study.parent / "no" / "out")
    assert (done.exit_code, "does not exist" in done.stderr) == (1, True)


@pytest.mark.parametrize("option", ["--key", "--suspected"])
def test_names_are_not_poured_on_the_screen(sense: Sense, study: Path, option: str) -> None:
    done = sense("redact", study, "-o", study.parent / "out", option, "-")
    assert (done.exit_code, "to a file only" in done.stderr) == (2, True)


def test_one_file_cannot_be_both(sense: Sense, study: Path) -> None:
    file = study.parent / "both.csv"
    done = sense("redact", study, "-o", study.parent / "out", "--key", file, "--suspected", file)
    assert done.exit_code == 2


def test_without_copies_nothing_is_written(sense: Sense, study: Path) -> None:
    (study / "jane.md").unlink()
    key = study.parent / "key.csv"
    done = sense("redact", study, "-o", study.parent / "out", "--key", key)
    assert (done.exit_code, key.exists(), (study.parent / "out").exists()) == (1, False, False)


def test_a_write_that_fails_leaves_nothing(
    sense: Sense, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sensecli.disk.replace.put_files", full)
    done = sense("redact", study, "-o", study.parent / "out")
    assert (done.exit_code, "No space left" in done.stderr) == (1, True)
    assert [one.name for one in study.parent.iterdir()] == ["study"]
