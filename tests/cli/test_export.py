"""`sense export`: tables for other programs."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sensecli.cli.exported import Table
from tests.cli.analyses import an_analysis, quoting
from tests.cli.conftest import Given, Sense

# The table of actions needs a plan: tests/cli/test_recorded.py.
TABLES = tuple(str(one) for one in Table if one is not Table.ACTIONS)
_BEGINS: dict[str, bytes | tuple[bytes, ...]] = {
    "csv": (b"interview,", b"leader,", b"code,"),
    "json": (b"[", b"{"),
    "xlsx": b"PK",
    "parquet": b"PAR1",
    "sqlite": b"SQLite format 3\0",
    "qdpx": b"PK",
    "qdc": b"<?xml",
}


def _flat(said: str) -> str:
    """What was said, without the frame and the line ends of wrong usage."""
    return " ".join(said.replace("\u2502", " ").split())


def test_codings_come_in_the_columns_of_the_contract(sense: Sense, given: Given) -> None:
    given(an_analysis())
    rows = list(csv.DictReader(io.StringIO(sense("export", "study", "--to", "csv").stdout)))
    assert list(rows[0])[:6] == ["interview", "segment", "start", "end", "text", "code"]
    assert len(rows) == 6


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "parquet"])
def test_every_table_comes_in_every_format_of_tables(
    sense: Sense, given: Given, tmp_path: Path, form: str, table: str
) -> None:
    given(an_analysis())
    target = tmp_path / f"out.{form}"
    done = sense("export", "study", "--to", form, "--table", table, "-o", target)
    assert (done.exit_code, done.output) == (0, "")
    assert target.read_bytes().startswith(_BEGINS[form])


def test_findings_as_json_are_those_of_the_contract(sense: Sense, given: Given) -> None:
    given(an_analysis())
    written = json.loads(sense("export", "study", "--to", "json", "--table", "findings").stdout)
    assert written["schema"] == "sense-findings/1"


def test_a_table_as_json_is_a_list_of_its_rows(sense: Sense, given: Given) -> None:
    given(an_analysis())
    written = json.loads(sense("export", "study", "--to", "json", "--table", "matrix").stdout)
    assert written[2]["people"] == "oppose"


def test_a_workbook_without_a_table_named_has_a_sheet_for_each(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(an_analysis())
    target = tmp_path / "out.xlsx"
    assert sense("export", "study", "--to", "xlsx", "-o", target).exit_code == 0
    sheets = ["codings", "positions", "findings", "matrix", "segments"]
    assert load_workbook(target).sheetnames == sheets


def test_a_text_that_is_cut_is_noticed(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(quoting("x" * 40_000))
    done = sense(
        *("export", "study", "--to", "xlsx", "--table", "codings"), "-o", tmp_path / "out.xlsx"
    )
    assert done.exit_code == 0
    assert "notice: 1 text was longer" in done.stderr


@pytest.mark.parametrize("form", ["sqlite", "qdpx", "qdc"])
def test_formats_that_hold_all_there_is_are_written(
    sense: Sense, given: Given, tmp_path: Path, form: str
) -> None:
    given(an_analysis())
    target = tmp_path / f"out.{form}"
    done = sense("export", "study", "--to", form, "-o", target)
    assert (done.exit_code, done.output) == (0, "")
    assert target.read_bytes().startswith(_BEGINS[form])


def test_the_method_in_words_may_go_to_the_terminal(sense: Sense, given: Given) -> None:
    given(an_analysis())
    done = sense("export", "study", "--to", "methods")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("# Method\n\n3 interviews with 3 leaders")


@pytest.mark.parametrize("form", ["xlsx", "parquet", "sqlite", "qdpx", "qdc"])
@pytest.mark.parametrize("where", [(), ("-o", "-")])
def test_a_binary_format_wants_a_file(
    sense: Sense, given: Given, form: str, where: tuple[str, ...]
) -> None:
    asked = given(an_analysis())
    done = sense("export", "study", "--to", form, *where)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"Hint: add -o study.{form}" in _flat(done.stderr)
    assert not asked


@pytest.mark.parametrize("form", ["sqlite", "qdpx", "qdc", "methods"])
def test_a_table_of_what_holds_all_there_is_is_wrong_usage(
    sense: Sense, given: Given, tmp_path: Path, form: str
) -> None:
    asked = given(an_analysis())
    done = sense("export", "study", "--to", form, "--table", "codings", "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "leave --table out" in _flat(done.stderr)
    assert not asked


@pytest.mark.parametrize(("cells", "row"), [("stance", ",oppose,"), ("01", ",1,"), ("rung", ",0,")])
def test_a_matrix_holds_the_cells_asked_for(
    sense: Sense, given: Given, cells: str, row: str
) -> None:
    given(an_analysis())
    done = sense("export", "study", "--to", "csv", "--table", "matrix", "--cells", cells)
    assert done.stdout.splitlines()[3].startswith(f"L03,{row}")


def test_codes_are_counted_by_codes(sense: Sense, given: Given) -> None:
    given(an_analysis())
    done = sense("export", "study", "--to", "csv", "--table", "crosstab")
    assert done.stdout.splitlines()[:2] == [
        "code,people,learning,money,time,story",
        "people,3,0,0,0,0",
    ]


def test_codes_are_counted_by_an_attribute(sense: Sense, given: Given) -> None:
    given(an_analysis())
    done = sense("export", "study", "--to", "csv", "--table", "crosstab", "--by", "group")
    assert done.stdout.splitlines()[:2] == ["code,acute trust,primary care,all", "people,1,2,3"]


def test_an_attribute_that_is_not_there_is_wrong_usage(sense: Sense, given: Given) -> None:
    given(an_analysis())
    done = sense("export", "study", "--to", "csv", "--table", "crosstab", "--by", "grup")
    assert (done.exit_code, done.stdout) == (2, "")
    assert 'no attribute "grup". Did you mean "group"?' in _flat(done.stderr)


@pytest.mark.parametrize(
    ("option", "value"), [("--cells", "01"), ("--by", "group")], ids=["cells", "by"]
)
def test_an_option_of_another_table_is_wrong_usage(
    sense: Sense, given: Given, option: str, value: str
) -> None:
    asked = given(an_analysis())
    done = sense("export", "study", "--to", "csv", option, value)
    assert done.exit_code == 2
    assert "goes with --table" in _flat(done.stderr)
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
