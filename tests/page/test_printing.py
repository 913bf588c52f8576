"""The page on paper."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from sensecli.model import Analysis
from tests.page.made import a_hostile_analysis
from tests.page.opened import Open, Opened, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROWS = """() => [...document.querySelectorAll('main table')].flatMap(table =>
  [...table.querySelectorAll('tr')].map(row =>
    [...row.cells].map(cell => cell.innerText).join(' ')))"""
THEMES = """labels => [...document.querySelectorAll('main table')].find(table =>
  labels.every(label => [...table.rows].some(row => row.innerText.includes(label))))"""
A4 = (595, 842)


@pytest.fixture(scope="module")
def paper(browser: "Browser", sample_file: Path) -> list[str]:
    """The text of each sheet, without white space: lines are broken elsewhere than on screen."""
    with opened(browser, sample_file, scheme="dark") as page:
        return [_squeezed(sheet.extract_text()) for sheet in _printed(page).pages]


def test_it_fills_sheets_of_a4(sample_page: Opened) -> None:
    sheets = _printed(sample_page).pages
    assert len(sheets) > 1
    assert {tuple(map(round, sheet.mediabox[2:])) for sheet in sheets} <= {A4, (596, 842)}


def test_every_theme_is_on_paper_with_its_row_whole(
    sample_page: Opened, paper: list[str], rules_sample: Analysis
) -> None:
    sample_page.page.emulate_media(media="print")
    rows = sample_page.found(ROWS)
    labels = [one.label for one in rules_sample.findings]
    themes = [row for row in rows if any(row.startswith(label) for label in labels)]
    assert len(themes) >= len(labels)
    assert _not_whole(themes, paper) == []


def test_no_row_of_any_table_is_cut(sample_page: Opened, paper: list[str]) -> None:
    sample_page.page.emulate_media(media="print")
    assert _not_whole(sample_page.found(ROWS), paper) == []


def test_a_row_that_is_not_there_would_be_missed(paper: list[str]) -> None:
    assert _not_whole(["Role of people 999 999"], paper)


def test_paper_has_no_filters(sample_page: Opened) -> None:
    sample_page.page.emulate_media(media="print")
    assert not sample_page.page.locator("#filter-code").is_visible()
    assert not sample_page.page.locator("#filter-text").is_visible()


def test_paper_has_no_dialog(sample_page: Opened, rules_sample: Analysis) -> None:
    sample_page.open_figure(rules_sample.findings[0].code, "endorse")
    sample_page.page.emulate_media(media="print")
    assert not sample_page.dialog.is_visible()


def test_paper_is_white_for_readers_in_the_dark_too(open_page: Open, sample_file: Path) -> None:
    page = open_page(sample_file, scheme="dark")
    page.page.emulate_media(media="print")
    ground = page.found("() => getComputedStyle(document.body).backgroundColor")
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_quotes_are_on_paper(paper: list[str], rules_sample: Analysis) -> None:
    quote = rules_sample.findings[0].quotes[0]
    assert any(_squeezed(quote.text) in sheet for sheet in paper)


def test_a_hostile_page_is_printed(open_page: Open, page_file: Callable[[Analysis], Path]) -> None:
    page = open_page(page_file(a_hostile_analysis()))
    assert len(_printed(page).pages) > 1


def _printed(page: Opened) -> PdfReader:
    # The page says how large a sheet is, not the browser's default.
    return PdfReader(BytesIO(page.page.pdf(prefer_css_page_size=True)))


def _squeezed(text: str) -> str:
    # Fonts draw "fl" as one sign.
    return "".join(normalize("NFKC", text).split())


def _not_whole(rows: list[str], sheets: list[str]) -> list[str]:
    return [row for row in rows if not any(_squeezed(row) in sheet for sheet in sheets)]
