"""Decisions on their way to the disk, with others about."""

import subprocess
import sys
from pathlib import Path

import pytest

from sensecli.cli.reviewscreen.keeping import Keeper, in_use_fault, refused_review
from sensecli.review.file import append, decisions_file, read_decisions
from tests.cli.reviewscreen.made import kept, pressed
from tests.review.made import a_decision

FIRST, SECOND, THIRD = (a_decision(segment=number, time=number) for number in (1, 2, 3))
ROOT = Path(__file__).resolve().parents[3]
IMPORTING = """
import sys
from dataclasses import replace
from pathlib import Path
from sensecli.review.file import append
from tests.review.made import a_decision
decision = a_decision(memo="long " * 4000)
for number in range(30):
    append(Path(sys.argv[1]), replace(decision, id=sys.argv[2] + str(number)))
"""


def test_a_second_review_under_the_same_initials_keeps_nothing(tmp_path: Path) -> None:
    with Keeper(tmp_path) as first, Keeper(tmp_path) as second:
        assert first("AB", [FIRST]) == ""
        said = second("ab", [SECOND])
    assert said.startswith("Not done: ab is reviewing this folder in another window already")
    assert kept(tmp_path) == [FIRST]


def test_a_second_review_is_told_before_it_begins(tmp_path: Path) -> None:
    append(decisions_file(tmp_path, "AB"), FIRST)
    assert in_use_fault(tmp_path, "AB") == ""
    assert refused_review(tmp_path, "AB") == ()
    with Keeper(tmp_path) as first:
        first.begin("AB")
        assert "in another window" in in_use_fault(tmp_path, "AB")
        (problem,) = refused_review(tmp_path, "AB")
    assert str(problem) == (
        "decisions-ab.jsonl: is being written by another review under these initials. "
        "Hint: go on in that window, or take other initials."
    )
    assert in_use_fault(tmp_path, "AB") == ""


def test_it_is_seen_on_the_screen(tmp_path: Path) -> None:
    with Keeper(tmp_path) as first:
        first("AB", [FIRST])
        shown = " ".join(pressed(tmp_path, "right", "a").screen.split())
    assert "Not done: AB is reviewing this folder in another window already" in shown
    assert kept(tmp_path) == [FIRST]


def test_two_people_review_side_by_side(tmp_path: Path) -> None:
    with Keeper(tmp_path) as first, Keeper(tmp_path) as second:
        assert first("AB", [FIRST]) == second("CD", [a_decision(coder="CD")]) == ""
    assert len(kept(tmp_path)) == 2


def test_looking_leaves_no_file(tmp_path: Path) -> None:
    with Keeper(tmp_path) as first:
        first.begin("AB")
    assert list(tmp_path.iterdir()) == []


def test_the_next_review_goes_on(tmp_path: Path) -> None:
    for decision in (FIRST, SECOND):
        with Keeper(tmp_path) as keep:
            keep.begin("AB")
            assert keep("AB", [decision]) == ""
    assert kept(tmp_path) == [FIRST, SECOND]


def test_an_import_meanwhile_loses_no_line_of_either(tmp_path: Path) -> None:
    path = decisions_file(tmp_path, "AB")
    with Keeper(tmp_path) as keep:
        assert keep("AB", [FIRST]) == ""
        command = [sys.executable, "-c", IMPORTING, str(path)]
        others = [subprocess.Popen([*command, name], cwd=ROOT) for name in "xy"]
        assert keep("AB", [SECOND]) == ""
        assert [one.wait() for one in others] == [0, 0]
        assert keep("AB", [THIRD]) == ""
    found = read_decisions(tmp_path)
    assert (found.problems, found.notices) == ((), ())
    assert len(found.decisions) == 3 + 2 * 30


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no full disk to try")
def test_on_a_full_disk_nothing_is_said_to_be_kept(tmp_path: Path) -> None:
    decisions_file(tmp_path, "AB").symlink_to("/dev/full")
    with Keeper(tmp_path) as keep:
        said = keep("AB", [FIRST])
    assert said == "Not done: decisions-ab.jsonl cannot be written (no space left on device)."
