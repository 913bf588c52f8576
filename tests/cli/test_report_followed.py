"""Records and movement on a terminal."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from sensecli.cli.console import plain
from sensecli.cli.report import report
from sensecli.model import Analysis
from tests.builders import an_action
from tests.exporting.followed import (
    a_between,
    a_check,
    a_comparison,
    a_followed_analysis,
    a_moved,
    a_records,
)
from tests.exporting.made import a_small_analysis


def _text(analysis: Analysis, *, width: int = 80) -> str:
    return "\n".join(plain(line) for line in report(analysis, width=width, top=0))


def _words(analysis: Analysis) -> str:
    return " ".join(_text(analysis).split())


def test_without_records_the_report_tells_of_none() -> None:
    said = _text(a_small_analysis())
    assert "Did action follow" not in said
    assert "And then:" not in said
    assert "What moved" not in said


def test_the_last_word_stands_at_the_end_too() -> None:
    said = _words(a_followed_analysis())
    assert said.count("Agreed by 19 of 21 leaders, and in nobody's plan: People.") == 2


def test_the_table_has_interviews_beside_the_plan() -> None:
    lines = _text(a_followed_analysis()).splitlines()
    at = lines.index("Planned and not agreed (1)")
    assert lines[at + 1].split() == ["Learning", "4", "1", "2", "1", "1", "1", "0"]


def test_a_narrow_screen_keeps_agreement_action_and_plan() -> None:
    lines = _text(a_followed_analysis(), width=50).splitlines()
    at = lines.index("Planned and not agreed (1)")
    assert lines[at + 1].split() == ["Learning", "4", "1", "2"]
    assert "agree, act: leaders. plan: actions on it." in lines


def test_a_contradiction_has_both_places() -> None:
    said = _words(a_followed_analysis())
    assert "\u201cThe study days stopped in the spring.\u201d [L02:3]" in said
    assert "\u201cTrain the link nurses\u201d [actions.xlsx, Plan, row 5] Owner Head of" in said


def test_many_themes_of_a_quadrant_are_cut_and_counted() -> None:
    checks = [a_check(code=f"theme-{at}", actions=[an_action()]) for at in range(12)]
    said = _text(replace(a_small_analysis(), records=a_records(checks=checks)))
    assert "And 4 more themes (--format html)." in said


def test_what_moved_is_told_in_short() -> None:
    lines = _text(a_followed_analysis()).splitlines()
    at = lines.index("What moved from round 1 to round 2")
    assert lines[at + 1] == (
        "Of 2 undertakings of round 1, 1 was kept and 1 was not mentioned again."
    )
    row = next(line for line in lines[at:] if line.startswith("People"))
    assert row.replace("\u00a0", " ").split() == [
        "People",
        "1",
        "0",
        *"10 \u2192 11 2 \u2192 5".split(),
    ]


def test_many_themes_that_moved_are_cut_and_counted() -> None:
    between = a_between(themes=[a_moved(code=f"theme-{at}") for at in range(9)])
    said = _text(replace(a_small_analysis(), comparison=a_comparison(between)))
    assert "And 3 more themes that somebody moved on." in said


@pytest.mark.parametrize("width", [60, 80, 110])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    lines = _text(a_followed_analysis(), width=width).splitlines()
    assert max(cell_len(line) for line in lines[:-1]) <= width
