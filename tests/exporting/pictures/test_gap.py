from dataclasses import replace

import pytest

from sensecli.exporting.palette import ACT, AGREE
from sensecli.exporting.pictures.render import spec
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import an_analysis
from tests.exporting.pictures.drawn import a_drawn_analysis, absent, drawn, values


def test_each_row_has_the_figures_of_its_finding() -> None:
    analysis = a_drawn_analysis()

    shown = values(drawn("gap", analysis), "theme", "agree", "act", "gap", "prompted_only")

    assert shown == [
        (f.label, f.figures.counts.endorse, f.figures.act, f.figures.gap, f.prompted_only)
        for f in analysis.findings
    ]
    assert shown[0] == ("People", 6, 1, 5, 1)


def test_the_whisker_is_the_interval_in_leaders() -> None:
    analysis = a_drawn_analysis()
    interval = analysis.findings[0].figures.interval

    low, high = values(drawn("gap", analysis), "low", "high")[0]

    assert (low, high) == (
        pytest.approx(interval.low * 8, abs=0.01),
        pytest.approx(interval.high * 8, abs=0.01),
    )


def test_the_ring_stands_at_agreement_that_nobody_prompted() -> None:
    assert values(drawn("gap"), "unprompted")[0] == 5


def test_the_title_tells_the_widest_gap_and_what_was_prompted() -> None:
    assert drawn("gap").title == '6 of 8 agree on "People" (1 only when prompted), 1 acts on it'


def test_a_gap_without_any_action_says_that_nobody_acts() -> None:
    analysis = an_analysis(
        interviews=[an_interview(id="L01"), an_interview(id="L02"), an_interview(id="L03")],
        codings=[a_coding(interview="L01"), a_coding(interview="L02")],
    )

    assert drawn("gap", analysis).title == '2 of 3 agree on "People", and nobody acts'


def test_one_leader_who_agrees_is_told_as_one() -> None:
    analysis = an_analysis(
        interviews=[an_interview(id="L01"), an_interview(id="L02")],
        codings=[a_coding(interview="L01")],
    )

    assert drawn("gap", analysis).title == '1 of 2 agrees on "People", and does not act on it'


def test_those_who_cannot_see_it_are_told_the_same_figures() -> None:
    said = drawn("gap").alt

    assert "People: 6 of 8 agree, 1 acts on it" in said
    assert "1 agreed only when prompted." in said
    assert "Learning: 1 of 8 agrees" in said


def test_themes_that_nobody_speaks_of_are_named_as_silence() -> None:
    codebook = a_codebook(themes=("people", "learning", "joy"))

    picture = drawn("gap", a_drawn_analysis(codebook=codebook))

    assert values(picture, "theme", "gap") == [("People", 5), ("Learning", 1)]
    assert picture.reading.endswith("Nobody speaks of 1 further theme.")


def test_no_more_than_twenty_themes_are_shown_and_the_rest_are_counted() -> None:
    codes = [f"theme-{at:02d}" for at in range(24)]
    codings = [a_coding(segment=at + 1, code=code) for at, code in enumerate(codes)]
    analysis = an_analysis(
        interviews=[an_interview()], codings=codings, codebook=a_codebook(themes=codes)
    )

    picture = drawn("gap", analysis)

    assert len(values(picture, "gap")) == 20
    assert picture.reading.endswith("Shown are the first 20 of 24 themes.")
    assert picture.alt.endswith("And 19 more.")


def test_nothing_is_drawn_where_nobody_speaks_of_any_theme() -> None:
    analysis = an_analysis(interviews=[an_interview()])

    assert absent("gap", analysis) == "Nobody speaks of any theme."


def test_agreement_is_hollow_and_action_is_filled() -> None:
    marks = [layer["mark"] for layer in spec(drawn("gap"))["layer"]]

    points = {(mark.get("fill"), mark.get("stroke")) for mark in marks if mark["type"] == "point"}

    assert ("#ffffff", AGREE) in points
    assert (ACT, ACT) in points


def test_themes_that_are_cut_to_the_same_label_keep_rows_of_their_own() -> None:
    analysis = a_drawn_analysis()
    same = tuple(replace(f, label="A long label " * 10) for f in analysis.findings)

    themes = values(drawn("gap", replace(analysis, findings=same)), "theme", "gap")

    assert len({theme for theme, _ in themes}) == 2
    assert all(len(theme) <= 42 for theme, _ in themes)
