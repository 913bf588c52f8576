"""What a passage says about doing something, where its signs pull different ways."""

import pytest

from sensecli.coding.clauses import clauses
from sensecli.coding.language import find_model, parse
from sensecli.coding.status import status
from sensecli.model import Status

WEIGHED = [
    # What takes in another's words says what the two come to.
    ("We've bought the beds, and they are still in their boxes.", Status.COMMITMENT),
    ("It is wrong to say that we never asked.", Status.DONE),
    # A deed that meets a lack outweighs it.
    ("Nobody had asked the porters, so we set up a forum.", Status.DONE),
    ("We set up a forum because nobody had asked the porters.", Status.DONE),
    ("We set up a forum, but nobody asked the porters.", Status.INACTION),
    # The half of a sentence split in two is no aside.
    ("It is the porters who should draw the map.", Status.ASPIRATION),
    ("I met the porters, who should rest.", Status.NONE),
]


@pytest.mark.parametrize(("text", "reached"), WEIGHED)
def test_the_signs_of_a_passage_are_weighed(text: str, reached: Status) -> None:
    (doc,) = parse([text], model=find_model())
    spans = (
        [(text.index("the porters"), text.index("the porters") + 3)] if "porters" in text else []
    )
    assert status(doc, clauses(text), spans)[0] is reached
