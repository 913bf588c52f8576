"""The coefficients beside two other packages' and values that are known.

`irrcac.json` holds random ratings and what irrCAC 0.4.4 gives for them to fifteen digits. It is
not installed for the tests: it holds numpy below the version that the program needs.
"""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sensecli.reliability.coefficients import (
    Pattern,
    Patterns,
    ac1,
    alpha,
    coefficients,
    cohen,
    percent,
    prevalence,
)

EXACT = 1e-9
KNOWN = json.loads((Path(__file__).parent / "irrcac.json").read_text("utf-8"))
# method.md: 21 interviews, two disagreements on a theme that nearly all raise.
NEARLY_ALL: Patterns = Counter({("yes", "yes"): 19, ("yes", "no"): 1, ("no", "yes"): 1})

CELLS = st.sampled_from(["a", "b", "c", None])
RATINGS = st.integers(2, 4).flatmap(
    lambda coders: st.lists(st.tuples(*[CELLS] * coders), min_size=2, max_size=30)
)


def patterns(rows: Sequence[Sequence[str | None]]) -> Patterns:
    return Counter(tuple(row) for row in rows)


@pytest.mark.parametrize(
    ("name", "value"), [("percent", 0.905), ("kappa", -0.05), ("alpha", -0.025), ("ac1", 0.895)]
)
def test_a_theme_that_nearly_all_raise_has_the_known_values(name: str, value: float) -> None:
    found = coefficients(NEARLY_ALL, ("yes", "no"))[name]
    assert found.n == 21
    assert found.value == pytest.approx(value, abs=5e-4)


@pytest.mark.parametrize("known", KNOWN)
@pytest.mark.parametrize("name", ["percent", "kappa", "alpha", "ac1"])
def test_each_coefficient_is_what_irrcac_gives(known: dict[str, Any], name: str) -> None:
    if name not in known:
        return  # irrCAC's kappa is Cohen's only for two coders who left nothing out
    found = coefficients(patterns(known["rows"]), known["scale"])[name]
    assert found.value == pytest.approx(known[name], abs=EXACT)


def test_some_known_ratings_have_more_than_two_coders_and_some_have_a_kappa() -> None:
    assert sum("kappa" in known for known in KNOWN) >= 10
    assert max(len(known["rows"][0]) for known in KNOWN) >= 3


@given(RATINGS)
def test_alpha_is_what_krippendorff_gives(rows: list[Pattern]) -> None:
    found = alpha(patterns(rows))
    assume(found.value is not None)
    codes = {"a": 0.0, "b": 1.0, "c": 2.0, None: np.nan}
    matrix = np.array([[codes[cell] for cell in row] for row in rows]).T
    theirs = krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal")
    assert found.value == pytest.approx(theirs, abs=EXACT)


@given(RATINGS)
def test_it_does_not_matter_who_comes_first(rows: list[Pattern]) -> None:
    turned = [row[::-1] for row in rows]
    ours, theirs = (coefficients(patterns(one), "abc") for one in (rows, turned))
    for name in ours:
        assert ours[name].value == pytest.approx(theirs[name].value)


def test_kappa_and_alpha_of_one_class_alone_are_undefined_and_the_others_are_one() -> None:
    found = coefficients(Counter({("yes", "yes"): 21}), ("yes", "no"))
    assert [found[name].value for name in ("percent", "kappa", "alpha", "ac1")] == [
        1,
        None,
        None,
        1,
    ]
    assert "same class" in found["kappa"].reason
    assert "same class" in found["alpha"].reason


def test_nothing_that_two_coded_leaves_every_coefficient_undefined_with_a_reason() -> None:
    for found in coefficients(Counter({("yes", None): 4, (None, "no"): 3}), ("yes", "no")).values():
        assert (found.value, found.n) == (None, 0)
        assert found.reason


def test_a_scale_of_one_class_leaves_ac1_undefined() -> None:
    assert ac1(Counter({("yes", "yes"): 3}), ("yes",)).value is None


def test_kappa_of_three_coders_is_the_mean_over_their_pairs() -> None:
    rows = [("a", "a", "b"), ("b", "b", "b"), ("a", "b", "a"), ("b", "b", "a"), ("a", "a", "a")]
    pairs = [cohen(patterns([(row[i], row[j]) for row in rows])).value for i, j in ((0, 1), (0, 2))]
    last = cohen(patterns([row[1:] for row in rows])).value
    assert cohen(patterns(rows)).value == pytest.approx((pairs[0] + pairs[1] + last) / 3)  # type: ignore[operator]


def test_a_unit_that_one_coder_left_out_counts_for_the_other_pairs() -> None:
    found = percent(Counter({("a", "a", None): 1, ("a", "b", "a"): 1}))
    assert found.n == 2
    assert found.value == pytest.approx((1 + 1 / 3) / 2)


def test_prevalence_is_of_all_that_was_given() -> None:
    assert prevalence(NEARLY_ALL, "yes") == pytest.approx(40 / 42)
    assert prevalence(Counter(), "yes") is None
