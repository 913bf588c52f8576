from sensecli.finding.own import own, standing
from sensecli.model import Status
from tests.builders import a_coding, an_interview


def _left(*statuses_at: tuple[int, str]) -> list[tuple[int, str]]:
    said = [a_coding(segment=segment, status=status) for segment, status in statuses_at]
    return [(c.segment, str(c.status)) for c in standing(said)]


def test_codings_of_the_interviewer_and_of_others_are_not_the_leaders_own() -> None:
    codings = [a_coding(holder=holder) for holder in ("leader", "interviewer", "other")]
    assert own(codings, [an_interview()]) == {("L01", "", "people"): codings[:1]}


def test_codings_come_as_they_were_said_over_two_interviews() -> None:
    first = an_interview(id="x", leader="L", order=1)
    second = an_interview(id="a", leader="L", order=2)
    codings = [
        a_coding(interview="a", segment=1),
        a_coding(interview="x", segment=7),
        a_coding(interview="x", segment=2),
    ]
    said = own(codings, [second, first])["L", "", "people"]
    assert [(c.interview, c.segment) for c in said] == [("x", 2), ("x", 7), ("a", 1)]


def test_codings_of_an_unknown_interview_are_left_out() -> None:
    assert own([a_coding(interview="nowhere")], [an_interview()]) == {}


def test_action_that_a_failure_follows_in_the_next_segment_is_dropped() -> None:
    assert _left((4, "done"), (5, "stalled")) == [(5, "stalled")]


def test_action_that_a_failure_follows_two_segments_later_is_dropped() -> None:
    assert _left((4, "underway"), (6, "inaction")) == [(6, "inaction")]


def test_action_that_a_failure_follows_three_segments_later_stands() -> None:
    assert _left((4, "underway"), (7, "inaction")) == [(4, "underway"), (7, "inaction")]


def test_action_that_follows_a_failure_stands() -> None:
    assert _left((4, "stalled"), (5, "done")) == [(4, "stalled"), (5, "done")]


def test_a_restatement_after_the_failure_revives_what_it_cancelled() -> None:
    left = _left((4, "underway"), (5, "stalled"), (6, "underway"))
    assert left == [(5, "stalled"), (6, "underway")]


def test_one_failure_drops_both_actions_before_it() -> None:
    assert _left((4, "done"), (5, "underway"), (6, "stalled")) == [(6, "stalled")]


def test_a_plan_before_a_failure_stands() -> None:
    plans = [s for s in Status if not s.acts and not s.failed]
    assert [_left((1, s), (2, "stalled"))[0][1] for s in plans] == plans


def test_a_failure_in_another_interview_drops_nothing() -> None:
    said = [
        a_coding(interview="a", segment=4, status="done"),
        a_coding(interview="b", segment=5, status="stalled"),
    ]
    assert standing(said) == tuple(said)
