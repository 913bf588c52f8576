from dataclasses import replace

from tests.builders import a_coding
from tests.exporting.pictures.drawn import a_drawn_analysis, absent, drawn, eight_leaders, values


def test_each_bar_counts_what_its_interview_is_the_first_to_have() -> None:
    assert values(drawn("coverage"), "interview", "new", "total") == [
        (1, 2, 2),
        (2, 2, 4),
        *((at, 0, 4) for at in range(3, 9)),
    ]


def test_the_run_that_reached_coverage_is_marked() -> None:
    picture = drawn("coverage")

    assert values(picture, "from", "to", "name") == [
        (0.6, 4.4, "base of 4"),
        (4.6, 6.4, "reached: 4+2"),
    ]
    assert picture.title == "Code coverage 4+2: after 4 interviews, the next 2 brought no new code"


def test_coverage_that_is_not_reached_is_drawn_and_said() -> None:
    codes = [a_coding(interview=f"L{at:02d}", code=f"code-{at}") for at in range(1, 9)]
    picture = drawn("coverage", a_drawn_analysis(codings=codes))

    assert "not reached within 8 interviews" in picture.title
    assert values(picture, "name") == ["base of 4"]


def test_undefined_coverage_gives_its_reason() -> None:
    analysis = a_drawn_analysis(interviews=eight_leaders()[:5])

    said = "is undefined: 5 interviews, and it takes 6."

    assert absent("coverage", analysis).endswith(said)


def test_coverage_that_was_not_worked_out_is_absent() -> None:
    analysis = replace(a_drawn_analysis(), coverage=None)

    assert absent("coverage", analysis) == "Code coverage was not worked out."


def test_those_who_cannot_see_it_are_told_the_counts() -> None:
    assert drawn("coverage").alt.startswith("New codes by interview: 2, 2, 0, 0, 0, 0, 0, 0;")
