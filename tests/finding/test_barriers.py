from sensecli.finding.barriers import barriers
from sensecli.finding.together import together
from tests.builders import a_codebook, a_position

CODEBOOK = a_codebook()


def test_barriers_are_counted_over_leaders_who_endorse_and_do_not_act() -> None:
    stands = [
        a_position(leader="agrees"),
        a_position(leader="agrees", code="money"),
        a_position(leader="acts", status="done"),
        a_position(leader="acts", code="money"),
        a_position(leader="rejects", stance="oppose"),
        a_position(leader="rejects", code="money"),
    ]
    assert barriers("people", together(stands, CODEBOOK), CODEBOOK) == (("money", 1),)


def test_a_barrier_that_the_leader_denies_or_doubts_does_not_count() -> None:
    stands = [
        a_position(),
        a_position(code="money", stance="oppose"),
        a_position(code="time", stance="mixed"),
    ]
    assert barriers("people", together(stands, CODEBOOK), CODEBOOK) == ()


def test_most_leaders_come_first_and_ties_as_in_the_codebook() -> None:
    book = a_codebook(barriers=("zeal", "money", "time"))
    stands = [
        *(a_position(leader=leader) for leader in "ab"),
        *(a_position(leader=leader, code="time") for leader in "ab"),
        a_position(leader="a", code="money"),
        a_position(leader="b", code="zeal"),
    ]
    assert barriers("people", together(stands, book), book) == (
        ("time", 2),
        ("zeal", 1),
        ("money", 1),
    )


def test_other_themes_and_lenses_are_no_barriers() -> None:
    stands = [a_position(), a_position(code="learning"), a_position(code="story")]
    assert barriers("people", together(stands, CODEBOOK), CODEBOOK) == ()


def test_a_barrier_named_in_another_round_does_not_count() -> None:
    stands = [a_position(round="2"), a_position(round="1", code="money")]
    assert barriers("people", together(stands, CODEBOOK), CODEBOOK) == ()
