from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.model import Coding, Finding, Interview, Kind
from tests.builders import a_codebook, a_coding, an_interview
from tests.finding.drawn import Drawn, projects

INTERVIEWS = [an_interview(id=f"L0{n}") for n in (1, 2, 3)]


def _themes(
    *codings: Coding,
    themes: tuple[str, ...] = ("people", "learning"),
    interviews: list[Interview] = INTERVIEWS,
) -> tuple[Finding, ...]:
    book = a_codebook(themes=themes)
    return findings(codings, positions(codings, interviews, book), interviews, book).themes


def test_every_code_has_one_finding_among_its_kind() -> None:
    book = a_codebook()
    found = findings([], positions([], INTERVIEWS, book), INTERVIEWS, book)
    assert [f.code for f in found.themes] == ["learning", "people"]
    assert [f.code for f in found.barriers] == ["money", "time"]
    assert [(one.finding.code, one.finding.kind) for one in found.lenses] == [("story", Kind.LENS)]


def test_the_widest_gap_comes_first_then_agreement_then_the_label() -> None:
    found = _themes(
        a_coding(code="a"),
        a_coding(code="c"),
        a_coding(code="d"),
        a_coding(code="b"),
        a_coding(interview="L02", code="b"),
        a_coding(interview="L02", code="d", status="done"),
        themes=("a", "b", "c", "d"),
    )
    assert [f.code for f in found] == ["b", "d", "a", "c"]


def test_a_finding_puts_together_every_question() -> None:
    (people, _) = _themes(
        a_coding(interview="L01", status="aspiration", actor="others", prompted=True),
        a_coding(interview="L01", segment=9, code="money"),
        a_coding(interview="L02", status="inaction", actor="own"),
        a_coding(interview="L03", status="done", actor="self"),
    )
    assert people.label == "People"
    assert people.figures.gap == 2
    assert people.prompted_only == 1
    assert people.unprompted.counts.endorse == 2
    assert [one.group for one in people.by_group] == ["(no group)"]
    assert [k for _, k in people.actors] == [1, 1, 1, 0, 0]
    assert [k for _, k in people.ladder] == [1, 1, 0, 0, 0, 1]
    assert people.failures == (("stalled", 0), ("inaction", 1))
    assert people.barriers == (("money", 1),)
    assert people.fragile == ()
    assert [q.why for q in people.quotes] == ["endorsement", "failure", "action"]


def test_a_barrier_has_no_barriers_of_its_own() -> None:
    book = a_codebook()
    codings = [a_coding(code="money"), a_coding(segment=2, code="time")]
    found = findings(codings, positions(codings, INTERVIEWS, book), INTERVIEWS, book)
    assert [f.barriers for f in found.barriers] == [(), ()]


def test_each_leader_counts_once_with_the_latest_round() -> None:
    interviews = [
        an_interview(id="a", leader="L", round="1"),
        an_interview(id="b", leader="L", round="2"),
        an_interview(id="c", leader="M", round="1"),
    ]
    (people, _) = _themes(
        a_coding(interview="a", stance="oppose"),
        a_coding(interview="b", status="done"),
        a_coding(interview="c"),
        interviews=interviews,
    )
    counts = people.figures.counts
    assert (counts.n, counts.endorse, counts.oppose, people.figures.act) == (2, 2, 0, 1)


def test_a_project_without_interviews_has_empty_findings() -> None:
    (first, _) = _themes(interviews=[])
    assert (first.figures.counts.n, first.by_group, first.quotes) == (0, (), ())


@given(projects(), st.randoms(use_true_random=False))
def test_neither_the_order_of_codings_nor_of_files_matters(drawn: Drawn, random: Random) -> None:
    def found(codings: list[Coding], interviews: list[Interview]) -> object:
        stands = positions(codings, interviews, drawn.codebook)
        return findings(codings, stands, interviews, drawn.codebook)

    codings, interviews = list(drawn.codings), list(drawn.interviews)
    before = found(codings, interviews)
    random.shuffle(codings)
    random.shuffle(interviews)
    assert found(codings, interviews) == before


@given(projects())
def test_everybody_interviewed_is_counted_once_in_every_finding(drawn: Drawn) -> None:
    stands = positions(drawn.codings, drawn.interviews, drawn.codebook)
    found = findings(drawn.codings, stands, drawn.interviews, drawn.codebook)
    leaders = len({i.leader for i in drawn.interviews})
    every = (*found.themes, *found.barriers, *(one.finding for one in found.lenses))
    assert {f.figures.counts.n for f in every} == {leaders}
