"""What axe finds, and what it cannot see: the width of a phone, the order of headings."""

from itertools import pairwise
from pathlib import Path

import pytest

from sensecli.model import Analysis
from tests.page.opened import DESKTOP, PHONE, Open, Opened

LEVELS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1])"
ON_TAP = """() => [...document.querySelectorAll('.figure')].filter(
  one => one.getClientRects().length && one.getBoundingClientRect().height < 20).length"""
CROPPED = """() => [...document.querySelectorAll('main *')].filter(box =>
  box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX)
  && box.tabIndex < 0).map(box => box.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave(
    open_page: Open, sample_file: Path, scheme: str, width: int
) -> None:
    assert open_page(sample_file, scheme=scheme, width=width).grave_faults() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_behind_a_figure(
    open_page: Open, sample_file: Path, rules_sample: Analysis, scheme: str
) -> None:
    page = open_page(sample_file, scheme=scheme)
    page.open_figure(rules_sample.findings[0].code, "endorse")
    assert page.grave_faults() == []


def test_axe_would_find_a_grave_fault(open_page: Open, sample_file: Path) -> None:
    page = open_page(sample_file)
    page.found("() => document.querySelector('main').insertAdjacentHTML('afterbegin', '<input>')")
    assert any("label" in one for one in page.grave_faults())


def test_headings_go_down_one_by_one(sample_page: Opened) -> None:
    levels = sample_page.found(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("landmark", ["banner", "navigation", "main", "contentinfo"])
def test_each_landmark_is_there(sample_page: Opened, landmark: str) -> None:
    assert sample_page.page.get_by_role(landmark).count()  # type: ignore[arg-type]


def test_every_table_has_a_caption_and_headed_rows(sample_page: Opened) -> None:
    tables = sample_page.page.locator("main table")
    assert tables.count()
    for table in tables.all():
        assert table.locator("caption").inner_text().strip()
        assert table.locator("thead th[scope=col]").count()


def test_a_phone_does_not_scroll_sideways(open_page: Open, sample_file: Path) -> None:
    assert open_page(sample_file, width=PHONE).overhang() <= 0


def test_a_phone_does_not_scroll_sideways_behind_a_figure(
    open_page: Open, sample_file: Path, rules_sample: Analysis
) -> None:
    page = open_page(sample_file, width=PHONE)
    page.open_figure(rules_sample.findings[0].code, "endorse")
    assert page.overhang() <= 0
    assert page.overhang("#behind") <= 0
    assert page.overhang("#behind-list") <= 0


def test_what_scrolls_on_a_phone_can_be_reached_by_keyboard(
    open_page: Open, sample_file: Path
) -> None:
    assert open_page(sample_file, width=PHONE).found(CROPPED) == []


def test_figures_can_be_hit_with_a_finger(open_page: Open, sample_file: Path) -> None:
    assert open_page(sample_file, width=PHONE).found(ON_TAP) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_takes_the_readers_colours(
    open_page: Open, sample_file: Path, scheme: str
) -> None:
    ground = open_page(sample_file, scheme=scheme).found(
        "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    )
    assert (sum(ground[:3]) > 384) == (scheme == "light")
