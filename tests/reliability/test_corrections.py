"""Corrected figures of each code."""

from sensecli.model import CorrectedFigures, Method, Position
from sensecli.reliability.corrections import corrections, strata_by
from tests.builders import a_code, a_position, an_interview

LEADERS = ("L1", "L2", "L3", "L4")


def corrected(machine: list[Position], person: list[Position]) -> CorrectedFigures:
    (found,) = corrections(machine, person, strata={}, codes=[a_code()])
    return found


def test_each_figure_is_corrected_by_its_own_errors() -> None:
    machine = [a_position(leader=leader) for leader in LEADERS]
    person = [
        a_position(leader="L1", status="done"),
        a_position(leader="L2", stance="oppose"),
    ]
    found = corrected(machine, person)
    assert (found.agreement.raw, found.action.raw, found.gap.raw) == (1, 0, 1)
    # 4 - 4/2 agree, 0 + 4/2 act; 4 - 4 in the gap.
    assert (found.agreement.share, found.action.share, found.gap.share) == (0.5, 0.5, 0)


def test_agreement_less_action_is_the_gap() -> None:
    machine = [a_position(leader=leader, status="done") for leader in LEADERS]
    person = [a_position(leader="L1", status="done"), a_position(leader="L2")]
    found = corrected(machine, person)
    assert found.agreement.share is not None
    assert found.action.share is not None
    assert found.gap.share == found.agreement.share - found.action.share == 0.5


def test_a_sampled_leader_without_a_position_is_silent() -> None:
    machine = [a_position(leader=leader) for leader in LEADERS]
    person = [a_position(leader="L1"), a_position(leader="L2", code="learning")]
    assert (corrected(machine, person).agreement.n, corrected(machine, person).agreement.share) == (
        2,
        0.5,
    )


def test_codes_come_in_their_order() -> None:
    codes = [a_code(id="time"), a_code(id="people")]
    found = corrections([a_position()], [a_position()], strata={}, codes=codes)
    assert [one.code for one in found] == ["time", "people"]


def test_with_nobody_coded_by_a_person_all_is_undefined() -> None:
    found = corrected([a_position()], [])
    assert {found.agreement.method, found.action.method, found.gap.method} == {Method.UNDEFINED}


def test_leaders_whom_the_machine_did_not_code_are_left_out() -> None:
    found = corrected([a_position()], [a_position(), a_position(leader="L9")])
    assert (found.agreement.n, found.agreement.of) == (1, 1)


def test_strata_weigh_the_errors() -> None:
    machine = [a_position(leader=leader) for leader in (*LEADERS, "L5", "L6")]
    person = [a_position(leader="L1"), a_position(leader="L5", stance=None)]
    strata = dict.fromkeys(LEADERS, "acute") | dict.fromkeys(("L5", "L6"), "social")
    (found,) = corrections(machine, person, strata=strata, codes=[a_code()])
    # All four of the one group, none of the two of the other.
    assert found.agreement.share == 4 / 6


def test_a_leaders_stratum_is_the_latest_that_is_given() -> None:
    interviews = [
        an_interview(id="b", leader="L1", date="2024-02", group="social"),
        an_interview(id="a", leader="L1", date="2023-02", group="acute"),
        an_interview(id="c", leader="L1", date="2025-02"),
        an_interview(id="d", leader="L2"),
    ]
    assert strata_by(interviews) == {"L1": "social", "L2": ""}
    assert strata_by(interviews[::-1]) == strata_by(interviews)
