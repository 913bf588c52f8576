"""Each key gives the next state, and just the decisions that make it come about."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.model import Decision, Holder, Stance, Status, Values, Verdict
from sensecli.review import session as steps
from sensecli.review.item import values_of
from sensecli.review.state import Session, Turn, go
from tests.review.made import CODES, some_values
from tests.review.reviewed import NOW, a_blind_session, a_session, laid_over, said_by


def _of_code(session: Session, code: str, *, segment: int) -> Session:
    """The session at the item that came with that code."""
    at = next(
        number
        for number, one in enumerate(session.items)
        if one.segment == segment and one.about and one.about[0] == code
    )
    return go(session, at).session


def test_accept_keeps_what_the_program_says_in_full_and_goes_on() -> None:
    turn = steps.accept(a_session(), NOW)
    (kept,) = turn.decisions
    assert (kept.verdict, kept.values, kept.about) == (
        Verdict.ACCEPT,
        some_values(),
        ("people", Holder.LEADER),
    )
    assert turn.session.at == 1


def test_reject_has_no_values() -> None:
    (kept,) = steps.reject(a_session(), NOW).decisions
    assert (kept.verdict, kept.values) == (Verdict.REJECT, None)


def test_a_change_stays_on_its_item_and_is_kept_at_once() -> None:
    turn = steps.revise(a_session(), some_values(stance="oppose"), NOW)
    assert turn.session.at == 0
    assert [one.verdict for one in turn.decisions] == [Verdict.CHANGE]


def test_several_changes_of_one_item_are_one_coding_in_the_end() -> None:
    first = steps.revise(a_session(), some_values(stance="oppose"), NOW)
    second = steps.revise(first.session, some_values(stance="oppose", status="done"), NOW)
    laid = laid_over((*first.decisions, *second.decisions))
    (coding,) = [one for one in laid.codings if (one.segment, one.code) == (1, "people")]
    assert (coding.stance, coding.status) == (Stance.OPPOSE, Status.DONE)
    assert len(laid.decided) == 1


def test_a_change_of_code_keeps_what_it_is_about() -> None:
    turn = steps.revise(a_session(), some_values(code="money"), NOW)
    again = steps.revise(turn.session, some_values(code="money", status="done"), NOW)
    assert [one.about for one in again.decisions] == [("people", Holder.LEADER)]


def test_accept_after_a_change_writes_nothing_more() -> None:
    turn = steps.revise(a_session(), some_values(stance="oppose"), NOW)
    onward = steps.accept(turn.session, NOW)
    assert onward.decisions == ()
    assert onward.session.at == 1


def test_a_change_back_to_what_the_program_said_is_an_accept() -> None:
    turn = steps.revise(a_session(), some_values(stance="oppose"), NOW)
    back = steps.revise(turn.session, some_values(), NOW)
    assert [one.verdict for one in back.decisions] == [Verdict.ACCEPT]


def test_the_same_value_again_is_no_decision() -> None:
    turn = steps.revise(a_session(), some_values(), NOW)
    assert turn.decisions == ()
    assert turn.session.said == "That is what it says already."


def test_no_change_makes_two_codings_one() -> None:
    turn = steps.revise(a_session(), some_values(code="learning"), NOW)
    assert turn.decisions == ()
    assert turn.session.item.values == some_values()


def test_a_missed_code_is_added_behind_its_passage_and_looked_at() -> None:
    turn = steps.add(a_session(), some_values(code="money"), NOW)
    assert [one.verdict for one in turn.decisions] == [Verdict.ADD]
    assert turn.session.at == 1
    assert turn.session.item.says == ("money", Holder.LEADER)


def test_a_missed_code_that_is_there_is_gone_to_instead() -> None:
    turn = steps.add(a_session(), some_values(code="learning"), NOW)
    assert turn.decisions == ()
    assert turn.session.item.about == ("learning", Holder.LEADER)


def test_what_was_added_can_be_changed_and_taken_out() -> None:
    added = steps.add(a_session(), some_values(code="money"), NOW)
    changed = steps.revise(added.session, some_values(code="money", holder="other"), NOW)
    decisions = [*added.decisions, *changed.decisions]
    money = [one for one in laid_over(decisions).codings if (one.segment, one.code) == (1, "money")]
    assert [one.holder for one in money] == [Holder.OTHER]
    decisions += steps.reject(changed.session, NOW).decisions
    assert (1, "money") not in {(one.segment, one.code) for one in laid_over(decisions).codings}


def test_undo_takes_the_last_decision_back_and_returns_to_it() -> None:
    turn = steps.reject(a_session(), NOW)
    back = steps.undo(turn.session, NOW)
    (kept,) = back.decisions
    assert (kept.verdict, kept.undoes) == (Verdict.UNDO, turn.decisions[0].id)
    assert (back.session.at, back.session.item.verdict) == (0, None)


def test_undo_of_an_added_code_takes_its_item_away() -> None:
    before = a_session()
    turn = steps.add(before, some_values(code="money"), NOW)
    back = steps.undo(turn.session, NOW).session
    assert (back.items, back.at) == (before.items, 0)


def test_undo_with_nothing_to_undo_says_so() -> None:
    turn = steps.undo(a_session(), NOW)
    assert turn.decisions == ()
    assert "Nothing was decided" in turn.session.said


def test_a_memo_is_kept_as_it_was_written() -> None:
    turn = steps.note(a_session(), " Ask again. ", NOW)
    assert [one.memo for one in turn.decisions] == ["Ask again."]
    assert turn.session.item.memos == ("Ask again.",)
    assert not turn.session.item.decided


def test_an_empty_memo_is_none() -> None:
    assert steps.note(a_session(), "  ", NOW).decisions == ()


def test_nothing_more_to_code_goes_to_the_next_passage() -> None:
    turn = steps.read(a_blind_session(), NOW)
    assert [one.verdict for one in turn.decisions] == [Verdict.READ]
    assert turn.session.item.segment == 2


def test_nothing_more_to_code_behind_an_added_code_is_said_of_its_passage() -> None:
    added = steps.add(a_blind_session(), some_values(), NOW).session
    turn = steps.read(added, NOW)
    assert [(one.verdict, one.about) for one in turn.decisions] == [(Verdict.READ, None)]
    assert turn.session.item.segment == 2
    assert turn.session.items[0].read


def test_nothing_more_to_code_is_said_once() -> None:
    turn = steps.read(a_blind_session(), NOW)
    back = go(turn.session, 0).session
    assert steps.read(back, NOW).decisions == ()


def test_where_codings_are_shown_each_is_decided_on_instead() -> None:
    turn = steps.read(a_session(), NOW)
    assert turn.decisions == ()
    assert "Decide on each coding" in turn.session.said


def test_what_was_left_out_by_reading_is_decided_and_can_be_accepted_after_all() -> None:
    before = steps.read(a_blind_session(), NOW).decisions
    session = a_session(*before, every=True)
    left_out = next(one for one in session.items if one.segment == 1)
    assert (left_out.decided, left_out.says) == (True, None)
    turn = steps.accept(go(session, session.items.index(left_out)).session, NOW)
    laid = laid_over((*before, *turn.decisions)).codings
    assert [one.code for one in laid if one.segment == 1] == ["people"]


def test_the_end_is_told_and_not_passed() -> None:
    session = go(a_session(), 99).session
    assert (session.at, session.said) == (3, "That was the last one.")
    assert steps.accept(session, NOW).session.said == "Accepted. That was the last one."


def test_progress_counts_what_was_seen_and_decided() -> None:
    session = steps.reject(steps.accept(a_session(), NOW).session, NOW).session
    assert (session.looked, session.total, session.decided) == (3, 4, 2)


def test_what_was_decided_before_counts_and_is_not_shown() -> None:
    before = steps.accept(a_session(), NOW).decisions
    session = a_session(*before)
    assert (session.looked, session.total, session.decided) == (2, 4, 1)
    assert ("people", Holder.LEADER) not in {one.about for one in session.items[:1]}


def test_two_keys_in_one_second_are_in_order() -> None:
    session = a_session()
    first = steps.reject(session, NOW)
    second = steps.accept(go(first.session, 0).session, NOW)
    times = [one.time for one in (*first.decisions, *second.decisions)]
    assert times == sorted(set(times))


_STEPS: dict[str, Callable[[Session, Values], Turn]] = {
    "accept": lambda session, _: steps.accept(session, NOW),
    "reject": lambda session, _: steps.reject(session, NOW),
    "revise": lambda session, values: steps.revise(session, values, NOW),
    "add": lambda session, values: steps.add(session, values, NOW),
    "memo": lambda session, _: steps.note(session, "Hm.", NOW),
    "read": lambda session, _: steps.read(session, NOW),
    "undo": lambda session, _: steps.undo(session, NOW),
    "on": lambda session, _: go(session, session.at + 1),
    "back": lambda session, _: go(session, session.at - 1),
    "first": lambda session, _: go(session, 0),
}
# Few values, so that items often get in each other's way.
_VALUES = st.builds(
    some_values,
    code=st.sampled_from(CODES),
    stance=st.sampled_from([Stance.ENDORSE, Stance.OPPOSE]),
)
_KEYS = st.lists(st.tuples(st.sampled_from(sorted(_STEPS)), _VALUES), max_size=25)


def _played(
    keys: list[tuple[str, Values]], session: Session
) -> tuple[Session, tuple[Decision, ...]]:
    kept: list[Decision] = []
    for name, values in keys:
        turn = _STEPS[name](session, values)
        session = turn.session
        kept += turn.decisions
    return session, tuple(kept)


@given(_KEYS)
def test_what_is_shown_is_what_comes_of_the_decisions(keys: list[tuple[str, Values]]) -> None:
    session, kept = _played(keys, a_session())
    laid = {(one.segment, values_of(one)) for one in laid_over(kept).codings}
    assert said_by(session) == laid


@given(_KEYS, _KEYS)
def test_what_was_decided_in_two_sittings_adds_up(
    first: list[tuple[str, Values]], second: list[tuple[str, Values]]
) -> None:
    _, before = _played(first, a_session())
    session, kept = _played(second, a_session(*before, every=True))
    laid = {(one.segment, values_of(one)) for one in laid_over((*before, *kept)).codings}
    assert said_by(session) == laid


@given(_KEYS, _KEYS)
def test_what_was_coded_blind_is_what_comes_of_it(
    first: list[tuple[str, Values]], second: list[tuple[str, Values]]
) -> None:
    _, before = _played(first, a_blind_session())
    session, kept = _played(second, a_blind_session(*before))
    laid = {(one.segment, values_of(one)) for one in laid_over((*before, *kept), ()).codings}
    assert said_by(session) == laid


@given(_KEYS, _KEYS)
def test_what_was_first_coded_blind_and_then_seen_adds_up(
    first: list[tuple[str, Values]], second: list[tuple[str, Values]]
) -> None:
    _, before = _played(first, a_blind_session())
    session, kept = _played(second, a_session(*before, every=True))
    laid = {(one.segment, values_of(one)) for one in laid_over((*before, *kept)).codings}
    assert said_by(session) == laid


@given(_KEYS)
def test_undo_all_the_way_is_where_it_began(keys: list[tuple[str, Values]]) -> None:
    session, kept = _played(keys, a_session())
    while session.steps:
        turn = steps.undo(session, NOW)
        session, kept = turn.session, (*kept, *turn.decisions)
    assert said_by(session) == said_by(a_session())
    assert laid_over(kept).codings == laid_over(()).codings


@given(_KEYS)
def test_no_two_decisions_have_one_id(keys: list[tuple[str, Values]]) -> None:
    _, kept = _played(keys, a_session())
    assert len({one.id for one in kept}) == len(kept)


@pytest.mark.parametrize("step", [steps.accept, steps.reject])
def test_a_bare_passage_has_no_coding_to_decide(step: Callable[[Session, str], Turn]) -> None:
    session = a_session()
    bare = replace(session.item, about=None, found=None, values=None)
    turn = step(replace(session, items=(bare,)), NOW)
    assert turn.decisions == ()
    assert "There is no coding here" in turn.session.said


def test_the_reject_of_another_items_code_keeps_it_from_being_taken() -> None:
    session = _of_code(a_session(), "learning", segment=1)
    rejected = go(steps.reject(session, NOW).session, 0).session
    turn = steps.revise(rejected, some_values(code="learning"), NOW)
    assert turn.decisions == ()
