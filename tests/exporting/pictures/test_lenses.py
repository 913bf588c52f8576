from dataclasses import replace

from tests.builders import a_coding
from tests.exporting.pictures.drawn import (
    a_drawn_analysis,
    absent,
    drawn,
    eight_leaders,
    values,
    what_they_say,
)


def test_each_cell_counts_who_of_the_group_voices_the_lens() -> None:
    shown = values(drawn("lenses"), "lens", "column", "leaders", "of")

    assert shown[:2] == [("story", "acute (5)", 1, 5), ("story", "primary (3)", 0, 3)]


def test_beside_stands_who_in_each_gap_voices_it() -> None:
    analysis = a_drawn_analysis()
    finding, lens = analysis.findings[0], analysis.lenses[0]

    shown = values(drawn("lenses", analysis), "theme", "leaders", "of")

    assert shown == [("people", dict(lens.beside)["people"], finding.figures.gap)]


def test_a_leader_who_is_mixed_about_a_lens_voices_it() -> None:
    mixed = a_coding(interview="L06", segment=5, code="story", stance="mixed")

    shown = values(
        drawn("lenses", a_drawn_analysis(codings=[*what_they_say(), mixed])), "column", "leaders"
    )

    assert ("primary (3)", 1) in shown


def test_without_groups_only_the_gaps_are_drawn() -> None:
    interviews = [replace(one, group="") for one in eight_leaders()]

    assert values(drawn("lenses", a_drawn_analysis(interviews=interviews)), "column") == [
        "People (5)"
    ]


def test_without_groups_and_gaps_all_leaders_stand_together() -> None:
    interviews = [replace(one, group="") for one in eight_leaders()]
    analysis = a_drawn_analysis(interviews=interviews, codings=[a_coding(code="story")])

    assert values(drawn("lenses", analysis), "column", "leaders") == [("all leaders (8)", 1)]


def test_the_title_tells_the_lens_that_most_voice() -> None:
    assert drawn("lenses").title == ('"Story": 1 of 8 voices it, 1 of them in the gap on "People"')


def test_nothing_is_drawn_where_nobody_voices_a_lens() -> None:
    codings = [one for one in what_they_say() if one.code != "story"]

    assert absent("lenses", a_drawn_analysis(codings=codings)) == (
        "Nobody voices any lens of the codebook."
    )
