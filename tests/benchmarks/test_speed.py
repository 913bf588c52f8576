"""The figures of speed in the page: put between its markers, and nothing else touched."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "speed.py"
PAGE = """Before.

<!-- speed: bare -->
an older table
<!-- /speed -->

Between.

<!-- speed: warm -->
<!-- /speed -->

<!-- speed: plan -->
<!-- /speed -->

After.
"""
MACHINE = {
    "cores": "2",
    "processor": "A",
    "memory": "8 GB",
    "sense": "1",
    "python": "3",
    "spacy": "3",
}


def a_figure(name: str, **more: Any) -> dict[str, Any]:
    """Ten seconds for 270,000 words, in one run."""
    plain = {"name": name, "seconds": 10.0, "least": 10.0, "most": 10.0, "cpu": 9.0, "peak": 0}
    none = {"words": 270_000, "runs": 1, "to": "", "ratio": None, "failed": "", "printed": ""}
    return {**plain, **none, **more}


def the_page(tmp_path: Path, **parts: list[dict[str, Any]]) -> str:
    page, figures = tmp_path / "page.md", tmp_path / "speed.json"
    page.write_text(PAGE, "utf-8")
    kept = {
        name: {"date": "2024-05-06", "machine": MACHINE, "figures": rows}
        for name, rows in parts.items()
    }
    figures.write_text(json.dumps(kept), "utf-8")
    # Twice: what was put in once is replaced, not put in again.
    for _ in range(2):
        command = [sys.executable, str(SCRIPT), "--kept", "-o", str(figures), "--write", str(page)]
        subprocess.run(command, check=True, capture_output=True)
    return page.read_text("utf-8")


def test_a_table_stands_between_its_markers(tmp_path: Path) -> None:
    rows = [
        a_figure("bare spaCy"),
        a_figure(
            "cold, rules", seconds=2.0, runs=5, least=1.5, most=3.0, to="bare spaCy", ratio=0.2
        ),
    ]
    page = the_page(tmp_path, bare=rows)
    assert "an older table" not in page
    assert page.count("| bare spaCy | 10.00 | 1 |  |  | 27,000 |  |") == 1
    assert "| cold, rules | 2.00 | 1.50–3.00 (5) | 0.20 | bare spaCy | 135,000 |  |" in page
    assert "Measured on 2024-05-06: 2 cores, A, 8 GB; sense 1, Python 3, spaCy 3." in page


def test_the_rest_of_the_page_stays(tmp_path: Path) -> None:
    page = the_page(tmp_path, bare=[a_figure("bare spaCy")])
    assert page.startswith("Before.\n")
    assert "\nBetween.\n" in page
    assert page.endswith("\nAfter.\n")


def test_a_part_that_was_not_measured_says_how_to(tmp_path: Path) -> None:
    page = the_page(tmp_path)
    assert "_Not measured yet: `python benchmarks/speed.py --only warm`._" in page


def test_what_failed_is_told_and_has_no_figures(tmp_path: Path) -> None:
    page = the_page(tmp_path, warm=[a_figure("again, rules", failed="exit code 1: no file")])
    assert "| again, rules | failed: exit code 1: no file |" in page


def test_the_plan_is_reckoned_from_one_core_where_there_is_one(tmp_path: Path) -> None:
    page = the_page(
        tmp_path,
        answers=[a_figure("100,000 answers, rules", words=2_700_000)],
        jobs=[a_figure("1 job, answers, rules"), a_figure("2 jobs, answers, rules", seconds=6.0)],
    )
    # 100,000,000 answers of 27 words at 27,000 words a second: 100,000 seconds.
    assert "| 1 job, answers, rules | 27,000 | 28 | 2.3 | 0.6 | 0.1 |" in page
    assert "100,000 answers, rules | 270,000 | 3 |" not in page
