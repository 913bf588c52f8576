from tests.builders import a_coding, an_interview
from tests.exporting.made import an_analysis
from tests.exporting.pictures.drawn import a_drawn_analysis, absent, drawn, values


def test_each_bar_counts_the_leaders_who_look_to_that_actor() -> None:
    analysis = a_drawn_analysis()

    shown = values(drawn("actors", analysis), "theme", "actor", "leaders")

    assert sorted(shown) == sorted(
        (finding.label, str(actor), leaders)
        for finding in analysis.findings
        for actor, leaders in finding.actors
    )
    assert ("People", "unspecified", 3) in shown


def test_the_title_tells_how_many_name_nobody() -> None:
    assert drawn("actors").title == 'Of the 6 who agree on "People", 3 name nobody to act'


def test_those_who_cannot_see_it_are_told_to_whom_leaders_look() -> None:
    assert "3 name nobody" in drawn("actors").alt


def test_nothing_is_drawn_where_nobody_agrees() -> None:
    analysis = an_analysis(interviews=[an_interview()], codings=[a_coding(stance="oppose")])

    assert absent("actors", analysis) == "Nobody agrees on any theme."
