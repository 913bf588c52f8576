from dataclasses import replace

from sensecli.finding.turnover import turnover
from sensecli.model import ChangedRole, Interview
from tests.builders import an_interview


def _met(leader: str, name: str, *, role: str = "", home: str = "") -> Interview:
    one = an_interview(id=f"{leader}-{name}", leader=leader, round=name, organisation=home)
    return replace(one, role=role)


def test_who_was_met_twice_who_left_and_who_is_new() -> None:
    found = turnover([_met("A", "1"), _met("B", "1")], [_met("C", "2"), _met("B", "2")])
    assert (found.stayed, found.left, found.new) == (("B",), ("A",), ("C",))


def test_another_role_is_told_and_another_organisation_with_it() -> None:
    earlier = [
        _met("A", "1", role="Nurse", home="Trust"),
        _met("B", "1", role="Chair", home="Trust"),
    ]
    later = [_met("A", "2", role="Chief", home="Trust"), _met("B", "2", role="Chair", home="Board")]
    assert turnover(earlier, later).changed == (
        ChangedRole("A", "Nurse", "Chief"),
        ChangedRole("B", "Chair, Trust", "Chair, Board"),
    )


def test_a_role_that_one_round_does_not_give_is_no_change() -> None:
    found = turnover([_met("A", "1", role="Nurse")], [_met("A", "2")])
    assert (found.stayed, found.changed) == (("A",), ())


def test_the_same_role_in_another_spelling_is_no_change() -> None:
    found = turnover([_met("A", "1", role="Chief  Nurse")], [_met("A", "2", role="chief nurse")])
    assert (found.stayed, found.changed) == (("A",), ())
