"""What may be named as a coder."""

from pathlib import Path

import pytest

from sensecli.coders.named import coders_of, may_hold_several
from sensecli.coders.over import Coders
from sensecli.review.file import append
from tests.coders.made import NOWHERE, at, laid, over, seen
from tests.review.made import TALK, a_decision, found_in


@pytest.fixture
def decisions(tmp_path: Path) -> Path:
    """A file with the decisions of two coders."""
    path = tmp_path / "decisions-both.jsonl"
    append(path, a_decision(coder="AB"), a_decision(coder="CD", segment=3))
    return path


def coders(found: Coders) -> list[str]:
    return [sheet.coder for sheet in found.sheets]


def test_a_table_is_one_coder_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "ana.csv"
    path.write_text(
        f"interview,text,code,stance,status,holder\nL01,{TALK[0]},people,endorse,none,leader\n"
    )
    found = coders_of(str(path), over())
    assert (coders(found), found.problems) == (["ana"], ())


def test_a_file_of_several_gives_each(decisions: Path) -> None:
    assert coders(coders_of(str(decisions), over())) == ["AB", "CD"]


def test_one_of_several_is_picked_by_name(decisions: Path) -> None:
    assert coders(coders_of(f"{decisions}:cd", over())) == ["CD"]


def test_who_did_not_code_cannot_be_picked(decisions: Path) -> None:
    found = coders_of(f"{decisions}:XY", over())
    (wrong,) = found.problems
    assert found.sheets == ()
    assert wrong.hint == "there are AB, CD"


def test_a_file_with_a_colon_in_its_name_is_that_file(decisions: Path) -> None:
    odd = decisions.rename(decisions.with_name("decisions.jsonl:AB.jsonl"))
    assert coders(coders_of(str(odd), over())) == ["AB", "CD"]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    for name in ("none.jsonl", "none.qdpx", "none.csv"):
        found = coders_of(str(tmp_path / name), over())
        assert [wrong.path for wrong in found.problems] == [name]


def test_the_program_read_every_segment_also_where_it_found_nothing() -> None:
    where = over(codings=(found_in(3),))
    (one,) = laid(coders_of("machine", where).sheets, where)
    assert (one.coder, at(one), seen(one)) == ("machine", [(3, "people")], [1, 2, 3, 4, 5])
    nothing = over(codings=())
    (none,) = laid(coders_of("machine", nothing).sheets, nothing)
    assert (at(none), seen(none)) == ([], [1, 2, 3, 4, 5])


def test_the_program_needs_interviews() -> None:
    (wrong,) = coders_of("machine", NOWHERE).problems
    assert "--folder" in wrong.hint


@pytest.mark.parametrize(
    ("named", "several"),
    [("a.qdpx", True), ("a.JSONL", True), ("a.qdpx:Ann", False), ("a.csv", False)],
)
def test_only_projects_and_decisions_may_hold_several(named: str, several: bool) -> None:  # noqa: FBT001
    assert may_hold_several(named) is several
