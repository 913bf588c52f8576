"""The report in Markdown."""

from dataclasses import replace

import pytest

from sensecli.exporting.markdown import findings_markdown
from sensecli.exporting.mdtext import block_quote, escaped, table
from sensecli.exporting.method import coverage_sentence
from sensecli.finding.coverage import coverage
from sensecli.model import Analysis, Missed, Notice, Problem, Status
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import (
    a_figures,
    a_finding,
    a_lens,
    a_quote,
    a_small_analysis,
    an_analysis,
)


def _report(analysis: Analysis | None = None) -> str:
    return findings_markdown(analysis or a_small_analysis()).decode()


def _headings(report: str) -> list[str]:
    return [line[3:] for line in report.splitlines() if line.startswith("## ")]


def test_the_report_says_first_whom_it_is_for_and_what_was_read() -> None:
    assert _report().split("\n\n")[1] == "*Confidential: working copy*"
    assert _report().split("\n\n")[2] == (
        "2 interviews with 2 leaders, 12 Sep \u2013 19 Sep 2022. 6 codings, 5 of them"
        ' leaders\' own views, by the codebook "A tiny codebook", version 1.'
    )


def test_the_groups_are_counted_by_leader() -> None:
    assert "Groups: acute (1) and mental (1)." in _report()


def test_the_answer_stands_before_any_section() -> None:
    assert '**Both leaders agree on "People"; 1 acts on it.**' in _report().split("## ")[0]


def test_each_theme_has_a_row_of_figures() -> None:
    assert "| People | 2 | 1 | 1 | 1 | 0 | 1 | 0 | 34–100 % |" in _report()


def test_themes_that_nobody_speaks_of_are_named() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding()])
    assert "Nobody speaks of: Learning." in _report(made)


def test_a_striking_finding_has_two_quotes() -> None:
    quotes = [a_quote(why=why) for why in ("endorsement", "failure", "action")]
    made = replace(a_small_analysis(), findings=(a_finding(quotes=quotes),))
    assert _report(made).split("## What stands")[0].count("> People come first.") == 2


def test_dissent_has_its_count_and_one_quote() -> None:
    quotes = [a_quote(text="No.", why="dissent")]
    finding = a_finding(a_figures(endorse=20, oppose=1), quotes=quotes)
    made = replace(a_small_analysis(), findings=(finding,))
    assert "1 of 21 opposes.\n\n> No.\n>\n> (L01:1)" in _report(made)


def test_dissent_from_a_theme_without_a_gap_is_told_too() -> None:
    assert "### Learning\n\n" in _report().split("## Where else leaders differ")[1]


def test_a_quote_has_its_place() -> None:
    assert "> This is what the leader said in sentence 01.\n>\n> (L02:1)" in _report()


def test_the_bounds_of_the_gap_are_leaders_and_no_shares() -> None:
    striking = _report().split("## Where leaders agree and do not act")[1].split("## ")[0]
    assert "The one in the gap does not speak of any action." in _report()
    assert "%" not in striking


@pytest.mark.parametrize("new", [(1, 1), (2, 2, 0, 0, 0, 0)])
def test_coverage_is_told_reached_or_not(new: tuple[int, ...]) -> None:
    found = coverage(new)
    report = _report(replace(a_small_analysis(), coverage=found))
    assert f"turning up\n\n{coverage_sentence(found)}\n\n" in report


def test_barriers_have_a_table() -> None:
    assert "| Money | 1 | 0 | 0 | 0 | 0 |" in _report()


def test_lenses_come_after_the_barriers() -> None:
    headings = _headings(_report())
    assert headings.index("How leaders make sense of it") > headings.index("What stands in the way")


def test_lenses_are_left_out_where_nobody_voices_one() -> None:
    made = replace(a_small_analysis(), lenses=(a_lens(voiced=0),))
    assert "How leaders make sense of it" not in _headings(_report(made))


def test_a_codebook_of_lenses_alone_leads_with_them() -> None:
    made = an_analysis(
        interviews=[an_interview()],
        codings=[a_coding(code="story")],
        codebook=a_codebook(themes=(), barriers=()),
    )
    assert _headings(_report(made))[0] == "How leaders make sense of it"


def test_what_the_codebook_missed_is_quoted() -> None:
    missed = Missed("L01", 0, 7, "L01:1", "We want rest.", Status.ASPIRATION)
    made = replace(a_small_analysis(), missed=(missed,), missed_total=1)
    assert "no code caught it.\n\n> We want rest." in _report(made)


@pytest.mark.parametrize(
    "said", ["chosen, not sampled", "Silence about action is not inaction", "personal data"]
)
def test_the_notes_on_method_say_what_the_figures_do_not(said: str) -> None:
    assert said in _report().replace("\n", " ")


def test_problems_and_notices_are_listed() -> None:
    made = an_analysis(problems=[Problem("a.md", 3, "is broken")], notices=[Notice("No dates.")])
    assert "## Problems\n\n- a.md:3: is broken.\n\n## Notices\n\n- No dates." in _report(made)


def test_a_project_without_interviews_has_a_report() -> None:
    assert "No interviews were read" in _report(an_analysis())


def test_a_label_with_a_pipe_and_a_line_break_keeps_its_row() -> None:
    assert table(("Theme", "Agree"), [("a|b\nc", 3)]).splitlines()[2] == "| a\\|b c | 3 |"


def test_a_quote_of_several_lines_stays_one_quote() -> None:
    lines = block_quote(a_quote(text="First.\n\n# Second.")).splitlines()
    assert lines == ["> First.", "> \\# Second.", ">", "> (L01:1)"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("*all* of_it", "\\*all\\* of\\_it"),
        ("<b>", "\\<b\\>"),
        ("- first", "\\- first"),
        ("1. first", "1\\. first"),
        ("[L05] said", "[L05] said"),
        ("[here](there)", "[here\\](there)"),
        ("R&amp;D and R&D", "R\\&amp;D and R&D"),
    ],
)
def test_what_means_something_to_markdown_is_escaped(said: str, shown: str) -> None:
    assert escaped(said) == shown
