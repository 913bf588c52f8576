"""`sense export`: tables for other programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.analyses import an_analysis
from tests.cli.conftest import Given, Sense


def test_codings_come_in_the_columns_of_the_contract(sense: Sense, given: Given) -> None:
    given(an_analysis())
    rows = list(csv.DictReader(io.StringIO(sense("export", "study", "--to", "csv").stdout)))
    assert list(rows[0])[:6] == ["interview", "segment", "start", "end", "text", "code"]
    assert len(rows) == 6


@pytest.mark.parametrize("table", ["codings", "positions", "findings", "matrix", "segments"])
def test_every_table_comes_as_csv(sense: Sense, given: Given, tmp_path: Path, table: str) -> None:
    given(an_analysis())
    target = tmp_path / "out.csv"
    done = sense("export", "study", "--to", "csv", "--table", table, "-o", target)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "," in target.read_text("utf-8").splitlines()[0]


@pytest.mark.parametrize("table", ["codings", "findings"])
def test_codings_and_findings_come_as_json(sense: Sense, given: Given, table: str) -> None:
    given(an_analysis())
    assert json.loads(sense("export", "study", "--to", "json", "--table", table).stdout)


@pytest.mark.parametrize("table", ["positions", "matrix", "segments"])
def test_other_tables_as_json_are_wrong_usage(sense: Sense, given: Given, table: str) -> None:
    asked = given(an_analysis())
    done = sense("export", "study", "--to", "json", "--table", table)
    assert done.exit_code == 2
    assert "only codings and findings come as json" in done.stderr
    assert not asked


def test_excel_gets_a_byte_order_mark(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    target = tmp_path / "out.csv"
    sense("export", "study", "--to", "csv", "--excel", "-o", target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


def test_excel_and_json_do_not_go_together(sense: Sense, given: Given) -> None:
    given(an_analysis())
    assert sense("export", "study", "--to", "json", "--excel").exit_code == 2


def test_names_are_left_out_unless_asked_for(sense: Sense, given: Given) -> None:
    given(an_analysis(names=[("Relationships", "[L09]")]))
    assert "Relationships" not in sense("export", "study", "--to", "csv").stdout
    assert "Relationships" in sense("export", "study", "--to", "csv", "--names").stdout


def test_an_export_is_not_written_among_the_interviews(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(an_analysis())
    done = sense("export", tmp_path, "--to", "csv", "-o", tmp_path / "codings.csv")
    assert done.exit_code == 1
    assert not list(tmp_path.iterdir())
