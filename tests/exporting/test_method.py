"""The notes on method."""

from dataclasses import replace

import pytest

from sensecli.exporting.method import METHOD, coverage_sentence, made_by, method_sentences
from sensecli.model import Coverage
from tests.exporting.made import a_small_analysis, an_analysis


def _reached(*new: int) -> Coverage:
    return Coverage(new, 4, 2, 0.05, sum(new[:4]), (), 6, "")


@pytest.mark.parametrize(
    ("last", "said"), [(0, "no new code"), (1, "1 new code"), (2, "2 new codes")]
)
def test_coverage_is_told_in_codes(last: int, said: str) -> None:
    told = coverage_sentence(_reached(9, 6, 5, 4, 2, 1, 0, last))
    assert "reached at 6+2" in told
    assert f"gave 24 codes, and the 2 after the 6th brought {said}." in told


def test_new_codes_after_the_run_are_not_told() -> None:
    assert "brought no new code." in coverage_sentence(_reached(9, 6, 5, 4, 2, 1, 0, 0, 3))


def test_coverage_is_no_saturation() -> None:
    assert "of coverage, not of saturation" in coverage_sentence(_reached(4, 3, 2, 1, 1, 1, 0, 0))


def test_coverage_that_is_undefined_has_its_reason() -> None:
    undefined = Coverage((1, 1, 0), 4, 2, 0.05, 2, (), None, "undefined: 3 interviews, not 6")
    assert coverage_sentence(undefined) == (
        "Code coverage, after Guest, Namey and Chen (2020), is undefined: 3 interviews, not 6."
    )


def test_coverage_that_nobody_worked_out_is_said_to_be_so() -> None:
    assert coverage_sentence(None) == "Code coverage was not worked out."


def test_the_method_ends_with_the_versions() -> None:
    assert method_sentences(a_small_analysis())[-1] == (
        "Program: sense 0.1.0; Codebook: A tiny codebook (tiny), version 1; Codebook hash: c0de;"
        " Language model: en_tiny 1 (m0de1); Encoder: none, cues and rules alone decided;"
        " Coded by: rules."
    )


def test_an_encoder_is_known_by_its_hash() -> None:
    made = a_small_analysis()
    made = replace(made, engine=replace(made.engine, encoder_hash="e4c0"))
    assert dict(made_by(made))["Encoder"] == "e4c0"


def test_nothing_coded_is_coded_by_nobody() -> None:
    assert dict(made_by(an_analysis()))["Coded by"] == "nobody, no passage was coded"


@pytest.mark.parametrize(
    "said", ["chosen, not sampled", "Silence about action is not inaction", "personal data"]
)
def test_the_method_says_what_the_figures_do_not(said: str) -> None:
    assert said in " ".join(told for _, told in METHOD)
