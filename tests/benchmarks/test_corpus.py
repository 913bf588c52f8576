"""The corpus that speed is measured on: the same each time, read whole, like real interviews."""

import csv
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from sensecli.coding.cues import CueMatcher
from sensecli.loading.codebooks.load import find_codebook
from sensecli.pipeline import Speakers, load_project, segment_all

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "corpus.py"
BOOK = "msk-programme"
INTERVIEWS, WORDS, ANSWERS = 10, 700, 1200


def written(*arguments: str, to: Path) -> Path:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(to), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return to


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study") / "interviews"
    return written("--interviews", str(INTERVIEWS), "--words", str(WORDS), to=folder)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("--answers", str(ANSWERS), to=tmp_path_factory.mktemp("sheet") / "answers.csv")


def rows(sheet: Path) -> list[dict[str, str]]:
    with sheet.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@cache
def matcher() -> CueMatcher:
    codebook = find_codebook(BOOK, Path()).codebook
    assert codebook
    return CueMatcher(codebook.leaves)


def cued(texts: list[str]) -> float:
    return sum(1 for text in texts if matcher()(text)) / len(texts)


def segments(folder: Path) -> list[str]:
    project = load_project(folder, codebook=BOOK)
    cut = segment_all(project.interviews, Speakers())
    return [segment.text for one in cut for segment in one.segments]


def test_the_same_seed_gives_the_same_bytes(study: Path, tmp_path: Path) -> None:
    again = written(
        "--interviews", str(INTERVIEWS), "--words", str(WORDS), to=tmp_path / "interviews"
    )
    files = sorted(one.name for one in study.iterdir())
    assert {".md", ".txt", ".vtt", ".docx", ".csv"} <= {Path(name).suffix for name in files}
    assert [(again / name).read_bytes() for name in files] == [
        (study / name).read_bytes() for name in files
    ]


def test_another_seed_gives_other_interviews(study: Path, tmp_path: Path) -> None:
    other = written("--interviews", "3", "--seed", "8", to=tmp_path / "interviews")
    assert (other / "R00001.md").read_bytes() != (study / "R00001.md").read_bytes()


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_the_same_seed_gives_the_same_answers(ending: str, tmp_path: Path) -> None:
    first, second = (
        written("--answers", "60", to=tmp_path / name / f"answers.{ending}") for name in "ab"
    )
    assert first.read_bytes() == second.read_bytes()


def test_both_formats_hold_the_same_answers(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    sheet = written("--answers", "60", to=tmp_path / "a" / "answers.csv")
    table = written("--answers", "60", to=tmp_path / "b" / "answers.parquet")
    assert pq.read_table(table).to_pylist() == rows(sheet)


def test_interviews_are_read_without_a_problem(study: Path) -> None:
    project = load_project(study, codebook=BOOK)
    assert not project.problems
    assert len(project.interviews) == INTERVIEWS
    assert all(one.role and one.group and one.date for one in project.interviews)
    assert len({one.text for one in project.interviews}) == INTERVIEWS


def test_interviews_are_as_long_as_was_asked(study: Path) -> None:
    lengths = [len(one.text.split()) for one in load_project(study, codebook=BOOK).interviews]
    assert 0.85 * WORDS < sum(lengths) / len(lengths) < 1.25 * WORDS


def test_both_sides_of_a_transcript_are_heard(study: Path) -> None:
    project = load_project(study, codebook=BOOK)
    cut = segment_all(project.interviews, Speakers())
    speakers = {segment.speaker.value for one in cut for segment in one.segments}
    assert speakers == {"leader", "interviewer", "notes"}


def test_a_third_of_the_segments_has_a_cue(study: Path) -> None:
    assert 0.25 < cued(segments(study)) < 0.45


def test_segments_are_hardly_ever_the_same(study: Path) -> None:
    found = segments(study)
    assert len(found) > 300
    assert len(set(found)) > 0.95 * len(found)


def test_answers_are_short_and_of_all_lengths(sheet: Path) -> None:
    lengths = [len(row["text"].split()) for row in rows(sheet)]
    assert len(lengths) == ANSWERS
    assert min(lengths) >= 3
    assert max(lengths) <= 80
    assert 22 < sum(lengths) / ANSWERS < 30


def test_over_a_third_of_the_sentences_of_answers_has_a_cue(sheet: Path) -> None:
    texts = [row["text"] for row in rows(sheet)]
    sentences = [one for text in texts for one in re.split(r"(?<=[.?]) ", text)]
    assert 0.25 < cued(sentences) < 0.45
    assert len(set(texts)) > 0.93 * ANSWERS


def test_answers_are_read_without_a_problem(tmp_path: Path) -> None:
    sheet = written("--answers", "40", to=tmp_path / "study" / "answers.csv")
    project = load_project(sheet, codebook=BOOK)
    assert not project.problems
    assert [one.text for one in project.interviews] == [row["text"] for row in rows(sheet)]


def test_it_says_that_it_is_invented(study: Path) -> None:
    assert (study / "README.md").read_text("utf-8").startswith("Invented by ")


def test_nothing_of_the_users_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("A real interview.", "utf-8")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path), "--interviews", "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "not empty" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["notes.md"]
