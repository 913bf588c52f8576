"""The whole account of our codings beside gold ones."""

import pytest

from sensecli.model import Coding, Interval
from sensecli.reliability.align import Aligned, align
from sensecli.reliability.evaluation import Evaluation, evaluate
from tests.builders import a_code, a_coding, a_position
from tests.reliability.coded import a_row, segments_of

TEXTS = ("Trust first.", "Money is short.", "We meet on Mondays.")
SEGMENTS = (*segments_of(TEXTS), *segments_of(TEXTS, interview="L02"))
GOLD = align(
    [
        *(a_row(text, interview=who) for who in ("L01", "L02") for text in TEXTS),
        a_row("Nobody said this."),
    ],
    SEGMENTS,
)
OURS = [a_coding(), a_coding(segment=2, status="done"), a_coding(interview="L02", segment=3)]


def evaluated(gold: tuple[Aligned, ...] = GOLD, ours: list[Coding] = OURS) -> Evaluation:
    return evaluate(
        gold,
        ours,
        positions=([a_position(), a_position(leader="L02")], [a_position()]),
        leaders={"L01": "L01", "L02": "L02"},
        codes=[a_code(), a_code(id="money", kind="barrier")],
        draws=40,
    )


def test_what_cannot_be_aligned_counts_as_missed() -> None:
    found = evaluated()
    assert (found.gold, found.unaligned) == (7, 1)
    assert found.figure("code_recall").value == pytest.approx(3 / 7)
    assert found.figure("code_precision").value == 1


def test_each_figure_has_an_interval_around_it() -> None:
    found = evaluated().figure("code_recall")
    assert isinstance(found.interval, Interval)
    assert found.interval.low <= (found.value or 0) <= found.interval.high


def test_every_code_of_the_codebook_is_told() -> None:
    first, second = evaluated().codes
    assert (first.code, first.segment.gold, first.segment.both) == ("people", 7, 3)
    assert (second.code, second.segment.gold, second.segment.f1) == ("money", 0, None)


def test_gold_beside_itself_is_right_in_everything() -> None:
    ours = [
        a_coding(interview=one.row.interview, segment=one.segment.number)
        for one in GOLD
        if one.segment
    ]
    found = evaluated(tuple(one for one in GOLD if one.segment), ours)
    assert found.figure("joint_f1").value == 1
    assert found.disagreements == ()


def test_the_account_is_the_same_each_time() -> None:
    assert evaluated() == evaluated()
