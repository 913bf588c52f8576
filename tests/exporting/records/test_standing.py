"""How an action stands, in words."""

import pytest

from sensecli.exporting.records.standing import MINUTED, PROGRESS, QUADRANTS, standing
from sensecli.model import Action, Minuted, Progress, Quadrant
from tests.builders import an_action
from tests.exporting.followed import DAY


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (an_action(due="2023-12-31"), "owner Head of Therapies, due 31 Dec 2023, in progress"),
        (an_action(), "owner Head of Therapies, due 31 Mar 2023 (overdue), in progress"),
        (an_action(progress="done"), "owner Head of Therapies, due 31 Mar 2023, done"),
        (an_action(owner=" ", due="", progress="unstated"), "no owner, no date, no status"),
        (an_action(owner="", due="", due_said="TBC"), "no owner, due \u201cTBC\u201d, in progress"),
    ],
)
def test_owner_date_and_status_are_told(action: Action, said: str) -> None:
    assert standing(action, DAY) == said


def test_every_value_has_its_words() -> None:
    assert set(PROGRESS) == set(Progress)
    assert set(MINUTED) == set(Minuted)
    assert set(QUADRANTS) == set(Quadrant)
