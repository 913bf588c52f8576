from sensecli.coding.uncoded import uncoded
from sensecli.model import Segment, Speaker, Status
from tests.builders import a_coding, an_interview

_TEXTS = (
    (Speaker.INTERVIEWER, "What became of the ward sisters?"),
    (Speaker.LEADER, "It was never done."),
    (Speaker.LEADER, "The tea was cold."),
    (Speaker.LEADER, "The sisters matter."),
)
_CUT = [
    Segment("L01", n, 0, len(text), text, speaker, turn=min(n, 2))
    for n, (speaker, text) in enumerate(_TEXTS, start=1)
]


def test_what_the_leader_says_under_no_code_is_there_with_the_status_of_its_words() -> None:
    found = uncoded([(an_interview(), _CUT)], [a_coding(segment=4)])
    assert [(one.segment, one.code, one.status) for one in found] == [
        (2, "", Status.INACTION),
        (3, "", Status.NONE),
    ]


def test_a_coding_that_is_not_the_leaders_leaves_the_passage_there() -> None:
    found = uncoded([(an_interview(), _CUT)], [a_coding(segment=4, holder="other")])
    assert [one.segment for one in found] == [2, 3, 4]
