"""The picture of what moved between rounds."""

from dataclasses import replace

from sensecli.exporting.pictures.render import svg
from sensecli.model import Analysis, ThemeMovement
from tests.exporting.followed import a_between, a_comparison, a_followed_analysis, a_moved
from tests.exporting.made import a_small_analysis
from tests.exporting.pictures.drawn import absent, drawn, values


def _moved(*themes: ThemeMovement) -> Analysis:
    comparison = a_comparison(a_between(themes=themes))
    return replace(a_small_analysis(), comparison=comparison)


def test_each_theme_has_its_ups_and_downs_and_then_and_now() -> None:
    keys = ("theme", "up", "down", "agree_before", "agree_after", "act_before", "act_after")
    shown = values(drawn("movement", _moved(a_moved(up=3, down=1))), *keys)
    assert set(shown) == {("People", 3, -1, 10, 11, 2, 5)}


def test_themes_on_which_nobody_moved_are_counted_in_words() -> None:
    found = drawn("movement", a_followed_analysis())
    assert set(values(found, "theme")) == {"People"}
    assert found.reading.endswith("Nobody moved on 1 further theme.")


def test_those_who_cannot_see_it_are_told_the_same_figures() -> None:
    assert drawn("movement", a_followed_analysis()).alt == (
        "People, from round 1 to round 2: 1 up; of 12, 10 then 11 agree, 2 then 5 act."
    )


def test_the_title_tells_where_most_moved() -> None:
    assert drawn("movement", a_followed_analysis()).title == (
        'Most movement from round 1 to round 2 is on "People": 1 up'
    )


def test_of_three_rounds_it_shows_the_first_and_the_last() -> None:
    whole = replace(a_between(themes=[a_moved(code="rest", down=2)]), after="round 3")
    three = a_comparison(a_between(), overall=whole)
    found = drawn("movement", replace(a_small_analysis(), comparison=three))
    assert set(values(found, "theme")) == {"Rest"}


def test_no_more_than_twenty_themes_are_shown() -> None:
    found = drawn("movement", _moved(*(a_moved(code=f"theme-{at}") for at in range(25))))
    assert len(set(values(found, "theme"))) == 20
    assert "Shown are the first 20 of 25 themes." in found.reading


def test_it_can_be_drawn_where_all_move_down() -> None:
    assert svg(drawn("movement", _moved(a_moved(up=0, down=4)))).startswith("<svg")


def test_without_two_rounds_there_is_no_picture() -> None:
    said = "There are no two rounds of interviews to compare."
    assert absent("movement", a_small_analysis()) == said


def test_where_nobody_moved_that_is_said_in_its_place() -> None:
    assert absent("movement", _moved(a_moved(up=0))).endswith("stand where they stood.")
