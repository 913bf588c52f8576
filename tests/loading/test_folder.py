"""A folder becomes interviews."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.loading.folder import Loaded, load_interviews
from sensecli.loading.formats.registry import READERS

Write = Callable[..., Path]
Load = Callable[[], Loaded]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.txt",
        "Interviews.csv",
        "names.csv",
        "gold.csv",
        "segments.csv",
        "codebook.yaml",
        "other.yml",
        "decisions.txt",
        "Decisions-jc.csv",
        ".hidden.txt",
        "~$notes.docx",
    ],
)
def test_some_files_are_never_read_as_interviews(write: Write, load: Load, name: str) -> None:
    write("a.txt")
    write(name, "id,name\n")
    loaded = load()
    assert [i.source for i in loaded.interviews] == ["a.txt"]
    assert loaded.problems == ()


def test_folders_inside_are_left_alone(write: Write, load: Load, tmp_path: Path) -> None:
    write("a.txt")
    (tmp_path / "round 2.txt").mkdir()
    (tmp_path / "round 2.txt" / "b.txt").write_text("We waited.")
    assert len(load().interviews) == 1


def test_folders_inside_that_hold_interviews_are_noticed(
    write: Write, load: Load, tmp_path: Path
) -> None:
    write("a.txt")
    for name, file in (("round 2", "b.txt"), ("round 2", "c.md"), ("out", "x.csv"), (".git", "d")):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / file).write_text("We waited.")
    said = [notice.message for notice in load().notices if "round" in notice.message]
    assert said == [
        "The folder inside it is not read: round 2 (2 files). Analyse each folder by itself."
    ]


def test_files_come_in_natural_order(write: Write, load: Load) -> None:
    for name in ("note 10.txt", "Note 2.txt", "note 1.txt"):
        write(name, f"We agreed on {name}.")
    assert [i.source for i in load().interviews] == ["note 1.txt", "Note 2.txt", "note 10.txt"]


def test_one_file_can_be_loaded_alone(write: Write) -> None:
    write("a.txt", "One.")
    assert [i.source for i in load_interviews(write("b.txt", "Two.")).interviews] == ["b.txt"]


def test_progress_counts_up_to_all_files(write: Write, tmp_path: Path) -> None:
    write("a.txt", "One.")
    write("b.txt", "Two.")
    calls: list[tuple[int, int]] = []
    load_interviews(tmp_path, progress=lambda done, of: calls.append((done, of)))
    assert calls == [(1, 2), (2, 2)]


def test_every_reader_in_the_table_is_there() -> None:
    import importlib

    for place in READERS.values():
        module, _, function = place.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_loading_text_imports_none_of_the_libraries_for_other_formats(write: Write) -> None:
    import subprocess
    import sys

    heavy = "docx pypdf odfdo striprtf webvtt openpyxl"
    code = (
        "import sys; from pathlib import Path; from sensecli.loading.folder import load_interviews;"
        "load_interviews(Path(sys.argv[1]));"
        f"print([m for m in {heavy.split()} if m in sys.modules])"
    )
    path = write("a.txt")
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_format_gives_the_same_words(
    write: Write,
    load: Load,
    word: Callable[..., Path],
    pdf: Callable[..., Path],
    workbook: Callable[..., Path],
) -> None:
    said = "We agreed to pilot the huddles in March."
    write("a.txt", f"{said} a")
    word(("Normal", f"{said} b"), name="b.docx")
    pdf(f"{said} c", name="c.pdf")
    write("d.rtf", rf"{{\rtf1\ansi {said} d\par}}")
    write("e.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said} e\n")
    workbook([["id", "text"], ["F", f"{said} f"]], name="f.xlsx")
    loaded = load()
    assert loaded.problems == ()
    assert [i.text for i in loaded.interviews] == [f"{said} {letter}" for letter in "abcdef"]
