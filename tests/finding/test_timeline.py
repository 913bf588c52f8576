import pytest

from sensecli.finding.timeline import named_rounds, round_of_talks, timeline
from sensecli.model import Interview, RoundOfTalks
from tests.builders import an_interview


def _one(name: str = "", date: str = "", *, leader: str = "L01") -> Interview:
    return an_interview(id=f"{leader}-{name}-{date}", leader=leader, round=name, date=date)


@pytest.mark.parametrize(
    ("folders", "names"),
    [
        ([[_one()], [_one()]], ["round 1", "round 2"]),
        ([[_one("spring")], [_one()]], ["spring", "round 2"]),
        ([[_one("round 2")], [_one()]], ["round 2", "round 3"]),
        ([[_one()], [_one("1")]], ["round 2", "1"]),
        ([[_one(date="2022-09-12")], [_one("2023")]], ["2022", "2023"]),
        ([[_one(date="2023-09-12")], [_one("2023")]], ["round 1", "2023"]),
        ([[_one(date="2022-09-12")], [_one("second")]], ["round 1", "second"]),
    ],
)
def test_who_has_no_round_has_that_of_the_folder(
    folders: list[list[Interview]], names: list[str]
) -> None:
    assert [one.round for folder in named_rounds(folders) for one in folder] == names


def test_interviews_that_say_their_round_keep_it_beside_those_that_do_not() -> None:
    (folder,) = named_rounds([[_one("b"), _one()]])
    assert [one.round for one in folder] == ["b", "round 1"]


@pytest.mark.parametrize(
    ("folders", "order"),
    [
        ([[_one("a")], [_one("b")]], ("a", "b")),
        ([[_one("b")], [_one("a")]], ("b", "a")),
        ([[_one("b", "2023-01-02")], [_one("a", "2022-01-02")]], ("a", "b")),
        ([[_one("b", "2023-01-02")], [_one("a")]], ("b", "a")),
        ([[_one("2"), _one("10"), _one("1")]], ("1", "2", "10")),
        ([[], [_one("a")]], ("a",)),
        ([], ()),
    ],
)
def test_rounds_follow_their_dates_or_else_their_folders(
    folders: list[list[Interview]], order: tuple[str, ...]
) -> None:
    assert timeline(folders) == order


def test_a_round_counts_interviews_and_leaders() -> None:
    held = [_one("1", "2022-03-04"), _one("1", "2022-01-02"), _one("2", "2023-01-02")]
    assert round_of_talks("1", held) == RoundOfTalks("1", 2, 1, ("2022-01-02", "2022-03-04"))
