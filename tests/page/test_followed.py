"""Records and movement in a browser: folded up, led to, printed."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from sensecli.model import Analysis
from tests.exporting.followed import a_followed_analysis, a_records
from tests.page.made import NASTY, whole, written
from tests.page.opened import DESKTOP, PHONE, Open
from tests.page.test_accessibility import CROPPED, LEVELS, ON_TAP

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def followed_file(
    browser: "Browser",  # noqa: ARG001
    page_file: Callable[[Analysis], Path],
) -> Path:
    """The page of a small analysis with records and a second round."""
    return page_file(whole(a_followed_analysis()))


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_what_is_unfolded(
    open_page: Open, followed_file: Path, scheme: str, width: int
) -> None:
    page = open_page(followed_file, scheme=scheme, width=width)
    page.found("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.grave_faults() == []
    assert page.overhang() <= 0
    assert page.found(CROPPED) == []
    assert page.found(ON_TAP) == 0


def test_headings_go_down_one_by_one(open_page: Open, followed_file: Path) -> None:
    levels = open_page(followed_file).found(LEVELS)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_themes_actions_unfold_for_whoever_asks_for_them(
    open_page: Open, followed_file: Path
) -> None:
    page = open_page(followed_file).page
    assert not page.get_by_text("Book the training rooms").is_visible()
    page.get_by_role("link", name="Learning: show the actions, 2").click()
    page.get_by_text("Book the training rooms").wait_for()


def test_an_address_leads_to_a_folded_action(open_page: Open, followed_file: Path) -> None:
    page = open_page(followed_file, place="#action-3").page
    assert page.get_by_text("Repaint the car park").is_visible()


def test_a_quote_leads_to_its_passages(open_page: Open, followed_file: Path) -> None:
    page = open_page(followed_file).page
    page.locator("#records").get_by_role("link", name="L01:1").click()
    page.wait_for_function("() => document.getElementById('filter-code').value")
    assert page.input_value("#filter-code") == "people"
    assert page.input_value("#filter-leader") == "L01"


def test_what_is_folded_up_is_on_paper(open_page: Open, followed_file: Path) -> None:
    page = open_page(followed_file).page
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    said = " ".join(sheet.extract_text() for sheet in sheets)
    assert "Repaint the car park" in said
    assert page.locator("details[open]").count() == 0


def test_nasty_records_do_no_harm(open_page: Open, tmp_path: Path) -> None:
    records = a_records()
    action = replace(records.actions[0].action, id=NASTY, text=NASTY, owner=NASTY, place=NASTY)
    nasty = replace(records, register=NASTY, actions=(replace(records.actions[0], action=action),))
    file = tmp_path / "nasty.html"
    file.write_bytes(written(whole(replace(a_followed_analysis(), records=nasty))))
    page = open_page(file, place="#plan-learning")
    assert page.page.locator("details[open]").count() == 1
    assert (page.said, page.asked) == ([], [])
    assert page.page.locator("img[src=x]").count() == 0
