from itertools import permutations

import pytest

from sensecli.finding.rounds import latest, latest_rounds, leader_values
from sensecli.model import Interview
from tests.builders import a_position, an_interview


def _round(name: str, *, order: int | None = None, date: str = "", group: str = "") -> Interview:
    return an_interview(
        id=f"{name}-{order}-{date}", leader="L", round=name, order=order, date=date, group=group
    )


@pytest.mark.parametrize(
    ("rounds", "last"),
    [
        ([_round("1"), _round("2")], "2"),
        ([_round("2"), _round("10")], "10"),
        ([_round("", order=1), _round("follow-up", order=2)], "follow-up"),
        ([_round("pre", order=1), _round("post", order=2)], "post"),
        ([_round("pre", date="2024-01-02"), _round("post", date="2024-03-01")], "post"),
        ([_round("1", order=9), _round("2", order=1)], "2"),
        ([_round("2", date="2024-01-02"), _round("1", date="2024-03-01")], "1"),
        ([_round("1", date="9 May 2024"), _round("2", date="1 June 2024")], "2"),
        ([_round("1", date="2024-01-02"), _round("2")], "2"),
        ([_round("a"), _round("b")], "b"),
    ],
)
def test_the_latest_round_goes_by_date_then_number_then_order(
    rounds: list[Interview], last: str
) -> None:
    assert [latest_rounds(some) for some in permutations(rounds)] == [{"L": last}] * 2


def test_each_leader_has_a_latest_round_of_their_own() -> None:
    interviews = [_round("1"), _round("2"), an_interview(id="M", round="1")]
    assert latest_rounds(interviews) == {"L": "2", "M": "1"}


def test_only_positions_of_the_latest_round_are_left() -> None:
    both = [a_position(leader="L", round="1"), a_position(leader="L", round="2")]
    assert latest(both, [_round("1"), _round("2")]) == (both[1],)


def test_a_leaders_group_is_that_of_the_latest_round() -> None:
    interviews = [_round("2", order=1, group="north"), _round("1", order=2, group="south")]
    assert leader_values(interviews, "group") == {"L": "north"}


def test_an_empty_group_does_not_hide_an_earlier_one() -> None:
    interviews = [_round("1", group=" south "), _round("2")]
    assert leader_values(interviews, "group") == {"L": "south"}
