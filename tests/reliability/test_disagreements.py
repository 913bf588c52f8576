"""Where the two differ, worst first."""

import pytest

from sensecli.reliability.disagreements import Disagreement, Kind, disagreements
from tests.builders import a_coding


def told(found: tuple[Disagreement, ...]) -> list[tuple[str, int]]:
    return [(one.kind.value, one.coding.segment) for one in found]


def test_codings_that_agree_are_no_disagreement() -> None:
    assert disagreements([a_coding()], [a_coding()]) == ()


def test_a_reversed_stance_comes_before_a_mixed_one() -> None:
    gold = [a_coding(), a_coding(segment=2)]
    ours = [a_coding(stance="mixed"), a_coding(segment=2, stance="oppose")]
    assert told(disagreements(gold, ours)) == [("stance", 2), ("stance", 1)]


def test_action_taken_for_none_comes_before_other_rungs() -> None:
    gold = [a_coding(), a_coding(segment=2, status="commitment")]
    ours = [a_coding(status="commitment"), a_coding(segment=2, status="underway")]
    assert told(disagreements(gold, ours)) == [("status", 2), ("status", 1)]


def test_another_holder_is_neither_missed_nor_surplus() -> None:
    assert told(disagreements([a_coding()], [a_coding(holder="other")])) == [("holder", 1)]


def test_surplus_codings_come_surest_first() -> None:
    ours = [a_coding(confidence=0.3), a_coding(segment=2, confidence=0.8)]
    assert told(disagreements([], ours)) == [("surplus", 2), ("surplus", 1)]


def test_missed_action_and_failure_come_before_missed_views() -> None:
    gold = [a_coding(), a_coding(segment=2, status="stalled"), a_coding(segment=3, status="done")]
    assert told(disagreements(gold, [])) == [("missed", 2), ("missed", 3), ("missed", 1)]


def test_a_coding_can_be_wrong_in_stance_and_status() -> None:
    found = disagreements([a_coding()], [a_coding(stance="oppose", status="done")])
    assert [one.kind for one in found] == [Kind.STANCE, Kind.STATUS]


def test_a_disagreement_of_nobody_is_a_bug() -> None:
    with pytest.raises(ValueError, match="coded"):
        _ = Disagreement(Kind.MISSED, None, None).coding
