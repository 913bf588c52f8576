"""The ladder's words, and how large a text is set."""

from dataclasses import replace
from typing import Any

from pptx.util import Inches

from sensecli.exporting.slides.fitting import fitting, height
from sensecli.exporting.slides.ladder import ladder_words, rungs
from sensecli.model import Status
from tests.exporting.made import (
    a_figures,
    a_finding,
)


def _laddered(**counts: int) -> Any:
    figures = a_figures(endorse=19, act=2, failed=1)
    ladder = tuple((Status(name), count) for name, count in counts.items())
    failures = ((Status.STALLED, 3), (Status.INACTION, 0))
    return replace(a_finding(figures), ladder=ladder, failures=failures)


def test_the_words_of_the_ladder_have_its_counts() -> None:
    assert ladder_words(_laddered(none=17, done=2)) == (
        "Of the 19 who agree: done (2) and a view only (17). Said to have failed, by any leader:"
        " stalled (3)."
    )


def test_every_status_has_its_rung() -> None:
    assert {status for status, _, _ in rungs(a_finding())} == set(Status)


def test_a_short_text_is_set_large() -> None:
    assert fitting(["People"], (Inches(5), Inches(1)), (28, 16)) == 28


def test_a_long_text_is_set_small_enough_to_fit() -> None:
    box = (Inches(5), Inches(2))
    size = fitting(["people " * 40], box, (28, 8))
    assert height(["people " * 40], box[0], size) <= box[1]
    assert height(["people " * 40], box[0], size + 1) > box[1]


def test_wide_letters_take_more_room() -> None:
    assert height(["人" * 100], Inches(5), 18) > height(["a" * 100], Inches(5), 18)
