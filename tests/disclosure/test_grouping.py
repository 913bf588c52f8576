from collections import Counter

from sensecli.disclosure.grouping import OTHERS, grouping


def _leaders(**sizes: int) -> dict[str, str]:
    return {f"{group}{n}": group for group, size in sizes.items() for n in range(size)}


def _sizes(least: int = 5, **sizes: int) -> dict[str, int]:
    return dict(Counter(grouping(_leaders(**sizes), least).of.values()))


def test_large_groups_stay_as_they_are() -> None:
    assert _sizes(acute=9, primary=5) == {"acute": 9, "primary": 5}


def test_small_groups_are_put_together() -> None:
    assert _sizes(acute=9, primary=3, patients=2) == {"acute": 9, OTHERS: 5}


def test_where_they_are_too_few_together_the_next_smallest_joins_them() -> None:
    assert _sizes(acute=9, primary=6, patients=2) == {"acute": 9, OTHERS: 8}
    assert grouping(_leaders(acute=9, primary=6, patients=2), 5).merged == 2


def test_one_group_alone_is_no_breakdown() -> None:
    assert _sizes(acute=9) == {}
    assert _sizes(acute=9, patients=2) == {}


def test_a_group_that_is_called_other_groups_stays_apart() -> None:
    found = grouping({f"L{n}": OTHERS for n in range(6)} | _leaders(a=3, b=3), 5)
    assert sorted(Counter(found.of.values()).values()) == [6, 6]
