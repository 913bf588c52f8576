"""The system's Chromium, and pages for it to open.

Without Chromium these tests are skipped; with `SENSE_NO_SKIPS=1`, as in CI, they then fail.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from sensecli.exporting.names import masked
from sensecli.exporting.page import profile_html
from sensecli.model import Analysis
from sensecli.pipeline import Coder, analyse
from tests.page.made import a_hostile_analysis, written
from tests.page.opened import BROWSERS, Open, Opened, launched, opened, system_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def _missing(what: str) -> NoReturn:
    if os.environ.get("SENSE_NO_SKIPS") == "1":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The system's Chromium, one for all tests."""
    if not find_spec("playwright"):
        _missing("playwright is not installed")
    path = system_browser()
    if path is None:
        _missing(f"there is no Chromium on this machine ({', '.join(BROWSERS)})")
    with launched(path) as running:
        yield running


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[Open]:
    """Opens a file (see `opened`); whatever a test opened is closed behind it."""
    with ExitStack() as windows:

        def open_(file: Path, **how: Any) -> Opened:
            return windows.enter_context(opened(browser, file, **how))

        yield open_


@pytest.fixture(scope="session")
def rules_sample(sample_folder: Path) -> Analysis:
    """The sample coded by cues and rules alone, without names."""
    found = analyse(sample_folder, codebook="msk-programme", coder=Coder(encoder=False))
    assert isinstance(found, Analysis)
    return masked(found)


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Analysis], Path]:
    """Writes an analysis as a page and says where it is."""

    def write(analysis: Analysis) -> Path:
        file = tmp_path_factory.mktemp("page") / "report.html"
        file.write_bytes(written(analysis))
        return file

    return write


# These ask for the browser first: without one, there is nothing to make a page for.


@pytest.fixture(scope="session")
def sample_file(
    browser: "Browser",  # noqa: ARG001
    rules_sample: Analysis,
    page_file: Callable[[Analysis], Path],
) -> Path:
    """The sample's page, with its pictures."""
    return page_file(rules_sample)


@pytest.fixture
def sample_page(open_page: Open, sample_file: Path) -> Opened:
    """The sample's page, opened at a desk in light colours."""
    return open_page(sample_file)


@pytest.fixture(scope="session")
def hostile_file(
    browser: "Browser",  # noqa: ARG001
    page_file: Callable[[Analysis], Path],
) -> Path:
    """The page of an analysis in which every text means harm."""
    return page_file(a_hostile_analysis())


@pytest.fixture(scope="session")
def profile_file(
    browser: "Browser",  # noqa: ARG001
    rules_sample: Analysis,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The page for going back to one leader."""
    file = tmp_path_factory.mktemp("profile") / "L05.html"
    file.write_bytes(profile_html(rules_sample, "L05"))
    return file
