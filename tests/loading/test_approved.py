from pathlib import Path

from sensecli.loading.approved import Approved, read_approved
from sensecli.loading.folder import load_interviews

_PASSAGES = {"L01": {0, 40}, "L02": {7}}


def _read(tmp_path: Path, *lines: str) -> Approved:
    sheet = "".join(f"{line}\n" for line in ("interview,start,text,approved", *lines))
    (tmp_path / "approved.csv").write_text(sheet, "utf-8")
    return read_approved(tmp_path, _PASSAGES)


def test_what_is_marked_is_approved(tmp_path: Path) -> None:
    marks = ("yes", "Y", "true", "x", "1")
    for mark in marks:
        assert _read(tmp_path, f"L01,40,So be it,{mark}").passages == {("L01", 40)}


def test_what_is_left_empty_or_says_no_is_not(tmp_path: Path) -> None:
    found = _read(tmp_path, "L01,0,a,", "L01,40,b,no", "L02,7,c,0")
    assert found == Approved()


def test_one_no_is_enough_where_a_passage_stands_twice(tmp_path: Path) -> None:
    assert _read(tmp_path, "L01,0,a,yes", "L01,0,a,no").passages == frozenset()
    assert _read(tmp_path, "L01,0,a,yes", "L01,0,a,").passages == {("L01", 0)}


def test_each_row_that_cannot_be_used_is_a_problem_with_its_line(tmp_path: Path) -> None:
    found = _read(tmp_path, "L9,0,a,yes", "L01,x,b,yes", "L01,41,c,yes", "L02,7,d,perhaps")
    assert [str(one) for one in found.problems] == [
        'approved.csv:2: there is no interview "L9". Hint: take the id from the exported sheet.',
        (
            'approved.csv:3: start "x" is not a whole number. '
            "Hint: take the number from the exported sheet."
        ),
        (
            "approved.csv:4: no passage of L01 begins at 41. "
            "Hint: the interview was changed: export the quotes again."
        ),
        'approved.csv:5: approved is "perhaps". Hint: write yes or no.',
    ]
    assert found.passages == frozenset()


def test_a_sheet_that_is_missing_or_has_no_such_column_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_approved(tmp_path, _PASSAGES).problems
    assert str(problem).startswith("approved.csv: there is none, so that no quote is approved.")
    (tmp_path / "approved.csv").write_text("interview,start\nL01,0\n", "utf-8")
    (problem,) = read_approved(tmp_path, _PASSAGES).problems
    assert 'approved.csv:1: has no column "approved"' in str(problem)


def test_it_is_never_read_as_an_interview(tmp_path: Path) -> None:
    (tmp_path / "L01.txt").write_text("Trust comes first.\n", "utf-8")
    _read(tmp_path, "L01,0,a,yes")
    loaded = load_interviews(tmp_path)
    assert [one.id for one in loaded.interviews] == ["L01"]
    assert not loaded.problems
