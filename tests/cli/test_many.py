"""A report of a million leaders fits the screen as one of twenty does."""

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len

from sensecli.cli.report import report
from sensecli.exporting.jsonfile import findings_json
from sensecli.exporting.markdown import findings_markdown
from sensecli.finding.found import found
from sensecli.finding.tally import Tally, merged, tally
from sensecli.model import Analysis, Totals
from tests.builders import a_codebook
from tests.cli.analyses import an_analysis

_TIMES = 400_000
N = 3 * _TIMES


def _many() -> Analysis:
    """The small analysis, as if so many had said the same."""
    few = an_analysis()
    one = tally(few.codings, few.positions, few.project.interviews, a_codebook())
    whole = Tally()
    for bit in f"{_TIMES:b}":
        whole = merged(whole, whole, *([one] if bit == "1" else []))
    book = found(whole, few.codebook)
    return replace(
        few,
        project=replace(few.project, interviews=()),
        segments=(),
        codings=(),
        positions=(),
        findings=book.themes,
        barriers=book.barriers,
        lenses=book.lenses,
        missed_total=N,
        counted=Totals(interviews=N, leaders=N, segments=9 * N, codings=6 * N, own=5 * N),
    )


@pytest.mark.parametrize("width", [60, 70, 80, 100, 120])
def test_no_number_of_a_million_leaders_is_cut(width: int) -> None:
    lines = [line.plain for line in report(_many(), width=width, top=5)]
    table = [line for line in lines if line.startswith(("People", "Money"))]
    assert [line.split()[1:4] for line in table] == [
        [str(2 * _TIMES), "0", str(2 * _TIMES)],
        [str(_TIMES), "0", "0"],
    ]
    assert all(cell_len(line) <= width for line in lines if not line.startswith("Next: "))
    said = " ".join(" ".join(lines).split())
    assert f"{2 * _TIMES} of {N} agree, none acts on it" in said
    assert f"In short: {2 * _TIMES} of {N} leaders agree" in said


def test_markdown_and_json_tell_all_digits() -> None:
    many = _many()
    told = json.loads(findings_json(many))
    assert (told["findings"][0]["n"], told["findings"][0]["endorse"]) == (N, 2 * _TIMES)
    low, high = told["findings"][0]["interval"].values()
    assert 0 < high - low < 0.01
    written = findings_markdown(many).decode()
    assert f"{2 * _TIMES} of {N}" in written
