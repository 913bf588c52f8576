"""The findings in plain sentences."""

import pytest

from sensecli.exporting.sentences import (
    barrier_sentence,
    dissent_sentence,
    expected_actor_sentence,
    finding_sentence,
    fragile_sentence,
    headline,
    lens_sentence,
    obstacles_sentence,
    silence_sentence,
)
from sensecli.model import Actor, Codebook, Kind, LeftOut, Node, Status
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import a_figures, a_finding, a_lens, a_small_analysis, an_analysis


def _sentence(*, prompted_only: int = 0, **figures: int) -> str:
    made = a_figures(**figures)
    return finding_sentence(a_finding(made, prompted_only=prompted_only), made.counts.n)


def test_a_finding_is_told_with_every_count() -> None:
    said = _sentence(endorse=19, act=2, act_own=1, failed=5, prompted_only=6)
    assert said == (
        "People: 19 of 21 agree, 2 act on it (1 on their own side);"
        " 5 say outright that it failed. 6 agreed only when prompted."
    )


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"endorse": 21}, "People: all 21 agree, none acts on it."),
        (
            {"endorse": 21, "act": 21, "act_own": 21},
            "People: all 21 agree, and all 21 act on it (all on their own side).",
        ),
        ({"endorse": 5, "act": 1}, "People: 5 of 21 agree, 1 acts on it (not on their own side)."),
        (
            {"endorse": 5, "act": 1, "act_own": 1},
            "People: 5 of 21 agree, 1 acts on it (on their own side).",
        ),
        (
            {"endorse": 5, "act": 2, "act_own": 2},
            "People: 5 of 21 agree, 2 act on it (both on their own side).",
        ),
        ({"endorse": 5, "act": 3}, "People: 5 of 21 agree, 3 act on it (none on their own side)."),
        ({"endorse": 1}, "People: 1 of 21 agrees and does not act on it."),
        (
            {"endorse": 1, "failed": 1},
            "People: 1 of 21 agrees, does not act on it, and says outright that it failed.",
        ),
        (
            {"endorse": 1, "act": 1},
            "People: 1 of 21 agrees and acts on it (not on their own side).",
        ),
        ({"endorse": 0, "oppose": 1}, "People: none of the 21 agrees."),
        ({"endorse": 0}, "People: none of the 21 speaks of it."),
        ({"n": 2, "endorse": 2}, "People: both agree, neither acts on it."),
        ({"n": 1, "endorse": 1}, "People: the one leader agrees and does not act on it."),
        ({"n": 1, "endorse": 0}, "People: the one leader does not speak of it."),
        ({"n": 2, "endorse": 0}, "People: neither speaks of it."),
        (
            {"endorse": 5, "act": 2},
            "People: 5 of 21 agree, 2 act on it (neither on their own side).",
        ),
        ({"n": 0, "endorse": 0}, "People: nobody was interviewed."),
    ],
)
def test_a_finding_is_told_in_correct_english(figures: dict[str, int], said: str) -> None:
    assert _sentence(**figures) == said


def test_a_finding_that_all_were_prompted_into_says_so() -> None:
    assert _sentence(endorse=4, prompted_only=4).endswith("All 4 agreed only when prompted.")


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (
            {"n": 6, "endorse": 1},
            "People: 1 of 6 agrees, but only when prompted, and does not act on it.",
        ),
        (
            {"n": 6, "endorse": 1, "failed": 1},
            (
                "People: 1 of 6 agrees, but only when prompted, does not act on it,"
                " and says outright that it failed."
            ),
        ),
        (
            {"n": 1, "endorse": 1, "act": 1, "act_own": 1},
            (
                "People: the one leader agrees, but only when prompted,"
                " and acts on it (on their own side)."
            ),
        ),
    ],
)
def test_one_who_agrees_only_when_prompted_is_told_as_one_person(
    figures: dict[str, int], said: str
) -> None:
    assert _sentence(**figures, prompted_only=1) == said


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"endorse": 19, "oppose": 1, "mixed": 1}, "2 of 21 do not: 1 opposes, 1 is mixed."),
        ({"endorse": 20, "oppose": 1}, "1 of 21 opposes."),
        ({"endorse": 19, "mixed": 2}, "2 of 21 are mixed."),
        (
            {"endorse": 14, "oppose": 2, "mixed": 1, "neutral": 1},
            "7 of 21 do not: 2 oppose, 1 is mixed, 1 takes no side, 3 do not speak of it.",
        ),
        ({"n": 3, "endorse": 0, "oppose": 2, "mixed": 1}, "2 oppose, 1 is mixed."),
        ({"n": 1, "endorse": 0, "oppose": 1}, "The one leader opposes."),
        ({"n": 2, "endorse": 0, "oppose": 2}, "Both oppose."),
        ({"endorse": 0, "oppose": 21}, "All 21 oppose."),
        ({"endorse": 21}, ""),
        ({"endorse": 18}, ""),
    ],
)
def test_dissent_is_told_with_its_counts(figures: dict[str, int], said: str) -> None:
    assert dissent_sentence(a_finding(a_figures(**figures))) == said


def test_silence_is_told_where_there_is_no_dissent() -> None:
    assert silence_sentence(a_finding(a_figures(endorse=18))) == "3 of 21 do not speak of it."


def test_silence_is_not_told_twice() -> None:
    assert silence_sentence(a_finding(a_figures(endorse=14, oppose=2))) == ""


def test_a_lens_is_told_with_the_gaps_beside_it() -> None:
    lens = a_lens(voiced=14, beside=[("people", 9), ("learning", 4)])
    said = lens_sentence(lens, 21, {"people": "People", "learning": "Learning"})
    assert said == (
        "Story: 14 of 21 make sense in this way, beside the gap on People (9) and Learning (4)."
    )


def test_a_lens_that_one_leader_voices_is_told_in_the_singular() -> None:
    assert lens_sentence(a_lens(voiced=1), 21) == "Story: 1 of 21 makes sense in this way."


def test_a_barrier_is_told_with_what_is_done_about_it() -> None:
    finding = a_finding(a_figures(endorse=12, act=3), label="Money", kind=Kind.BARRIER)
    assert barrier_sentence(finding, 21) == (
        "Money: 12 of 21 say that it stands in the way; 3 say that something is done about it."
    )


@pytest.mark.parametrize(
    ("act", "prompted_only", "said"),
    [
        (0, 0, "and does not say that anything is done about it."),
        (1, 0, "and that something is done about it."),
        (0, 1, "but only when prompted, and does not say that anything is done about it."),
    ],
)
def test_a_barrier_that_one_leader_names_is_told_of_one_person(
    act: int, prompted_only: int, said: str
) -> None:
    figures = a_figures(endorse=1, act=act)
    finding = a_finding(figures, label="Money", kind=Kind.BARRIER, prompted_only=prompted_only)
    begun = "Money: 1 of 21 says that it stands in the way, "
    assert barrier_sentence(finding, 21) == begun + said


def test_so_many_barriers_are_told_as_were_asked_for() -> None:
    finding = a_finding(barriers=[("money", 5), ("time", 1)])
    assert obstacles_sentence(finding, most=1).endswith("in the gap: money (5).")


def test_a_barrier_of_one_leader_in_the_gap_is_told_in_the_singular() -> None:
    finding = a_finding(a_figures(endorse=1), barriers=[("money", 1)])
    assert obstacles_sentence(finding) == "In the way, for the one in the gap: money (1)."


def test_what_stands_in_the_way_is_told_for_those_in_the_gap() -> None:
    finding = a_finding(a_figures(endorse=9, act=2), barriers=[("money", 5), ("time", 1)])
    assert obstacles_sentence(finding, {"money": "Money", "time": "Time"}) == (
        "In the way, for the 7 in the gap: Money (5) and Time (1)."
    )


def test_who_is_looked_to_comes_most_named_first() -> None:
    actors = {Actor.OWN: 5, Actor.OTHERS: 9, Actor.SELF: 1, Actor.UNSPECIFIED: 4}
    assert expected_actor_sentence(a_finding(actors=actors)) == (
        "Of the 19 who agree, 9 look to others to act, 5 to their own organisation"
        " and 1 to themselves; 4 name nobody."
    )


def test_nobody_named_is_told_as_such() -> None:
    said = expected_actor_sentence(a_finding(actors={Actor.UNSPECIFIED: 19}))
    assert said == "None of the 19 who agree names anybody to act."


@pytest.mark.parametrize(
    ("endorse", "actors", "said"),
    [
        (1, {Actor.OTHERS: 1}, "The one who agrees looks to others to act."),
        (1, {Actor.UNSPECIFIED: 1}, "The one who agrees names nobody to act."),
        (2, {Actor.OTHERS: 2}, "Of the 2 who agree, both look to others to act."),
        (2, {Actor.UNSPECIFIED: 2}, "Neither of the 2 who agree names anybody to act."),
        (3, {Actor.OWN: 3}, "Of the 3 who agree, all 3 look to their own organisation to act."),
    ],
)
def test_who_is_looked_to_is_told_in_correct_english(
    endorse: int, actors: dict[Actor, int], said: str
) -> None:
    assert expected_actor_sentence(a_finding(a_figures(endorse=endorse), actors=actors)) == said


def test_nobody_is_looked_to_where_nobody_agrees() -> None:
    assert expected_actor_sentence(a_finding(a_figures(endorse=0))) == ""


def test_a_finding_that_hangs_on_one_organisation_says_so() -> None:
    finding = a_finding(fragile=[LeftOut("Dunmere Trust", 6, 11, 4)])
    assert fragile_sentence(finding) == (
        "Without Dunmere Trust (6 leaders) the gap is 11 and the theme ranks 4th."
    )


def test_a_sturdy_finding_says_nothing_of_organisations() -> None:
    assert fragile_sentence(a_finding()) == ""


def test_the_headline_is_the_widest_gap_in_words() -> None:
    codebook = Codebook(
        id="tiny",
        label="Tiny",
        codes=(Node(id="people", label="People", proposition="People come first (not patients)."),),
    )
    analysis = an_analysis(
        interviews=[an_interview(id=f"L{n}") for n in range(3)],
        codings=[a_coding(interview=f"L{n}") for n in range(2)],
        codebook=codebook,
    )
    assert headline(analysis) == "2 of 3 leaders agree that people come first; neither acts on it."


def test_the_headline_takes_the_label_where_there_is_no_proposition() -> None:
    assert headline(a_small_analysis()) == ('Both leaders agree on "People"; 1 acts on it.')


def test_the_headline_keeps_the_capitals_of_an_abbreviation() -> None:
    codebook = Codebook(
        id="tiny",
        label="Tiny",
        codes=(Node(id="people", label="People", proposition="NHS staff come first"),),
    )
    analysis = an_analysis(interviews=[an_interview()], codings=[a_coding()], codebook=codebook)
    assert headline(analysis) == (
        "The one leader agrees that NHS staff come first, and does not act on it."
    )


def test_the_headline_says_where_most_agree_only_when_prompted() -> None:
    analysis = an_analysis(
        interviews=[an_interview(id=f"L{n}") for n in range(3)],
        codings=[a_coding(interview=f"L{n}", prompted=n > 0) for n in range(3)],
    )
    assert "(2 of them only when prompted)" in headline(analysis)


def test_a_project_of_lenses_has_a_lens_as_headline() -> None:
    analysis = an_analysis(
        interviews=[an_interview()],
        codings=[a_coding(code="story")],
        codebook=a_codebook(themes=(), barriers=()),
    )
    assert headline(analysis) == "Story: the one leader makes sense in this way."


def test_a_project_of_barriers_has_a_barrier_as_headline() -> None:
    analysis = an_analysis(
        interviews=[an_interview()],
        codings=[a_coding(code="money", status=Status.NONE)],
        codebook=a_codebook(themes=(), lenses=()),
    )
    assert headline(analysis).startswith("Money: the one leader says that it stands in the way")


def test_a_project_without_interviews_says_so() -> None:
    assert headline(an_analysis()).startswith("No interviews were read")


def test_interviews_without_a_coding_have_a_headline_too() -> None:
    assert headline(an_analysis(interviews=[an_interview()])) == (
        "No passage was found on any code of the codebook."
    )
