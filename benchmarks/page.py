"""How large is the HTML page, and how long does it take to open?

    python -m benchmarks.page [--times N] [PAGE.html ...]

Measures pages already written, or else the sample's and a synthetic one of some 13,000 segments
and 8,000 codings. Opening runs from asking the browser for the page until a figure's passages are
shown; told are the median and the slowest. Needs the system's Chromium; half a minute on two free
cores.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING

from sensecli.exporting.names import masked
from sensecli.model import Analysis
from sensecli.pipeline import analyse
from tests.page.made import a_large_analysis, written
from tests.page.opened import launched, opened, system_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SAMPLE = Path(__file__).parent.parent / "interviews" / "msk-programme"


def main() -> None:
    """Measure each page and print a line for it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pages", nargs="*", type=Path, metavar="PAGE.html")
    options.add_argument("--times", type=int, default=5, help="how often each is opened")
    asked = options.parse_args()
    path = system_browser() or sys.exit("there is no Chromium on this machine")
    with tempfile.TemporaryDirectory() as scratch, launched(path) as browser:
        print(f"{'page':<24}{'MB':>8}{'median s':>10}{'slowest s':>11}")
        for page in asked.pages or _made(Path(scratch)):
            seconds = [_seconds(browser, page.resolve()) for _ in range(asked.times)]
            print(_line(page, seconds))


def _made(folder: Path) -> Sequence[Path]:
    sample = analyse(SAMPLE, codebook="msk-programme")
    assert isinstance(sample, Analysis)
    pages = {"sample": masked(sample), "synthetic": a_large_analysis()}
    for name, analysis in pages.items():
        (folder / f"{name}.html").write_bytes(written(analysis))
    return [folder / f"{name}.html" for name in pages]


def _seconds(browser: "Browser", page: Path) -> float:
    began = monotonic()
    with opened(browser, page) as window:
        window.page.locator(".figure").first.click()
        window.dialog.wait_for()
        return monotonic() - began


def _line(page: Path, seconds: Sequence[float]) -> str:
    size = page.stat().st_size / 1e6
    return f"{page.stem:<24}{size:>8.2f}{median(seconds):>10.2f}{max(seconds):>11.2f}"


if __name__ == "__main__":
    main()
