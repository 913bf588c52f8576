"""Figures and codings in words."""

from dataclasses import replace

import pytest

from sensecli.exporting.page.words import confidence, counted
from sensecli.model import Kind
from tests.builders import a_coding


@pytest.mark.parametrize(
    ("count", "key", "kind", "said"),
    [
        (1, "endorse", Kind.THEME, "1 leader agrees on X"),
        (3, "gap", Kind.THEME, "3 leaders agree on X and do not act on it"),
        (2, "prompted_only", Kind.THEME, "2 leaders agree on X, but only when prompted"),
        (2, "endorse", Kind.BARRIER, "2 leaders say that X stands in the way"),
        (1, "voiced", Kind.LENS, "1 leader makes sense through X"),
        (2, "ladder:done", Kind.THEME, "2 leaders agree on X and go as far as something done"),
        (2, "actors:others", Kind.THEME, "2 leaders look to others to act on X"),
        (1, "failures:stalled", Kind.THEME, "1 leader says that X stalled"),
    ],
)
def test_a_figure_in_words(count: int, key: str, kind: Kind, said: str) -> None:
    assert counted(count, key, kind, "X") == said


def test_a_barrier_within_a_gap_is_named() -> None:
    said = counted(2, "barriers:money", Kind.THEME, "X", "Money")
    assert said == "2 leaders are in the gap on X and say that Money stands in the way"


def test_a_gap_beside_a_lens_is_named() -> None:
    said = counted(1, "beside:people", Kind.LENS, "Story", "People")
    assert said == "1 leader makes sense through Story and is in the gap on People"


def test_braces_in_labels_stay() -> None:
    assert counted(2, "barriers:b", Kind.THEME, "{0}", "{x}").endswith(
        "the gap on {0} and say that {x} stands in the way"
    )


def test_confidence_of_the_rules_is_an_order_only() -> None:
    assert confidence(a_coding(confidence=0.4)) == "0.40, an order only"


@pytest.mark.parametrize(
    ("value", "said"), [(0.95, "very likely"), (0.7, "likely"), (0.3, "doubtful")]
)
def test_confidence_of_the_encoder_is_a_likelihood(value: float, said: str) -> None:
    coding = replace(a_coding(confidence=value), coder="encoder")
    assert confidence(coding) == f"{value:.2f}, {said}"
