"""Decisions that have lost their passage or their code: drop them, or give them another."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Rule, Static
from textual.widgets.option_list import Option

from sensecli.cli.plain import safe
from sensecli.cli.reviewscreen.choices import code_rows
from sensecli.cli.reviewscreen.dialogs import Ask, Pick, Row
from sensecli.cli.reviewscreen.keeping import Keep, clock
from sensecli.cli.reviewscreen.scene import Scene
from sensecli.cli.reviewscreen.screen import Screenful
from sensecli.cli.reviewscreen.words import INITIALS
from sensecli.model import Anchor, Decision, Orphan, Verdict, identified
from sensecli.review.file import anchor_of
from sensecli.review.mending import dropped, moved, recoded
from sensecli.reviewing import Material

_KEYS = "d drop it  Enter give it another place  u undo  \u2191\u2193 up, down  q quit"


class Orphanage(Screenful[int]):
    """The list of orphans; gives how many were dropped or have a place again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "drop"),
        Binding("u", "undo"),
        Binding("q,ctrl+c", "quit"),
    ]

    def __init__(
        self,
        scene: Scene,
        material: Material,
        orphans: Sequence[Orphan],
        keep: Keep,
        *,
        coder: str = "",
        fault: Callable[[str], str],
    ) -> None:
        """`material` has the texts as read, which anchors are made of."""
        super().__init__()
        self._scene, self._material, self._orphans = scene, material, tuple(orphans)
        self._keep, self._coder, self._fault = keep, coder, fault
        self._done: dict[int, tuple[Decision, ...]] = {}
        self._earlier = list(material.decisions)

    def compose(self) -> ComposeResult:
        """How many there are, the list, and the keys."""
        yield Static(id="head")
        yield Rule(line_style="ascii")
        yield OptionList(id="orphans", markup=False)
        yield Static(id="said")
        yield Rule(line_style="ascii")
        yield Static(Text(_KEYS, style="dim"), id="foot")

    def on_mount(self) -> None:
        """Ask who it is, unless that is known."""
        options = self.query_one(OptionList)
        options.add_options([Option(self._row(one, "")) for one in self._orphans])
        options.highlighted = 0
        options.focus()
        self._say("")
        if not self._coder:
            self.push_screen(Ask(*INITIALS, wrong=self._fault), self._named)

    def action_drop(self) -> None:
        """The decision that is marked is taken back."""
        if (at := self._open_at()) is not None:
            decision = self._orphans[at].decision
            self._mend(at, "dropped", dropped(decision, self._coder, clock()))

    @on(OptionList.OptionSelected, "#orphans")
    def put_back(self) -> None:
        """The decision that is marked gets another passage, or another code."""
        if (at := self._open_at()) is None:
            return
        orphan = self._orphans[at]
        if orphan.decision.verdict is Verdict.UNDO:
            self._say("An undo has no place: d drops it.")
        elif self._without_code(orphan.decision):
            title = f'Another code for "{_code(orphan.decision)}"'

            def code(id_: str | None) -> None:
                if id_ is not None:
                    made = recoded(orphan.decision, id_, self._coder, clock())
                    self._mend(at, f"now {id_}", *made)

            self.push_screen(Pick(title, code_rows(self._scene)), code)
        else:

            def passage(id_: str | None) -> None:
                if id_ is not None:
                    anchor = self._anchor(int(id_))
                    made = moved(orphan.decision, anchor, self._coder, clock())
                    self._mend(at, "put back", *made)

            self.push_screen(Pick("The passage that it is about", self._passages(orphan)), passage)

    def action_undo(self) -> None:
        """The last thing done here is taken back."""
        if not self._done:
            self._say("Nothing was done here that could be undone.")
            return
        at, made = list(self._done.items())[-1]
        back = [dropped(one, self._coder, clock()) for one in made]
        if self._kept(back):
            del self._done[at]
            self._mark(at, "")
            self._say("Undone.")

    async def action_quit(self) -> None:
        """Everything is kept already."""
        self.exit(len(self._done))

    def _named(self, coder: str | None) -> None:
        if coder is None:
            self.exit(0)
        else:
            self._coder = coder.strip()
            self._say("")

    def _open_at(self) -> int | None:
        at = self.query_one(OptionList).highlighted
        if at in self._done:
            self._say("That one is done: u takes it back.")
            return None
        return at

    def _mend(self, at: int, said: str, *made: Decision) -> None:
        if kept := self._kept(made):
            self._done[at] = kept
            self._mark(at, said)
            self._say(f"{said.capitalize()}.")

    def _kept(self, made: Sequence[Decision]) -> tuple[Decision, ...]:
        """The decisions with their ids, on the disk; none where they cannot be kept."""
        kept: list[Decision] = []
        for one in made:
            kept.append(identified(one, earlier=(*self._earlier, *kept)))
        if failed := self._keep(self._coder, kept):
            self._say(failed)
            return ()
        self._earlier += kept
        return tuple(kept)

    def _mark(self, at: int, said: str) -> None:
        options = self.query_one(OptionList)
        options.replace_option_prompt_at_index(at, self._row(self._orphans[at], said))

    def _row(self, orphan: Orphan, said: str) -> Text:
        decision = orphan.decision
        mark = f"[+] {said}" if said else "[ ]"
        quote = safe(self._scene.mask(decision.anchor.quote))
        head = f"{mark} {decision.coder}: {decision.verdict} {_code(decision)}".rstrip()
        why = safe(self._scene.mask(orphan.reason))
        return Text.assemble((head, "bold"), f" \u201c{quote}\u201d\n    {why}")

    def _say(self, said: str) -> None:
        left = f"{len(self._orphans) - len(self._done)} of {len(self._orphans)} without a place"
        head = f"Decisions that have lost their place   {left}\n(by {self._coder or '?'})"
        screen = self.screen_stack[0]
        screen.query_one("#head", Static).update(Text(head, style="bold"))
        screen.query_one("#said", Static).update(Text(said, style="bold"))

    def _without_code(self, decision: Decision) -> bool:
        return bool(code := _code(decision)) and code not in self._scene.codes

    def _passages(self, orphan: Orphan) -> list[Row]:
        """All passages, those of the decision's own interview first."""
        own = orphan.decision.anchor.interview
        places = {one.id: one for one in self._material.shown.interviews}
        rows = [
            (one.interview != own, Row(str(at), places[one.interview].place(one.start), one.text))
            for at, one in enumerate(self._material.shown.segments)
        ]
        return [row for _, row in sorted(rows, key=lambda pair: pair[0])]

    def _anchor(self, at: int) -> Anchor:
        segment = self._material.read.segments[at]
        text = next(
            one.text for one in self._material.read.interviews if one.id == segment.interview
        )
        return anchor_of(text, segment.interview, segment.start, segment.end)


def _code(decision: Decision) -> str:
    if decision.values:
        return decision.values.code
    return decision.about[0] if decision.about else ""
