"""Registers that are tables in a document."""

from collections.abc import Callable
from pathlib import Path

from sensecli.loading.register import read_register
from tests.loading.register.conftest import messages, told

HEADER = ["No", "Action", "Who", "By when", "Status"]


def test_a_word_table_stands_under_its_heading(word: Callable[..., Path]) -> None:
    path = word(
        ("Heading 1", "Access"),
        [HEADER, ["1", "Open a clinic", "Jo", "31 March 2023", "Complete"]],
        ("Heading 1", "People"),
        [HEADER, ["1", "Hire two", "", "TBC", "On hold"]],
    )
    found = read_register(path)
    assert [(one.id, one.section, one.place) for one in found.actions] == [
        ("1", "Access", "notes.docx, table 1, row 2"),
        ("1 (2)", "People", "notes.docx, table 2, row 2"),
    ]


def test_cells_merged_in_word_hold_for_all_their_rows(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    rows = [
        ["Theme", "Action", "Who"],
        ["Access", "Open", "Jo"],
        ["", "Ask", "Kit"],
        ["", "", "Lee"],
    ]
    table = document.add_table(rows=4, cols=3)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(3, 0))
    table.cell(2, 1).merge(table.cell(3, 1))
    document.save(str(tmp_path / "plan.docx"))
    found = read_register(tmp_path / "plan.docx")
    assert [(one.text, one.section, one.owner) for one in found.actions] == [
        ("Open", "Access", "Jo"),
        ("Ask", "Access", "Kit / Lee"),
    ]


def test_a_table_of_those_present_is_told_of(word: Callable[..., Path]) -> None:
    path = word([["Name", "Title"], ["Jo", "Chair"]], [HEADER, ["1", "Open", "Jo", "TBC", "Open"]])
    found = read_register(path)
    assert found.problems == ()
    assert "notes.docx, table 1 has no column of actions" in told(found)


def test_a_document_without_a_table_is_a_problem(word: Callable[..., Path]) -> None:
    [message] = messages(read_register(word(("Normal", "We agreed to open a clinic."))))
    assert "notes.docx: holds no table" in message


def test_markdown_tables_lose_their_marks(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "## Access\n\n| **Task** | Assignee | State |\n|:--|---|---|\n"
        "| Open [a clinic](x.html) \\| two | `@jo` | ~~Doing~~ |\n| Ask<br>all | | **Done** |\n\n"
        "```\n| Task | State |\n|---|---|\n| no | no |\n```\n"
    )
    found = read_register(path)
    assert [(one.text, one.owner, one.progress.value) for one in found.actions] == [
        ("Open a clinic | two", "@jo", "in progress"),
        ("Ask\nall", "", "done"),
    ]


def test_a_markdown_text_without_a_table_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Plan\n\nWe will open a clinic.\n")
    assert "plan.md: holds no table" in messages(read_register(path))[0]
