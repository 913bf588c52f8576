"""`sense analyse --corrected`, in every format."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from sensecli.cli.app import app
from sensecli.cli.report.corrected import corrected_lines
from sensecli.correcting import analyse_corrected
from sensecli.exporting.figuretables import corrected_table
from sensecli.model import Analysis
from tests.test_correcting import AGREES, coded
from tests.test_pipeline import RULES, analysed, written

GAP = "Joint clinic"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five leaders; a person coded two of them whole."""
    made = written(tmp_path)
    machine = analysed(made, coder=RULES)
    coded(machine, "L01", AGREES, None)
    coded(machine, "L02", AGREES)
    return made


def run(folder: Path, *more: str) -> tuple[int, bytes]:
    asked = ["analyse", str(folder), "--coder", "rules", "--corrected", "-q", *more]
    done = CliRunner().invoke(app, asked)
    return done.exit_code, done.stdout_bytes


def test_the_terminal_shows_each_share_before_and_after(folder: Path) -> None:
    code, shown = run(folder)
    assert code == 0
    text = " ".join(shown.decode().split())
    assert "by the program → corrected by the 2 whom a person coded whole" in text
    assert "20 → 0 (0–" in text


def test_the_other_formats_have_the_same_figures(folder: Path) -> None:
    found = analyse_corrected(folder, coder=RULES)
    assert isinstance(found, Analysis)
    table = corrected_table(found)
    assert table
    row = next(cells for cells in table.rows if cells[0] == GAP)
    markdown, page = (run(folder, "-f", form)[1].decode() for form in ("markdown", "html"))
    for cell in row:
        assert cell in markdown
        assert cell in page
    target = folder.parent / f"{folder.name}.docx"
    assert run(folder, "-o", str(target))[0] == 0
    document = Document(BytesIO(target.read_bytes()))
    assert list(row) in [[c.text for c in r.cells] for t in document.tables for r in t.rows]


def test_json_has_shares_their_bounds_and_the_sample(folder: Path) -> None:
    found = json.loads(run(folder, "-f", "json")[1])
    action = next(one["action"] for one in found["corrected"] if one["code"] == "clinic")
    assert (action["raw"], action["share"], action["sampled"], action["of"]) == (0.2, 0, 2, 5)
    assert action["low"] == 0 < action["high"] < 1


def test_the_strata_are_those_by_which_the_sample_was_drawn(folder: Path) -> None:
    """Each leader of a trust of their own: what was not sampled there corrects nobody else."""
    by_group, by_trust = (
        json.loads(run(folder, "-f", "json", "--by", attribute)[1])["corrected"]
        for attribute in ("group", "organisation")
    )
    assert by_group != by_trust


def test_without_a_sample_the_exit_code_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app, ["analyse", str(written(tmp_path)), "--coder", "rules", "--corrected"]
    )
    assert done.exit_code == 1
    assert "Hint: draw a sample (sense sample)" in done.stderr
    assert "Corrected shares" not in done.stdout


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(folder: Path, width: int) -> None:
    found = analyse_corrected(folder, coder=RULES)
    assert isinstance(found, Analysis)
    lines = corrected_lines(found, width=width)
    assert lines
    assert max(line.cell_len for line in lines) <= width
