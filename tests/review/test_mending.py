"""A decision that has lost its place is dropped, or gets another."""

from sensecli.model import Decision, Holder, Verdict, identified
from sensecli.review.file import anchor_of
from sensecli.review.mending import dropped, moved, recoded
from tests.review.made import TEXT, a_decision, seconds, some_values
from tests.review.reviewed import SEGMENTS, laid_over

GONE = a_decision(Verdict.ACCEPT, text="Words that nobody can find in there any more at all.\n")
UNCODED = a_decision(Verdict.ADD, segment=2, values=some_values(code="no-such"))


def _kept(*made: Decision) -> list[Decision]:
    return [identified(one) for one in made]


def test_these_have_lost_their_place() -> None:
    assert len(laid_over([GONE, UNCODED]).orphans) == 2


def test_what_is_dropped_is_an_orphan_no_more() -> None:
    made = _kept(dropped(GONE, "CD", seconds(9)))
    assert laid_over([GONE, *made]).orphans == ()


def test_a_drop_can_be_undone() -> None:
    (drop,) = _kept(dropped(GONE, "CD", seconds(9)))
    (back,) = _kept(dropped(drop, "CD", seconds(10)))
    assert [one.decision for one in laid_over([GONE, drop, back]).orphans] == [GONE]


def test_another_passage_takes_the_decision_and_its_values() -> None:
    at = SEGMENTS[1]
    made = _kept(*moved(GONE, anchor_of(TEXT, "L01", at.start, at.end), "CD", seconds(9)))
    laid = laid_over([GONE, *made])
    assert laid.orphans == ()
    assert [(one.segment.number, one.decision.coder) for one in laid.decided] == [(2, "CD")]


def test_another_code_takes_the_place_of_the_one_that_is_gone() -> None:
    made = _kept(*recoded(UNCODED, "money", "CD", seconds(9)))
    laid = laid_over([UNCODED, *made])
    assert laid.orphans == ()
    assert [one.coding.code for one in laid.decided if one.coding] == ["money"]


def test_a_reject_gets_the_other_code_as_what_it_is_about() -> None:
    reject = a_decision(Verdict.REJECT, code="no-such")
    again, _ = recoded(reject, "learning", "CD", seconds(9))
    assert again.about == ("learning", Holder.LEADER)
