"""How far an action is, in people's spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.register.statuses import COLOURS, SPELLINGS, is_colour, progress_of
from sensecli.model import Progress

DONE, IN_PROGRESS, NOT_STARTED = Progress.DONE, Progress.IN_PROGRESS, Progress.NOT_STARTED
STALLED, DROPPED, UNSTATED = Progress.STALLED, Progress.DROPPED, Progress.UNSTATED


@pytest.mark.parametrize(
    ("written", "progress"),
    [
        ("Complete", DONE),
        ("COMPLETED.", DONE),
        ("Complete - Y", DONE),
        ("Complete - N", IN_PROGRESS),
        ("Done 12/03/23", DONE),
        ("Closed (see minute 4)", DONE),
        ("Letter sent. Closed", DONE),
        ("100%", DONE),
        ("Blue", DONE),
        ("🔵", DONE),
        (" 🟢 ", IN_PROGRESS),
        ("🟢 Complete", DONE),
        ("✔", DONE),
        ("In-Progress", IN_PROGRESS),
        ("on track", IN_PROGRESS),
        ("On track – 3 of 5 sites", IN_PROGRESS),
        ("Partially complete", IN_PROGRESS),
        ("Not complete", IN_PROGRESS),
        ("Complete by March", None),
        ("G", IN_PROGRESS),
        ("Amber/Red", IN_PROGRESS),
        ("Green (complete)", DONE),
        ("Amber - paused over the winter", STALLED),
        ("80%", IN_PROGRESS),
        ("80% complete", IN_PROGRESS),
        ("Open", IN_PROGRESS),
        ("not yet started", NOT_STARTED),
        ("Not started - awaiting money", NOT_STARTED),
        ("To do", NOT_STARTED),
        ("0 %", NOT_STARTED),
        ("Paused (winter)", STALLED),
        ("Paused until spring", STALLED),
        ("On hold", STALLED),
        ("In progress - on hold", STALLED),
        ("Closed - no longer required", DROPPED),
        ("Superseded by A14", DROPPED),
        ("Won't do", DROPPED),
        ("", UNSTATED),
        ("n/a", UNSTATED),
        ("?", UNSTATED),
        ("Complete / not started", None),
        ("Fizzing", None),
        ("140%", None),
    ],
)
def test_a_status_is_read_as_it_is_meant(written: str, progress: Progress | None) -> None:
    assert progress_of(written, own={}) is progress


def test_yes_and_no_mean_something_only_where_a_column_asks() -> None:
    assert [progress_of(one, own={}, yes_or_no=True) for one in ("Y", "no")] == [DONE, IN_PROGRESS]
    assert progress_of("no", own={}) is None


def test_a_number_alone_is_percent_only_in_a_column_of_percent() -> None:
    assert progress_of("80", own={}, percent=1) is IN_PROGRESS
    assert progress_of("1", own={}, percent=100) is DONE
    assert progress_of("80", own={}) is None


def test_the_users_own_word_goes_before_ours() -> None:
    assert progress_of("Closed", own={"closed": DROPPED}) is DROPPED


def test_no_spelling_means_two_things() -> None:
    words = [word for words in SPELLINGS.values() for word in words.split("|")]
    assert len(set(words)) == len(words)
    assert not set(words) & set(COLOURS)


@pytest.mark.parametrize("progress", SPELLINGS)
def test_each_spelling_is_read_as_its_status(progress: Progress) -> None:
    for word in SPELLINGS[progress].split("|"):
        assert progress_of(word.upper(), own={}) is progress, word


@given(st.text(max_size=40))
def test_any_text_is_a_status_or_none(text: str) -> None:
    found = progress_of(text, own={})
    assert found is None or isinstance(found, Progress)
    assert not is_colour(text) or found is not None
