from dataclasses import replace

from tests.builders import a_codebook, a_coding
from tests.exporting.pictures.drawn import a_drawn_analysis, absent, drawn, values


def test_the_curve_has_the_points_of_the_consensus() -> None:
    analysis = a_drawn_analysis()
    points = analysis.consensus[0].points

    shown = values(drawn("consensus", analysis), "theme", "interviewed", "raised", "agree")

    assert [row[1:] for row in shown if row[0] == "people"] == [
        (0, 0, 0),
        *((one.interviewed, one.raised, one.endorse) for one in points),
    ]
    assert shown[-1] == ("learning", 8, 2, 1)


def test_the_diamond_stands_where_unanimity_ends() -> None:
    shown = values(drawn("consensus"), "theme", "interviewed", "until")

    assert [at for theme, at, until in shown if until and theme == "people"] == [6]


def test_a_theme_that_was_never_unanimous_has_no_diamond() -> None:
    shown = values(drawn("consensus"), "theme", "until")

    assert not any(until for theme, until in shown if theme == "learning")


def test_the_title_tells_until_when_all_agreed() -> None:
    assert drawn("consensus").title == (
        'On "People", all who spoke of it agreed up to the 6th leader of 8'
    )


def test_those_who_cannot_see_it_are_told_what_was_prompted() -> None:
    said = drawn("consensus").alt

    assert "People: 6 of 8 agree (1 only when prompted)" in said
    assert "up to leader 6" in said


def test_six_curves_are_drawn_and_the_others_counted() -> None:
    codes = [f"theme-{at}" for at in range(8)]
    codings = [a_coding(segment=at + 1, code=code) for at, code in enumerate(codes)]

    picture = drawn(
        "consensus", a_drawn_analysis(codings=codings, codebook=a_codebook(themes=codes))
    )

    assert len(set(values(picture, "theme"))) == 6
    assert picture.reading.endswith("Shown are the 6 of 8 themes that most agree on.")


def test_nothing_is_drawn_without_a_curve() -> None:
    analysis = replace(a_drawn_analysis(), consensus=())

    assert absent("consensus", analysis) == "Nobody agrees on any theme."
