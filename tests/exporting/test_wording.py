"""Counts in plain English."""

import pytest

from sensecli.exporting.wording import listed, ordinal, plural


@pytest.mark.parametrize(("count", "said"), [(0, "0 leaders"), (1, "1 leader"), (2, "2 leaders")])
def test_a_count_takes_its_plural(count: int, said: str) -> None:
    assert plural(count, "leader") == said


@pytest.mark.parametrize(
    ("rank", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_a_rank_is_an_ordinal(rank: int, said: str) -> None:
    assert ordinal(rank) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_items_are_listed_as_in_a_sentence(items: list[str], said: str) -> None:
    assert listed(items) == said
