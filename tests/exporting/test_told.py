"""The paragraphs of the report."""

from dataclasses import replace

import pytest

from sensecli.exporting.told import (
    bounds_sentence,
    differing,
    dissent,
    evidence,
    finding_paragraph,
    missed_sentence,
    read_sentences,
    silent_sentence,
    top,
)
from sensecli.model import Figures
from tests.builders import a_coding, an_interview
from tests.exporting.made import (
    a_figures,
    a_finding,
    a_quote,
    a_small_analysis,
    an_analysis,
)

_QUIET = "do not speak of any action"


def _bounded(*, endorse: int, act: int, low: float) -> Figures:
    return replace(a_figures(endorse=endorse, act=act), gap_low=low)


def test_what_was_read_is_counted() -> None:
    said, groups = read_sentences(a_small_analysis())
    assert said.startswith("2 interviews with 2 leaders, 12 Sep \u2013 19 Sep 2022. 6 codings")
    assert groups == "Groups: acute (1) and mental (1)."


def test_no_interviews_are_said_to_be_none() -> None:
    assert read_sentences(an_analysis()) == ("No interviews were read.",)


@pytest.mark.parametrize(
    ("endorse", "act", "low", "said"),
    [
        (
            18,
            0,
            2 / 18,
            "Of the 18 in the gap, 2 say outright that it failed; 16 do not speak of any action.",
        ),
        (
            13,
            8,
            0.0,
            f"None of the 5 in the gap says outright that it failed: they {_QUIET}.",
        ),
        (4, 0, 1.0, "All 4 in the gap say outright that it failed."),
        (
            2,
            0,
            0.5,
            "Of the 2 in the gap, 1 says outright that it failed; 1 does not speak of any action.",
        ),
        (5, 4, 0.2, "The one in the gap says outright that it failed."),
        (5, 4, 0.0, "The one in the gap does not speak of any action."),
        (5, 5, 0.0, ""),
        (1, 0, 1.0, ""),
    ],
)
def test_the_bounds_of_the_gap_are_leaders(endorse: int, act: int, low: float, said: str) -> None:
    assert bounds_sentence(a_finding(_bounded(endorse=endorse, act=act, low=low))) == said


def test_a_findings_paragraph_leaves_its_label_to_the_heading() -> None:
    said = finding_paragraph(a_finding(a_figures(endorse=19, act=2)), {})
    assert said.startswith("19 of 21 agree, 2 act on it")
    assert "People" not in said


def test_a_findings_paragraph_names_silence() -> None:
    assert "2 of 21 do not speak of it." in finding_paragraph(a_finding(a_figures(endorse=19)), {})


def test_the_top_findings_have_a_gap() -> None:
    shown = replace(
        a_small_analysis(), findings=(a_finding(), a_finding(a_figures(endorse=3, act=3)))
    )
    assert len(top(shown)) == 1


def test_dissent_from_the_top_findings_is_not_told_twice() -> None:
    top_one = a_finding(a_figures(endorse=19, oppose=2))
    other = a_finding(a_figures(endorse=0, oppose=2), code="learning")
    shown = replace(a_small_analysis(), findings=(top_one, other))
    assert [one.code for one in differing(shown)] == ["learning"]


def test_evidence_and_dissent_are_kept_apart() -> None:
    quotes = [a_quote(why=why) for why in ("endorsement", "dissent", "failure", "action")]
    finding = a_finding(quotes=quotes)
    assert [one.why for one in evidence(finding)] == ["endorsement", "failure"]
    assert [one.why for one in dissent(finding)] == ["dissent"]


def test_themes_that_nobody_speaks_of_are_named() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding()])
    assert silent_sentence(made) == "Nobody speaks of: Learning."


@pytest.mark.parametrize(
    ("total", "said"), [(1, "1 passage of leaders says"), (2, "2 passages of leaders say")]
)
def test_missed_passages_are_counted(total: int, said: str) -> None:
    assert missed_sentence(replace(a_small_analysis(), missed_total=total)).startswith(said)
