from dataclasses import replace

from tests.builders import an_interview
from tests.exporting.pictures.drawn import (
    a_drawn_analysis,
    absent,
    drawn,
    eight_leaders,
    values,
    what_they_say,
)


def test_each_cell_has_the_figures_of_its_group() -> None:
    analysis = a_drawn_analysis()

    shown = values(drawn("groups", analysis), "row", "group", "agree", "act", "n")

    assert shown == [
        (f.label, one.group, one.figures.counts.endorse, one.figures.act, one.figures.counts.n)
        for f in analysis.findings
        for one in f.by_group
    ]
    assert ("People", "acute", 5, 1, 5) in shown


def test_a_cell_says_its_counts_and_never_a_percentage() -> None:
    texts = dict(zip(*zip(*values(drawn("groups"), "group", "text")[:2], strict=True), strict=True))

    assert texts == {"acute": "5 of 5, 1 acts", "primary": "1 of 3, 0 act"}


def test_a_group_that_says_nothing_of_a_theme_is_silent() -> None:
    codings = [one for one in what_they_say() if one.interview < "L06"]

    shown = values(drawn("groups", a_drawn_analysis(codings=codings)), "group", "text")

    assert shown[1] == ("primary", "silent")


def test_the_header_counts_the_leaders_of_the_group() -> None:
    assert values(drawn("groups"), "column")[:2] == ["acute\n5 leaders", "primary\n3 leaders"]


def test_the_title_sets_the_groups_apart_by_their_counts() -> None:
    assert drawn("groups").title == 'On "People", 1 of 3 in primary agree, and 5 of 5 in acute'


def test_nothing_is_drawn_where_no_leader_has_a_group() -> None:
    interviews = [replace(one, group="") for one in eight_leaders()]

    assert absent("groups", a_drawn_analysis(interviews=interviews)) == (
        "No interview tells its leader's group."
    )


def test_more_groups_than_there_is_room_for_are_counted() -> None:
    interviews = [an_interview(id=f"L{at:02d}", group=f"group {at:02d}") for at in range(1, 11)]

    picture = drawn("groups", a_drawn_analysis(interviews=interviews))

    assert len(set(values(picture, "group"))) == 8
    assert picture.reading.endswith("Left out are 2 groups.")
