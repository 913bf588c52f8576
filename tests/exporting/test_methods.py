"""The method in words, for an appendix."""

from dataclasses import replace

import pytest

from sensecli.exporting.methods import methods_text
from sensecli.exporting.names import masked
from sensecli.model import Analysis, Checked, Coverage, Problem
from sensecli.review.overlay import lay_over
from tests.builders import a_codebook, an_interview
from tests.exporting.made import a_named_analysis, a_small_analysis, an_analysis
from tests.review.made import CODES, TEXT, a_decision, lines_of


def _text(analysis: Analysis) -> str:
    return methods_text(analysis).decode()


def _with_encoder() -> Analysis:
    made = a_small_analysis()
    return replace(made, engine=replace(made.engine, encoder_hash="e4c0"))


def test_what_was_read_is_told_in_figures() -> None:
    told = _text(a_small_analysis())
    assert "2 interviews with 2 leaders (dated 12 Sep \u2013 19 Sep 2022) were read" in told
    assert "in all 6 segments" in told
    assert "Leaders by group: acute (1) and mental (1)." in told


def test_the_codebook_and_the_program_are_named_with_their_versions() -> None:
    told = _text(a_small_analysis())
    assert '"A tiny codebook" (tiny), version 1, hash c0de' in told
    assert "with 2 themes, 2 barriers and 1 lens." in told
    assert r"(sense 0.1.0; language model en\_tiny 1, hash m0de1)" in told


def test_an_encoder_is_cited_only_where_it_coded() -> None:
    alone, joined = _text(a_small_analysis()), _text(_with_encoder())
    assert "by written cues and rules alone" in alone
    assert "Reimers" not in alone
    assert "found (hash e4c0); the least likely coding kept stood at 0.85." in joined
    assert "Reimers" in joined


def test_references_are_numbered_in_the_order_cited() -> None:
    told = _text(_with_encoder())
    text, references = told.split("## References\n\n")
    assert "sentence encoder [1]" in text
    assert "intervals [2, 3]" in text
    names = [line.split(",")[0] for line in references.splitlines()]
    assert names == ["1. Reimers", "2. Wilson", "3. Brown", "4. O'Connor"]


def test_weick_is_cited_only_where_the_codebook_names_him() -> None:
    book = a_codebook().model_copy(update={"source": "Weick 1995"})
    made = an_analysis(interviews=[an_interview(id="L01")])
    assert "Weick" not in _text(made)
    told = _text(replace(made, codebook=book))
    assert "It drew on Weick [1]." in told
    assert "1. Weick, K. E. (1995)" in told


@pytest.mark.parametrize(
    ("reached", "reason", "said"),
    [(6, "", "was reached at 6+2 (base 4 interviews"), (None, "undefined: why", "was undefined")],
)
def test_coverage_is_told_and_cited_where_it_was_worked_out(
    reached: int | None, reason: str, said: str
) -> None:
    found = Coverage((4, 3, 2, 1, 1, 1, 0, 0), 4, 2, 0.05, 10, (), reached, reason)
    assert "Guest" not in _text(a_small_analysis())
    told = _text(replace(a_small_analysis(), coverage=found))
    assert said in told
    assert "threshold 5 %" in told
    assert "Guest" in told


def test_nobody_is_told_that_the_coding_was_checked() -> None:
    told = _text(a_small_analysis())
    assert "The machine's coding was not checked against a person's in this run;" in told
    assert "In this run no coding was corrected by hand." in told


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ((), "reported no problem with any source."),
        (("L01.md",), "reported 1 problem with what was read."),
        (("interviews.csv", "codebook.yaml", ""), "3 problems with what was read."),
        (("a.pdf", "a.pdf"), "2 problems; 1 source was not read."),
        (("a.pdf", "b.pdf", "L01.md"), "3 problems; 2 sources were not read."),
    ],
)
def test_only_sources_without_an_interview_count_as_not_read(
    paths: tuple[str, ...], said: str
) -> None:
    problems = [Problem(path, None, "is broken") for path in paths]
    interviews = [replace(an_interview(id="L01"), source="L01.md")]
    assert said in _text(an_analysis(interviews=interviews, problems=problems))


def test_a_row_that_was_not_read_is_no_whole_source() -> None:
    problems = [Problem("sheet.xlsx", 3, "has no text")]
    told = _text(an_analysis(interviews=[an_interview(id="L01")], problems=problems))
    assert "1 problem with what was read." in told


def test_one_interview_is_one() -> None:
    told = _text(an_analysis(interviews=[an_interview(id="L01", date="")]))
    assert "1 interview with 1 leader (no dates known) was read, in all 0 segments" in told
    assert "This gave 0 codings." in told


def test_without_interviews_nothing_is_claimed() -> None:
    told = _text(an_analysis())
    assert "No interviews were read, and nothing was coded." in told
    assert "Wilson" not in told
    assert "## References" not in told


def test_no_name_stands_in_the_method() -> None:
    told = _text(masked(a_named_analysis(name="Jane Smith")))
    assert "friends of [L05] (1)" in told
    assert "Smith" not in told
    assert "smith" not in told


def test_a_label_that_looks_like_markup_stays_text() -> None:
    book = a_codebook().model_copy(update={"label": "*A* [@nobody] `b`"})
    told = _text(replace(a_small_analysis(), codebook=book))
    assert r"\*A\* [@nobody] \`b\`" in told


def test_how_far_program_and_person_agree_is_told_where_it_was_checked() -> None:
    checked = Checked(("BC",), 1, 6, 30, percent=0.9, kappa=None, alpha=0.61, ac1=0.88)
    told = _text(replace(a_small_analysis(), checked=checked))
    assert "1 interview of 2 (6 segments) was coded whole by a person (BC)" in told
    assert "percent agreement 0.90, Cohen's kappa undefined [" in told
    assert "was not checked" not in told
    assert "Krippendorff, K. (2004)" in told


def test_what_people_decided_is_told() -> None:
    assert "no coding was corrected by hand" in _text(a_small_analysis())
    interview = an_interview(text=TEXT)
    decisions = [a_decision("reject"), a_decision("add", segment=3, coder="CD")]
    laid = lay_over((), lines_of(interview), [interview], decisions, codes=CODES)
    told = _text(replace(a_small_analysis(), laid=laid))
    assert "People (AB, CD) decided on 2 codings of those counted here (1 rejected and" in told
    assert "no coding was corrected by hand" not in told
