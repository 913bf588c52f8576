"""Small windows that ask for one thing: a value by one key, one of a list, a line of text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sensecli.cli.plain import safe

_BACK = "Esc goes back."


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose: what is given back, what it is called, and what it means."""

    id: str
    name: str
    meaning: str = ""

    @property
    def text(self) -> str:
        """All its words."""
        return f"{self.name}  {self.meaning}".rstrip()


class Menu(ModalScreen[str]):
    """A few values, each with its key and its meaning; gives the id, or nothing after Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, title: str, rows: Sequence[Row], *, now: str = "", first: int = 1) -> None:
        """`now` is the id that holds at present; keys are counted from `first`."""
        super().__init__()
        self._title, self._rows, self._now = title, rows, now
        self._by_key = {str(first + number): row for number, row in enumerate(rows)}

    def compose(self) -> ComposeResult:
        """A title, the values, and how to leave."""
        options = [
            Option(_led(f"{key} {row.name}{' (now)' if row.id == self._now else ''}", row.meaning))
            for key, row in self._by_key.items()
        ]
        with Vertical(classes="window"):
            yield Static(Text(safe(self._title), style="bold"))
            yield OptionList(*options, markup=False)
            yield Static(Text(f"Press a key, or choose and press Enter. {_BACK}", style="dim"))

    def on_mount(self) -> None:
        """Begin at the value that holds."""
        ids = [row.id for row in self._rows]
        self.query_one(OptionList).highlighted = ids.index(self._now) if self._now in ids else 0

    def on_key(self, event: Key) -> None:
        """A value's own key chooses it."""
        if row := self._by_key.get(event.character or ""):
            event.stop()
            self.dismiss(row.id)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Enter chooses the value that is marked."""
        self.dismiss(self._rows[event.option_index].id)


class Pick(ModalScreen[str]):
    """A long list that typing narrows down; gives the id, or nothing after Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(8)", show=False, priority=True),
        Binding("pageup", "move(-8)", show=False, priority=True),
    ]

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        """All rows are shown as long as nothing is typed."""
        super().__init__()
        self._title, self._rows = title, rows
        self._left: list[Row] = list(rows)

    def compose(self) -> ComposeResult:
        """A line to type in, and what is left of the list."""
        with Vertical(classes="window"):
            yield Static(Text(safe(self._title), style="bold"))
            yield Input(placeholder="type to narrow the list", select_on_focus=False)
            yield OptionList(markup=False)
            yield Static(Text(f"Arrows move, Enter takes. {_BACK}", style="dim"))

    def on_mount(self) -> None:
        """Show all, and be ready to type."""
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._list(self._rows)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Keep the rows that have every word that was typed."""
        self._list(matching(self._rows, event.value))

    @on(Input.Submitted)
    def take(self) -> None:
        """The row that is marked, if there is one."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._left):
            self.dismiss(self._left[at].id)

    def action_move(self, by: int) -> None:
        """The mark goes up or down, and stays in the list."""
        options = self.query_one(OptionList)
        if self._left:
            options.highlighted = min(max((options.highlighted or 0) + by, 0), len(self._left) - 1)

    def _list(self, rows: Iterable[Row]) -> None:
        self._left = list(rows)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_led(row.name, row.meaning)) for row in self._left])
        options.highlighted = 0 if self._left else None


class Ask(ModalScreen[str]):
    """One line of text; `wrong` says what is wrong with it, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, title: str, hint: str, *, wrong: Callable[[str], str]) -> None:
        """`hint` stands below the line as long as nothing is wrong."""
        super().__init__()
        self._title, self._hint, self._wrong = title, hint, wrong

    def compose(self) -> ComposeResult:
        """A line to type in, and what is expected there."""
        with Vertical(classes="window"):
            yield Static(Text(safe(self._title), style="bold"))
            yield Input()
            yield Static(Text(f"{self._hint} {_BACK}", style="dim"), id="hint")

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """The text, if nothing is wrong with it."""
        if wrong := self._wrong(event.value):
            self.query_one("#hint", Static).update(Text(wrong, style="bold"))
        else:
            self.dismiss(event.value)


class Told(ModalScreen[str]):
    """Something to read; any key closes it."""

    def __init__(self, title: str, text: str) -> None:
        """`text` is ours."""
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The text as it stands."""
        with Vertical(classes="window"):
            yield Static(Text(self._title, style="bold"))
            yield Static(Text(self._text))
            yield Static(Text("Any key goes back.", style="dim"))

    def on_key(self, event: Key) -> None:
        """Back to where it was asked for."""
        event.stop()
        self.dismiss()


def matching(rows: Sequence[Row], typed: str) -> list[Row]:
    """The rows that have every word of what was typed, those whose name begins so first."""
    words = typed.casefold().split()
    found = [row for row in rows if all(word in row.text.casefold() for word in words)]
    return sorted(found, key=lambda row: not row.name.casefold().startswith(" ".join(words)))


def _led(name: str, meaning: str) -> Text:
    return Text.assemble((safe(name), "bold"), f"  {safe(meaning)}" if meaning else "")
