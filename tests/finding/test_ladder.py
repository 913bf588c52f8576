from hypothesis import given

from sensecli.finding.figures import figures
from sensecli.finding.held import held
from sensecli.finding.ladder import failures, ladder
from sensecli.model import Position, Status
from tests.builders import a_position
from tests.finding.drawn import of_one_code


def test_the_ladder_lists_all_six_rungs_from_the_lowest() -> None:
    rungs = ["none", "aspiration", "intention", "commitment", "underway", "done"]
    assert ladder({}) == tuple((rung, 0) for rung in rungs)


def test_only_leaders_who_endorse_stand_on_the_ladder() -> None:
    both = [a_position(status="done"), a_position(stance="mixed", status="done")]
    assert dict(ladder(held(both)))[Status.DONE] == 1


def test_failures_are_counted_for_leaders_of_any_stance() -> None:
    said = [
        a_position(failed="inaction"),
        a_position(stance="oppose", failed="inaction"),
        a_position(stance="neutral", failed="stalled"),
        a_position(),
    ]
    assert failures(held(said)) == (("stalled", 1), ("inaction", 2))


@given(of_one_code())
def test_the_ladder_sums_to_those_who_endorse(drawn: list[Position]) -> None:
    assert sum(k for _, k in ladder(held(drawn))) == figures(held(drawn)).counts.endorse


@given(of_one_code())
def test_the_two_upper_rungs_are_those_who_act(drawn: list[Position]) -> None:
    assert sum(k for status, k in ladder(held(drawn)) if status.acts) == figures(held(drawn)).act
