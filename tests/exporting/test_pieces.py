"""Codings written in pieces."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.names import masked
from sensecli.exporting.parquet import parquet_file
from sensecli.exporting.pieces import CodingWriter
from sensecli.exporting.table import codings_table, keyed
from sensecli.model import Analysis, Interview
from tests.builders import a_coding, an_interview
from tests.exporting.made import an_analysis

_FURTHER = ("name", "interviewer", "Years", "status", "PA to Jane Smith")
_NAMES = (("Jane Smith", "[L01]"), ("Ann Bell", "[name]"))


def _interview(number: int, *more: tuple[str, str]) -> Interview:
    attributes = (("Years", "=7"), ("status", "met\nAnn Bell"), *more)
    found = an_interview(id=f"L{number:02d}", group="friends of Jane Smith", date="2022-09-12")
    return replace(found, name="Jane Smith", interviewer="Ann Bell", attributes=attributes)


def _study() -> Analysis:
    interviews = [_interview(1, ("PA to Jane Smith", "x")), *(_interview(n) for n in range(2, 8))]
    codings = [
        a_coding(interview=one.id, segment=n, code=code, text=f'- "{n}", said Jane Smith', start=n)
        for n, one in enumerate(interviews, start=1)
        for code in ("people", "money")
    ]
    return an_analysis(interviews=interviews, codings=codings, names=_NAMES)


def _write(target: Path, study: Analysis, *, size: int = 3, **options: object) -> bytes:
    options = {"parquet": target.suffix == ".parquet", **options}
    with CodingWriter(target, further=_FURTHER, **options) as writer:  # type: ignore[arg-type]
        for start in range(0, len(study.project.interviews), size):
            some = study.project.interviews[start : start + size]
            ids = {one.id for one in some}
            writer.write([one for one in study.codings if one.interview in ids], some)
    return target.read_bytes()


@pytest.mark.parametrize("excel", [True, False])
@pytest.mark.parametrize("size", [1, 3, 7])
def test_a_csv_is_byte_for_byte_that_of_an_export(
    tmp_path: Path, size: int, *, excel: bool
) -> None:
    study = _study()
    expected = csv_file(codings_table(study), excel=excel)
    assert _write(tmp_path / "a.csv", study, size=size, excel=excel) == expected


def test_names_are_masked_as_in_an_export(tmp_path: Path) -> None:
    study = _study()
    written = _write(tmp_path / "a.csv", study, names=_NAMES)
    assert written == csv_file(codings_table(masked(study)))
    assert b"Smith" not in written
    assert b"Bell" not in written


def test_a_parquet_file_has_the_same_cells_types_and_maker(tmp_path: Path) -> None:
    study = _study()
    _write(tmp_path / "a.parquet", study, meta={"tool": "sense 0.1.0"})
    found = pq.read_table(tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(
        parquet_file(codings_table(study), meta={"tool": "sense 0.1.0"})
    )
    expected = pq.read_table(tmp_path / "b.parquet")
    assert found.to_pylist() == expected.to_pylist() == list(keyed(codings_table(study)))
    kept = [name for name in expected.schema.names if name != "order"]
    assert found.select(kept).schema.equals(expected.select(kept).schema, check_metadata=True)


def test_small_pieces_are_packed_together(tmp_path: Path) -> None:
    _write(tmp_path / "a.parquet", _study(), size=1)
    assert pq.ParquetFile(tmp_path / "a.parquet").metadata.num_row_groups == 1


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_no_codings_are_a_header(tmp_path: Path, name: str) -> None:
    _write(tmp_path / name, an_analysis())
    if name.endswith(".csv"):
        assert (tmp_path / name).read_bytes().count(b"\n") == 1
    else:
        assert pq.read_table(tmp_path / name).num_rows == 0


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_a_stop_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, name: str, stop: type[BaseException]
) -> None:
    target = tmp_path / name
    target.write_bytes(b"old")
    study = _study()
    with pytest.raises(stop):
        _stopped(target, study, stop)
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == [name]


def _stopped(target: Path, study: Analysis, stop: type[BaseException]) -> None:
    with CodingWriter(target) as writer:
        writer.write(study.codings, study.project.interviews)
        assert target.read_bytes() == b"old"
        raise stop


def _names(folder: Path) -> Sequence[str]:
    return sorted(one.name for one in folder.iterdir())
