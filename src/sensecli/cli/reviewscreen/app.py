"""The review itself: each key is one step of the session, kept on disk before it is shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.events import Resize
from textual.widgets import Rule, Static

from sensecli.cli.report.layout import Lines
from sensecli.cli.reviewscreen.choices import (
    MENUS,
    code_rows,
    holding,
    next_at,
    places_to_go,
    revised,
)
from sensecli.cli.reviewscreen.dialogs import Ask, Menu, Pick, Told
from sensecli.cli.reviewscreen.keeping import Keep, clock
from sensecli.cli.reviewscreen.page import WIDE, page
from sensecli.cli.reviewscreen.scene import Scene
from sensecli.cli.reviewscreen.screen import Screenful
from sensecli.cli.reviewscreen.words import HELP, HELP_BLIND, INITIALS, number_fault
from sensecli.review import session as steps
from sensecli.review.likely import likely
from sensecli.review.state import Session, Turn, go, here

Begin = Callable[[str], Session]
Fault = Callable[[str], str]


class Review(Screenful[Session]):
    """One person's review; gives their session when they quit, nothing if they never began."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('accept')"),
        Binding("r", "decide('reject')"),
        Binding("space", "decide('read')"),
        Binding("u", "decide('undo')"),
        Binding("c", "code"),
        Binding("t", "value('stance')"),
        Binding("s", "value('status')"),
        Binding("w", "value('actor')"),
        Binding("h", "value('holder')"),
        Binding("p", "value('prompted')"),
        Binding("n", "add"),
        Binding("m", "memo"),
        Binding("left,k", "step(-1)"),
        Binding("right,j,enter", "step(1)"),
        Binding("slash", "jump"),
        Binding("g", "number"),
        Binding("pagedown,down", "scroll(1)"),
        Binding("pageup,up", "scroll(-1)"),
        Binding("question_mark,f1", "help"),
        Binding("q,ctrl+c", "quit"),
    ]

    def __init__(
        self, scene: Scene, begin: Begin, keep: Keep, *, coder: str = "", fault: Fault
    ) -> None:
        """`begin` opens a coder's session; `fault` says what is wrong with initials."""
        super().__init__()
        self._scene, self._begin, self._keep = scene, begin, keep
        self._coder, self._fault = coder, fault
        self.session: Session | None = None

    def compose(self) -> ComposeResult:
        """Head, talk, card and foot."""
        yield Static(id="head")
        yield Rule(line_style="ascii")
        with Container(id="body"):
            with VerticalScroll(id="talk", can_focus=False):
                yield Static(id="words")
            yield Rule(line_style="ascii", id="between")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="card")
        yield Static(id="said")
        yield Rule(line_style="ascii")
        yield Static(id="foot")

    def on_mount(self) -> None:
        """Ask who it is, unless that is known."""
        if self._coder:
            self._open(self._coder)
        else:
            self.push_screen(Ask(*INITIALS, wrong=self._fault), self._open)

    def on_resize(self, event: Resize) -> None:
        """Lay the page out again."""
        self.screen_stack[0].set_class(event.size.width >= WIDE, "wide")
        self._show()

    def action_decide(self, step: str) -> None:
        """Accept, reject, nothing more to code, or undo."""
        taking = {
            "accept": steps.accept,
            "reject": steps.reject,
            "read": steps.read,
            "undo": steps.undo,
        }
        self._take(taking[step](self._now, clock()))

    def action_step(self, by: int) -> None:
        """On, or back."""
        self._take(go(self._now, self._now.at + by))

    def action_value(self, attribute: str) -> None:
        """Choose another value for an attribute of the coding."""
        values = self._now.item.values
        if values is None:
            self._say("There is no coding here to change: n adds one.")
            return
        rows, first = MENUS[attribute]

        def take(id_: str | None) -> None:
            if id_ is not None:
                said = revised(values, attribute, id_)
                self._take(steps.revise(self._now, said, clock()))

        title = f"{attribute.capitalize()} of {values.code}"
        self.push_screen(Menu(title, rows, now=holding(values, attribute), first=first), take)

    def action_code(self) -> None:
        """Choose another code for the coding."""
        values = self._now.item.values
        if values is None:
            self._say("There is no coding here to change: n adds one.")
            return

        def take(code: str | None) -> None:
            if code is not None:
                self._take(steps.revise(self._now, replace(values, code=code), clock()))

        self.push_screen(Pick(f"Another code for {values.code}", code_rows(self._scene)), take)

    def action_add(self) -> None:
        """Choose a code that was missed on this passage."""

        def take(code: str | None) -> None:
            if code is not None:
                _, passage, _ = self._scene.around(self._now.item)
                values = likely(code, passage.speaker, here(self._now))
                self._take(steps.add(self._now, values, clock()))

        title = "A code for this passage" if self._scene.blind else "A code that was missed here"
        self.push_screen(Pick(title, code_rows(self._scene)), take)

    def action_memo(self) -> None:
        """Write a remark on the passage."""

        def take(memo: str | None) -> None:
            if memo is not None:
                self._take(steps.note(self._now, memo, clock()))

        ask = Ask("Memo on this passage", "Enter keeps it.", wrong=lambda _: "")
        self.push_screen(ask, take)

    def action_jump(self) -> None:
        """Go to the next item of an interview or a code."""

        def take(row: str | None) -> None:
            if row is not None:
                self._take(go(self._now, next_at(self._now, row)))

        rows = places_to_go(self._scene, self._now)
        self.push_screen(Pick("Go to an interview or a code", rows), take)

    def action_number(self) -> None:
        """Go to the item of a number."""
        last = len(self._now.items)

        def take(number: str | None) -> None:
            if number is not None:
                self._take(go(self._now, int(number) - 1))

        ask = Ask(f"Go to number (1 to {last})", "", wrong=lambda text: number_fault(text, last))
        self.push_screen(ask, take)

    def action_scroll(self, by: int) -> None:
        """What does not fit on the screen is scrolled to."""
        for name in ("#talk", "#side"):
            self.query_one(name, VerticalScroll).scroll_relative(y=3 * by, animate=False)

    def action_help(self) -> None:
        """What each key does."""
        text = HELP_BLIND if self._scene.blind else HELP
        self.push_screen(Told("Keys", text))

    async def action_quit(self) -> None:
        """Everything is kept already."""
        self.exit(self.session)

    @property
    def _now(self) -> Session:
        if self.session is None:
            message = "no key is bound before the session is open"
            raise RuntimeError(message)
        return self.session

    def _open(self, coder: str | None) -> None:
        if coder is None:
            self.exit(None)
            return
        self.session = self._begin(coder.strip())
        if self.session.items:
            self._show()
        else:
            self.exit(self.session)

    def _take(self, turn: Turn) -> None:
        """Keep what a step decided, then show it; what cannot be kept is not done."""
        if turn.decisions and (failed := self._keep(turn.session.coder, turn.decisions)):
            self._say(failed)
            return
        self.session = turn.session
        self._show()

    def _say(self, said: str) -> None:
        self.session = replace(self._now, said=said)
        self._show()

    def _show(self) -> None:
        if self.session is None or not self.session.items:
            return
        at = page(self._scene, self.session, width=self.size.width, height=self.size.height)
        screen = self.screen_stack[0]
        for name, lines in (
            ("head", at.head),
            ("words", at.talk),
            ("card", at.card),
            ("said", at.said),
            ("foot", at.foot),
        ):
            screen.query_one(f"#{name}", Static).update(_joined(lines))
        talk = screen.query_one("#talk", VerticalScroll)
        self.call_after_refresh(talk.scroll_to, y=max(at.row - 1, 0), animate=False)
        screen.query_one("#side", VerticalScroll).scroll_home(animate=False)


def _joined(lines: Lines) -> Text:
    return Text("\n").join(lines)
