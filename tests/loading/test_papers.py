"""A folder of minutes and papers."""

from pathlib import Path

import pytest

from sensecli.loading.papers import load_papers


@pytest.mark.parametrize(
    ("name", "text", "date"),
    [
        (
            "board.md",
            "Programme board, 14 March 2023\n\nJo was there on 2 May 2021.\n",
            "2023-03-14",
        ),
        ("board-2023-06-13.md", "Next: 12 September 2023\n", "2023-06-13"),
        ("board.md", "---\ndate: 2023-01-09\n---\n\nNext: 12 September 2023\n", "2023-01-09"),
        ("2023-06-board.md", "Board, 13 June 2023\n\nNext: 12 September 2023\n", "2023-06-13"),
        ("2023-06-board.md", "Next: 12 September 2023\n", "2023-06"),
        ("plan.md", "Workforce plan, June 2023\n\nText.\n", "2023-06"),
        ("plan.md", "Workforce plan\n\nText.\n", ""),
    ],
)
def test_a_paper_has_its_date(tmp_path: Path, name: str, text: str, date: str) -> None:
    (tmp_path / name).write_text(text)
    (paper,) = load_papers(tmp_path).texts
    assert (paper.id, paper.date) == (name, date)


def test_a_paper_is_called_by_its_file_and_asks_for_no_attributes(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("The board met.\n")
    (tmp_path / "a.txt").write_text("The group met.\n")
    found = load_papers(tmp_path)
    assert [one.place(0) for one in found.texts] == ["a.txt:1", "b.md:1"]
    assert (found.problems, found.notices) == ((), ())


def test_one_file_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The board met.\n")
    (tmp_path / "b.md").write_text("The group met.\n")
    assert [one.id for one in load_papers(tmp_path / "b.md").texts] == ["b.md"]


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no archive")
    (tmp_path / "b.md").write_text("The group met.\n")
    found = load_papers(tmp_path)
    assert [one.id for one in found.texts] == ["b.md"]
    assert [one.path for one in found.problems] == ["a.docx"]


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    (problem,) = load_papers(tmp_path / "none").problems
    assert "there is no such folder" in problem.message


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    (problem,) = load_papers(tmp_path).problems
    assert "no minutes or papers were found" in problem.message


def test_people_are_named_in_attributes_too(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nattendees: Jo Bell, Sam Pickering\n---\n\nThey met.\n")
    assert "Jo Bell, Sam Pickering" in load_papers(tmp_path).listings
