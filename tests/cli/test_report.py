"""The report on a terminal."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sensecli.cli.behind import behind
from sensecli.cli.console import plain
from sensecli.cli.report import report
from sensecli.cli.report.gaps import bar
from sensecli.cli.report.layout import wrapped
from sensecli.cli.report.quoting import quoted
from sensecli.cli.whyview import why_json, why_lines
from sensecli.finding.figures import figures
from sensecli.finding.held import held
from sensecli.model import Analysis, Status
from tests.builders import a_codebook, a_coding, a_position, an_interview
from tests.cli.analyses import AGAINST, FAILED, SAID, an_analysis
from tests.cli.conftest import Sense, installed
from tests.finding.drawn import Drawn, projects


def _text(analysis: Analysis, *, width: int = 80, top: int = 5) -> str:
    return "\n".join(plain(line) for line in report(analysis, width=width, top=top))


def _words(analysis: Analysis) -> str:
    return " ".join(_text(analysis).split())


def test_it_begins_with_whom_it_is_for_then_with_what_was_read() -> None:
    said = _words(an_analysis())
    assert said.startswith(
        "Confidential: working copy. "
        "3 interviews, 2 groups, 12 Sep \u2013 21 Nov 2022. 5 codes of \u201cA tiny codebook\u201d"
    )


def test_the_answer_stands_at_the_beginning_and_at_the_end() -> None:
    assert _words(an_analysis()).count("2 of 3 leaders agree") == 2


def test_the_table_has_agreement_action_and_gap() -> None:
    row = next(line for line in _text(an_analysis()).splitlines() if line.startswith("People"))
    assert row.split()[:4] == ["People", "2", "0", "2"]


def test_a_theme_that_nobody_raised_is_named_but_has_no_row() -> None:
    lines = _text(an_analysis()).splitlines()
    assert "Nobody raised 1 theme: Learning." in lines
    assert not any(line.startswith("Learning") for line in lines)


def test_a_finding_is_told_with_the_words_for_it_and_of_its_failure() -> None:
    said = _words(an_analysis())
    assert f"For: \u201c{SAID}\u201d [L01:2]" in said
    assert f"Stopped: \u201c{FAILED}\u201d [L02:3]" in said


def test_dissent_is_counted_and_quoted() -> None:
    assert f"opposes. Against: \u201c{AGAINST}\u201d [L03:4]" in _words(an_analysis())


def test_what_the_same_leaders_name_as_in_the_way_is_told() -> None:
    assert "In the way, for the 2 in the gap: Money (1)." in _words(an_analysis())


def test_only_so_many_findings_are_told_as_were_asked_for() -> None:
    assert "1.\u00a0" not in _text(an_analysis(), top=0)
    assert "For:" not in _text(an_analysis(), top=0)


def test_it_ends_with_the_next_step() -> None:
    last = _text(an_analysis(folder="my study")).splitlines()[-1]
    assert last in {'Next: sense why "my study" people', "Next: sense why 'my study' people"}


def test_a_codebook_of_lenses_alone_shows_just_those() -> None:
    book = a_codebook(themes=(), barriers=(), lenses=("story", "past"))
    said = _text(an_analysis(codebook=book, codings=[a_coding(code="story", text=SAID)]))
    assert "Story: 1 of 3 makes sense in this way." in said
    assert SAID in " ".join(said.split())
    assert "agree" not in said


def test_a_codebook_that_nothing_was_found_on_is_said_so() -> None:
    assert "No passage was found on any code" in _words(an_analysis(codings=[]))


def test_passages_without_a_code_are_listed() -> None:
    assert "inaction: \u201cNobody ever asked.\u201d [L01:9]" in _words(an_analysis())


def test_the_interval_is_shown_where_there_is_room() -> None:
    assert "agree, 95 %" in _text(an_analysis(), width=100)
    assert "agree, 95 %" not in _text(an_analysis(), width=99)


@pytest.mark.parametrize("width", [60, 80, 100, 110])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    book = a_codebook(themes=("a-theme-with-a-name-that-goes-on-" * 3, "people"))
    said = an_analysis(codebook=book)
    lines = _text(said, width=width).splitlines()
    assert max(cell_len(line) for line in lines[:-1]) <= width


@given(st.integers(1, 30), st.data())
def test_a_bar_shows_any_gap_and_any_act(n: int, data: st.DataObject) -> None:
    agree = data.draw(st.integers(0, n))
    act = data.draw(st.integers(0, agree))
    stands = [a_position(status=Status.DONE) for _ in range(act)]
    stands += [a_position() for _ in range(agree - act)]
    stands += [a_position(stance=None) for _ in range(n - agree)]
    drawn = bar(figures(held(stands)))
    assert len(drawn) == 12
    assert ("\u2588" in drawn) == (act > 0)
    assert ("\u2591" in drawn) == (agree > act)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])), st.integers(4, 40))
def test_wrapping_loses_no_character_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrapped(f"{text} and {text}", width)
    assert "".join(lines).replace(" ", "") == f"{text}and{text}"
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We agree.", "\u201cWe agree.\u201d [L01:1]"),
        ('"We agree," she said.', "\u201c\u2018We agree,\u2019 she said.\u201d [L01:1]"),
        ('"We agree."', "\u201cWe agree.\u201d [L01:1]"),
        ("We\n  agree.", "\u201cWe agree.\u201d [L01:1]"),
    ],
)
def test_a_quote_has_typographic_marks(text: str, shown: str) -> None:
    assert quoted(text, "L01:1") == shown


def test_a_long_quote_is_cut_and_the_cut_is_shown() -> None:
    shown = quoted("word " * 200, "L01:1")
    assert shown.endswith("word [\u2026]\u201d [L01:1]")
    assert len(shown) < 350


def test_a_place_is_not_torn_apart() -> None:
    shown = quoted("word " * 13, "L14 00:03:22")
    assert all(("[" in line) == ("]" in line) for line in wrapped(shown, 80))


def test_a_long_codebook_is_cut_and_says_so() -> None:
    themes = [f"theme-{number}" for number in range(60)]
    codings = [a_coding(code=code, text=SAID) for code in themes[:30]]
    said = _words(an_analysis(codebook=a_codebook(themes=themes), codings=codings))
    assert "And 18 more themes with a gap of 1 or less (--format csv)." in said
    assert "Nobody raised 30 themes: Theme-30," in said
    assert "and 18 more." in said


def test_two_themes_more_than_there_is_room_for_are_shown_all_the_same() -> None:
    themes = [f"theme-{number}" for number in range(14)]
    codings = [a_coding(code=code, text=SAID) for code in themes]
    said = _words(an_analysis(codebook=a_codebook(themes=themes), codings=codings))
    assert "more theme" not in said


def test_a_single_leader_is_told_in_the_singular() -> None:
    said = _words(an_analysis(interviews=[an_interview()], codings=[a_coding(code="money")]))
    assert "1 coding, a leader\u2019s own view." in said
    assert "What stands in the way, as 1 leader sees it" in said


_OBSTACLE = "There has never been any money for work of this sort with us here."


def _held_up(*more: str) -> Analysis:
    """Somebody agrees and does not act, and names money, and perhaps more, as in the way."""
    codes = ("money", *more)
    named = [a_coding(segment=n, code=c, text=_OBSTACLE) for n, c in enumerate(codes, start=2)]
    return an_analysis(interviews=[an_interview()], codings=[a_coding(text=SAID), *named])


def test_the_only_barrier_is_not_told_again_below_its_quote() -> None:
    said = _words(_held_up())
    assert f"In the way (Money): \u201c{_OBSTACLE}\u201d" in said
    assert "in the gap: Money" not in said


def test_a_barrier_among_others_is_told_with_them() -> None:
    assert "for the one in the gap: Money (1) and Time (1)." in _words(_held_up("time"))


def test_names_stand_before_the_places_of_quotes() -> None:
    named = replace(an_interview(), name="Helen Astbury")
    said = an_analysis(interviews=[named], codings=[a_coding(segment=17, text=SAID)])
    assert f"\u201c{SAID}\u201d [Helen Astbury, L01:17]" in _words(said)


def test_passages_that_are_all_shown_are_not_called_a_few() -> None:
    said = replace(an_analysis(), missed_total=1)
    assert "What the codebook may have missed (1 passage) inaction:" in _words(said)


def test_lenses_beyond_the_first_are_named_in_one_line() -> None:
    lenses = [f"lens-{number}" for number in range(6)]
    codings = [a_coding(code=code, text=SAID) for code in ("people", *lenses)]
    said = _words(an_analysis(codebook=a_codebook(lenses=lenses), codings=codings))
    assert "And: Lens-4 (1), Lens-5 (1)." in said


@given(projects(), st.integers(40, 110), st.integers(0, 9))
def test_any_analysis_can_be_shown(project: Drawn, width: int, top: int) -> None:
    said = an_analysis(interviews=project.interviews, codings=project.codings)
    assert report(said, width=width, top=top)


@given(projects(), st.sampled_from(["people", "money", "story"]))
def test_what_stands_behind_any_figure_can_be_shown(project: Drawn, code: str) -> None:
    said = an_analysis(interviews=project.interviews, codings=project.codings)
    shown = behind(said, code)
    assert why_lines(shown, width=80)
    assert json.loads(why_json(said, shown))["code"] == code


@pytest.mark.skipif(not installed(), reason="an analysis records the installed version")
def test_the_report_on_the_sample_is_read_in_a_few_screens(sense: Sense, tmp_path: Path) -> None:
    sense("init", tmp_path / "sample", "--sample")
    assert len(sense("analyse", tmp_path / "sample", "-q").stdout.splitlines()) < 125
