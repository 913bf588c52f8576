"""Texts that mean harm are shown as the texts that they are."""

from pathlib import Path

import pytest

from tests.page.made import ENDLESS, NASTY, SCRIPT
from tests.page.opened import DESKTOP, PHONE, Open, Opened

FOREIGN = """() => [...document.querySelectorAll('*')].flatMap(one =>
  [...one.attributes].filter(a => a.name.startsWith('on') || a.value.startsWith('javascript:')))
  .map(a => a.name + '=' + a.value)"""


@pytest.fixture
def hostile_page(open_page: Open, hostile_file: Path) -> Opened:
    """The hostile page, opened."""
    return open_page(hostile_file)


def test_nothing_fires_when_the_page_opens(hostile_page: Opened) -> None:
    hostile_page.page.wait_for_load_state("networkidle")
    assert (hostile_page.said, hostile_page.asked) == ([], [])


def test_nothing_fires_behind_any_figure(hostile_page: Opened) -> None:
    figures = hostile_page.page.locator(".figure")
    assert figures.count() > 4
    for figure in figures.all():
        figure.click()
        hostile_page.dialog.wait_for()
        hostile_page.page.keyboard.press("Escape")
    assert hostile_page.said == []


def test_nothing_fires_in_the_filters(hostile_page: Opened) -> None:
    page = hostile_page.page
    for name in ("code", "group", "stance", "status", "prompted", "holder", "leader"):
        for value in page.locator(f"#filter-{name} option").all():
            page.select_option(f"#filter-{name}", value.get_attribute("value") or "")
        page.select_option(f"#filter-{name}", index=0)
    page.fill("#filter-text", NASTY)
    assert page.locator("#shown").inner_text()
    assert hostile_page.said == []


def test_a_hostile_view_can_be_bookmarked(open_page: Open, hostile_file: Path) -> None:
    first = open_page(hostile_file)
    first.page.fill("#filter-text", SCRIPT)
    first.page.select_option("#filter-group", NASTY)
    first.page.wait_for_function("() => location.hash.includes('script')")
    again = open_page(hostile_file, place=first.found("() => location.hash"))
    assert again.page.input_value("#filter-text") == SCRIPT
    assert again.page.input_value("#filter-group") == NASTY
    assert again.said == []


def test_no_text_became_an_element(hostile_page: Opened) -> None:
    assert hostile_page.page.locator("img[src=x]").count() == 0
    assert hostile_page.found(FOREIGN) == []


def test_no_text_became_a_script(hostile_page: Opened) -> None:
    scripts = "() => [...document.scripts].map(one => one.type || 'script')"
    assert sorted(hostile_page.found(scripts)) == ["application/json", "script"]


def test_a_nasty_label_stands_there_word_for_word(hostile_page: Opened) -> None:
    assert NASTY in hostile_page.found("() => document.querySelector('main').textContent")


def test_a_nasty_quote_is_marked_word_for_word(hostile_page: Opened) -> None:
    hostile_page.open_figure("people", "endorse")
    assert NASTY in hostile_page.dialog.locator("mark").all_text_contents()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_five_thousand_letters_in_a_row_are_wrapped(
    open_page: Open, hostile_file: Path, width: int
) -> None:
    page = open_page(hostile_file, width=width)
    assert ENDLESS in page.found("() => document.querySelector('main').textContent")
    assert page.overhang() <= 0
