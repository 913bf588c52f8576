"""Nothing grows with the table: measured on tables of ten times as many answers."""

import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sensecli.coding.case import Case
from sensecli.coding.tools import Tools
from sensecli.exporting.pieces import CodingWriter
from sensecli.model import Analysis, Coding
from sensecli.pipeline import Coder
from sensecli.streaming import Opened, Sink, analyse_table, pieces
from sensecli.working import Where
from tests.answers import BOOK
from tests.builders import a_coding

_MB = 1_000_000


def _stub(cases: Sequence[Case], _tools: Tools) -> tuple[tuple[Coding, ...], ...]:
    """A coding of each interview, with nothing to find it."""
    return tuple(
        (a_coding(interview=one.id, code="trust", text=segments[0].text, start=0),)
        for one, segments in cases
    )


def _peak(folder: Path, answers: int) -> int:
    """The most bytes that Python holds at once while a table is analysed and written."""
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    with (folder / "all.csv").open("w", encoding="utf-8") as file:
        file.write("id,group,text\n")
        file.writelines(f"A{n},group {n % 5},We trust {n} people.\n" for n in range(answers))

    writer = CodingWriter(folder / "codings.txt")

    def sink(_: Opened) -> Sink:
        return writer.write

    tracemalloc.start()
    with writer:
        found = analyse_table(
            folder / "all.csv",
            coder=Coder(encoder=False, store=folder / "cache"),
            where=Where(),
            sink=sink,
        )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found, Analysis)
    assert found.totals.leaders == answers
    with (folder / "codings.txt").open(encoding="utf-8") as file:
        assert sum(1 for _ in file) == answers + 1
    return peak


@pytest.fixture(autouse=True)
def _stubbed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(pieces, "code", _stub)
    yield
    tracemalloc.stop()


@pytest.mark.slow
def test_ten_times_as_many_answers_take_no_more_memory(tmp_path: Path) -> None:
    _peak(tmp_path / "first", 1_000)
    few, many = _peak(tmp_path / "few", 4_000), _peak(tmp_path / "many", 40_000)
    # Of each row are kept some numbers: which ids come twice, who is whose leader.
    assert many - few < 4 * _MB
    # Held, each answer would take half a kilobyte at the very least.
    assert many < 8 * _MB
