"""Which tables are read in pieces, and those that change meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sensecli.loading.answers import blocks_of, count_rows, is_large, read_blocks, survey, table
from sensecli.model import Problem
from tests.loading.answers.tables import in_pieces, together, whole


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LARGE", 1_000)


def _csv(path: Path, *, header: str = "id,text", rows: int = 100) -> Path:
    path.write_text(f"{header}\n" + "".join(f"A{n},We agreed.\n" for n in range(rows)))
    return path


def _parquet(path: Path, rows: int = 500) -> Path:
    ids = [f"A{n}" for n in range(rows)]
    columns = {"id": ids, "leader": [f"P{n % 7}" for n in range(rows)], "text": ids}
    pq.write_table(pa.table(columns), path)
    return path


def test_a_table_is_large_by_its_size(tmp_path: Path) -> None:
    assert is_large(_csv(tmp_path / "a.csv"))
    assert not is_large(_csv(tmp_path / "a.csv", rows=10))
    assert is_large(_parquet(tmp_path / "a.parquet"))


@pytest.mark.parametrize(
    "make",
    [
        lambda path: _csv(path, header="id,action"),
        lambda path: _csv(path, header="interview,segment,start,end,text"),
        lambda path: _csv(path.with_suffix(".txt")),
        lambda path: path.with_suffix(".md"),
        lambda path: path.parent,
        lambda path: path.write_bytes(bytes(2_000)) and path,
    ],
)
def test_what_is_no_table_of_interviews_is_not(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    assert not is_large(make(tmp_path / "a.csv"))


def test_a_large_table_may_begin_with_blank_lines_and_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(("\n\nid;text\n" + "A;é\n" * 500).encode("utf-16"))
    assert is_large(path)


def test_parquet_says_how_many_rows_it_has(tmp_path: Path) -> None:
    assert count_rows(_parquet(tmp_path / "a.parquet")) == 500
    assert count_rows(_csv(tmp_path / "a.csv")) is None
    assert count_rows(tmp_path / "none.parquet") is None


def test_a_parquet_file_gives_the_same_in_pieces(tmp_path: Path) -> None:
    path = _parquet(tmp_path / "a.parquet")
    found = in_pieces(path, rows=100)
    assert len(found.interviews) == 500
    assert found == whole(path)


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_what_cannot_be_read_is_one_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\0\1\2\3" * 500)
    [block] = read_blocks(tmp_path / name)
    assert (block.interviews, len(block.problems)) == ((), 1)
    [missing] = read_blocks(tmp_path / f"no-{name}")
    assert missing.problems[0].message == "there is no such file"


def test_a_table_without_the_columns_is_one_problem(tmp_path: Path) -> None:
    [block] = read_blocks(_csv(tmp_path / "a.csv", header="id,action"))
    assert "no columns of interviews" in block.problems[0].message


def test_attributes_beside_a_large_table_are_told_not_to_be_used(tmp_path: Path) -> None:
    (tmp_path / "interviews.csv").write_text("id,group\nA1,gp\n")
    found = in_pieces(_csv(tmp_path / "a.csv"))
    assert [one for one in found.problems if one.startswith("interviews.csv: is not used")]


@pytest.mark.parametrize("change", ["id,text\nA1,Yes.\n", "id,text\n" + "A,Yes.\n" * 300, ""])
def test_a_table_that_changes_meanwhile_is_a_problem(tmp_path: Path, change: str) -> None:
    path = _csv(tmp_path / "a.csv")
    surveyed = survey(path)
    assert not isinstance(surveyed, Problem)
    path.write_text(change)
    problems = together(list(blocks_of(surveyed))).problems
    assert [one for one in problems if "changed while it was read" in one]


def test_a_table_that_is_gone_meanwhile_is_a_problem(tmp_path: Path) -> None:
    surveyed = survey(_csv(tmp_path / "a.csv"))
    assert not isinstance(surveyed, Problem)
    (tmp_path / "a.csv").unlink()
    assert "no such file" in together(list(blocks_of(surveyed))).problems[0]


def test_rows_are_read_only_as_they_are_asked_for(tmp_path: Path) -> None:
    blocks = read_blocks(_csv(tmp_path / "a.csv", rows=20_000), rows=10)
    assert len(next(blocks).interviews) == 10
    blocks.close()  # type: ignore[attr-defined]
