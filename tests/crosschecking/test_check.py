"""The cross-check, from folders on disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sensecli.coding.encoder import EncoderName
from sensecli.coding.language import ModelName
from sensecli.coding.tools import Tools
from sensecli.crosschecking import Sources, crosscheck, for_plan
from sensecli.model import (
    Actor,
    Analysis,
    Decision,
    Disagreement,
    Holder,
    Minuted,
    Quadrant,
    Records,
    Stance,
    Status,
    Values,
    Verdict,
    identified,
)
from sensecli.pipeline import Coder, analyse
from sensecli.review.file import anchor_of, append, decisions_file
from tests.builders import a_codebook
from tests.crosschecking.study import a_study

RULES = Coder(encoder=False)
DAY = date(2023, 9, 29)
Checked = Callable[..., Analysis]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return a_study(tmp_path)


@pytest.fixture
def checked(study: Path) -> Checked:
    """Analyses the study, and holds it against its plan and its papers."""

    def run(*, register: bool = True, evidence: bool = True) -> Analysis:
        found = analyse(study, coder=RULES)
        assert isinstance(found, Analysis)
        records = study / "records"
        sources = Sources(
            DAY,
            register=records / "plan.csv" if register else None,
            evidence=records / "papers" if evidence else None,
        )
        return crosscheck(found, sources, coder=RULES)

    return run


def _records(analysis: Analysis) -> Records:
    assert analysis.records is not None
    return analysis.records


def _decide(
    study: Path, verdict: Verdict, code: str, *, of: str, text: str, about: str = ""
) -> None:
    values = Values(code, Stance.ENDORSE, Status.NONE, Actor.OWN, Holder.LEADER, prompted=False)
    decision = Decision(
        id="",
        time="2023-10-01T09:00:00Z",
        coder="AB",
        verdict=verdict,
        anchor=anchor_of(text, of, 0, len(text)),
        about=(about, Holder.LEADER) if about else None,
        values=None if verdict is Verdict.REJECT else values,
    )
    append(decisions_file(study, "AB"), identified(decision))


def test_actions_carry_themes_and_barriers_and_no_lenses(checked: Checked) -> None:
    actions = _records(checked()).actions
    codes = {one.action.id: one.codes for one in actions}
    assert codes == {
        "A1": ("people",),
        "A2": ("people",),
        "A3": ("money",),
        "A4": (),
        "A5": ("learning",),
    }


def test_codings_of_an_action_have_its_id(checked: Checked) -> None:
    (coding,) = _records(checked()).action("A1").codings
    assert (coding.interview, coding.text) == ("A1", "Establish the people panel")


def test_nothing_of_the_records_counts_in_the_findings(study: Path, checked: Checked) -> None:
    alone, beside = analyse(study, coder=RULES), checked()
    assert isinstance(alone, Analysis)
    assert _records(beside).minutes
    for part in ("findings", "codings", "positions", "segments", "barriers", "missed"):
        assert getattr(beside, part) == getattr(alone, part)


def test_each_theme_is_checked_in_the_findings_order(checked: Checked) -> None:
    found = checked()
    checks = _records(found).checks
    assert [one.code for one in checks] == [one.code for one in found.findings]
    assert {one.code: one.quadrant for one in checks} == {
        "people": Quadrant.AGREED_PLANNED,
        "learning": Quadrant.NEITHER,
    }


def test_what_the_plan_calls_done_and_a_leader_calls_failing_is_told(checked: Checked) -> None:
    told = [
        (one.code, one.kind, one.quote.place, one.action and one.action.id)
        for one in _records(checked()).contradictions
    ]
    assert told == [
        ("learning", Disagreement.NOT_PLANNED, "L02:7", None),
        ("people", Disagreement.NOT_SO, "L01:8", "A1"),
    ]


def test_minutes_have_their_kind_their_place_and_their_date(checked: Checked) -> None:
    told = [(one.code, one.kind, one.place, one.date) for one in _records(checked()).minutes]
    assert told == [
        ("people", Minuted.FAILURE, "board.md:9", "2023-03-14"),
        # It names no theme: it is about what was said right before it.
        ("people", Minuted.COMMITMENT, "board.md:11", "2023-03-14"),
        ("learning", Minuted.DECISION, "board.md:15", "2023-03-14"),
    ]


def test_a_minute_is_the_slice_of_its_paper(study: Path, checked: Checked) -> None:
    text = (study / "records" / "papers" / "board.md").read_text()
    minutes = _records(checked()).minutes
    assert minutes
    assert all(text[one.start : one.end] == one.text for one in minutes)


def test_without_papers_there_are_no_minutes(checked: Checked) -> None:
    records = _records(checked(evidence=False))
    assert (records.minutes, records.papers, len(records.actions)) == ((), (), 5)


def test_without_a_plan_nothing_is_said_to_lack_one(checked: Checked) -> None:
    records = _records(checked(register=False))
    assert (records.register, records.actions, records.contradictions) == ("", (), ())
    assert len(records.minutes) == 3


def test_a_leader_who_owns_an_action_stays_that_leader(checked: Checked) -> None:
    names = dict(checked().project.names)
    assert (names["M. Stone"], names["Olga Brandt"], names["Brandt"]) == (
        "[L01]",
        "[name]",
        "[name]",
    )


@pytest.mark.parametrize("role", ["Head of Therapies", "TBC", "Estates", "Programme Manager"])
def test_a_role_or_a_team_is_no_name(checked: Checked, role: str) -> None:
    assert role not in dict(checked().project.names)


def test_an_action_is_given_codes_that_are_less_likely_unless_a_likelihood_was_asked_for() -> None:
    tools = Tools(a_codebook(), ModelName("none", "0", "0", Path()))
    encoder = EncoderName(Path(), "0")
    asked = [replace(tools, encoder=encoder), replace(tools, encoder=encoder, least=0.9), tools]
    assert [for_plan(one).least for one in asked] == [0.25, 0.9, None]


def test_what_a_person_decided_of_an_action_holds(study: Path, checked: Checked) -> None:
    _decide(study, Verdict.ADD, "learning", of="plan:A4", text="Repaint the corridor")
    found = checked()
    action = _records(found).action("A4")
    assert (action.codes, action.decided) == (("learning",), True)
    assert found.problems == ()
    assert "What 1 action is about was decided by people." in [str(one) for one in found.notices]


def test_a_rejected_match_is_none(study: Path, checked: Checked) -> None:
    text = "Establish the people panel"
    _decide(study, Verdict.REJECT, "", of="plan:A1", text=text, about="people")
    action = _records(checked()).action("A1")
    assert (action.codes, action.decided) == ((), True)


def test_a_decision_on_an_action_is_no_orphan_of_the_interviews(study: Path) -> None:
    _decide(study, Verdict.ADD, "learning", of="plan:A4", text="Repaint the corridor")
    found = analyse(study, coder=RULES)
    assert found.problems == ()


def test_a_decision_on_an_action_that_is_gone_is_told(study: Path, checked: Checked) -> None:
    _decide(study, Verdict.ADD, "learning", of="plan:A9", text="Repaint the corridor")
    (problem,) = checked().problems
    assert 'there is no interview "plan:A9"' in problem.message
    assert "--actions FILE" in problem.hint


def test_an_interviews_decision_is_laid_over_no_plan(study: Path, checked: Checked) -> None:
    _decide(study, Verdict.ADD, "learning", of="L01", text="People come first for us.")
    # The passage stands further down: it is found again.
    found = checked()
    assert [one.decided for one in _records(found).actions] == [False] * 5
    assert found.problems == ()


def test_a_folder_without_papers_is_a_problem(study: Path) -> None:
    found = analyse(study, coder=RULES)
    assert isinstance(found, Analysis)
    empty = study / "empty"
    empty.mkdir()
    checked = crosscheck(found, Sources(DAY, evidence=empty), coder=RULES)
    assert "no minutes or papers were found" in str(checked.problems[0])


def test_what_was_wrong_already_is_told_once(study: Path) -> None:
    found = analyse(study, coder=RULES)
    assert isinstance(found, Analysis)
    twice = crosscheck(
        crosscheck(found, Sources(DAY, evidence=study / "none"), coder=RULES),
        Sources(DAY, evidence=study / "none"),
        coder=RULES,
    )
    assert len(twice.problems) == 1


def test_a_kept_run_says_the_same(study: Path, tmp_path: Path) -> None:
    kept = replace(RULES, store=tmp_path / "store")
    found = analyse(study, coder=kept)
    assert isinstance(found, Analysis)
    sources = Sources(DAY, study / "records" / "plan.csv", evidence=study / "records" / "papers")
    first = crosscheck(found, sources, coder=kept).records
    assert first is not None
    assert crosscheck(found, sources, coder=kept).records == first


def test_the_interviews_are_not_read_as_minutes(study: Path) -> None:
    found = analyse(study, coder=RULES)
    assert isinstance(found, Analysis)
    checked = crosscheck(found, Sources(DAY, evidence=study / "records" / ".."), coder=RULES)
    assert checked.records is None
    assert "holds the interviews" in str(checked.problems[-1])


def test_initials_that_a_list_gives_stand_for_nobody_by_name(study: Path) -> None:
    board = study / "records" / "papers" / "board.md"
    listed = "Present: Mary Stone (MS), Olga Brandt (OB), Human Resources (HR)"
    board.write_text(board.read_text().replace("Present: Mary Stone (Chair), Olga Brandt", listed))
    found = analyse(study, coder=RULES)
    assert isinstance(found, Analysis)
    checked = crosscheck(found, Sources(DAY, evidence=board.parent), coder=RULES)
    names = dict(checked.project.names)
    assert (names["MS"], names["OB"], "HR" in names) == ("[L01]", "[name]", False)
