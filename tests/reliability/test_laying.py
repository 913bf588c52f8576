"""True ones in strata, and what a sample shows of them."""

import pytest

from sensecli.reliability.laying import Part, evenly, hypergeometric, laid_out, law


def test_one_of_two_is_seen_in_half_of_the_samples_of_one() -> None:
    assert hypergeometric(2, 1, 1) == pytest.approx((0.5, 0.5))


def test_true_ones_are_laid_at_the_ends_and_evenly() -> None:
    parts = (Part(4, 2, 1), Part(8, 2, 0))
    assert laid_out(parts, 6) == {(3, 3), (1, 5), (2, 4)}
    assert evenly(parts, 6) == (2, 4)


def test_the_law_of_two_strata_by_hand() -> None:
    # One of two drawn in each; one of the first two is true, both of the others: 1 or 2 found.
    assert law((Part(2, 1, 0), Part(2, 1, 0)), (1, 2)) == pytest.approx([0, 0.5, 0.5])
