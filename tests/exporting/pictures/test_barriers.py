from tests.exporting.pictures.drawn import (
    a_drawn_analysis,
    absent,
    drawn,
    values,
    what_they_say,
)


def test_each_cell_counts_who_in_the_gap_names_the_barrier() -> None:
    analysis = a_drawn_analysis()
    finding = analysis.findings[0]

    shown = values(drawn("barriers", analysis), "row", "code", "leaders", "gap")

    assert shown == [("People", "money", 2, 5)]
    assert finding.barriers == (("money", 2),)


def test_the_row_ends_in_how_many_are_in_the_gap() -> None:
    assert values(drawn("barriers"), "row", "of") == [("People", "of 5")]


def test_the_title_tells_the_barrier_that_most_name() -> None:
    assert drawn("barriers").title == '2 of 5 in the gap on "People" name "Money" as in the way'


def test_those_who_cannot_see_it_are_told_the_barriers() -> None:
    assert drawn("barriers").alt == "People: In the way, for the 5 in the gap: Money (2)."


def test_themes_without_a_barrier_are_counted() -> None:
    assert drawn("barriers").reading.endswith("No barrier is named in the gap on 1 further theme.")


def test_nothing_is_drawn_where_no_barrier_is_named() -> None:
    codings = [one for one in what_they_say() if one.code != "money"]

    assert absent("barriers", a_drawn_analysis(codings=codings)) == (
        "Nobody who agrees on a theme and does not act on it names a barrier."
    )
