from collections import Counter

from tests.builders import a_coding, an_interview
from tests.exporting.made import an_analysis
from tests.exporting.pictures.drawn import a_drawn_analysis, absent, drawn, values


def test_each_segment_counts_the_leaders_on_its_rung() -> None:
    analysis = a_drawn_analysis()

    shown = values(drawn("ladder", analysis), "theme", "status", "leaders")

    assert shown == [
        (finding.label, str(status), leaders)
        for finding in analysis.findings
        for status, leaders in finding.ladder
        if leaders
    ]
    assert ("People", "none", 3) in shown


def test_the_segments_of_a_bar_join_without_a_gap_and_end_at_those_who_agree() -> None:
    bar = [
        (start, end)
        for theme, start, end in values(drawn("ladder"), "theme", "from", "to")
        if theme == "People"
    ]

    assert [start for start, _ in bar] == [0, *(end for _, end in bar[:-1])]
    assert bar[-1][1] == 6


def test_each_leader_who_says_that_it_failed_has_a_mark_apart() -> None:
    analysis = a_drawn_analysis()

    marks = Counter(values(drawn("ladder", analysis), "theme", "status", "nth"))

    assert marks == {("People", "stalled", 1): 1}
    assert values(drawn("ladder", analysis), "theme", "failed") == [("People", 1), ("Learning", 0)]


def test_the_title_tells_how_many_voice_nothing_but_a_view() -> None:
    assert (
        drawn("ladder").title == 'Of the 6 who agree on "People", 3 voice no wish, plan or action'
    )


def test_those_who_cannot_see_it_are_told_rungs_and_failures() -> None:
    assert drawn("ladder").alt.startswith(
        "People: of 6 who agree, 3 a view only, 1 aspiration, 1 intention and 1 done;"
        " said to have failed: 1 stalled."
    )


def test_nothing_is_drawn_where_nobody_agrees() -> None:
    analysis = an_analysis(interviews=[an_interview()], codings=[a_coding(stance="oppose")])

    assert absent("ladder", analysis) == "Nobody agrees on any theme."
