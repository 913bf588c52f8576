"""The page for going back to one leader."""

from pathlib import Path

import pytest

from sensecli.model import Analysis
from tests.page.opened import DESKTOP, PHONE, Open


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_profile_is_quiet_and_axe_finds_nothing_grave(
    open_page: Open, profile_file: Path, scheme: str, width: int
) -> None:
    page = open_page(profile_file, scheme=scheme, width=width)
    assert (page.said, page.asked) == ([], [])
    assert page.grave_faults() == []
    assert page.overhang() <= 0


def test_a_profile_names_no_other_leader(
    open_page: Open, profile_file: Path, rules_sample: Analysis
) -> None:
    others = {one.leader for one in rules_sample.project.interviews} - {"L05"}
    page = open_page(profile_file)
    said = set(page.found("() => document.body.textContent.match(/L\\d\\d/g)"))
    assert "L05" in said
    assert said & others == set()


def test_a_profile_shows_the_leaders_own_words(
    open_page: Open, profile_file: Path, rules_sample: Analysis
) -> None:
    page = open_page(profile_file)
    said = page.found("() => document.querySelector('main').textContent")
    own = [one for one in rules_sample.codings if one.interview == "L05"]
    assert any(one.text in said for one in own)
    others = {one.text for one in rules_sample.codings if one.interview != "L05"}
    assert [text for text in others - {one.text for one in own} if text in said] == []
