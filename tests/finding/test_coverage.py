import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.finding.coverage import coverage, new_codes
from tests.builders import a_coding, an_interview


def test_coverage_is_reached_at_the_first_run_with_hardly_any_new_code() -> None:
    found = coverage([10, 6, 3, 1, 2, 1, 1, 0, 0])
    assert (found.base_codes, found.ratios, str(found)) == (20, (0.15, 0.1, 0.05), "6+2")


def test_coverage_keeps_what_it_was_worked_out_from() -> None:
    assert coverage([3, 2, 1]).new == (3, 2, 1)


def test_a_run_at_the_threshold_reaches_it() -> None:
    assert coverage([20, 0, 0, 0, 1, 0]).reached == 4


def test_a_run_above_the_threshold_does_not() -> None:
    found = coverage([19, 0, 0, 0, 1, 0])
    assert (found.reached, found.reason) == (None, "not reached within 6 interviews")


def test_base_run_and_threshold_may_be_others() -> None:
    assert str(coverage([4, 2, 1, 0], base=1, run=1, threshold=0.25)) == "2+1"


def test_too_few_interviews_leave_it_undefined() -> None:
    assert str(coverage([3, 2, 1, 0, 0])) == "undefined: 5 interviews, and it takes 6"


def test_a_base_without_codes_leaves_it_undefined() -> None:
    assert str(coverage([0, 0, 0, 0, 3, 1])) == "undefined: no code in the first 4 interviews"


@pytest.mark.parametrize(("base", "run"), [(0, 2), (4, 0)])
def test_a_base_or_a_run_of_nothing_is_a_bug(base: int, run: int) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        coverage([1] * 9, base=base, run=run)


def test_new_codes_are_those_that_no_earlier_leader_spoke_of() -> None:
    interviews = [an_interview(id="b", order=1), an_interview(id="a", order=2)]
    codings = [
        a_coding(interview="a", code="people"),
        a_coding(interview="a", code="money"),
        a_coding(interview="b", code="people"),
        a_coding(interview="b", code="time", holder="interviewer"),
    ]
    assert new_codes(codings, interviews) == (1, 1)


@given(st.lists(st.integers(0, 9), max_size=20), st.integers(1, 5), st.integers(1, 3))
def test_coverage_is_reached_or_says_why_not(new: list[int], base: int, run: int) -> None:
    found = coverage(new, base=base, run=run)
    assert (found.reached is None) == bool(found.reason)


@given(st.lists(st.integers(0, 9), max_size=20))
def test_coverage_is_never_reached_beyond_the_last_interview(new: list[int]) -> None:
    found = coverage(new)
    assert found.reached is None or 4 <= found.reached <= len(new) - 2
