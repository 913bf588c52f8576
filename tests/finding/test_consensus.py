from hypothesis import given

from sensecli.finding.consensus import consensus
from sensecli.finding.wilson import wilson
from sensecli.model import Consensus, Point, Position
from tests.builders import a_position
from tests.finding.drawn import of_one_code


def _run(*stances: str | None) -> Consensus:
    return consensus("people", [a_position(stance=stance) for stance in stances])


def test_shares_run_from_leader_to_leader() -> None:
    found = _run("endorse", None, "oppose", "endorse")
    assert [p.of_interviewed for p in found.points] == [1, 1 / 2, 1 / 3, 2 / 4]
    assert [p.of_raised for p in found.points] == [1, 1, 1 / 2, 2 / 3]


def test_unanimity_begins_with_the_first_to_raise_it_and_ends_before_the_first_dissent() -> None:
    found = _run(None, "endorse", None, "endorse", "mixed", "endorse")
    assert found.unanimous_by == Point(interviewed=2, raised=1, endorse=1)
    assert found.unanimous_until == Point(interviewed=4, raised=2, endorse=2)


def test_the_interval_at_unanimity_is_of_those_who_raised_it() -> None:
    assert _run(*["endorse"] * 5, None).interval == wilson(5, 5)


def test_a_dissent_first_means_never_unanimous() -> None:
    found = _run("oppose", "endorse")
    assert (found.unanimous_by, found.unanimous_until) == (None, None)


def test_silence_alone_is_not_unanimous() -> None:
    assert _run(None, None).unanimous_by is None


def test_positions_on_other_codes_are_passed_over() -> None:
    found = consensus("people", [a_position(code="money"), a_position()])
    assert found.points == (Point(1, 1, 1),)


@given(of_one_code())
def test_there_is_one_point_for_each_leader(drawn: list[Position]) -> None:
    found = consensus("people", drawn)
    assert [p.interviewed for p in found.points] == list(range(1, len(drawn) + 1))
