"""What an added code says to begin with."""

from dataclasses import replace

import pytest

from sensecli.model import Actor, Holder, Speaker, Stance, Status, Values, Verdict
from sensecli.review.likely import likely
from tests.review.made import some_values
from tests.review.reviewed import a_session

PLAINEST = Values(
    "money", Stance.ENDORSE, Status.NONE, Actor.UNSPECIFIED, Holder.LEADER, prompted=False
)
SURE = replace(
    a_session().item,
    values=some_values(stance="oppose", status="done"),
    confidence=0.9,
)


def test_the_plainest_where_nothing_else_is_coded() -> None:
    assert likely("money", Speaker.LEADER, ()) == PLAINEST


def test_the_surest_other_coding_is_followed() -> None:
    unsure = replace(SURE, values=some_values(), confidence=0.2)
    found = likely("money", Speaker.NOTES, (unsure, SURE))
    assert (found.code, found.stance, found.status) == ("money", Stance.OPPOSE, Status.DONE)


def test_a_rejected_coding_is_not_followed() -> None:
    assert likely("money", Speaker.LEADER, (replace(SURE, verdict=Verdict.REJECT),)) == PLAINEST


def test_what_somebody_else_holds_is_not_followed() -> None:
    others = replace(SURE, values=some_values(stance="oppose", holder="other"))
    assert likely("money", Speaker.LEADER, (others,)) == PLAINEST


@pytest.mark.parametrize(
    ("speaker", "holder"),
    [
        (Speaker.LEADER, Holder.LEADER),
        (Speaker.NOTES, Holder.LEADER),
        (Speaker.INTERVIEWER, Holder.INTERVIEWER),
        (Speaker.OTHER, Holder.OTHER),
    ],
)
def test_the_holder_is_who_speaks(speaker: Speaker, holder: Holder) -> None:
    assert likely("money", speaker, ()).holder is holder
