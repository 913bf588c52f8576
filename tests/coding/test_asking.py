"""Questions put in the order of words of a statement."""

import pytest

from sensecli.coding.asking import declares


@pytest.mark.parametrize(
    "text",
    [
        "The boats were laid up in June?",
        "June came, did it not, and no boat went out?",
        "The harbour was left as it was, which might have been foreseen?",
        "That was a poor bargain, and the town paid for it?",
    ],
)
def test_a_statement_with_a_question_mark_declares(text: str) -> None:
    assert declares(text)


@pytest.mark.parametrize(
    "text",
    [
        "Were the boats laid up in June?",
        "In your view, were the boats laid up?",
        "You laid them up in June; was that wise of you?",
        "The boats, are they any better today?",
        "With whom was the harbour to be dredged?",
        "Turning to the boats, what were they carrying?",
        "They went by boat, or did they walk?",
        "By June?",
        "The boats and the harbour and the town?",
    ],
)
def test_what_asks_in_any_clause_does_not_declare(text: str) -> None:
    assert not declares(text)
