"""People's decisions laid over the program's codings."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.model import Coding, Decision, Holder, Interview, Laid, Stance, Status, Verdict
from sensecli.review.overlay import lay_over
from tests.builders import an_interview
from tests.review.made import (
    CODES,
    TALK,
    TEXT,
    a_decision,
    an_undo,
    found_in,
    lines_of,
    some_values,
)


def laid(
    codings: Sequence[Coding],
    *decisions: Decision,
    text: str = TEXT,
    interviews: Iterable[Interview] | None = None,
    codes: Sequence[str] = CODES,
) -> Laid:
    read = [an_interview(text=text)] if interviews is None else [*interviews]
    segments = [segment for one in read for segment in lines_of(one)]
    return lay_over(codings, segments, read, decisions, codes=codes)


def given_codes(found: Laid) -> list[tuple[int, str, str]]:
    return [(one.segment, one.code, one.holder.value) for one in found.codings]


def test_an_accepted_coding_is_the_persons() -> None:
    values = some_values(stance=Stance.MIXED, status=Status.DONE)
    (coding,) = laid([found_in(1)], a_decision(values=values)).codings
    assert (coding.stance, coding.status) == (Stance.MIXED, Status.DONE)
    assert (coding.coder, coding.rule, coding.confidence) == ("AB", "review", 1.0)
    assert (coding.cue, coding.example, coding.explicit) == ("cue of people", "Like this.", True)
    assert coding.text == TEXT[coding.start : coding.end] == TALK[0]


def test_an_accepted_coding_stays_where_the_program_no_longer_finds_it() -> None:
    found = laid([], a_decision())
    assert given_codes(found) == [(1, "people", "leader")]
    assert found.codings[0].cue == ""


def test_a_rejected_coding_is_gone_and_its_neighbours_stay() -> None:
    codings = [found_in(1), found_in(1, "learning"), found_in(3)]
    found = laid(codings, a_decision("reject"))
    assert found.codings == (codings[1], codings[2])
    assert [one.coding for one in found.decided] == [None]


def test_a_change_of_code_takes_the_old_coding_away_and_its_cue_with_it() -> None:
    found = laid([found_in(1)], a_decision("change", values=some_values(code="money")))
    assert given_codes(found) == [(1, "money", "leader")]
    assert found.codings[0].cue == ""


def test_a_change_of_holder_keeps_the_cue() -> None:
    found = laid([found_in(1)], a_decision("change", values=some_values(holder="other")))
    assert [(one.holder, one.cue) for one in found.codings] == [(Holder.OTHER, "cue of people")]


def test_codings_stand_in_the_order_of_the_coder() -> None:
    codings = [found_in(1, "learning"), found_in(3)]
    decisions = [
        a_decision("add", code="money"),
        a_decision("add", code="people", holder="other"),
        a_decision("add", code="people", holder="leader"),
    ]
    assert given_codes(laid(codings, *decisions)) == [
        (1, "people", "leader"),
        (1, "people", "other"),
        (1, "learning", "leader"),
        (1, "money", "leader"),
        (3, "people", "leader"),
    ]


def test_the_last_word_counts() -> None:
    words = [a_decision("accept", time=1), a_decision("reject", time=2)]
    assert given_codes(laid([found_in(1)], *words)) == []
    assert given_codes(laid([found_in(1)], *words, a_decision(time=3))) == [(1, "people", "leader")]


def test_an_undo_takes_back_and_may_be_taken_back_itself() -> None:
    rejects = a_decision("reject", time=1)
    undo = an_undo(rejects, time=2)
    again = an_undo(undo, time=3)
    third = an_undo(again, time=4)
    machine = [found_in(1)]
    assert laid(machine, rejects).codings == ()
    assert laid(machine, rejects, undo).codings == tuple(machine)
    assert laid(machine, rejects, undo, again).codings == ()
    assert laid(machine, rejects, undo, again, third).codings == tuple(machine)


def test_an_undo_gives_the_word_before_its_place_again() -> None:
    first, second = a_decision(time=1), a_decision("reject", time=2)
    found = laid([], first, second, an_undo(second, time=3))
    assert [one.decision for one in found.decided] == [first]


def test_undos_that_take_back_each_other_take_back_nothing() -> None:
    one = a_decision("reject", time=1)
    circle = [
        replace(an_undo(one, time=2), id="x", undoes="y"),
        replace(an_undo(one, time=3), id="y", undoes="x"),
    ]
    assert laid([found_in(1)], one, *circle).codings == ()


def test_an_undo_of_what_is_not_there_is_told() -> None:
    (orphan,) = laid([], an_undo(a_decision(), time=1)).orphans
    assert orphan.reason == "the decision that it takes back is not there"


def test_a_changed_coding_may_be_changed_and_rejected_in_its_turn() -> None:
    first = a_decision("change", values=some_values(code="money"), time=1)
    second = a_decision("change", code="money", values=some_values(code="learning"), time=2)
    last = a_decision("reject", code="learning", time=3)
    assert given_codes(laid([found_in(1)], first, second)) == [(1, "learning", "leader")]
    assert given_codes(laid([found_in(1)], first, second, last)) == []


def test_a_code_may_be_changed_into_another_and_added_again() -> None:
    words = [
        a_decision("change", values=some_values(code="money"), time=1),
        a_decision("add", time=2),
    ]
    assert given_codes(laid([found_in(1)], *words)) == [
        (1, "people", "leader"),
        (1, "money", "leader"),
    ]


def test_of_two_coders_the_later_stands_and_the_conflict_is_told() -> None:
    one = a_decision(time=1, coder="AB")
    other = a_decision("reject", time=2, coder="CD")
    found = laid([found_in(1)], other, one)
    assert found.codings == ()
    assert [(c.earlier, c.later) for c in found.conflicts] == [(one, other)]


def test_what_one_coder_made_of_a_coding_gives_way_to_what_a_later_one_made_of_it() -> None:
    one = a_decision("change", values=some_values(code="money"), time=1, coder="AB")
    other = a_decision("change", values=some_values(code="learning"), time=2, coder="CD")
    found = laid([found_in(1)], one, other)
    assert given_codes(found) == [(1, "learning", "leader")]
    assert len(found.conflicts) == 1


@pytest.mark.parametrize(("coder", "verdict"), [("CD", "accept"), ("ab", "reject")])
def test_coders_who_agree_and_one_who_thinks_again_make_no_conflict(
    coder: str, verdict: str
) -> None:
    words = [a_decision(time=1), a_decision(verdict, time=2, coder=coder)]
    found = laid([found_in(1)], *words)
    assert found.conflicts == ()
    assert [one.decision for one in found.decided] == words[1:]


def test_of_a_passage_that_was_read_whole_only_what_people_decided_stays() -> None:
    machine = [found_in(1), found_in(1, "money"), found_in(3)]
    kept = a_decision("accept", segment=1)
    found = laid(machine, kept, a_decision("read", segment=1, time=1))
    assert [(one.segment, one.code, one.coder) for one in found.codings] == [
        (1, "people", "AB"),
        (3, "people", machine[2].coder),
    ]


def test_memos_and_passages_that_were_read_stand_with_their_segment() -> None:
    memo, read = a_decision("memo", segment=3), a_decision("read", segment=2)
    noted = a_decision(segment=1, memo="Sure?")
    found = laid([found_in(1)], memo, read, noted)
    assert [(one.decision, one.segment.number) for one in found.memos] == [(noted, 1), (memo, 3)]
    assert [(one.decision, one.before) for one in found.read] == [(read, TALK[0])]
    assert [one.decision for one in found.decided] == [noted]


@pytest.mark.parametrize(
    ("verdict", "values"),
    [
        ("accept", None),
        ("reject", None),
        ("change", some_values(code="people")),
        ("add", None),
    ],
)
def test_a_decision_on_a_code_that_is_gone_is_an_orphan(verdict: str, values: None) -> None:
    decision = a_decision(verdict, values=values)
    found = laid([found_in(1, "money")], decision, codes=["money"])
    assert [(one.decision, one.reason) for one in found.orphans] == [
        (decision, 'the codebook has no code "people"')
    ]
    assert (given_codes(found), found.decided) == ([(1, "money", "leader")], ())


def test_an_orphan_that_was_overruled_is_not_told() -> None:
    accepted = a_decision(time=1)
    moved_on = a_decision("change", values=some_values(code="money"), time=2)
    found = laid([], accepted, moved_on, codes=["money"])
    assert (found.orphans, given_codes(found)) == ((), [(1, "money", "leader")])


def test_a_decision_on_an_interview_that_is_gone_is_an_orphan() -> None:
    found = laid([], a_decision("memo", interview="L09"), a_decision(interview="L09"))
    reasons = {one.reason for one in found.orphans}
    assert reasons == {'there is no interview "L09"'}
    assert len(found.orphans) == 2


VERDICTS = [Verdict.ACCEPT, Verdict.REJECT, Verdict.CHANGE, Verdict.ADD, Verdict.MEMO, Verdict.READ]
SEGMENTS = st.integers(1, len(TALK))


@st.composite
def machines(draw: st.DrawFn) -> list[Coding]:
    keys = st.tuples(SEGMENTS, st.sampled_from(CODES), st.sampled_from(Holder))
    drawn = draw(st.lists(keys, unique=True, max_size=8))
    return [found_in(*key) for key in sorted(drawn, key=lambda k: (k[0], CODES.index(k[1])))]


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """Decisions of two coders, many in one second, some of them taken back."""
    made: list[Decision] = []
    for _ in range(draw(st.integers(0, 8))):
        time, coder = draw(st.integers(0, 3)), draw(st.sampled_from(["AB", "CD"]))
        if made and draw(st.sampled_from([True, False])):
            made.append(an_undo(draw(st.sampled_from(made)), time=time, coder=coder))
        else:
            made.append(_drawn(draw, time, coder))
    return list({one.id: one for one in made}.values())


def _drawn(draw: st.DrawFn, time: int, coder: str) -> Decision:
    return a_decision(
        draw(st.sampled_from(VERDICTS)),
        segment=draw(SEGMENTS),
        code=draw(st.sampled_from(CODES)),
        holder=draw(st.sampled_from(Holder)),
        values=some_values(
            code=draw(st.sampled_from(CODES)),
            stance=draw(st.sampled_from(Stance)),
            holder=draw(st.sampled_from(Holder)),
        ),
        time=time,
        coder=coder,
    )


@given(machines(), histories())
def test_laying_over_twice_gives_the_same(machine: list[Coding], history: list[Decision]) -> None:
    once = laid(machine, *history)
    assert laid(once.codings, *history) == once


@given(machines(), histories(), st.randoms(use_true_random=False))
def test_the_order_of_decisions_does_not_matter(
    machine: list[Coding], history: list[Decision], chance: object
) -> None:
    shuffled = sorted(history, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert laid(machine, *shuffled) == laid(machine, *history)


@given(st.permutations([found_in(s, c) for s in (1, 3) for c in CODES]))
def test_without_decisions_codings_come_back_unchanged(machine: list[Coding]) -> None:
    assert laid(machine) == Laid(codings=tuple(machine))


@given(machines(), st.data())
def test_to_accept_adds_nothing_and_takes_nothing_away(
    machine: list[Coding], data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(machine), unique=True) if machine else st.just([]))
    accepted = [a_decision(segment=one.segment, code=one.code, holder=one.holder) for one in chosen]
    found = laid(machine, *accepted)
    assert set(given_codes(found)) == set(given_codes(Laid(codings=tuple(machine))))
    assert sum(one.coder == "AB" for one in found.codings) == len(chosen)


@given(histories(), st.text("xyz .\n", min_size=1, max_size=90))
def test_text_put_in_before_a_passage_changes_no_decided_coding(
    history: list[Decision], added: str
) -> None:
    def decided(text: str) -> list[tuple[str, str, str, str, str, int]]:
        codings = laid([], *history, text=text).codings
        start = len(text) - len(TEXT)
        return [(c.text, c.code, c.stance, c.holder, c.coder, c.start - start) for c in codings]

    assert decided(f"{added}\n{TEXT}") == decided(TEXT)
