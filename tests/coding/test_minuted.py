"""What a passage of a minute records."""

import pytest

from sensecli.coding.minuted import minuted
from sensecli.model import Minuted, Status


@pytest.mark.parametrize(
    ("line", "status", "kind"),
    [
        ("It was agreed that the porters would join.", Status.COMMITMENT, Minuted.DECISION),
        ("AGREED: twelve places a year.", Status.NONE, Minuted.DECISION),
        ("ACTION: JB to bring a paper in June.", Status.INTENTION, Minuted.COMMITMENT),
        ("Action 3: convene the forum, which has never met.", Status.INACTION, Minuted.COMMITMENT),
        ("Jo Bell to convene it by 30 April.", Status.INTENTION, Minuted.COMMITMENT),
        ("The trust has set aside a room from May.", Status.COMMITMENT, Minuted.COMMITMENT),
        ("The Board noted that it had not yet met.", Status.INACTION, Minuted.FAILURE),
        ("The action to meet by May has not been done.", Status.INACTION, Minuted.FAILURE),
        ("The groups run every week.", Status.UNDERWAY, Minuted.ACTION),
        ("Members discussed how to be heard.", Status.ASPIRATION, Minuted.DISCUSSION),
    ],
)
def test_a_passage_records(line: str, status: Status, kind: Minuted) -> None:
    assert minuted(line, status) is kind
