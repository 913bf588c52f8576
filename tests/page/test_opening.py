"""Opening the page: it stands alone, is quiet, and is there at once."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from sensecli.exporting.sentences import headline
from sensecli.model import Analysis
from tests.page.made import a_large_analysis
from tests.page.opened import DESKTOP, PHONE, Open

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MEGABYTE = 1_000_000
# Two seconds are promised on a free machine (`benchmarks/page.py` measures them).
SECONDS_ON_A_BUSY_ONE = 6


@pytest.fixture(scope="session")
def large_file(
    browser: "Browser",  # noqa: ARG001
    page_file: Callable[[Analysis], Path],
) -> Path:
    """The page of some 13,000 segments and 8,000 codings."""
    return page_file(a_large_analysis())


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_quiet_and_asks_for_nothing(
    open_page: Open, sample_file: Path, scheme: str, width: int
) -> None:
    page = open_page(sample_file, scheme=scheme, width=width)
    page.page.wait_for_load_state("networkidle")
    assert (page.said, page.asked) == ([], [])


def test_a_page_that_complains_and_asks_is_caught(open_page: Open, tmp_path: Path) -> None:
    file = tmp_path / "loud.html"
    file.write_text("<img src='http://127.0.0.1:9/a.png'><script>alert(1); nothing()</script>")
    page = open_page(file)
    page.page.wait_for_load_state("networkidle")
    assert page.asked == ["http://127.0.0.1:9/a.png"]
    assert [one for one in page.said if "dialog: 1" in one or "nothing is not defined" in one][1:]


def test_the_page_forbids_itself_to_ask(open_page: Open, sample_file: Path) -> None:
    page = open_page(sample_file)
    asked = "fetch('http://127.0.0.1:9/').then(() => 'answered', () => 'refused')"
    assert page.found(asked) == "refused"
    assert "Content Security Policy" in " ".join(page.said)


def test_the_page_opens_with_the_answer(
    open_page: Open, sample_file: Path, rules_sample: Analysis
) -> None:
    page = open_page(sample_file)
    answer = page.page.get_by_text(headline(rules_sample), exact=True).first
    box = answer.bounding_box()
    assert box
    assert box["y"] + box["height"] < 900


def test_without_javascript_the_findings_are_there(
    open_page: Open, sample_file: Path, rules_sample: Analysis
) -> None:
    page = open_page(sample_file, script=False)
    for finding in rules_sample.findings:
        assert page.page.get_by_text(finding.label).first.is_visible()


def test_a_page_of_21_interviews_is_small(sample_file: Path) -> None:
    assert sample_file.stat().st_size < 3 * MEGABYTE


def test_a_large_page_stays_under_ten_megabytes(large_file: Path) -> None:
    assert large_file.stat().st_size < 10 * MEGABYTE


def test_a_large_page_answers_within_seconds(open_page: Open, large_file: Path) -> None:
    began = monotonic()
    page = open_page(large_file)
    page.page.locator(".figure").first.click()
    page.page.locator("#behind[open]").wait_for()
    assert monotonic() - began < SECONDS_ON_A_BUSY_ONE
    assert page.said == []
