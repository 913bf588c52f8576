"""What became of decisions, in words."""

from sensecli.model import Coding, Decided, Decision, Laid, Segment, Speaker, Verdict
from sensecli.review.overlay import lay_over
from sensecli.review.telling import told
from tests.builders import an_interview
from tests.review.made import CODES, TEXT, a_decision, lines_of, some_values


def laid(*decisions: Decision, text: str = TEXT) -> Laid:
    interview, machine = an_interview(text=text), list[Coding]()
    return lay_over(machine, lines_of(interview), [interview], decisions, codes=CODES)


def notices(found: Laid) -> list[str]:
    return [notice.message for notice in told(found)[1]]


def test_counts_are_told_by_verdict() -> None:
    decisions = [
        a_decision(segment=1),
        a_decision(segment=3),
        a_decision("change", segment=2, values=some_values(code="money")),
        a_decision("reject", segment=4),
        a_decision("add", segment=5, coder="CD"),
    ]
    assert notices(laid(*decisions)) == [
        "5 codings were decided by people (2 coders): 2 accepted, 1 changed, 1 rejected, 1 added."
    ]


def test_one_is_one_and_what_there_is_none_of_is_not_told() -> None:
    assert notices(laid(a_decision())) == ["1 coding was decided by people (1 coder): 1 accepted."]


def test_without_decisions_nothing_is_told() -> None:
    assert told(laid()) == ((), ())
    assert told(laid(a_decision("read"))) == ((), ())


def test_moved_and_differing_decisions_are_told() -> None:
    decisions = [a_decision(time=1), a_decision("reject", time=2, coder="CD")]
    assert notices(laid(*decisions, text=f"New.\n{TEXT}"))[1:] == [
        "2 decisions were found again elsewhere: the notes were edited since.",
        "1 decision differs from what another coder decided on the same coding: the later stands.",
    ]


def test_an_orphan_is_a_problem_with_its_file_and_line() -> None:
    decision = a_decision(segment=5, code="story")
    problems, _ = told(laid(decision), lines={decision.id: ("decisions-ab.jsonl", 7)})
    assert [str(one) for one in problems] == [
        (
            'decisions-ab.jsonl:7: the decision on "Money is short this year, as it was in..."'
            ' (story) has no place any more: the codebook has no code "story". Hint: put it back,'
            " or look at all of these with sense review FOLDER --orphans."
        )
    ]


def test_an_orphan_of_an_unknown_file_is_told_all_the_same() -> None:
    (problem,), _ = told(laid(a_decision("memo", segment=2), text="Nothing of it.\n"))
    assert str(problem).startswith('the decision on "Yes." has no place any more: L01 no longer')


def test_a_quote_is_not_cut_within_a_word() -> None:
    text = "Whatever was it that Bartholomew Featherstone told them?\n"
    (problem,), _ = told(laid(a_decision(text=text, code="story"), text=text))
    assert '"Whatever was it that Bartholomew..."' in problem.message


def test_each_verdict_on_a_coding_has_a_word() -> None:
    at = Segment("L01", 1, 0, 4, "Yes.", Speaker.NOTES, 0)
    for verdict in (Verdict.ACCEPT, Verdict.CHANGE, Verdict.REJECT, Verdict.ADD):
        (notice,) = told(Laid((), (Decided(a_decision(verdict), at),)))[1]
        assert "1 " in notice.message.split(": ")[1]
