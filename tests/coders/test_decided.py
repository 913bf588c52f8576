"""Decision files as coders: the last words, and the passages that were seen."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coders.decided import deciders
from sensecli.coders.over import Coders
from sensecli.model import Decision, Verdict
from sensecli.review.file import append, decisions_file
from tests.builders import an_interview
from tests.coders.made import NOWHERE, at, laid, over, seen
from tests.review.made import TEXT, a_decision, an_undo, lines_of, some_values


def read(folder: Path, *decisions: Decision) -> Coders:
    path = decisions_file(folder, "ab")
    append(path, *decisions)
    return deciders(path, over())


def test_accepted_changed_and_added_codings_are_the_coders(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        a_decision(segment=1),
        a_decision(Verdict.CHANGE, segment=3, values=some_values(code="learning")),
        a_decision(Verdict.ADD, segment=5, code="money"),
    )
    (one,) = laid(found.sheets, over())
    assert (one.coder, at(one)) == ("AB", [(1, "people"), (3, "learning"), (5, "money")])


def test_read_and_rejected_passages_were_seen_and_no_other(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        a_decision(segment=1),
        a_decision(Verdict.REJECT, segment=3),
        a_decision(Verdict.READ, segment=4),
    )
    (one,) = laid(found.sheets, over())
    assert (at(one), seen(one)) == ([(1, "people")], [1, 3, 4])


def test_who_only_accepted_saw_only_those_passages(tmp_path: Path) -> None:
    (one,) = laid(read(tmp_path, a_decision(segment=1)).sheets, over())
    assert seen(one) == [1]


def test_a_memo_alone_is_no_word_on_the_codes(tmp_path: Path) -> None:
    found = read(tmp_path, a_decision(segment=1), a_decision(Verdict.MEMO, segment=3))
    (one,) = laid(found.sheets, over())
    assert seen(one) == [1]


def test_the_last_word_counts_and_what_was_taken_back_does_not(tmp_path: Path) -> None:
    taken = a_decision(Verdict.ADD, segment=5, code="money")
    found = read(
        tmp_path,
        a_decision(segment=1),
        a_decision(Verdict.REJECT, segment=1, time=5),
        taken,
        an_undo(taken, time=9),
    )
    (one,) = laid(found.sheets, over())
    assert (at(one), seen(one)) == ([], [1])


def test_another_coders_undo_is_no_word_of_theirs(tmp_path: Path) -> None:
    theirs = a_decision(segment=1)
    found = read(tmp_path, theirs, an_undo(theirs, time=3, coder="CD"))
    (ab, cd) = laid(found.sheets, over())
    assert (at(ab), at(cd), seen(cd), found.problems) == ([(1, "people")], [], [], ())


def test_coders_in_one_file_are_told_apart_whatever_the_case(tmp_path: Path) -> None:
    found = read(
        tmp_path, a_decision(coder="AB"), a_decision(coder="ab", segment=3), a_decision(coder="CD")
    )
    assert [one.coder for one in found.sheets] == ["AB", "CD"]


def test_passages_are_found_again_where_the_notes_were_edited(tmp_path: Path) -> None:
    path = decisions_file(tmp_path, "ab")
    append(path, a_decision(segment=3))
    edited = over(an_interview(text=f"A line before.\n{TEXT}"))
    found = deciders(path, edited)
    (one,) = laid(found.sheets, edited)
    assert at(one) == [(4, "people")]
    assert "1 decision was found elsewhere" in str(found.notices[-1])


def test_what_has_no_place_is_a_problem_with_its_line(tmp_path: Path) -> None:
    (wrong,) = read(tmp_path, a_decision(), a_decision(code="coffee", time=2)).problems
    assert (wrong.path, wrong.line) == ("decisions-ab.jsonl", 2)
    assert 'no code "coffee"' in wrong.message


def test_decisions_need_their_folder(tmp_path: Path) -> None:
    path = decisions_file(tmp_path, "ab")
    append(path, a_decision())
    found = deciders(path, NOWHERE)
    assert found.sheets == ()
    (wrong,) = found.problems
    assert "--folder" in wrong.hint


def test_what_was_decided_in_view_of_the_program_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, a_decision(), a_decision(Verdict.REJECT, segment=3))
    said = " ".join(map(str, found.notices))
    assert "AB saw the program's codings (1 accepted, 1 rejected)" in said
    assert "AB marked no passage as read" in said


def test_a_blind_reading_needs_no_warning(tmp_path: Path) -> None:
    found = read(tmp_path, a_decision(Verdict.ADD), a_decision(Verdict.READ, segment=2))
    assert (found.notices, len(found.sheets)) == ((), 1)


_SOME = st.lists(
    st.tuples(
        st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, Verdict.ADD, Verdict.READ]),
        st.integers(1, len(lines_of(an_interview(text=TEXT)))),
        st.sampled_from(["people", "learning"]),
    ),
    min_size=1,
    max_size=8,
)


@given(_SOME)
def test_every_coding_is_of_a_passage_that_was_seen(
    tmp_path_factory: pytest.TempPathFactory, some: list[tuple[Verdict, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("decided")
    decisions = [
        a_decision(verdict, segment=number, code=code, time=time)
        for time, (verdict, number, code) in enumerate(some)
    ]
    (one,) = laid(read(folder, *decisions).sheets, over())
    assert {number for number, _ in at(one)} <= set(seen(one)) == {n for _, n, _ in some}
