"""Where minutes and registers name people."""

import pytest

from sensecli.loading.attendance import alone, initials, listings, persons, short_for, titled

ORDINARY = frozenset("pathway lead office the virtual voices bell".split())


def _persons(cell: str) -> list[str]:
    return list(persons(cell, ordinary=ORDINARY))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Jo Bell", ["Jo Bell"]),
        ("Jo Bell / Sam Pickering", ["Jo Bell", "Sam Pickering"]),
        ("Jo Bell and Sam Pickering", ["Jo Bell", "Sam Pickering"]),
        ("Chief Nurse (Jane Smith)", ["Jane Smith"]),
        ("Jane Smith, Medical Director", ["Jane Smith"]),
        ("R. Kettering", ["R. Kettering"]),
        ("Dr Osei", ["Dr Osei"]),
        ("Cllr Ivy Pemberton", ["Cllr Ivy Pemberton"]),
        ("Councillor Pemberton", ["Councillor Pemberton"]),
        ("Mr Pickering's", ["Mr Pickering"]),
        ("Business Intelligence", []),
        ("Pathway Lead", []),
        ("GP Lead", []),
        ("PMO Office", []),
        ("Wexmoor Hospitals", []),
        ("Workforce Team", []),
        ("TBC", []),
        ("", []),
    ],
)
def test_persons_are_told_from_roles_teams_and_bodies(cell: str, found: list[str]) -> None:
    assert _persons(cell) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [("JB", ["JB"]), ("J.B. / PH", ["JB", "PH"]), ("COO", []), ("PMO", []), ("All", []), ("J", [])],
)
def test_initials_are_told_from_offices(cell: str, found: list[str]) -> None:
    assert list(initials(cell)) == found


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("Jo Bell (JB, chair), Ann Osei (AO)", [("Jo Bell", "JB"), ("Ann Osei", "AO")]),
        ("Dr Ann Osei (AO)", [("Dr Ann Osei", "AO")]),
        ("Jo Bell (OT)", []),
        ("Human Resources (HR)", []),
        ("Jo Bell (chair)", []),
    ],
)
def test_initials_behind_a_name_are_short_for_it(listed: str, found: list[tuple[str, str]]) -> None:
    assert list(short_for(listed)) == found


@pytest.mark.parametrize(
    ("cell", "found"), [("Sandra", ["Sandra"]), ("Estates", []), ("Virtual", []), ("IT", [])]
)
def test_a_first_name_may_stand_alone(cell: str, found: list[str]) -> None:
    assert list(alone(cell, ordinary=ORDINARY)) == found


def test_who_was_there_is_listed_from_the_heading_to_the_next() -> None:
    text = (
        "## Present\n\nJo Bell (Chair)\n- Sam Pickering, Finance\n\n"
        "Apologies: Ann Osei\n\n1. Matters Arising\n\nLong Street was closed.\n"
    )
    found = [name for part in listings(text) for name in _persons(part)]
    assert found == ["Jo Bell", "Sam Pickering", "Ann Osei"]


def test_who_is_to_act_is_listed() -> None:
    found = [
        name for part in listings("ACTION: Jo Bell to report in May.\n") for name in _persons(part)
    ]
    assert found == ["Jo Bell"]


def test_a_name_with_a_title_is_found_anywhere() -> None:
    assert titled("It was Dr Ann Osei, and then Mrs Bell.") == ["Dr Ann Osei", "Mrs Bell"]
