import pickle
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.finding.findings import findings
from sensecli.finding.found import Found, found
from sensecli.finding.positions import positions, spoken_positions
from sensecli.finding.tally import Tally, merged, tally
from sensecli.model import Coding, Interview, Kind
from tests.builders import a_codebook, a_coding, an_interview
from tests.finding.drawn import CODEBOOK, Drawn, projects


def _tally(codings: Sequence[Coding], interviews: Sequence[Interview]) -> Tally:
    return tally(codings, spoken_positions(codings, interviews, CODEBOOK), interviews, CODEBOOK)


def _by_leader(codings: Sequence[Coding], leaders: Sequence[str]) -> list[Tally]:
    """Each leader in a piece of their own."""
    return [
        _tally([c for c in codings if c.interview == one], [an_interview(id=one)])
        for one in leaders
    ]


def _counted(drawn: Drawn) -> Found:
    """All findings, without what takes every leader to tell."""
    stands = positions(drawn.codings, drawn.interviews, drawn.codebook)
    whole = findings(drawn.codings, stands, drawn.interviews, drawn.codebook)
    return replace(whole, consensus=(), current=())


@st.composite
def _pieces(draw: st.DrawFn, drawn: Drawn) -> list[Tally]:
    """Draw a partition into pieces of whole leaders, in any order; some pieces may be of nobody."""
    piece_of = {one.leader: draw(st.integers(0, 3)) for one in drawn.interviews}
    pieces = []
    for piece in draw(st.permutations(range(4))):
        interviews = [one for one in drawn.interviews if piece_of[one.leader] == piece]
        ids = {one.id for one in interviews}
        pieces.append(_tally([c for c in drawn.codings if c.interview in ids], interviews))
    return pieces


@given(projects(), st.data())
def test_findings_from_pieces_are_those_from_the_whole(drawn: Drawn, data: st.DataObject) -> None:
    pieces = data.draw(_pieces(drawn))
    assert found(merged(*pieces), CODEBOOK) == _counted(drawn)


@given(projects(), st.data())
def test_pieces_merge_in_any_order_and_any_grouping(drawn: Drawn, data: st.DataObject) -> None:
    a, b, c, d = data.draw(_pieces(drawn))
    whole = _tally(drawn.codings, drawn.interviews)
    assert merged(merged(a, b), merged(c, d)) == whole
    assert merged(d, merged(c, merged(b, a))) == whole


@given(projects())
def test_silent_positions_are_counted_whether_given_or_not(drawn: Drawn) -> None:
    stands = positions(drawn.codings, drawn.interviews, CODEBOOK)
    given_all = tally(drawn.codings, stands, drawn.interviews, CODEBOOK)
    assert given_all == _tally(drawn.codings, drawn.interviews)


def test_nobody_adds_nothing() -> None:
    one = _tally([a_coding()], [an_interview()])
    assert merged(one, merged()) == merged(one) == one
    assert found(merged(), CODEBOOK) == _counted(Drawn((), ()))


def test_consensus_and_positions_take_every_leader() -> None:
    counted = found(_tally([a_coding()], [an_interview()]), CODEBOOK)
    assert (counted.consensus, counted.current) == ((), ())


def test_a_tally_tells_the_head_of_a_report() -> None:
    interviews = [
        an_interview(id="a", leader="L", round="1", group="north", date="2024-05-01"),
        an_interview(id="b", leader="L", round="2", group="south", date="2024-07"),
        an_interview(id="c", date="2024-06-30"),
        an_interview(id="d", date="in spring"),
    ]
    codings = [
        a_coding(interview="a"),
        replace(a_coding(interview="c", holder="interviewer"), coder="JS"),
    ]
    one = _tally(codings, interviews)
    assert (one.interviews, one.leaders, one.groups) == (4, 3, {"south": 1, "(no group)": 2})
    assert (one.codings, one.own, one.coders) == (2, 1, frozenset({"rules", "JS"}))
    assert one.dates == ("2024-05-01", "2024-07")


def test_what_a_tally_keeps_does_not_grow_with_the_leaders() -> None:
    def kept(leaders: int) -> tuple[int, int, int]:
        interviews = [an_interview(id=f"L{n:03d}") for n in range(leaders)]
        codings = [
            a_coding(interview=one.id, code=code, segment=at, status=status)
            for one in interviews
            for at, (code, status) in enumerate([("people", "stalled"), ("money", "none")])
        ]
        one = _tally(codings, interviews)
        return len(one.held), len(one.carried.gap), sum(map(len, one.witnesses.values()))

    few, many = kept(5), kept(200)
    assert few == many
    assert min(few) > 0


def test_a_tally_goes_from_one_process_to_another() -> None:
    one = _tally([a_coding(status="done"), a_coding(code="money", segment=2)], [an_interview()])
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


def test_the_failure_may_be_the_third_leaders() -> None:
    # The endorsing leader's, the passage of the dissent, and only then one that can be shown.
    codings = [
        a_coding(interview="L1"),
        a_coding(interview="L1", segment=9, status="inaction"),
        a_coding(interview="L2", stance="mixed", status="inaction"),
        a_coding(interview="L3", stance="neutral", status="stalled", confidence=0.1),
        a_coding(interview="L4", stance="neutral", status="stalled", confidence=0.05),
    ]
    (people,) = _people(_by_leader(codings, ["L4", "L2", "L3", "L1"]))
    assert people == [("endorsement", "L1"), ("failure", "L3"), ("dissent", "L2")]


def test_the_barrier_may_be_the_second_passage_of_the_only_leader() -> None:
    codings = [
        a_coding(interview="L1"),
        a_coding(interview="L1", segment=1, code="money"),
        a_coding(interview="L1", segment=2, code="time"),
        a_coding(interview="L2", stance="oppose"),
    ]
    (people,) = _people(_by_leader(codings, ["L2", "L1"]))
    assert people == [("endorsement", "L1"), ("barrier", "L1"), ("dissent", "L2")]


@pytest.mark.parametrize("second", [("L1", 9), ("L2", 1)])
def test_the_endorsement_may_be_the_second_where_the_first_is_the_action(
    second: tuple[str, int],
) -> None:
    leader, segment = second
    codings = [
        a_coding(interview="L1", status="done"),
        a_coding(interview=leader, segment=segment, status="done", confidence=0.5),
    ]
    (people,) = _people(_by_leader(codings, ["L2", "L1"]))
    assert people == [("endorsement", leader), ("action", "L1")]


def test_the_barrier_may_be_the_second_leaders() -> None:
    codings = [
        a_coding(interview="L1"),
        a_coding(interview="L1", segment=2, code="money"),
        a_coding(interview="L2", confidence=0.5),
        a_coding(interview="L2", segment=9, code="money"),
    ]
    (people,) = _people(_by_leader(codings, ["L2", "L1"]))
    assert people == [("endorsement", "L1"), ("barrier", "L2")]


def test_the_failure_may_be_the_second_of_the_only_leader() -> None:
    codings = [
        a_coding(interview="L1", status="inaction"),
        a_coding(interview="L1", segment=9, stance="neutral", status="stalled"),
    ]
    (people,) = _people(_by_leader(codings, ["L1"]))
    assert people == [("endorsement", "L1"), ("failure", "L1")]


def test_an_organisation_spread_over_pieces_is_one() -> None:
    book = a_codebook(themes=("people",), barriers=(), lenses=())
    interviews = [
        *(an_interview(id=f"A{n}", organisation="Alder") for n in range(2)),
        *(an_interview(id=f"B{n}", organisation="Birch") for n in range(3)),
    ]
    codings = [a_coding(interview=one) for one in ("A0", "A1")]
    pieces = [
        tally(said, spoken_positions(said, some, book), some, book)
        for some in (interviews[::2], interviews[1::2])
        for said in [[c for c in codings if c.interview in {one.id for one in some}]]
    ]
    (people,) = found(merged(*pieces), book).themes
    assert people.kind is Kind.THEME
    assert [(one.organisation, one.leaders, one.gap) for one in people.fragile] == [
        ("Alder", 2, 0),
    ]


def _people(pieces: Sequence[Tally]) -> list[list[tuple[str, str]]]:
    """Why and of whom the quotes on people are, from the pieces together."""
    themes = found(merged(*pieces), CODEBOOK).themes
    return [[(q.why, q.leader) for q in one.quotes] for one in themes if one.code == "people"]
