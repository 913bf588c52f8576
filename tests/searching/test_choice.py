"""Which interviews and segments are searched."""

from dataclasses import replace

from sensecli.model import Speaker
from sensecli.searching.choice import Choice, chosen_interviews, spoken
from tests.builders import an_interview
from tests.searching.made import a_segment

BOTH = (an_interview(id="L01", group="Acute trust"), an_interview(id="L02", group="primary care"))


def _ids(choice: Choice) -> list[str]:
    return [one.id for one in chosen_interviews(BOTH, choice)]


def test_without_a_choice_all_are_searched() -> None:
    assert _ids(Choice()) == ["L01", "L02"]


def test_a_group_is_chosen_in_any_case() -> None:
    assert _ids(Choice(group="acute TRUST")) == ["L01"]


def test_leaders_are_chosen_by_id() -> None:
    assert _ids(Choice(leaders=("L02",))) == ["L02"]


def test_a_group_and_a_leader_of_another_choose_nobody() -> None:
    assert _ids(Choice(group="primary care", leaders=("L01",))) == []


def test_a_speaker_is_chosen() -> None:
    asked = replace(a_segment("Why?"), speaker=Speaker.INTERVIEWER)
    assert spoken([a_segment("Said."), asked], Speaker.INTERVIEWER) == (asked,)
    assert len(spoken([a_segment("Said."), asked], None)) == 2
