"""The picture of what is agreed and what is planned."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.exporting.pictures.look import SIZE, measured
from sensecli.exporting.pictures.render import svg
from sensecli.model import Analysis, CrossCheck
from tests.builders import an_action
from tests.exporting.followed import a_check, a_followed_analysis, a_records
from tests.exporting.made import a_small_analysis
from tests.exporting.pictures.drawn import absent, drawn, values


def _checked(*checks: CrossCheck) -> Analysis:
    return replace(a_small_analysis(), records=a_records(checks=checks))


def test_each_theme_stands_at_its_agreement_and_its_actions() -> None:
    shown = values(drawn("quadrants", a_followed_analysis()), "theme", "agree", "live", "quadrant")
    assert sorted(shown) == [
        ("Learning", 4, 2, "planned and not agreed"),
        ("People", 19, 0, "agreed and in nobody's plan"),
    ]


def test_the_more_actions_the_higher_a_theme_stands() -> None:
    checks = [a_check(code=f"c{n}", actions=[an_action()] * n) for n in (0, 1, 2, 4, 7, 12)]
    heights = dict(values(drawn("quadrants", _checked(*checks)), "live", "y"))
    assert sorted(heights, key=lambda live: heights[live]) == [12, 7, 4, 2, 1, 0]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 21), st.integers(0, 3)), min_size=1, max_size=30))
def test_no_label_stands_on_another(themes: list[tuple[int, int]]) -> None:
    checks = [
        a_check(code=f"a theme named {at}", endorse=e, act=0, actions=[an_action()] * live)
        for at, (e, live) in enumerate(themes)
    ]
    picture_ = drawn("quadrants", _checked(*checks, a_check()))
    marks = values(picture_, "agree", "y", "said", "side")
    boxes = [(y, *_across(agree, said, side)) for agree, y, said, side in marks]
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[1] or other[2] <= one[1]
        assert abs(one[0] - other[0]) >= SIZE or apart


def _across(agree: int, said: str, side: str) -> tuple[float, float]:
    # Of the plot's width, as the picture has it.
    x = 624 * agree / 21
    return (x - 6, x + measured(said, SIZE) + 8) if side == "left" else (
        x - measured(said, SIZE) - 8, x + 6,
    )  # fmt: skip


def test_the_quadrants_are_named_in_words_with_their_themes() -> None:
    corners = values(drawn("quadrants", a_followed_analysis()), "corner")
    assert set(corners) == {
        "planned and not agreed (1)",
        "agreed and planned (0)",
        "neither (0)",
        "agreed and in nobody's plan (1)",
    }


def test_the_title_counts_the_quadrants() -> None:
    assert drawn("quadrants", a_followed_analysis()).title == (
        "Of 2 themes, 1 is agreed and in nobody's plan, 1 planned and not agreed"
    )


def test_those_who_cannot_see_it_are_told_what_nobody_has_planned() -> None:
    said = drawn("quadrants", a_followed_analysis()).alt
    assert "People: 19 of 21 agree, no action in the plan." in said


def test_more_than_forty_themes_are_cut_and_counted() -> None:
    checks = [a_check(code=f"c{at}", endorse=at % 22, act=0) for at in range(1, 60)]
    found = drawn("quadrants", _checked(*checks))
    assert len(values(found, "theme", "live")) == 40
    assert "Left out:" in found.reading


@pytest.mark.parametrize("n", [1, 2, 400])
def test_it_is_drawn_for_any_number_of_leaders(n: int) -> None:
    assert svg(drawn("quadrants", _checked(a_check(endorse=n, n=n, act=0)))).startswith("<svg")


def test_without_a_register_there_is_no_picture() -> None:
    assert absent("quadrants", a_small_analysis()) == "No register of actions was given."


def test_themes_that_nothing_speaks_of_make_no_picture() -> None:
    silent = _checked(a_check(endorse=0, act=0))
    assert absent("quadrants", silent) == "No leader and no record speaks of any theme."
