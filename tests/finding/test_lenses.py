from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.model import Coding, Kind, LensFinding
from tests.builders import a_codebook, a_coding, an_interview

CODEBOOK = a_codebook(lenses=("story", "map"))
INTERVIEWS = [an_interview(id=f"L0{n}") for n in (1, 2, 3)]


def _lenses(*codings: Coding) -> dict[str, LensFinding]:
    found = positions(codings, INTERVIEWS, CODEBOOK)
    lenses = findings(codings, found, INTERVIEWS, CODEBOOK).lenses
    return {one.finding.code: one for one in lenses}


def test_who_endorses_or_is_mixed_voices_the_lens() -> None:
    found = _lenses(
        a_coding(interview="L01", code="story"),
        a_coding(interview="L02", code="story", stance="mixed"),
        a_coding(interview="L03", code="story", stance="oppose"),
    )
    assert found["story"].voiced == 2


def test_a_lens_stands_beside_the_gap_of_those_who_voice_it() -> None:
    found = _lenses(
        a_coding(interview="L01", code="story"),
        a_coding(interview="L01", code="people"),
        a_coding(interview="L02", code="story"),
        a_coding(interview="L02", code="people", status="done"),
        a_coding(interview="L03", code="people"),
    )
    assert found["story"].beside == (("people", 1),)


def test_the_gap_with_most_leaders_comes_first_and_ties_as_in_the_codebook() -> None:
    found = _lenses(
        *(a_coding(interview=i.id, code="story") for i in INTERVIEWS),
        a_coding(interview="L01", code="learning"),
        a_coding(interview="L02", code="learning"),
        a_coding(interview="L02", code="people"),
    )
    assert found["story"].beside == (("learning", 2), ("people", 1))


def test_the_lens_that_most_leaders_voice_comes_first() -> None:
    assert list(_lenses(a_coding(code="story"))) == ["story", "map"]
    assert list(_lenses()) == ["map", "story"]


def test_a_lens_is_a_finding_too() -> None:
    finding = _lenses(a_coding(code="story", actor="own"))["story"].finding
    assert (finding.kind, finding.figures.counts.endorse, finding.barriers) == (Kind.LENS, 1, ())
