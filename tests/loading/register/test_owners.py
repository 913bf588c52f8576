"""Who owns an action."""

import pytest

from sensecli.loading.register.owners import owner_of


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-",
        "TBC",
        "tbc.",
        "(TBC)",
        "TBD",
        "n/a",
        "N/A",
        "None",
        "?",
        "to be confirmed",
        "Vacant",
        "Vacant post (was J Smith)",
        "TBC - Chief Nurse?",
        "All",
        "various",
        "TBC / TBC",
        "TBC\nTBC",
        "all staff",
        "unassigned",
        "not yet agreed",
    ],
)
def test_nobody_in_particular_is_no_owner(written: str) -> None:
    assert owner_of(written) == ""


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        ("Dr B Lloyd-Rees", "Dr B Lloyd-Rees"),
        ("HA / CT", "HA / CT"),
        ("HA / TBC", "HA / TBC"),
        ("Chief Nurse", "Chief Nurse"),
        ("Programme\nOffice", "Programme Office"),
        ("Alle Vacher", "Alle Vacher"),
        ("Nona", "Nona"),
        ("@gus, @noor", "@gus, @noor"),
    ],
)
def test_an_owner_stays_as_written(written: str, owner: str) -> None:
    assert owner_of(written) == owner
