"""Gold files: read, and everything that is wrong in them told with its line."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from sensecli.loading.gold import COMPARED, Gold, read_gold
from sensecli.model import Actor, CodedRow, Holder, Stance, Status

HEADER = "interview,segment,text,code,stance,status,actor,holder,prompted"
ROW = "L01,3,Trust comes first.,trust,endorse,none,self,leader,false"


def gold(folder: Path, *rows: str, header: str = HEADER) -> Gold:
    path = folder / "gold.csv"
    path.write_text("\n".join((header, *rows, "")), "utf-8")
    return read_gold(path, interviews=["L01", "L02"], codes=["trust", "money"])


def told(found: Gold) -> list[tuple[int | None, str, str]]:
    return [(one.line, one.message, one.hint) for one in found.problems]


def test_a_row_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    assert gold(tmp_path, ROW).rows == (
        CodedRow(
            interview="L01",
            text="Trust comes first.",
            code="trust",
            stance=Stance.ENDORSE,
            status=Status.NONE,
            actor=Actor.SELF,
            holder=Holder.LEADER,
            prompted=False,
            segment=3,
            line=2,
        ),
    )


def test_further_columns_do_no_harm_and_offsets_are_read(tmp_path: Path) -> None:
    found = gold(tmp_path, f"{ROW},unsure,10,28", header=f"{HEADER},note,start,end")
    assert found.problems == ()
    assert [(one.start, one.end) for one in found.rows] == [(10, 28)]


def test_a_sheet_saved_by_excel_with_semicolons_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    path.write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\n{ROW}\r\n".replace(",", ";").encode())
    found = read_gold(path, interviews=["L01"], codes=["trust"])
    assert (len(found.rows), found.problems) == (1, ())


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    found = gold(tmp_path, ROW, header=HEADER.replace("stance", "stanc"))
    assert found.rows == ()
    assert told(found) == [(1, 'has no column "stance"', 'rename the column "stanc"')]


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("trust,", "trst,", 'there is no code "trst" in the codebook', 'did you mean "trust"?'),
        ("L01", "L9X", 'there is no interview "L9X" in the folder', "there are L01, L02"),
        ("endorse", "endorses", 'there is no stance "endorses"', 'did you mean "endorse"?'),
        ("none", "planned", 'there is no status "planned"', ""),
        (",self", ",", "has no actor", ""),
        ("leader", "leaders", 'there is no holder "leaders"', 'did you mean "leader"?'),
        ("false", "maybe", 'there is no prompted "maybe"', "there are true, false"),
        (",3,", ",three,", 'segment "three" is not a whole number', ""),
        ("Trust comes first.", "", "has no text", ""),
    ],
)
def test_each_wrong_cell_is_a_problem_with_its_line(
    tmp_path: Path, old: str, new: str, message: str, hint: str
) -> None:
    found = gold(tmp_path, ROW, ROW.replace(old, new).replace(",3,", ",4,"))
    (problem,) = found.problems
    assert (problem.path, problem.line, problem.message) == ("gold.csv", 3, message)
    assert hint in problem.hint
    assert len(found.rows) == 1


def test_several_things_wrong_in_a_row_are_all_told(tmp_path: Path) -> None:
    found = gold(tmp_path, "L07,3,Trust.,truth,endorse,none,self,leader,false")
    assert len(found.problems) == 2


def test_the_same_coding_twice_is_told_and_used_once(tmp_path: Path) -> None:
    found = gold(tmp_path, ROW, ROW.replace("endorse", "oppose"))
    assert [one.stance for one in found.rows] == [Stance.ENDORSE]
    assert [(one.line, "line 2" in one.message) for one in found.problems] == [(3, True)]


def test_one_passage_may_have_two_holders(tmp_path: Path) -> None:
    assert gold(tmp_path, ROW, ROW.replace("leader", "other")).problems == ()


def test_the_same_words_without_a_number_may_come_again(tmp_path: Path) -> None:
    found = gold(tmp_path, ROW.replace(",3,", ",,"), ROW.replace(",3,", ",,"))
    assert (len(found.rows), found.problems) == (2, ())


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    found = read_gold(tmp_path / "none.csv", interviews=[], codes=[])
    assert [one.path for one in found.problems] == ["none.csv"]


def test_a_row_without_a_code_is_a_passage_left_uncoded(tmp_path: Path) -> None:
    found = gold(tmp_path, ROW, "L01,4,Money is short.,,,,,,")
    assert found.problems == ()
    assert [(one.segment, one.code) for one in found.uncoded] == [(4, "")]
    assert len(found.rows) == 1


def test_a_row_with_a_stance_and_no_code_is_wrong(tmp_path: Path) -> None:
    found = gold(tmp_path, "L01,4,Money is short.,,endorse,none,self,leader,false")
    assert [one.message for one in found.problems] == ["has no code"]
    assert found.uncoded == ()


def test_without_a_list_any_interview_and_code_will_do(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("interview,segment,code,stance,status,holder\nX9,3,new,mixed,done,other\n")
    found = read_gold(path, interviews=None, codes=None, needed=COMPARED)
    assert found.problems == ()
    assert [(one.code, one.prompted, one.text) for one in found.rows] == [("new", False, "")]


def test_a_row_that_says_nowhere_where_it_stands_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("interview,segment,code,stance,status,holder\nX9,,new,mixed,done,other\n")
    found = read_gold(path, interviews=None, codes=None, needed=COMPARED)
    assert [(one.line, one.message) for one in found.problems] == [(2, "has no text")]


def test_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    book = Workbook()
    for row in (HEADER, ROW):
        book.worksheets[0].append(row.split(","))
    book.save(tmp_path / "gold.xlsx")
    found = read_gold(tmp_path / "gold.xlsx", interviews=["L01"], codes=["trust"])
    assert [(one.segment, one.line) for one in found.rows] == [(3, 2)]


def test_a_broken_workbook_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gold.xlsx").write_bytes(b"PK but nothing else")
    found = read_gold(tmp_path / "gold.xlsx", interviews=["L01"], codes=["trust"])
    assert [one.path for one in found.problems] == ["gold.xlsx"]
