"""What a review works on, from a folder on disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from sensecli.model import Decision, Holder, Project, Verdict
from sensecli.pipeline import Coder
from sensecli.review import session as steps
from sensecli.review.file import append, decisions_file
from sensecli.review.mending import dropped
from sensecli.review.queue import Choice
from sensecli.reviewing import (
    Material,
    gathered,
    gathered_blind,
    gathered_plan,
    gathered_uncoded,
    orphans_of,
    session_of,
)
from tests.review.made import some_values
from tests.review.reviewed import NOW

BOOK = """\
id: tiny
label: Tiny
codes:
  - id: people
    label: People
    proposition: people come first
    cues: [people]
"""
TALK = "---\nname: Mary Stone\n---\n\nMary Stone puts people first. She said so twice.\n"
RULES = Coder(encoder=False)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with a codebook and two interviews, one of them with a name in its text."""
    (tmp_path / "codebook.yaml").write_text(BOOK)
    (tmp_path / "L01.md").write_text(TALK)
    (tmp_path / "L02.md").write_text("People are all that we have here.\n")
    return tmp_path


def _gathered(study: Path, *, names: bool = False) -> Material:
    found = gathered(study, coder=RULES, names=names)
    assert isinstance(found, Material)
    return found


def _keep(study: Path, coder: str, *decisions: Decision) -> None:
    append(decisions_file(study, coder), *decisions)


def test_anchors_have_the_text_as_read_and_the_screen_has_no_names(study: Path) -> None:
    found = _gathered(study)
    (first, *_) = session_of(found, "AB", Choice(interview="L01")).items
    assert first.anchor.quote == "Mary Stone puts people first."
    assert found.shown.segments[0].text == "[L01] puts people first."


def test_names_are_shown_where_asked_for(study: Path) -> None:
    found = _gathered(study, names=True)
    assert found.shown.segments == found.read.segments
    assert found.names == ()


def test_nobodys_decisions_change_what_the_program_says(study: Path) -> None:
    session = session_of(_gathered(study), "AB", Choice())
    _keep(study, "AB", *steps.reject(session, NOW).decisions)
    assert len(_gathered(study).read.codings) == len(session.items) == 2


def test_a_coder_begins_where_they_left_and_others_begin_anew(study: Path) -> None:
    session = session_of(_gathered(study), "AB", Choice())
    _keep(study, "AB", *steps.reject(session, NOW).decisions)
    again = _gathered(study)
    assert [session_of(again, who, Choice()).before for who in ("ab", "CD")] == [1, 0]


def test_what_somebody_else_took_back_is_open_again(study: Path) -> None:
    (decision,) = steps.reject(session_of(_gathered(study), "AB", Choice()), NOW).decisions
    _keep(study, "AB", decision)
    drop = dropped(decision, "CD", NOW)
    back = Decision(
        "some-id", drop.time, "CD", drop.verdict, drop.anchor, None, None, undoes=decision.id
    )
    _keep(study, "CD", back)
    assert session_of(_gathered(study), "AB", Choice()).before == 0


def test_a_blind_review_shows_no_codings_and_every_passage(study: Path) -> None:
    found = gathered_blind(study, share=1.0, seed=1)
    assert isinstance(found, Material)
    session = session_of(found, "CD", Choice())
    assert [one.about for one in session.items] == [None] * 3
    assert session.items[0].anchor.quote == "Mary Stone puts people first."
    assert found.shown.segments[0].text == "[L01] puts people first."


def test_a_blind_share_draws_whole_interviews(study: Path) -> None:
    found = gathered_blind(study, share=0.5, seed=1)
    assert isinstance(found, Material)
    assert len({one.interview for one in found.read.segments}) == 1
    assert len(found.shown.interviews) == 1


def test_a_blind_coding_is_there_again_with_its_passage(study: Path) -> None:
    found = gathered_blind(study, share=1.0, seed=1)
    assert isinstance(found, Material)
    turn = steps.add(session_of(found, "CD", Choice()), some_values(), NOW)
    _keep(study, "CD", *turn.decisions)
    again = gathered_blind(study, share=1.0, seed=1)
    assert isinstance(again, Material)
    items = session_of(again, "CD", Choice()).items
    assert [(one.spot, one.about and one.about[0]) for one in items[:2]] == [
        (("L01", 1), None),
        (("L01", 1), "people"),
    ]


def test_a_decision_on_an_interview_that_is_gone_is_an_orphan(study: Path) -> None:
    session = session_of(_gathered(study), "AB", Choice(interview="L02"))
    _keep(study, "AB", *steps.accept(session, NOW).decisions)
    (study / "L02.md").unlink()
    found = gathered_uncoded(study)
    assert isinstance(found, Material)
    (orphan,) = orphans_of(found)
    assert (orphan.decision.verdict, orphan.decision.about) == (
        Verdict.ACCEPT,
        ("people", Holder.LEADER),
    )


def test_an_unreadable_line_is_a_problem(study: Path) -> None:
    (study / "decisions-ab.jsonl").write_text("[]\n")
    assert "is not a decision" in str(_gathered(study).problems)


@pytest.mark.parametrize("gather", [gathered_uncoded, gathered])
def test_without_a_codebook_there_is_only_the_project(study: Path, gather: object) -> None:
    (study / "codebook.yaml").write_text("nonsense: true\n")
    assert callable(gather)
    assert isinstance(gather(study), Project)


PLAN = """\
Ref,Action,Owner,Due date,Status
A1,Put people first,Mary Stone,2023-03-31,Open
A2,Mary Stone to paint the corridor,TBC,,
"""


def _planned(study: Path, *, coded: bool = True, names: bool = False) -> Material:
    (study / "records").mkdir(exist_ok=True)
    (study / "records" / "plan.csv").write_text(PLAN)
    register = study / "records" / "plan.csv"
    found = gathered_plan(study, register, coder=RULES, coded=coded, names=names)
    assert isinstance(found, Material)
    return found


def test_a_plan_is_reviewed_action_by_action_with_those_that_match_nothing(study: Path) -> None:
    items = session_of(_planned(study), "AB", Choice()).items
    assert [(one.interview, one.about and one.about[0]) for one in items] == [
        ("plan:A1", "people"),
        ("plan:A2", None),
    ]


def test_a_plan_is_shown_without_names(study: Path) -> None:
    found = _planned(study)
    assert [one.text for one in found.shown.segments][1] == "[L01] to paint the corridor"
    assert _planned(study, names=True).shown.segments == found.read.segments


def test_a_code_added_to_an_action_is_there_again(study: Path) -> None:
    session = session_of(_planned(study), "AB", Choice(interview="plan:A2"))
    _keep(study, "AB", *steps.add(session, some_values(), NOW).decisions)
    found = _planned(study)
    items = session_of(found, "AB", Choice(interview="plan:A2", every=True)).items
    assert [one.about and one.about[0] for one in items] == ["people"]
    assert orphans_of(found) == ()


def test_decisions_on_a_plan_are_no_orphans_of_the_interviews(study: Path) -> None:
    session = session_of(_planned(study), "AB", Choice())
    _keep(study, "AB", *steps.accept(session, NOW).decisions)
    found = gathered_uncoded(study)
    assert isinstance(found, Material)
    assert (orphans_of(found), found.decisions) == ((), ())


def test_a_decision_on_an_action_that_is_gone_is_an_orphan_of_the_plan(study: Path) -> None:
    session = session_of(_planned(study), "AB", Choice())
    (decision,) = steps.accept(session, NOW).decisions
    _keep(study, "AB", decision)
    bare = _planned(study, coded=False)
    assert orphans_of(bare) == ()
    gone = replace(bare, read=replace(bare.read, interviews=bare.read.interviews[1:]))
    assert [one.decision for one in orphans_of(gone)] == [decision]
