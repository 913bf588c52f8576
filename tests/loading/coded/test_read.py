"""Each layout of a file of codings, by small files written by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.loading.coded import ReadCoded, read_coded
from sensecli.model import Actor, Holder, Problem, Stance, Status
from sensecli.model.passage import CodedPassage
from tests.loading.conftest import Write
from tests.loading.refi.foreign import a_project, a_qdpx, a_selection, a_source

CONTRACT = "interview,segment,start,end,text,code,stance,status,actor,holder,prompted,note\r\n"
TAGUETTE = "id,document,tag,content\r\n"
QUALCODER = '"File","Coder","Coded","Id","Codename","Coded_Memo","Category"\r\n'


def one_of(found: ReadCoded) -> CodedPassage:
    """The only row of a file that has nothing wrong in it."""
    assert found.problems == ()
    assert len(found.rows) == 1
    return found.rows[0]


def wrong(found: ReadCoded) -> Problem:
    """The only problem of a file."""
    assert len(found.problems) == 1
    return found.problems[0]


def test_a_row_of_the_contract_tells_everything(write: Write) -> None:
    row = "L01,3,10,14,Yes.,people,Endorse,done,own,leader,TRUE,Sure?\r\n"
    assert one_of(read_coded(write("a.csv", CONTRACT + row))) == CodedPassage(
        document="L01",
        quote="Yes.",
        codes=("people",),
        line=2,
        memo="Sure?",
        segment=3,
        start=10,
        end=14,
        stance=Stance.ENDORSE,
        status=Status.DONE,
        actor=Actor.OWN,
        holder=Holder.LEADER,
        prompted=True,
    )


def test_what_a_row_does_not_tell_is_left_open(write: Write) -> None:
    row = one_of(read_coded(write("a.csv", "interview,text,code,coder\nL01,Yes.,people,AB\n")))
    told = (row.stance, row.status, row.actor, row.holder, row.prompted, row.start, row.segment)
    assert told == (None,) * 7
    assert row.coder == "AB"


def test_a_note_on_an_interview_is_no_memo_on_a_passage(write: Write) -> None:
    head = "interview,text,code,rule,confidence,leader,note"
    row = one_of(read_coded(write("a.csv", f"{head}\nL01,Yes.,people,R1,0.5,L01,Met twice.\n")))
    assert row.memo == ""
    told = f"{head},memo\nL01,Yes.,people,R1,0.5,L01,Met twice.,Sure?\n"
    assert one_of(read_coded(write("a.csv", told))).memo == "Sure?"


def test_an_uncoded_row_of_a_sheet_is_a_passage_that_was_read(write: Write) -> None:
    rows = "L01,1,0,4,Yes.,,,,,,,\r\nL01,2,5,8,No.,people,,,,,,\r\n"
    found = read_coded(write("sheet.csv", f"\ufeff{CONTRACT}{rows}"))
    assert [(one.segment, one.codes) for one in found.rows] == [(1, ()), (2, ("people",))]


def test_a_sheet_that_nobody_filled_in_is_a_problem(write: Write) -> None:
    found = read_coded(write("sheet.csv", CONTRACT + "L01,1,0,4,Yes.,,,,,,,\r\n"))
    assert (found.layout, wrong(found).message) == ("", "has no code in any row")


def test_the_apostrophe_that_keeps_a_spreadsheet_harmless_is_no_part_of_the_quote(
    write: Write,
) -> None:
    row = one_of(read_coded(write("a.csv", "interview,text,code\nL01,'- We do.,people\n")))
    assert row.quote == "- We do."


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",1,,,Yes.,people,,,,,,", "has no interview"),
        ("L01,1,,,Yes.,,endorse,,,,,", "has a stance and no code"),
        ("L01,1,,,Yes.,people,endorsed,,,,,", 'there is no stance "endorsed"'),
        ("L01,1,,,Yes.,people,,,,,maybe,", 'there is no prompted "maybe"'),
        ("L01,one,,,Yes.,people,,,,,,", 'segment "one" is not a whole number'),
        ("L01,,4,,,people,,,,,,", "has no text"),
    ],
)
def test_each_thing_wrong_in_a_row_is_a_problem_and_leaves_the_row_out(
    write: Write, row: str, message: str
) -> None:
    good = "L01,2,5,8,No.,people,,,,,,\r\n"
    found = read_coded(write("a.csv", f"{CONTRACT}{row}\r\n{good}"))
    assert (wrong(found).line, wrong(found).message) == (2, message)
    assert [one.line for one in found.rows] == [3]


def test_a_highlight_of_taguette_gives_a_row_for_each_tag(write: Write) -> None:
    rows = '7,notes.docx,trust.people,"We say:\n""Yes"", I think."\r\n7,notes.docx,money,x\r\n'
    found = read_coded(write("t.csv", TAGUETTE + rows))
    assert found.layout == "Taguette"
    assert [(one.codes, one.quote, one.line) for one in found.rows] == [
        (("trust.people", "people"), 'We say:\n"Yes", I think.', 2),
        (("money",), "x", 4),
    ]


def test_tags_joined_in_one_cell_are_parted(write: Write) -> None:
    found = read_coded(write("t.csv", 'document,tags,content\nn,"people, money",Yes.\n'))
    assert [one.codes for one in found.rows] == [("people",), ("money",)]


def test_a_highlight_without_a_tag_says_nothing(write: Write) -> None:
    assert (
        read_coded(write("t.csv", f"{TAGUETTE}1,n,,Yes.\r\n2,n,people,No.\r\n")).rows[0].line == 3
    )


def test_coded_text_of_qualcoder(write: Write) -> None:
    row = '"n.txt","default","Yes.","ctid:2","People","my memo","Wants"\r\n'
    one = one_of(read_coded(write("q.csv", QUALCODER + row)))
    assert (one.document, one.coder, one.quote, one.codes, one.memo) == (
        "n.txt",
        "default",
        "Yes.",
        ("People",),
        "my memo",
    )


def test_a_list_made_with_sql_has_positions_and_times(write: Write) -> None:
    head = "CODE NAME,pos0,pos1,seltext,owner,filename,date\n"
    one = one_of(
        read_coded(write("q.csv", f"{head}People,4,8,Yes.,Ann,n.txt,2024-05-24 10:22:31\n"))
    )
    assert (one.start, one.end, one.coder, one.time) == (4, 8, "Ann", "2024-05-24T10:22:31Z")


def test_a_workbook_reads_like_a_csv_file(workbook: Callable[..., Path]) -> None:
    rows = [["id", "document", "tag", "content"], [1, "n", "people", "Yes."]]
    assert one_of(read_coded(workbook(rows, name="t.xlsx"))).quote == "Yes."


def test_a_coding_of_a_project_comes_with_what_stands_around_it(tmp_path: Path) -> None:
    source = a_source(a_selection(4, 8, "Yes."), content="No. Yes. Oh.", name="L01.txt")
    one = one_of(read_coded(a_qdpx(tmp_path, a_project(source))))
    assert (one.document, one.quote, one.codes, one.coder) == (
        "L01.txt",
        "Yes.",
        ("Trust", "trust"),
        "Ann",
    )
    assert (one.start, one.end, one.before, one.after) == (4, 8, "No. ", " Oh.")
    assert one.stance is None


def test_columns_that_nobody_knows_are_a_problem_that_names_those_needed(write: Write) -> None:
    found = read_coded(write("x.csv", "a,b,c\n1,2,3\n"))
    assert found.layout == ""
    assert str(wrong(found)) == (
        "x.csv:1: has columns that are no list of codings known here. Hint: there should be"
        " interview, code, and text, segment or start and end; or, from Taguette, document, tag"
        " and content; or, from QualCoder, File, Codename and Coded."
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "", "is empty"),
        ("a.xlsx", "no workbook", "is broken"),
        ("a.qdpx", "no archive", "is broken: not a whole REFI-QDA project"),
        ("a.qdc", "<CodeBook/>", "holds a codebook and no codings"),
        (
            "a.csv",
            b"interview,code,text\n\0\0\0\0\0\0\0",
            "is not a text file: it holds binary data",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(
    write: Write, name: str, content: str | bytes, message: str
) -> None:
    found = read_coded(write(name, content))
    assert found.layout == ""
    assert wrong(found).message.startswith(message)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert wrong(read_coded(tmp_path / "none.csv")).message == "there is no such file"
