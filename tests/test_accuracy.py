"""What `docs/accuracy.md` says was measured with what ships, and can be read by a program."""

import hashlib
import os
import re
from pathlib import Path

import pytest

from sensecli.coding.encoder import WEIGHTS, find_encoder
from sensecli.evaluating import evaluate
from sensecli.model import Analysis
from sensecli.pipeline import analyse
from sensecli.reliability.evaluation import Evaluation

TOP = Path(__file__).resolve().parents[1]
PAGE = TOP / "docs" / "accuracy.md"
FIGURE = re.compile(
    r"\*{0,2}(-|-?\.\d\d|1\.00)(?: \[(-?\.\d\d|1\.00), (-?\.\d\d|1\.00)\])?\*{0,2}"
    r"(?:, (?:of )?\d+(?: class(?:es)?)?)?"
)
TESTED = "model case, test", "real evidence, test"

slow = pytest.mark.skipif(
    not os.environ.get("SENSE_SLOW"), reason="takes a minute: set SENSE_SLOW to run it"
)


def _tables(heading: str) -> list[list[dict[str, str]]]:
    """The tables under a heading, each row with the names of its columns."""
    _, _, after = PAGE.read_text(encoding="utf-8").partition(f"\n{heading}\n")
    section = re.split(r"\n#{2,3} ", after)[0]
    found = []
    for block in re.findall(r"(?:^\|.*\n)+", f"{section}\n", re.MULTILINE):
        rows = [[cell.strip() for cell in line[1:-1].split(" | ")] for line in block.splitlines()]
        names = [name.strip() or "figure" for name in rows[0]]
        found.append([dict(zip(names, row, strict=True)) for row in rows[2:]])
    return found


def test_the_figures_are_those_of_the_encoder_that_ships() -> None:
    stated = re.search(r"encoder `([0-9a-f]{16})`", PAGE.read_text(encoding="utf-8"))
    assert stated is not None
    assert stated[1] == find_encoder().hash[:16]


def test_the_figures_are_those_of_the_weights_that_ship() -> None:
    stated = {row["file"].strip("`"): row["sha256 begins"].strip("`") for row in _files()}
    shipped = {name: hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() for name in stated}
    assert {"encoder.onnx", "joining.json", "weighing.json"} <= stated.keys()
    assert stated == {name: hashed[:16] for name, hashed in shipped.items()}


def _files() -> list[dict[str, str]]:
    tables = _tables("## 1. What is measured, and how to read it")
    rows = next(table for table in tables if "sha256 begins" in table[0])
    return [row for row in rows if not row["file"].startswith("codebook")]


def test_every_aim_has_a_figure_that_can_be_read() -> None:
    (rows,) = _tables("## 2. The aims")
    assert len(rows) == 9
    for row in rows:
        for name in TESTED:
            read = FIGURE.fullmatch(row[name])
            assert read is not None, row
            assert read[2] is None or float(read[2]) <= float(read[3])


@pytest.mark.parametrize("heading", ["### 3.1 Default coder", "### 3.2 By rules alone"])
def test_every_figure_of_every_part_can_be_read(heading: str) -> None:
    tables = _tables(heading)
    assert tables
    unread = [
        (row["figure"], cell)
        for table in tables
        for row in table
        for name, cell in row.items()
        if name != "figure" and not FIGURE.fullmatch(cell)
    ]
    assert unread == []


def test_every_part_says_whether_its_texts_were_used() -> None:
    parts = next(
        table
        for table in _tables("## 1. What is measured, and how to read it")
        if "were its texts used?" in table[0]
    )
    assert {*TESTED, "shipped sample"} <= {row["texts"] for row in parts}
    assert all(row["were its texts used?"] for row in parts)


@slow
def test_the_figures_of_the_sample_come_out_again(sample_folder: Path) -> None:
    # Another processor may round the encoder's arithmetic differently.
    (rows,) = (t for t in _tables("### 3.1 Default coder") if "shipped sample" in t[0])
    stated = {row["figure"]: row["shipped sample"] for row in rows}
    found = _measured(sample_folder)
    for figure, name in (("code F1", "code_f1"), ("joint F1", "joint_f1")):
        value = next(one.value for one in found.figures if one.name == name)
        assert value == pytest.approx(float(stated[figure].split()[0]), abs=0.02)


def _measured(folder: Path) -> Evaluation:
    analysis = analyse(folder, codebook="msk-programme")
    assert isinstance(analysis, Analysis)
    compared = evaluate(analysis, folder / "gold.csv").evaluation
    assert compared is not None
    return compared
