"""Every way in which a file cannot be used, said in words, with the rest read all the same."""

import os
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.folder import Loaded, load_interviews
from sensecli.loading.formats import guard
from sensecli.loading.formats.registry import READERS, read_file
from sensecli.model import Problem

Write = Callable[..., Path]
Load = Callable[[], Loaded]
Fails = Callable[[Path], Problem]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_an_empty_file_is_a_problem_that_says_so(write: Write, problem: Fails) -> None:
    assert str(problem(write("a.txt", ""))).startswith("a.txt: is empty. Hint: ")


def test_a_file_of_blanks_is_empty_too(write: Write, problem: Fails) -> None:
    assert problem(write("a.txt", " \n\t\n")).message == "is empty"


def test_attributes_without_talk_are_a_problem(write: Write, load: Load) -> None:
    write("a.md", "---\nid: L05\n---\n\n")
    assert "nothing else" in load().problems[0].message


def test_a_huge_file_is_not_read(
    write: Write, problem: Fails, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "HUGE", 10)
    assert "too large" in problem(write("a.txt", "We agreed to wait.")).message


def test_a_file_that_may_not_be_read_is_a_problem(
    write: Write, problem: Fails, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write("a.txt")
    monkeypatch.setattr(Path, "open", refuse)
    assert "permission denied" in problem(path).message


def test_a_disk_that_fails_while_reading_is_a_problem(
    write: Write, problem: Fails, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    path = write("a.txt")
    monkeypatch.setattr(Path, "read_bytes", fail)
    assert "input/output error" in problem(path).message


def test_a_link_to_nothing_is_a_problem(tmp_path: Path, load: Load) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "gone.txt" in load().problems[0].message


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_a_pipe_is_not_waited_for(tmp_path: Path, load: Load) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert load().problems[0].message == "is not a file"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_an_office_file_with_a_password_is_a_problem(
    write: Write, problem: Fails, name: str
) -> None:
    path = write(name, OLE + b"\0" * 100 + "EncryptedPackage".encode("utf-16-le"))
    assert "password" in problem(path).message


def test_an_old_word_file_under_a_new_name_is_a_problem(write: Write, problem: Fails) -> None:
    assert "old Office file" in problem(write("a.docx", OLE + b"\0" * 100)).message


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.odt"])
def test_a_broken_archive_is_a_problem(write: Write, problem: Fails, name: str) -> None:
    assert "broken" in problem(write(name, b"PK\x03\x04 cut off")).message


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.odt"])
def test_an_archive_that_unpacks_to_too_much_is_not_opened(
    tmp_path: Path, problem: Fails, name: str
) -> None:
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (4 * 1024 * 1024))
    assert "far larger" in problem(tmp_path / name).message


def test_a_docx_cut_short_in_the_middle_is_a_problem(
    word: Callable[..., Path], problem: Fails
) -> None:
    path = word(("Normal", "We agreed."))
    path.write_bytes(path.read_bytes()[:-200])
    assert "broken" in problem(path).message


def test_a_workbook_that_is_none_is_a_problem(tmp_path: Path, problem: Fails) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert "not an Excel workbook" in problem(tmp_path / "a.xlsx").message


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.doc", "save it as .docx"),
        ("a.mp3", "transcribe it first"),
        ("a.MP4", "transcribe it first"),
        ("a.jpg", ".docx"),
        ("a.zip", "unpack"),
        ("a.xyz", ".docx, .pdf"),
    ],
)
def test_an_unknown_format_is_a_problem_with_a_way_on(
    write: Write, problem: Fails, name: str, hint: str
) -> None:
    assert hint in problem(write(name)).hint


def test_a_name_without_an_ending_is_a_problem(write: Write, problem: Fails) -> None:
    assert "no ending" in problem(write("notes")).message


def test_two_files_with_the_same_content_are_a_problem_naming_both(
    write: Write, load: Load
) -> None:
    write("a.txt")
    write("b.md")
    loaded = load()
    assert [i.source for i in loaded.interviews] == ["a.txt"]
    assert str(loaded.problems[0]).startswith("b.md: has the same content as a.txt")


def test_the_same_id_twice_is_a_problem_naming_both_files(write: Write, load: Load) -> None:
    write("a.md", "---\nid: L05\n---\nOne.")
    write("b.md", "---\nrole: Nurse\nid: L05\n---\nTwo.")
    loaded = load()
    assert [i.source for i in loaded.interviews] == ["a.md"]
    assert [(p.path, p.line, "a.md" in p.message) for p in loaded.problems] == [("b.md", 3, True)]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    loaded = load_interviews(tmp_path / "gone")
    assert [p.message for p in loaded.problems] == ["there is no such folder"]


def test_a_folder_without_interviews_is_a_problem(load: Load, tmp_path: Path) -> None:
    assert [(p.path, p.message) for p in load().problems] == [
        (str(tmp_path), "no interviews were found")
    ]


def test_a_folder_that_may_not_be_listed_is_a_problem(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert "permission denied" in load().problems[0].message


def test_the_rest_of_the_folder_is_read_all_the_same(write: Write, load: Load) -> None:
    write("a.txt", "")
    write("b.docx", b"not a zip")
    write("c.txt")
    loaded = load()
    assert [i.source for i in loaded.interviews] == ["c.txt"]
    assert [p.path for p in loaded.problems] == ["a.txt", "b.docx"]


@given(st.binary(max_size=200), st.sampled_from(sorted(READERS)))
def test_no_bytes_whatever_raise_an_error(raw: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(raw)
        documents, problems = read_file(path)
    assert all(0 <= document.body <= len(document.text) for document in documents)
    assert all(problem.path == path.name for problem in problems)


@given(st.text(max_size=200))
def test_no_front_matter_whatever_raises_an_error(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        path.write_text(f"---\n{text}\n---\nWe agreed.\n", encoding="utf-8", errors="replace")
        documents, problems = read_file(path)
    assert documents or problems
