"""`sense init`: a folder to start from."""

import re
import shlex
from pathlib import Path

import pytest

from sensecli.loading.codebooks.load import load_codebook
from sensecli.loading.codebooks.shipped import shipped_sample
from sensecli.loading.folder import load_interviews
from sensecli.loading.formats.registry import READERS
from sensecli.pipeline import load_project
from tests.cli.conftest import Sense


def test_a_new_folder_has_a_codebook_that_works(sense: Sense, tmp_path: Path) -> None:
    assert sense("init", tmp_path / "study").exit_code == 0
    codebook, problems, _ = load_codebook(tmp_path / "study" / "codebook.yaml")
    assert codebook
    assert not problems


def test_it_says_how_to_go_on(sense: Sense, tmp_path: Path) -> None:
    done = sense("init", tmp_path / "study")
    assert "README.md" in done.stdout
    assert "sense analyse study" in (tmp_path / "study" / "README.md").read_text("utf-8")


def test_it_names_the_files_that_it_wrote(sense: Sense, tmp_path: Path) -> None:
    assert ": wrote codebook.yaml and README.md." in sense("init", tmp_path / "study").stdout


def test_every_command_of_the_readme_can_be_run_from_the_folder_above(
    sense: Sense, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sense("init", "my study")
    readme = (tmp_path / "my study" / "README.md").read_text("utf-8")
    typed = [shlex.split(one) for one in re.findall(r"`sense ([^`]+)`", readme)]
    assert [words[-2 if words[0] == "why" else -1] for words in typed] == [
        "my study/codebook.yaml",
        "my study",
        "my study",
    ]
    assert sense(*typed[0]).exit_code == 0


def test_the_readme_names_every_format_and_the_key_that_is_read(
    sense: Sense, tmp_path: Path
) -> None:
    sense("init", tmp_path / "study")
    readme = (tmp_path / "study" / "README.md").read_text("utf-8")
    endings = READERS.keys() - {".text", ".markdown"}
    assert all(f"`{ending}`" in readme for ending in endings)
    assert "`id: L01`" in readme


def test_the_sample_is_21_interviews_without_a_problem(sense: Sense, tmp_path: Path) -> None:
    assert sense("init", tmp_path / "study", "--sample").exit_code == 0
    loaded = load_interviews(tmp_path / "study")
    assert len(loaded.interviews) == 21
    assert not loaded.problems


def test_the_sample_brings_the_attributes_of_every_leader(sense: Sense, tmp_path: Path) -> None:
    sense("init", tmp_path / "study", "--sample")
    assert all(one.group for one in load_interviews(tmp_path / "study").interviews)


def test_the_sample_says_that_it_is_invented(sense: Sense, tmp_path: Path) -> None:
    sense("init", tmp_path / "study", "--sample")
    assert "invented" in (tmp_path / "study" / "README.md").read_text("utf-8")


def test_an_empty_folder_is_filled(sense: Sense, tmp_path: Path) -> None:
    assert sense("init", tmp_path).exit_code == 0
    assert (tmp_path / "codebook.yaml").is_file()


def test_a_folder_with_something_in_it_is_left_alone(sense: Sense, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = sense("init", tmp_path, "--sample")
    assert done.exit_code == 1
    assert "is not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_folder(sense: Sense, tmp_path: Path) -> None:
    (tmp_path / "study").write_text("mine")
    done = sense("init", tmp_path / "study")
    assert done.exit_code == 1
    assert (tmp_path / "study").read_text() == "mine"


def test_the_sample_is_coded_alike_with_the_codebook_that_init_writes(
    sense: Sense, tmp_path: Path
) -> None:
    sense("init", tmp_path / "example", "--sample")
    written = load_project(tmp_path / "example")
    shipped = load_project(shipped_sample(), codebook="msk-programme")
    assert written.examples == shipped.examples
    assert len(written.interviews) == len(shipped.interviews)
    assert written.problems == ()


def test_the_records_are_a_plan_papers_and_a_second_round(sense: Sense, tmp_path: Path) -> None:
    done = sense("init", tmp_path / "records", "--records")
    assert done.exit_code == 0
    assert "README.md among them" in done.stdout
    assert (tmp_path / "records" / "actions.xlsx").is_file()
    assert len(list((tmp_path / "records" / "papers").iterdir())) == 5
    assert len(load_interviews(tmp_path / "records" / "round-2").interviews) == 14


def test_interviews_and_records_go_into_folders_of_their_own(sense: Sense, tmp_path: Path) -> None:
    done = sense("init", tmp_path / "study", "--sample", "--records")
    assert done.exit_code == 2
    assert not (tmp_path / "study").exists()
