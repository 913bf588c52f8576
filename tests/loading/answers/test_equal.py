"""A table is the same, whether it is read whole or in pieces."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.answers import read_blocks, survey
from sensecli.loading.folder import load_interviews
from sensecli.model import Problem
from tests.loading.answers.tables import in_pieces, together, whole

TABLES = {
    "plain": "id,text\nA1,We agreed.\nA2,We wait.\n",
    "known and further attributes": (
        "ID,Role,Organisation,Sector,Date,Order,Round,Years,Text\n"
        "A1,nurse,Vale,acute,12 Sep 2022,3,1,7,Yes.\nA2,chair,,gp,2022-09-13,,2,,No.\n"
    ),
    "quotes with newlines": 'id,text\nA1,"We\nagreed, ""all"" of us."\nA2,No.\n\nA3,"So.\n"\n',
    "blank rows": "\n\nid,text\n,\nA1,Yes.\n   ,\nA2,No.\n\n",
    "rows without text": "id,group,text\nA1,gp,\nA2,gp,Yes.\nA1,gp,No.\nA3,gp,  \n",
    "short and long rows": "id,text,group\nA1\nA2,Yes.\nA3,No.,gp,more,and more\n",
    "bad dates and orders": (
        "id,date,order,text\nA1,soon,1,Yes.\nA2,31/02/2022,x,No.\nA3,2022,1234567890,So.\n"
    ),
    "an id twice": "id,text\nA1,Yes.\nA2,No.\na1,Again.\n",
    "ids in many rows": "id,text\nA,1.\nA,2.\nB,3.\nA,4.\nB,5.\n",
    "ids with other characters": "id,text\nA 1,Yes.\nA-1,No.\n?,So.\nB/2,Yes.\n",
    "no ids": "id,text\n,Yes.\n,No.\nL02,So.\n,Yes.\nl06,No.\nL005,So.\n,No.\n,So.\n",
    "one without id": "id,text\n,Yes.\n",
    "leaders": "id,leader,text\nA1,P1,1.\nA2,P1,2.\nA3,P2,3.\nA4,,4.\nA5,A4,5.\nA6,p1,6.\n",
    "leaders apart": (
        "id,leader,text\nA1,P1,1.\nA2,P2,2.\nA3,P1,3.\nA4,P3,4.\nA5,P2,5.\nA6,P1,6.\nA7,P4,7.\n"
    ),
    "rounds": (
        "id,leader,round,text\nA1,P1,1,1.\nA2,P2,1,2.\nA3,P1,2,3.\nA4,P2,2,4.\nA5,P1,1,5.\n"
    ),
    "a repeated id between a leader's rows": (
        "id,leader,text\nA1,P1,1.\nA1,P2,2.\nA2,P1,3.\nA3,P2,4.\nA3,P2,5.\nA4,P2,6.\n"
    ),
    "leaders by name": (
        "id,leader,text\nA1,Jane Smith,1.\nA2,Jo Carr,2.\nA3,jane smith,3.\nA4,A1,4.\nA5,x,5.\n"
    ),
    "a repeated id of a leader by name": (
        "id,leader,text\nA1,X,1.\nA1,Jane Smith,2.\nA3,Jane Smith,3.\nA4,A3,4.\nA5,Jane Smith,5.\n"
    ),
    "ids with names": (
        "id,name,interviewer,text\nsmith-01,Jane Smith,Ann Bell,1.\nbell2,Jo Carr,,2.\n"
        "carr,Jo Carr,,3.\nsmith2,,,4.\nbell-2,Al Hill,,5.\n2,,,6.\njsmith7,Jane Smith,,7.\n"
    ),
    "a leader that is a name's word": (
        "id,leader,name,text\nA1,smith,Jane Smith,1.\nA2,smith,Jane Smith,2.\nA3,P,Jo Carr,3.\n"
    ),
    "numbers that only names told apart": (
        "id,name,text\nbell-L05,Ann Bell,1.\ncarr-L05,Jo Carr,2.\n,,3.\n,,4.\n,,5.\nL07,,6.\n"
    ),
    "two columns of one meaning": (
        "id,group,sector,trust,org,text\nA1,,gp,,Vale,1.\nA2,a,b,c,d,2.\n"
    ),
    "far too long attributes": f"id,role,leader,text\n{'A' * 300},{'r' * 201},{'P' * 201},Yes.\n",
    "semicolons": "id;text;group\nA1;Yes, all.;gp\n",
    "tabs": "id\ttext\nA1\tYes; all.\n",
    "a header alone": "id,text\n",
    "no text at all": "id,text\nA1,\n",
    "columns that sound alike": "interview,id,interview id,text\nI1,A1,B1,Yes.\nI2,,B2,No.\n",
    "carriage returns": 'id,text\r\nA1,"We\r\nagreed."\r\nA2,No.\r\n',
    "old carriage returns": "id,text\rA1,Yes.\rA2,No.\r",
    "an open quotation mark": 'id,text\nA1,"Yes.\nA2,No.\n',
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_the_same_in_pieces(name: str, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_bytes(TABLES[name].encode())
    assert in_pieces(path) == whole(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-be"])
def test_a_table_in_another_encoding_gives_the_same(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    text = "id,text\r\nA1,Café “yes” – 5 £.\r\nA2,Naïve.\r\n"
    path.write_bytes(mark + text.encode(encoding))
    assert in_pieces(path) == whole(path)
    assert [one.text for one in in_pieces(path).interviews] == ["Café “yes” – 5 £.", "Naïve."]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\n",
        b"id,text\nA\0,b\n",
        bytes(range(1, 9)) * 50,
        b"\xff\xfeid,text\n\x00\xd8",
        b"id,text\nA1,\xe9t\xe9\nA2,\x81\n",
    ],
)
def test_bytes_that_are_hardly_text_give_the_same(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_bytes(content)
    found, expected = in_pieces(path), whole(path)
    assert found.interviews == expected.interviews
    assert found.problems == expected.problems


def test_a_character_may_stand_across_two_pieces_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_bytes(("id,text\nA1," + "x" * (1024 * 1024 - 12) + "é\r\nA2,é\r\n").encode())
    assert in_pieces(path) == whole(path)


_WORDS = st.sampled_from(["", "A1", "A2", "a1", "L01", "L02", "Jane Smith", "smith-1", "Jo", "é/2"])
_CELLS = {
    "id": _WORDS,
    "leader": st.sampled_from(["", "P1", "P2", "A1", "Jane Smith", "jo carr", "L02"]),
    "name": st.sampled_from(["", "Jane Smith", "Jo Carr"]),
    "group": st.sampled_from(["", "gp", "acute"]),
    "Sector": st.sampled_from(["", "gp", "mental"]),
    "interviewer": st.sampled_from(["", "Ann Bell"]),
    "round": st.sampled_from(["", "1", "2"]),
    "date": st.sampled_from(["", "2022-09-12", "soon"]),
    "order": st.sampled_from(["", "1", "x"]),
    "Years": st.sampled_from(["", "7", "a\nb"]),
    "text": st.sampled_from(["Yes.", 'No, "not" me.', "a\nb", "", " "]),
}


@st.composite
def _tables(draw: st.DrawFn) -> list[list[str]]:
    more = [key for key in _CELLS if key not in {"id", "text"}]
    header = draw(st.permutations(["id", "text", *draw(st.sets(st.sampled_from(more)))]))
    row = st.tuples(*(_CELLS[key] for key in header)).map(list)
    return [list(header), *draw(st.lists(row, max_size=12))]


def _written(folder: str, rows: Sequence[Sequence[str]]) -> Path:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    path = Path(folder) / "all.csv"
    path.write_text(written.getvalue(), encoding="utf-8", newline="")
    return path


@given(_tables(), st.integers(1, 5))
def test_any_table_gives_the_same_in_pieces(table: list[list[str]], rows: int) -> None:
    with TemporaryDirectory() as folder:
        path = _written(folder, table)
        assert in_pieces(path, rows=rows) == whole(path)


@given(_tables(), st.integers(1, 5))
def test_all_interviews_of_a_leader_are_in_one_block_in_their_order(
    table: list[list[str]], rows: int
) -> None:
    with TemporaryDirectory() as folder:
        path = _written(folder, table)
        blocks = [block.interviews for block in read_blocks(path, rows=rows)]
    leaders = Counter(leader for block in blocks for leader in {one.leader for one in block})
    assert set(leaders.values()) <= {1}
    for block in blocks:
        assert len(block) <= rows or len({one.leader for one in block}) == 1
        for leader in {one.leader for one in block}:
            mine = [int(one.source.split()[-1]) for one in block if one.leader == leader]
            assert all(a < b for a, b in pairwise(mine))


def test_blocks_are_numbered_and_full(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text("id,text\n" + "".join(f"A{n},Yes.\n" for n in range(10)))
    blocks = list(read_blocks(path, rows=4))
    assert [(one.number, len(one.interviews)) for one in blocks] == [(0, 4), (1, 4), (2, 2), (3, 0)]


def test_many_problems_are_told_by_number(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text("id,text\n" + "".join(f"A{n},\n" for n in range(250)))
    problems = together(list(read_blocks(path))).problems
    assert len(problems) == 101
    assert any("not listed: 150" in one for one in problems)


def test_many_leaders_with_several_interviews_are_told_by_number(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    rows = "".join(f"A{n},P{n // 2},Yes.\n" for n in range(300))
    path.write_text(f"id,leader,text\n{rows}")
    notices = together(list(read_blocks(path))).notices
    assert any(one.startswith("50 more leaders") for one in notices)


@given(_tables())
def test_further_attributes_are_known_in_the_order_in_which_they_come(
    table: list[list[str]],
) -> None:
    with TemporaryDirectory() as folder:
        path = _written(folder, table)
        found, interviews = survey(path), load_interviews(path).interviews
    if isinstance(found, Problem):
        return
    seen: dict[str, None] = {}
    for one in interviews:
        people = zip(("name", "interviewer"), (one.name, one.interviewer), strict=True)
        seen |= dict.fromkeys(key for key, value in people if value)
        seen |= dict.fromkeys(key for key, _ in one.attributes)
    # A row that repeats an id is looked into as well, though it is not used.
    if not found.settled.repeats.any():
        assert found.further == tuple(seen)
    assert set(found.further) >= set(seen)
