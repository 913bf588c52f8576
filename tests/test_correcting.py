"""Shares corrected by interviews that a person coded whole."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sensecli.cli.app import app
from sensecli.correcting import analyse_corrected
from sensecli.model import (
    Actor,
    Analysis,
    Decision,
    Holder,
    Segment,
    Stance,
    Status,
    Values,
    Verdict,
    identified,
)
from sensecli.review.file import anchor_of, append, decisions_file
from tests.test_pipeline import RULES, analysed, written

TIME = "2026-11-30T09:15:02Z"
AGREES = Values(
    "clinic", Stance.ENDORSE, Status.NONE, Actor.UNSPECIFIED, Holder.LEADER, prompted=False
)
ACTS = Values("clinic", Stance.ENDORSE, Status.DONE, Actor.OWN, Holder.LEADER, prompted=False)


def coded(analysis: Analysis, interview: str, *said: Values | None, coder: str = "AB") -> None:
    """The interview's passages coded from the first on: a code's values, or read and left."""
    text = next(one.text for one in analysis.project.interviews if one.id == interview)
    segments: list[Segment] = [s for s in analysis.segments if s.interview == interview]
    for segment, values in zip(segments, said, strict=False):
        anchor = anchor_of(text, interview, segment.start, segment.end)
        verdict = Verdict.ADD if values else Verdict.READ
        decision = identified(Decision("", TIME, coder, verdict, anchor, None, values))
        append(decisions_file(Path(analysis.project.folder), coder), decision)


def corrected(folder: Path) -> Analysis:
    found = analyse_corrected(folder, coder=RULES)
    assert isinstance(found, Analysis)
    return found


def test_the_programs_errors_are_taken_out(tmp_path: Path) -> None:
    folder = written(tmp_path)
    machine = analysed(folder, coder=RULES)
    # The program finds that L02 acts; the person reads no deed in it, and agrees on L01.
    coded(machine, "L01", AGREES, None)
    coded(machine, "L02", AGREES)
    found = corrected(folder)
    figures = next(one for one in found.corrected if one.code == "clinic")
    acts = figures.action
    assert acts.raw == pytest.approx(1 / 5)
    assert (acts.n, acts.of) == (2, 5)
    assert acts.share == 0
    assert acts.low is not None
    assert acts.high is not None
    assert acts.low <= acts.share <= acts.high
    assert figures.agreement.share is not None
    # Nothing is laid over: the figures beside them are the program's own.
    assert found.codings == machine.codings
    assert found.findings == machine.findings
    assert "2 of 5 leaders" in found.notices[-1].message


def test_an_interview_coded_in_part_is_no_part_of_the_sample(tmp_path: Path) -> None:
    folder = written(tmp_path)
    machine = analysed(folder, coder=RULES)
    coded(machine, "L01", AGREES)
    coded(machine, "L02", AGREES)
    assert {one.action.n for one in corrected(folder).corrected} == {1}


def test_without_a_sample_nothing_is_corrected_and_that_is_a_problem(tmp_path: Path) -> None:
    folder = written(tmp_path)
    machine = analysed(folder, coder=RULES)
    coded(machine, "L01", AGREES)
    found = corrected(folder)
    assert found.corrected == ()
    assert "nothing can be corrected" in found.problems[-1].message


def test_of_two_coders_the_one_who_coded_more_interviews_whole_counts(tmp_path: Path) -> None:
    folder = written(tmp_path)
    machine = analysed(folder, coder=RULES)
    coded(machine, "L02", ACTS, coder="AB")
    coded(machine, "L02", AGREES, coder="CD")
    coded(machine, "L03", None, coder="CD")
    figures = next(one for one in corrected(folder).corrected if one.code == "clinic")
    assert (figures.action.n, figures.action.share) == (2, 0)


def test_a_leader_with_an_uncoded_second_interview_is_not_sampled(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "more.md").write_text("---\nid: L02b\nleader: L02\n---\n- More.\n", "utf-8")
    machine = analysed(folder, coder=RULES)
    coded(machine, "L02", AGREES)
    coded(machine, "L03", None)
    assert {one.action.n for one in corrected(folder).corrected} == {1}


def test_the_program_is_checked_against_what_was_coded_whole(tmp_path: Path) -> None:
    folder = written(tmp_path)
    machine = analysed(folder, coder=RULES)
    coded(machine, "L02", AGREES)
    coded(machine, "L03", None)
    checked = corrected(folder).checked
    assert checked
    # One code is in dispute: the program finds it in L03, the person does not.
    assert (checked.coders, checked.interviews, checked.segments) == (("AB",), 2, 2)
    assert checked.percent == pytest.approx(1 / 2)


def test_the_methods_paragraph_tells_of_it(tmp_path: Path) -> None:
    folder = written(tmp_path)
    coded(analysed(folder, coder=RULES), "L02", AGREES)
    asked = ["export", str(folder), "--coder", "rules", "--to", "methods", "-q"]
    told = CliRunner().invoke(app, asked).stdout
    assert "1 interview of 5 (1 segment) was coded whole by a person (AB)" in told
    assert "People (AB) decided on 1 coding of those counted here (1 added)" in told
