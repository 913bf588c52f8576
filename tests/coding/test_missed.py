"""Passages in which something is wanted, done or failing and no code is seen."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from sensecli.coding import telling as rules
from sensecli.coding.case import Case
from sensecli.coding.missed import SHOWN, MissedPassages, merged, missed, telling
from sensecli.disk.store import open_store
from sensecli.model import Coding, Segment, Speaker, Status
from sensecli.segmenting import segment_interview
from tests.builders import a_coding, an_interview
from tests.coding.kept import other_rules

WANTED = "We ought to give the night porters a room of their own."
UNDONE = "Nobody has ever asked the night porters what they think."
PLAIN = "The porters are always about in the early hours here."


def found(*texts: str, coded: Sequence[tuple[str, int]] = ()) -> MissedPassages:
    """What is missed in interviews of those texts, of whose segments some are coded."""
    cases = _cases(*texts)
    segments = [segment for _, some in cases for segment in some]
    return _missed(cases, [_coding(segments, *at) for at in coded])


def _cases(*texts: str) -> list[Case]:
    interviews = [an_interview(id=f"L{n:02d}", text=text) for n, text in enumerate(texts, 1)]
    return [(one, segment_interview(one).segments) for one in interviews]


def _missed(cases: Sequence[Case], codings: Sequence[Coding] = ()) -> MissedPassages:
    return missed(cases, codings, telling([segments for _, segments in cases]))


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


def test_what_pieces_miss_adds_up_to_what_the_whole_misses() -> None:
    texts = [bullets(WANTED, UNDONE) if n % 3 else bullets(WANTED) for n in range(SHOWN + 3)]
    cases = _cases(*texts)
    pieces = [_missed(some) for some in (cases[4:], cases[:1], cases[1:4], [])]
    whole = _missed(cases)
    assert whole.total > SHOWN == len(whole.shown)
    assert merged([merged(pieces[:2]), *pieces[2:]]) == merged(reversed(pieces)) == whole


# What is kept.


def test_what_is_kept_is_read_as_it_was_found_and_not_looked_for_again(tmp_path: Path) -> None:
    said = [segments for _, segments in _cases(bullets(WANTED, PLAIN), "", bullets(UNDONE))]
    expected = telling(said)
    assert expected == (((1, Status.ASPIRATION),), (), ((1, Status.INACTION),))
    with open_store(tmp_path) as store:
        assert telling(said, store) == expected
    with (
        open_store(tmp_path) as store,
        patch.object(rules, "leaders_own", lambda _: pytest.fail("looked for again")),
    ):
        assert telling(said[::-1], store) == expected[::-1]


def test_another_version_of_the_rules_looks_again(tmp_path: Path) -> None:
    said = [segments for _, segments in _cases(bullets(WANTED))]
    with open_store(tmp_path) as store:
        telling(said, store)
        with other_rules(), patch.object(rules, "leaders_own", lambda _: []):
            assert telling(said, store) == ((),)


@pytest.mark.parametrize("speaker", Speaker)
def test_who_speaks_decides_what_is_kept(tmp_path: Path, speaker: Speaker) -> None:
    said = [segments for _, segments in _cases(bullets(WANTED))]
    changed = [[replace(one, speaker=speaker) for one in said[0]]]
    with open_store(tmp_path) as store:
        telling(said, store)
        assert telling(changed, store) == telling(changed)
