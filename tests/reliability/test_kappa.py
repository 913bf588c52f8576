"""Cohen's kappa, against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.reliability.kappa import kappa

CELLS = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), st.integers(0, 20)
)


def test_kappa_of_a_table_worked_out_by_hand() -> None:
    # Observed .70; expected .5 * .6 + .5 * .4 = .50.
    table = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert kappa(table).value == pytest.approx(0.4)


def test_kappa_breaks_down_where_nearly_all_is_one_class() -> None:
    # 21 interviews, two disagreements: method.md gives -.05.
    table = {("yes", "yes"): 19, ("yes", "no"): 1, ("no", "yes"): 1}
    assert kappa(table).value == pytest.approx(-0.05)


def test_kappa_of_three_classes_worked_out_by_hand() -> None:
    # Observed 7/10; rows 4, 3, 3 and columns 3, 4, 3: expected (12 + 12 + 9) / 100.
    table = {
        ("a", "a"): 3, ("a", "b"): 1, ("b", "b"): 2, ("b", "c"): 1, ("c", "b"): 1, ("c", "c"): 2,
    }  # fmt: skip
    assert kappa(table).value == pytest.approx((0.7 - 0.33) / 0.67)


def test_full_agreement_on_two_classes_is_one() -> None:
    assert kappa({("a", "a"): 3, ("b", "b"): 1}).value == pytest.approx(1.0)


def test_kappa_of_one_class_alone_is_undefined_with_a_reason() -> None:
    found = kappa({("a", "a"): 9, ("b", "b"): 0})
    assert (found.value, found.n) == (None, 9)
    assert "same class" in found.reason


def test_kappa_of_nothing_is_undefined_with_a_reason() -> None:
    found = kappa({})
    assert found.value is None
    assert found.reason


@given(CELLS)
def test_kappa_does_not_ask_who_was_first(table: dict[tuple[str, str], int]) -> None:
    turned = {(b, a): count for (a, b), count in table.items()}
    assert kappa(table).value == pytest.approx(kappa(turned).value)


@given(CELLS)
def test_kappa_lies_between_minus_one_and_one(table: dict[tuple[str, str], int]) -> None:
    value = kappa(table).value
    assert value is None or -1 - 1e-9 <= value <= 1 + 1e-9
