from collections.abc import Sequence

from hypothesis import given

from sensecli.finding.figures import figures
from sensecli.finding.held import held
from sensecli.finding.leave_out import carried, leave_out
from sensecli.finding.positions import positions
from sensecli.finding.rounds import latest, leader_values
from sensecli.model import Interview, LeftOut, Position
from tests.builders import a_codebook, a_position, an_interview
from tests.finding.drawn import Drawn, projects


def _leaders(count: int, organisation: str) -> list[Interview]:
    return [an_interview(id=f"{organisation}{n}", organisation=organisation) for n in range(count)]


def _stands(code: str, interviews: Sequence[Interview], agreeing: int) -> list[Position]:
    """So many of the leaders, from the first, endorse the code without acting."""
    return [
        a_position(leader=i.leader, code=code, stance="endorse" if n < agreeing else None)
        for n, i in enumerate(interviews)
    ]


ONE = a_codebook(themes=("people",), barriers=(), lenses=())


def test_an_organisation_that_carries_the_gap_is_named_with_what_would_be_left() -> None:
    everybody = _leaders(2, "Alder") + _leaders(4, "Birch")
    found = leave_out(carried(_stands("people", everybody, 2), everybody), ONE)["people"]
    assert LeftOut(organisation="Alder", leaders=2, gap=0, rank=1) in found


def test_a_gap_share_that_moves_by_exactly_a_tenth_does_not_count() -> None:
    # 10 of 20, then 6 of 15 without Alder, and 9 of 15 without Cedar.
    alder, cedar, rest = _leaders(5, "Alder"), _leaders(5, "Cedar"), _leaders(10, "")
    stands = [
        *_stands("people", alder, 4),
        *_stands("people", cedar, 1),
        *_stands("people", rest, 5),
    ]
    assert leave_out(carried(stands, [*alder, *cedar, *rest]), ONE) == {"people": ()}


def test_a_gap_share_that_moves_by_more_than_a_tenth_counts() -> None:
    alder, rest = _leaders(2, "Alder"), _leaders(8, "")
    stands = _stands("people", [*alder, *rest], 5)
    # 5 of 10, then 3 of 8: .125 less.
    assert leave_out(carried(stands, [*alder, *rest]), ONE)["people"] == (
        LeftOut("Alder", 2, 3, 1),
    )


def test_a_finding_that_leaves_the_top_five_is_kept_and_so_is_the_one_that_enters() -> None:
    themes = ("t1", "t2", "t3", "t4", "t5", "t6")
    book = a_codebook(themes=themes, barriers=(), lenses=())
    alder, rest = _leaders(2, "Alder"), _leaders(98, "")
    everybody = [*alder, *rest]
    stands = [p for t in themes[:4] for p in _stands(t, rest, 50)]
    stands += _stands("t5", everybody, 40)  # 40 with Alder, 38 without
    stands += _stands("t6", rest, 39)
    found = leave_out(carried(stands, everybody), book)
    assert {code: left for code, left in found.items() if left} == {
        "t5": (LeftOut("Alder", 2, 38, 6),),
        "t6": (LeftOut("Alder", 2, 39, 5),),
    }


def test_a_finding_that_falls_by_three_ranks_is_kept() -> None:
    themes = ("t1", "t2", "t3", "t4")
    book = a_codebook(themes=themes, barriers=(), lenses=())
    alder, rest = _leaders(3, "Alder"), _leaders(97, "")
    stands = _stands("t1", [*alder, *rest], 42)
    stands += [p for t in themes[1:] for p in _stands(t, rest, 40)]
    assert leave_out(carried(stands, [*alder, *rest]), book) == {
        "t1": (LeftOut("Alder", 3, 39, 4),),
        "t2": (),
        "t3": (),
        "t4": (),
    }


def test_a_finding_that_falls_by_two_ranks_is_not_kept() -> None:
    book = a_codebook(themes=("t1", "t2", "t3"), barriers=(), lenses=())
    alder, rest = _leaders(3, "Alder"), _leaders(97, "")
    stands = _stands("t1", [*alder, *rest], 42)
    stands += [p for t in ("t2", "t3") for p in _stands(t, rest, 40)]
    assert not any(leave_out(carried(stands, [*alder, *rest]), book).values())


def test_ranks_are_among_findings_of_the_same_kind() -> None:
    book = a_codebook(themes=("people",), barriers=("money",), lenses=())
    alder, rest = _leaders(2, "Alder"), _leaders(6, "")
    everybody = [*alder, *rest]
    stands = _stands("people", everybody, 8) + _stands("money", everybody, 2)
    assert leave_out(carried(stands, everybody), book)["money"] == (LeftOut("Alder", 2, 0, 1),)


def test_an_organisation_with_half_of_the_leaders_is_not_left_out() -> None:
    alder, rest = _leaders(5, "Alder"), _leaders(5, "")
    assert leave_out(carried(_stands("people", alder, 5), [*alder, *rest]), ONE) == {"people": ()}


def test_an_organisation_with_fewer_than_half_of_the_leaders_is_left_out() -> None:
    alder, rest = _leaders(5, "Alder"), _leaders(6, "")
    assert leave_out(carried(_stands("people", [*alder, *rest], 5), [*alder, *rest]), ONE)["people"]


def test_an_organisation_that_everybody_belongs_to_is_not_left_out() -> None:
    book = a_codebook(themes=("t1", "t2", "t3", "t4"), barriers=(), lenses=())
    alder = _leaders(3, "Alder")
    # Among nobody the labels alone would rank, and t4 would fall from first to last.
    assert not any(leave_out(carried(_stands("t4", alder, 3), alder), book).values())


def test_the_smallest_gap_left_comes_first() -> None:
    everybody = _leaders(3, "Alder") + _leaders(2, "Birch") + _leaders(4, "Cedar")
    found = leave_out(carried(_stands("people", everybody, 5), everybody), ONE)["people"]
    assert [(one.organisation, one.gap) for one in found] == [
        ("Alder", 2),
        ("Birch", 3),
        ("Cedar", 5),
    ]


@given(projects())
def test_a_gap_without_an_organisation_is_that_of_the_other_leaders(drawn: Drawn) -> None:
    current = latest(positions(drawn.codings, drawn.interviews, drawn.codebook), drawn.interviews)
    belongs = leader_values(drawn.interviews, "organisation")
    for code, found in leave_out(carried(current, drawn.interviews), drawn.codebook).items():
        for one in found:
            rest = [p for p in current if p.code == code and belongs[p.leader] != one.organisation]
            assert figures(held(rest)).gap == one.gap
