"""The names of columns."""

import pytest

from sensecli.loading.register.headings import HEADINGS, Role, role_of
from tests.loading.register.conftest import Read


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ref.", Role.REFERENCE),
        ("No", Role.REFERENCE),
        ("#", Role.REFERENCE),
        ("ACTION(S)", Role.ACTION),
        ("What we\nwill do", Role.ACTION),
        ("Action owner", Role.OWNER),
        ("Lead / Owner", Role.OWNER),
        ("Name of lead officer", Role.OWNER),
        ("SRO", Role.OWNER),
        ("By when?", Role.DUE),
        ("Target completion date", Role.DUE),
        ("Due (dd/mm/yy)", Role.DUE),
        ("Revised completion date", Role.REVISED),
        ("RAG_status", Role.STATUS),
        ("% Complete", Role.STATUS),
        ("Last update", Role.UPDATED),
        ("Date Raised", Role.RAISED),
        ("Date closed", Role.CLOSED),
        ("Work-stream", Role.SECTION),
        ("Bucket Name", Role.SECTION),
        ("Issue key", Role.REFERENCE),
        ("Progress / comments", Role.NOTE),
        ("Project board comments", Role.NOTE),
    ],
)
def test_a_name_is_known_in_the_spellings_of_people(name: str, role: Role) -> None:
    found = role_of(name)
    assert found is not None
    assert found[0] is role


@pytest.mark.parametrize("name", ["Priority", "Raised by", "Updated by", "Cost", "", "  ", "2023"])
def test_another_name_is_not_guessed(name: str) -> None:
    assert role_of(name) is None


def test_a_text_is_no_name() -> None:
    assert role_of("Agree with the lead who owns the action and by when it is due") is None


def test_no_name_means_two_things() -> None:
    names = [name for names in HEADINGS.values() for name in names.split("|")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("role", HEADINGS)
def test_each_name_is_known_as_it_stands_in_the_table(role: Role) -> None:
    for rank, name in enumerate(HEADINGS[role].split("|")):
        assert role_of(name.upper()) == (role, rank), name


def test_an_issue_tracker_keeps_its_keys_and_its_risks_are_no_actions(read: Read) -> None:
    found = read(
        "R-1,Damp survey,Task,To Do",
        "R-2,Mould kits run out,Risk,Open",
        header="Issue key,Summary,Issue Type,Status",
    )
    assert [(one.id, one.text) for one in found.actions] == [("R-1", "Damp survey")]
