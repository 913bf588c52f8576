"""What there is to decide on, with what was decided before."""

from sensecli.model import Decision, Holder, Stance, Verdict
from sensecli.review.item import Item, items_of, passages_of
from tests.review.made import a_decision, some_values
from tests.review.reviewed import FOUND, INTERVIEW, SEGMENTS, laid_over


def _items(*decisions: Decision) -> tuple[Item, ...]:
    return items_of(FOUND, SEGMENTS, [INTERVIEW], laid_over(decisions))


def test_each_coding_is_an_item_with_its_words_for_an_anchor() -> None:
    items = _items()
    assert [(one.segment, one.about) for one in items] == [
        (1, ("people", Holder.LEADER)),
        (1, ("learning", Holder.LEADER)),
        (3, ("people", Holder.LEADER)),
        (5, ("money", Holder.OTHER)),
    ]
    assert items[2].anchor.quote == "We put learning first, and nobody much minds."
    assert not any(one.decided for one in items)


def test_an_item_knows_its_confidence() -> None:
    assert {one.confidence for one in _items()} == {0.7}


def test_a_change_is_on_the_item_that_it_is_about() -> None:
    values = some_values(code="money", stance="oppose")
    (item, *_) = _items(a_decision(Verdict.CHANGE, values=values))
    assert (item.about, item.values, item.verdict) == (
        ("people", Holder.LEADER),
        values,
        Verdict.CHANGE,
    )
    assert item.found
    assert item.found.stance is Stance.ENDORSE


def test_a_rejected_coding_stays_an_item_that_says_nothing() -> None:
    (item, *_) = _items(a_decision(Verdict.REJECT))
    assert (item.decided, item.says) == (True, None)


def test_an_added_coding_is_an_item_that_the_program_did_not_find() -> None:
    added = [one for one in _items(a_decision(Verdict.ADD, segment=2)) if one.segment == 2]
    assert [(one.says, one.found) for one in added] == [(("people", Holder.LEADER), None)]


def test_an_added_coding_that_was_rejected_again_is_none() -> None:
    made = (
        a_decision(Verdict.ADD, segment=2),
        a_decision(Verdict.REJECT, segment=2, time=1),
    )
    assert 2 not in {one.segment for one in _items(*made)}


def test_a_memo_is_on_every_item_of_its_passage() -> None:
    items = _items(a_decision(Verdict.MEMO, memo="Ask again."))
    assert [one.memos for one in items if one.segment == 1] == [("Ask again.",)] * 2
    assert not any(one.memos for one in items if one.segment != 1)


def test_bare_passages_are_all_segments_with_what_was_coded_behind_them() -> None:
    laid = laid_over(
        [a_decision(Verdict.ADD, segment=2), a_decision(Verdict.READ, segment=3)], codings=()
    )
    passages = passages_of(SEGMENTS, [INTERVIEW], laid)
    assert [(one.segment, one.about and one.about[0], one.read) for one in passages] == [
        (1, None, False),
        (2, None, False),
        (2, "people", False),
        (3, None, True),
        (4, None, False),
        (5, None, False),
    ]
