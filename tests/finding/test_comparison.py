from sensecli.finding.comparison import comparison
from sensecli.finding.rounds import met_again
from sensecli.model import Comparison, Interview
from tests.builders import a_codebook, a_coding, an_interview


def _one(leader: str, name: str) -> Interview:
    return an_interview(id=f"{leader}-{name}", leader=leader, round=name)


def _compared(*rounds: str) -> Comparison | None:
    interviews = [_one("L01", name) for name in rounds]
    codings = [a_coding(interview=one.id) for one in interviews]
    made = [a_coding(interview=one.id, status="commitment") for one in interviews]
    return comparison(
        [interviews],
        codings,
        a_codebook(),
        undertakings=made,
        same=lambda _, later: [0.0] * len(later),
    )


def test_one_round_is_compared_with_nothing() -> None:
    assert _compared("1") is None


def test_two_rounds_are_compared_once() -> None:
    found = _compared("1", "2")
    assert found is not None
    assert [(one.before, one.after) for one in found.between] == [("1", "2")]
    assert found.overall is None


def test_of_three_rounds_neighbours_are_compared_and_the_first_with_the_last() -> None:
    found = _compared("1", "2", "3")
    assert found is not None
    assert found.overall is not None
    pairs = [(one.before, one.after) for one in (*found.between, found.overall)]
    assert pairs == [("1", "2"), ("2", "3"), ("1", "3")]
    assert [one.same for between in found.between for one in between.themes] == [1, 1]


def test_promises_are_the_undertakings_of_the_earlier_round() -> None:
    found = _compared("1", "2", "3")
    assert found is not None
    assert found.overall is not None
    stretches = (*found.between, found.overall)
    said = [[promise.said.interview for promise in one.promises] for one in stretches]
    assert said == [["L01-1"], ["L01-2"], ["L01-1"]]


def test_interviews_without_a_round_are_compared_by_a_name_of_their_own() -> None:
    found = _compared("", "2")
    assert found is not None
    assert [one.name for one in found.rounds] == ["round 1", "2"]
    assert found.between[0].themes[0].same == 1


def test_two_interviews_in_one_round_are_not_meeting_again() -> None:
    twice = [an_interview(id=id_, leader="L01", round="1") for id_ in ("a", "b")]
    assert not met_again(twice)
    assert met_again([*twice, _one("L01", "2")])
