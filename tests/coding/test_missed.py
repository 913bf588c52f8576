"""Passages in which something is wanted, done or failing and no code is seen."""

from collections.abc import Sequence

from sensecli.coding.missed import SHOWN, MissedPassages, missed
from sensecli.model import Coding, Segment, Status
from sensecli.segmenting import segment_interview
from tests.builders import a_coding, an_interview

WANTED = "We ought to give the night porters a room of their own."
UNDONE = "Nobody has ever asked the night porters what they think."
PLAIN = "The porters are always about in the early hours here."


def found(*texts: str, coded: Sequence[tuple[str, int]] = ()) -> MissedPassages:
    """What is missed in interviews of those texts, of whose segments some are coded."""
    interviews = [an_interview(id=f"L{n:02d}", text=text) for n, text in enumerate(texts, 1)]
    segments = [s for one in interviews for s in segment_interview(one).segments]
    return missed(segments, [_coding(segments, *at) for at in coded], interviews)


def _coding(segments: Sequence[Segment], interview: str, number: int) -> Coding:
    (one,) = [s for s in segments if (s.interview, s.number) == (interview, number)]
    return a_coding(interview=interview, segment=number, text=one.text, start=one.start)


def shown(passages: MissedPassages) -> list[tuple[str, str, Status]]:
    return [(one.interview, one.text, one.status) for one in passages.shown]


def bullets(*notes: str) -> str:
    return "".join(f"- {note}\n" for note in notes)


def test_an_uncoded_wish_is_missed_with_its_place() -> None:
    (passage,) = found(bullets(PLAIN, WANTED)).shown
    assert (passage.text, passage.status, passage.place) == (WANTED, Status.ASPIRATION, "L01:2")


def test_a_missed_passage_is_a_verbatim_slice() -> None:
    text = bullets(PLAIN, WANTED)
    (passage,) = found(text).shown
    assert text[passage.start : passage.end] == passage.text


def test_a_coded_passage_is_not_missed() -> None:
    assert found(bullets(WANTED), coded=[("L01", 1)]) == MissedPassages((), 0)


def test_a_coding_in_another_interview_does_not_count() -> None:
    assert found(bullets(WANTED), bullets(WANTED), coded=[("L01", 1)]).total == 1


def test_a_passage_that_says_nothing_about_doing_is_not_missed() -> None:
    assert found(bullets(PLAIN)).total == 0


def test_what_fails_is_shown_before_what_is_wanted() -> None:
    passages = found(bullets(WANTED), bullets(UNDONE))
    assert shown(passages) == [
        ("L02", UNDONE, Status.INACTION),
        ("L01", WANTED, Status.ASPIRATION),
    ]


def test_one_passage_an_interview_is_shown_and_all_are_counted() -> None:
    passages = found(bullets(WANTED, UNDONE))
    assert shown(passages) == [("L01", UNDONE, Status.INACTION)]
    assert passages.total == 2


def test_only_the_most_telling_few_are_shown() -> None:
    passages = found(*[bullets(WANTED)] * (SHOWN + 2))
    assert (len(passages.shown), passages.total) == (SHOWN, SHOWN + 2)


def test_what_the_interviewer_wants_is_not_missed() -> None:
    assert found(f"INT: {WANTED}\nR: The roads were bad on the way here today.\n").total == 0
    assert found(bullets(f"My reflection: {WANTED}")).total == 0


def test_a_question_is_not_missed() -> None:
    assert found(bullets("Should we give the night porters a room of their own?")).total == 0


def test_a_passage_too_short_or_too_long_to_tell_anything_is_not_missed() -> None:
    assert found(bullets("We ought to.")).total == 0
    assert found(bullets(f"{WANTED[:-1]} {'and so on ' * 15}.")).total == 0


def test_a_passage_whose_signs_differ_is_not_missed() -> None:
    both = "We ought to give the porters a room and nobody does anything about it."
    assert found(bullets(both)).total == 0


def test_nothing_is_missed_where_nothing_is_said() -> None:
    assert missed((), (), ()) == MissedPassages((), 0)
