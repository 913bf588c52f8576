"""A small review on a screen that nobody sees."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.text import Text
from textual.widgets import Static

from sensecli.cli.initials import initials_fault
from sensecli.cli.reviewscreen.app import Review
from sensecli.cli.reviewscreen.keeping import Keeper
from sensecli.cli.reviewscreen.scene import scene_of
from sensecli.exporting.masking import masker
from sensecli.model import Codebook, Decision, Kind, Node
from sensecli.review.file import read_decisions
from sensecli.review.queue import Choice
from sensecli.review.state import Session
from sensecli.reviewing import Material, Texts, session_of
from tests.review.made import CODES, lines_of
from tests.review.reviewed import FOUND, INTERVIEW

BOOK = Codebook(
    id="tiny",
    label="Tiny",
    codes=tuple(
        Node(id=code, label=code.title(), kind=Kind.THEME, proposition=f"{code} come first")
        for code in CODES
    ),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was on the screen at the end, and the session as it was then."""

    screen: str
    session: Session | None


def a_material(folder: Path, *, names: Sequence[tuple[str, str]] = ()) -> Material:
    """The default talk with four codings, and the decisions that lie in `folder`."""
    mask = masker(names)
    segments = tuple(lines_of(INTERVIEW))
    hidden = tuple(replace(one, text=mask(one.text)) for one in segments)
    return Material(
        codebook=BOOK,
        read=Texts((INTERVIEW,), segments, FOUND),
        shown=Texts((INTERVIEW,), hidden, FOUND),
        decisions=read_decisions(folder).decisions,
        names=tuple(names),
    )


def pressed(
    folder: Path,
    *keys: str,
    material: Material | None = None,
    choice: Choice | None = None,
    coder: str = "AB",
    size: tuple[int, int] = (80, 24),
) -> Seen:
    """What is seen after these keys; the decisions are kept in `folder`."""
    given = material or a_material(folder)

    async def press(app: Review) -> Seen:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            texts = [_words(one) for screen in app.screen_stack for one in screen.query(Static)]
            return Seen("\n".join(texts), app.return_value or app.session)

    def begin(who: str) -> Session:
        return session_of(given, who, choice or Choice())

    with Keeper(folder) as keep:
        app = Review(scene_of(given), begin, keep, coder=coder, fault=initials_fault)
        return asyncio.run(press(app))


def kept(folder: Path) -> list[Decision]:
    """The decisions on the disk; every line of every file can be read."""
    found = read_decisions(folder)
    assert (found.problems, found.notices) == ((), ())
    return list(found.decisions)


def _words(shown: Static) -> str:
    content = shown.render()
    return content.plain if isinstance(content, Text) else str(content)
