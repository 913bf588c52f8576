"""A page in a browser, and what it said and asked for while a test used it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Locator, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DESKTOP, PHONE = 1280, 375

_LOUD = {"error", "warning", "assert"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A page, what it `said` (errors, warnings, dialogs) and `asked` for besides itself."""

    page: "Page"
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def found(self, script: str, given: object = None) -> Any:
        """What a JavaScript expression or function gives."""
        return self.page.evaluate(script, given)

    def open_figure(self, code: str, key: str, *, group: str | None = None) -> "Locator":
        """Clicks a figure; gives its button once the dialog behind it is open."""
        figure = self.figure(code, key, group=group)
        figure.click()
        self.dialog.wait_for()
        return figure

    def figure(self, code: str, key: str, *, group: str | None = None) -> "Locator":
        """The first button of a figure."""
        of = ":not([data-group])" if group is None else f'[data-group="{group}"]'
        return self.page.locator(f'button[data-code="{code}"][data-key="{key}"]{of}').first

    @property
    def dialog(self) -> "Locator":
        """What is behind a figure, while it is open."""
        return self.page.locator("#behind[open]")

    def grave_faults(self) -> list[str]:
        """What axe holds to be serious or critical, and where."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page).response["violations"]
        return [
            f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}"
            for one in found
            if one["impact"] in {"serious", "critical"}
        ]

    def overhang(self, selector: str = "html") -> int:
        """By how many pixels the page, or a part of it, scrolls sideways."""
        width = "selector => { const box = document.querySelector(selector);"
        overhang: int = self.found(f"{width} return box.scrollWidth - box.clientWidth }}", selector)
        return overhang

    def leaders_behind(self) -> list[str]:
        """The leaders that the open dialog lists."""
        listed = self.dialog.locator("[data-leader]")
        return [one.get_attribute("data-leader") or "" for one in listed.all()]


Open = Callable[..., Opened]


def system_browser() -> str | None:
    """Where the system's Chromium is; None where there is none."""
    return next((path for name in BROWSERS if (path := which(name))), None)


@contextmanager
def launched(path: str) -> "Iterator[Browser]":
    """The browser at `path`, without a window, until the block ends."""
    from playwright.sync_api import sync_playwright

    # Chromium's sandbox refuses to run as root, as in CI; it opens our own pages only.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: "Browser",
    file: Path,
    *,
    scheme: str = "light",
    width: int = DESKTOP,
    script: bool = True,
    place: str = "",
) -> Iterator[Opened]:
    """A file in a fresh window of that colour scheme and width, until the block ends.

    `script` false is a browser without JavaScript, `place` what follows the file's address.
    """
    context: BrowserContext = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
        java_script_enabled=script,
        # So that axe never measures a colour that is still fading in.
        reduced_motion="reduce",
    )
    try:
        watched = _watched(context, file)
        watched.page.goto(f"{file.as_uri()}{place}")
        yield watched
    finally:
        context.close()


def _watched(context: "BrowserContext", file: Path) -> Opened:
    page = context.new_page()
    watched = Opened(page)

    def heard(message: "ConsoleMessage") -> None:
        if message.type in _LOUD:
            watched.said.append(f"{message.type}: {message.text}")

    def asked(dialog: "Dialog") -> None:
        watched.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def requested(url: str) -> None:
        if url.partition("#")[0] != file.as_uri():
            watched.asked.append(url)

    context.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page.on("console", heard)
    page.on("pageerror", lambda error: watched.said.append(f"error: {error}"))
    page.on("dialog", asked)
    page.on("request", lambda request: requested(request.url))
    return watched
