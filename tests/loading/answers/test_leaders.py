"""Leaders whose rows lie apart, and numbers as ids."""

from array import array

from sensecli.loading.answers.leaders import Rows, settle


def _rows(ids: str, leaders: str = "") -> Rows:
    """A row for each letter; "." has no id, or no leader."""
    rows = Rows(with_leaders=bool(leaders))
    rows.ids = array("q", (0 if one == "." else hash(one) for one in ids))
    rows.own = array("q", rows.ids)
    rows.leaders = array("q", (0 if one == "." else hash(one) for one in leaders))
    rows.named = array("q", bytes(8 * len(leaders)))
    return rows


def test_rows_of_one_leader_that_touch_are_joined() -> None:
    settled = settle(_rows("abcde", "xxyzz"))
    assert settled.joined.tolist() == [False, True, False, False, True]
    assert settled.passes == 0


def test_leaders_apart_come_in_turns_of_some_rows() -> None:
    settled = settle(_rows("abcdefgh", "xyxywzwz"), together=4)
    assert settled.turn.tolist() == [1, 1, 1, 1, 2, 2, 2, 2]
    assert settled.group.tolist() == [1, 2, 1, 2, 3, 4, 3, 4]


def test_a_leader_with_more_rows_than_a_turn_has_one_alone() -> None:
    settled = settle(_rows("abcdefg", "xyxyxxx"), together=2)
    assert {turn for turn, who in zip(settled.turn.tolist(), "xyxyxxx", strict=True) if who == "x"}
    assert len({t for t, w in zip(settled.turn.tolist(), "xyxyxxx", strict=True) if w == "x"}) == 1


def test_an_id_stands_for_the_leader_where_none_is_given() -> None:
    assert settle(_rows("abc", ".a.")).joined.tolist() == [False, True, False]


def test_the_first_rows_that_repeat_an_id_are_told_with_whom_they_repeat() -> None:
    settled = settle(_rows("abacab"))
    assert settled.repeats.tolist() == [False, False, True, False, True, True]
    assert settled.again == ((2, 0), (4, 0))


def test_rows_without_an_id_get_the_next_number_free() -> None:
    rows = _rows("a..b.")
    rows.note_number(2, None)
    assert settle(rows).number.tolist() == [0, 3, 4, 0, 5]


def test_no_rows_are_settled() -> None:
    assert settle(_rows("")).passes == 0
