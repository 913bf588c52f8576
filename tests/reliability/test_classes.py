"""Confusions and macro-F1, against values worked out by hand."""

import pytest

from sensecli.reliability.classes import accuracy, confusion, counted, macro_f1

# "a": 8 of 10 right, 3 surplus: F1 16/21. "b": 9 of 12 right, 2 surplus: F1 18/23.
# "c" has four gold cases, so that it does not count.
TABLE = {
    ("a", "a"): 8, ("a", "b"): 2, ("b", "b"): 9, ("b", "a"): 3, ("c", "c"): 4,
}  # fmt: skip


def test_macro_f1_is_over_classes_with_eight_gold_cases() -> None:
    assert macro_f1(TABLE) == pytest.approx((16 / 21 + 18 / 23) / 2)


def test_a_class_with_eight_gold_cases_counts_and_one_with_seven_does_not() -> None:
    assert counted({("a", "a"): 8, ("b", "a"): 7}) == {"a"}


def test_a_class_that_we_never_give_counts_as_nought() -> None:
    assert macro_f1({("a", "a"): 8, ("b", "a"): 8}) == pytest.approx((16 / 24 + 0) / 2)


def test_macro_f1_without_a_class_that_counts_is_undefined() -> None:
    assert macro_f1({("a", "a"): 7}) is None


def test_accuracy_is_the_share_of_equal_classes() -> None:
    assert accuracy(TABLE) == pytest.approx(21 / 26)
    assert accuracy({}) is None


def test_a_confusion_has_its_classes_in_the_order_given() -> None:
    found = confusion("letters", TABLE, ("c", "a", "b"))
    assert [one.name for one in found.classes] == ["c", "a", "b"]
    assert [one.counts for one in found.classes] == [False, True, True]
    assert found.n == 26


def test_a_confusion_leaves_empty_cells_out() -> None:
    found = confusion("letters", {**TABLE, ("c", "a"): 0})
    assert found.cells == (
        ("a", "a", 8), ("a", "b", 2), ("b", "a", 3), ("b", "b", 9), ("c", "c", 4),
    )  # fmt: skip
