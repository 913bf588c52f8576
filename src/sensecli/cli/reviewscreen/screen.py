"""A whole screen of ours: its manners at the beginning and at the end."""

from pathlib import Path
from typing import TypeVar

from textual.app import App

Result = TypeVar("Result")


class Screenful(App[Result]):
    """An app in the terminal's own colours, which tells a bug as every other command does."""

    CSS_PATH = Path(__file__).with_name("screen.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        """The terminal's own colours are those that its user can read."""
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"

    def _fatal_error(self) -> None:
        # The library would print the values of all variables, and with them what people said.
        self._close_messages_no_wait()

    @property
    def broken(self) -> Exception | None:
        """What went wrong, where anything did."""
        return self._exception


def shown(app: Screenful[Result], *, headless: bool = False) -> Result | None:
    """Run the app and give its result; what went wrong in it is raised, with the screen restored.

    The mouse stays the terminal's: words can be marked and copied.
    """
    result = app.run(mouse=False, headless=headless)
    if app.broken:
        raise app.broken
    return result
