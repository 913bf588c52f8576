"""What leaders undertook, from files to values."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sensecli.model import Actor, Project, Status
from sensecli.pipeline import Coder, analyse
from sensecli.undertaking import Commitments, commitments, undertakings

RULES = Coder(encoder=False)
NOTES = """---
id: D01
name: Rosa Lindqvist
date: 2022-11-09
round: "2"
---
- Rosa Lindqvist has agreed with Tom Peel to swap lists from 5 Dec
- The porters are always about in the early hours here.
- Will write to Mr Peel about the lease by the end of next month
- We are going to look at the rota again, one of these days
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "rosa.md").write_text(NOTES, "utf-8")
    (folder / "names.csv").write_text("name,leader\nTom Peel,\n", "utf-8")
    return folder


def made(study: Path, *, names: bool = False) -> Commitments:
    return commitments(study, names=names, coder=RULES)


def test_an_undertaking_is_read_from_the_words_and_the_day_of_the_interview(study: Path) -> None:
    swap, letter, rota = made(study, names=True).undertakings
    assert (swap.who, swap.due_said, swap.to) == ("Rosa Lindqvist", "from 5 Dec", "Tom Peel")
    assert swap.due == date(2022, 12, 5)
    assert (swap.leader, swap.round, swap.date, swap.status, swap.actor) == (
        "D01",
        "2",
        "2022-11-09",
        Status.COMMITMENT,
        Actor.SELF,
    )
    assert letter.to == "Mr Peel"
    assert letter.due == date(2022, 12, 31)
    assert rota.due_said == "one of these days"
    assert rota.due is None


def test_a_passage_is_a_verbatim_slice_of_the_text_as_read(study: Path) -> None:
    for one in made(study, names=True).undertakings:
        assert NOTES[one.start : one.end] == one.text


def test_names_are_replaced_whole_in_every_part(study: Path) -> None:
    shown = made(study)
    swap, letter, _ = shown.undertakings
    assert (swap.who, swap.to, letter.to) == ("[D01]", "[name]", "[name]")
    assert "Peel" not in repr(shown.undertakings)
    assert "Lindqvist" not in repr(shown.undertakings)
    assert [one.start for one in shown.undertakings] == [
        one.start for one in made(study, names=True).undertakings
    ]


def test_those_with_a_day_come_first_in_its_order(study: Path) -> None:
    (study / "second.md").write_text(
        "---\nid: D02\ndate: 2022-11-01\n---\n- We will open the second clinic on 6 Dec\n", "utf-8"
    )
    due = [one.due for one in made(study).undertakings]
    assert due == [date(2022, 12, 5), date(2022, 12, 6), date(2022, 12, 31), None]


@pytest.mark.parametrize("written", ["", "date: 2022-11\n", "date: 2022\n"])
def test_without_the_day_of_the_interview_only_a_year_tells(tmp_path: Path, written: str) -> None:
    said = "- We will open the clinic on 6 Dec\n- We will open the ward on 6 Dec 2023\n"
    (tmp_path / "one.md").write_text(f"---\nid: D01\n{written}---\n{said}", "utf-8")
    found = made(tmp_path).undertakings
    assert {(one.due_said, one.due) for one in found} == {
        ("on 6 Dec", None),
        ("on 6 Dec 2023", date(2023, 12, 6)),
    }


def test_what_a_person_decided_is_laid_over(study: Path) -> None:
    found = analyse(study, coder=RULES)
    assert not isinstance(found, Project)
    said = [replace(one, status=Status.NONE) for one in found.codings]
    still = undertakings(replace(found, codings=tuple(said)), coder=RULES)
    done = [replace(one, status=Status.DONE) for one in found.codings]
    left = undertakings(replace(found, codings=tuple(done)), coder=RULES)
    coded = {one.segment for one in found.codings}
    assert {one.segment for one in left} == {one.segment for one in still} - coded


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    found = made(tmp_path / "none")
    assert (found.undertakings, found.project.interviews) == ((), ())
    assert found.problems


def test_without_a_codebook_there_is_no_analysis(study: Path) -> None:
    found = commitments(study, codebook=str(study / "none.yaml"), coder=RULES)
    assert (found.undertakings, found.analysed) == ((), False)
    assert found.problems
