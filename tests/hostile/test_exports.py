"""What a study holds is text in every output: no formula runs, no script, no mark-up."""

import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from sensecli.cli.app import app
from tests.hostile.case import BOOK

SCRIPT = "<script>alert(1)</script>"
FORMULAS = ("=cmd|'/C calc'!A0", "@SUM(1+1)", "+1+cmd", "-2+3", "=HYPERLINK(1)")
_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NOTES = f"""\
---
id: H01
role: "=1+1"
organisation: "@SUM(A1)"
group: "{SCRIPT}"
date: 2024-01-02
motto: "+cmd"
---

- {FORMULAS[0]} we must trust each other
- {FORMULAS[1]} they want trust
- {FORMULAS[2]} trust is what we want
- {FORMULAS[3]} we trust them
- {SCRIPT} We must trust <img src=x onerror=alert(2)> each other.
- We must trust [them](javascript:alert(3)) and ![it](http://127.0.0.1:9/x.png).
"""
_BOOK = BOOK.replace("label: Trust", f"label: '=1+{SCRIPT}'").replace(
    "label: Huddles", "label: '@SUM(1)'"
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder in which everything that can be text means harm."""
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "h.md").write_text(_NOTES, "utf-8")
    (folder / "codebook.yaml").write_text(_BOOK, "utf-8")
    return folder


def _out(study: Path, *words: str, name: str) -> bytes:
    target = study.parent / name
    line = [words[0], str(study), *words[1:], "-o", str(target), "--coder", "rules"]
    done = CliRunner().invoke(app, line, prog_name="sense")
    assert done.exit_code == 0, (done.stderr, done.exception)
    return target.read_bytes()


@pytest.mark.parametrize("table", ["codings", "positions", "findings", "matrix", "segments"])
def test_a_csv_for_excel_holds_no_formula(study: Path, table: str) -> None:
    content = _out(study, "export", "--to", "csv", "--excel", "--table", table, name="a.csv")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) > 1
    cells = [cell for row in rows for cell in row if cell.startswith(_STARTS)]
    assert [cell for cell in cells if not cell.lstrip("-").replace(".", "").isdigit()] == []


def test_the_formulas_are_there_as_text(study: Path) -> None:
    content = _out(study, "export", "--to", "csv", "--excel", name="a.csv").decode("utf-8-sig")
    assert f"'{FORMULAS[0]} we must" in content
    assert "'@SUM(A1)" in content


def test_a_workbook_holds_no_formula_and_no_link(study: Path) -> None:
    from openpyxl import load_workbook

    content = _out(study, "export", "--to", "xlsx", name="a.xlsx")
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any("cmd|" in str(cell.value) for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    book.close()


def test_a_page_holds_no_script_of_the_users(study: Path) -> None:
    content = _out(study, "analyse", name="a.html").decode()
    assert "alert(1)" in content
    assert SCRIPT not in content
    assert "<img src=x" not in content
    assert "href='javascript:" not in content
    assert 'href="javascript:' not in content


def test_markdown_shows_mark_up_as_it_was_said(study: Path) -> None:
    content = _out(study, "analyse", name="a.md").decode()
    assert "alert(1)" in content
    assert SCRIPT not in content
    assert "](javascript:" not in content.replace("\\](", "")
    assert "![it](" not in content.replace("!\\[it", "").replace("\\](", "")


@pytest.mark.parametrize("name", ["a.docx", "a.pptx"])
def test_office_files_are_sound_and_run_nothing(study: Path, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(_out(study, "analyse", name=name))) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    texts = [content for part, content in parts.items() if part.endswith((".xml", ".rels"))]
    assert all(ET.fromstring(one) is not None for one in texts)  # noqa: S314 - our own output
    assert any(b"alert(1)" in one for one in texts)
    assert not any(b"<script" in one for one in texts)
    relations = [content for part, content in parts.items() if part.endswith(".rels")]
    assert not any(b"javascript:" in one for one in relations)
    assert not any("vba" in part.casefold() for part in parts)


def test_pictures_hold_no_script(study: Path) -> None:
    pictures = study.parent / "pictures"
    line = ["analyse", str(study), "--pictures", str(pictures), "--coder", "rules"]
    assert CliRunner().invoke(app, line, prog_name="sense").exit_code == 0
    drawn = sorted(pictures.glob("*.svg"))
    assert drawn
    for one in drawn:
        root = ET.fromstring(one.read_bytes())  # noqa: S314 - our own output
        assert not [node for node in root.iter() if node.tag.endswith(("script", "foreignObject"))]
        assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]


@pytest.mark.parametrize("to", ["qdpx", "qdc", "sqlite", "parquet", "json"])
def test_every_other_export_takes_it_as_text(study: Path, to: str) -> None:
    assert _out(study, "export", "--to", to, name=f"a.{to}")
