"""Counts in plain English."""

import pytest

from sensecli.exporting.wording import listed, ordinal, own_views, plural


@pytest.mark.parametrize(("count", "said"), [(0, "0 leaders"), (1, "1 leader"), (2, "2 leaders")])
def test_a_count_takes_its_plural(count: int, said: str) -> None:
    assert plural(count, "leader") == said


@pytest.mark.parametrize(
    ("codings", "own", "said"),
    [
        (0, 0, "no codings"),
        (1, 0, "1 coding, not a leader's own view"),
        (1, 1, "1 coding, a leader's own view"),
        (2, 0, "2 codings, neither of them a leader's own view"),
        (2, 2, "2 codings, both leaders' own views"),
        (9, 0, "9 codings, none of them a leader's own view"),
        (9, 1, "9 codings, 1 of them a leader's own view"),
        (9, 4, "9 codings, 4 of them leaders' own views"),
        (9, 9, "9 codings, all leaders' own views"),
    ],
)
def test_codings_are_told_with_how_many_are_leaders_own(codings: int, own: int, said: str) -> None:
    assert own_views(codings, own) == said


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
