"""Files that change, or go, while they are read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.loading.folder import load_interviews
from sensecli.loading.formats import steady
from sensecli.loading.formats.document import Read
from sensecli.loading.formats.registry import read_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "L01.txt"
    path.write_text("We need trust.")
    return path


def _meanwhile(
    monkeypatch: pytest.MonkeyPatch, happens: Callable[[Path], object], *, times: int
) -> list[Path]:
    """Let something happen to a file while it is read, so many times; the files read, so far."""
    read: list[Path] = []

    def reading(path: Path) -> Read:
        found = read_file(path)
        read.append(path)
        if len(read) <= times:
            happens(path)
        return found

    monkeypatch.setattr(steady, "read_file", reading)
    return read


def _grow(path: Path) -> None:
    path.write_text(path.read_text() + " And time.")


def test_what_stays_is_read_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = _meanwhile(monkeypatch, _grow, times=0)
    ((document,), problems) = steady.read_steadily(file)
    assert (document.text, problems, len(read)) == ("We need trust.", (), 1)


def test_what_changes_is_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = _meanwhile(monkeypatch, _grow, times=1)
    ((document,), problems) = steady.read_steadily(file)
    assert (document.text, problems) == ("We need trust. And time.", ())
    assert len(read) == 2


def test_what_goes_on_changing_is_a_problem(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = _meanwhile(monkeypatch, _grow, times=9)
    documents, (problem,) = steady.read_steadily(file)
    assert (documents, len(read)) == ((), 2)
    said = "L01.txt: changed while it was read. Hint: run it again when the file is saved."
    assert str(problem) == said


def test_what_is_saved_over_with_the_same_words_is_read_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(path: Path) -> None:
        beside = path.with_name("beside")
        beside.write_text(path.read_text())
        beside.replace(path)

    read = _meanwhile(monkeypatch, save, times=1)
    ((document,), problems) = steady.read_steadily(file)
    assert (document.text, problems, len(read)) == ("We need trust.", (), 2)


def test_what_is_gone_when_it_is_read_is_a_problem_and_the_rest_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file.parent / "L02.txt").write_text("We need time.")

    def go(path: Path) -> None:
        path.with_name("L02.txt").unlink()

    _meanwhile(monkeypatch, go, times=1)
    found = load_interviews(file.parent)
    assert [one.text for one in found.interviews] == ["We need trust."]
    hint = "run it again, if the file was moved or renamed meanwhile"
    assert [str(one) for one in found.problems] == [f"L02.txt: is no longer there. Hint: {hint}."]


def test_a_link_to_nothing_is_told_as_one(file: Path) -> None:
    link = file.with_name("L03.txt")
    link.symlink_to(file.with_name("gone.txt"))
    _, (problem,) = steady.read_steadily(link)
    assert "is a link to" in problem.message
