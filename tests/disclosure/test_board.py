from sensecli.disclosure.board import board
from sensecli.model import (
    Board,
    BoardRow,
    CountTable,
    Elsewhere,
    QuotePolicy,
    Stance,
    Withheld,
)
from tests.builders import a_coding
from tests.disclosure.made import a_study


def _theme(found: Board, code: str = "people") -> CountTable:
    return next(one for one in (*found.themes, *found.barriers) if one.code == code)


def _counts(row: BoardRow | None) -> list[int | None]:
    assert row is not None
    return [cell.count for cell in row.cells]


def test_leaders_who_agree_are_parted_into_gap_and_acts() -> None:
    found = board(a_study({"acute": "ggggggaaaaaoo"}), min_cell=5)
    assert _counts(_theme(found).whole) == [6, 5]
    assert [row.leaders for row in _theme(found).rows] == [13]


def test_a_leader_who_opposes_is_in_no_count() -> None:
    against = a_coding(interview="L07", segment=3, stance=Stance.OPPOSE)
    found = board(a_study({"acute": "gggggg" + "ooooo"}, more=(against,)), min_cell=5)
    assert _counts(_theme(found).whole) == [6, 0]


def test_how_few_do_not_agree_hides_nothing() -> None:
    found = board(a_study({"acute": "g" * 18 + "ooo"}), min_cell=5)
    assert _counts(_theme(found).whole) == [18, 0]


def test_groups_come_by_name_with_all_last() -> None:
    found = board(a_study({"b": "gggggooooo", "a": "ggggggooooo"}), min_cell=5)
    rows = _theme(found).rows
    assert [(row.name, row.leaders) for row in rows] == [("a", 11), ("b", 10), ("all", 21)]


def test_a_theme_whose_groups_would_tell_has_none() -> None:
    found = board(a_study({"a": "gggoooaaaa", "b": "gggggooooooaaaaa"}), min_cell=5)
    assert _theme(found).withheld is Withheld.GROUPS
    assert _counts(_theme(found).whole) == [8, 9]


def test_it_is_told_where_nobody_or_few_stand_elsewhere() -> None:
    found = board(
        a_study({"a": "g" * 6, "b": "g" * 6 + "oooo", "c": "g" * 6 + "o" * 5}), min_cell=5
    )
    gaps = [row.cells[0].elsewhere for row in _theme(found).rows]
    assert gaps == [Elsewhere.NOBODY, Elsewhere.FEW, Elsewhere.MANY, Elsewhere.MANY]
    assert {row.cells[1].elsewhere for row in _theme(found).rows} == {Elsewhere.MANY}


def test_a_barrier_has_who_names_it_alone() -> None:
    found = board(a_study({"a": "g" * 12}, money=10), min_cell=5)
    assert _counts(_theme(found, "money").whole) == [10]
    assert _theme(found, "money").groups == ()


def test_too_few_leaders_are_not_even_counted() -> None:
    found = board(a_study({"a": "gggg"}), min_cell=5)
    assert (found.leaders, found.hidden) == (0, 0)
    assert all(one.whole is None for one in (*found.themes, *found.barriers))


def test_hidden_gaps_come_last_in_the_order_of_the_codebook() -> None:
    learning = tuple(a_coding(interview=f"L{n:02d}", code="learning") for n in range(1, 7))
    found = board(a_study({"a": "g" * 4 + "o" * 8}, more=learning), min_cell=5)
    assert [one.code for one in found.themes] == ["learning", "people"]
    assert [one.code for one in found.barriers] == ["money", "time"]


def test_nothing_of_hidden_counts_is_told_by_what_two_alike_studies_differ_in() -> None:
    one = board(a_study({"a": "g" * 3 + "o" * 9}), min_cell=5, policy=QuotePolicy.ALL)
    other = board(a_study({"a": "g" * 4 + "o" * 8}), min_cell=5, policy=QuotePolicy.ALL)
    assert _theme(one) == _theme(other)
    assert one.quotes == other.quotes == ()
