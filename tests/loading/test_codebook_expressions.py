"""Which expressions may be cues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.codebooks.expressions import compile_problem
from sensecli.loading.codebooks.repetition import runs_away

RUN_AWAY = (
    "(a+)+", r"(\w*)*", "(?:a+)*", "((a+))+", "(a*b*)*", r"(\w+\s*)+", "(.*x)*", "(a+|b)+",
    "x(y(z+)+)", "(?i:a+){2,}", "([ab]+)*", "(?P<n>a+)+", "(a+?)+", "((?:a+)?)*", r"(\pL+)+",
    r"([[:alpha:]]+)+",
)  # fmt: skip
TAME = (
    "a+", r"\w+", r"(?: \w+)*", r"(?: \w+){0,3}", "(a+){0,3}", "(ab)+", "(a|b)*", r"\(a+\)+",
    "[(a+)]+", r"train(?:ed|ing)?", "a+ b+", "(?:a+ b)+", "", r"\Q(a+)+\E", "[]a]+(b)*", "(?i)a+",
)  # fmt: skip


@pytest.mark.parametrize("pattern", RUN_AWAY)
def test_endless_repetition_inside_endless_repetition_runs_away(pattern: str) -> None:
    assert runs_away(pattern)


@pytest.mark.parametrize("pattern", TAME)
def test_repetition_that_something_fixed_holds_apart_does_not_run_away(pattern: str) -> None:
    assert not runs_away(pattern)


@given(st.text(alphabet="ab()[]|*+?{1,}\\.^$-w:P<>=!i"))
def test_any_text_is_judged_without_a_crash(pattern: str) -> None:
    fault = compile_problem(pattern)
    assert fault is None or fault.message
