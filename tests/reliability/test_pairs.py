"""Which coding is judged by which."""

from sensecli.model import Coding
from sensecli.reliability.pairs import by_code, matched
from tests.builders import a_coding


def holders(pairs: tuple[tuple[Coding, Coding], ...]) -> list[tuple[str, str]]:
    return [(gold.holder.value, ours.holder.value) for gold, ours in pairs]


def held(*names: str) -> list[Coding]:
    return [a_coding(holder=name) for name in names]


def test_matched_codings_have_the_same_holder() -> None:
    assert holders(matched(held("leader", "other"), held("leader", "interviewer"))) == [
        ("leader", "leader")
    ]


def test_codings_of_another_code_or_segment_are_no_pair() -> None:
    gold = [a_coding()]
    assert by_code(gold, [a_coding(code="money"), a_coding(segment=2)]) == ()


def test_equal_holders_are_paired_first() -> None:
    assert holders(by_code(held("leader", "other"), held("other", "interviewer"))) == [
        ("other", "other"),
        ("leader", "interviewer"),
    ]


def test_a_gold_coding_is_in_one_pair_at_most() -> None:
    assert holders(by_code(held("leader"), held("interviewer", "leader"))) == [("leader", "leader")]


def test_a_gold_coding_that_is_left_over_is_in_no_pair() -> None:
    assert len(by_code(held("leader", "interviewer"), held("other"))) == 1
