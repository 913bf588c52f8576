"""The page of one item as lines of text: pure, so that it can be read without a screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from sensecli.cli.plain import safe
from sensecli.cli.report.layout import BLANK, FAINT, HEAD, Lines, paragraph
from sensecli.cli.reviewscreen.card import card
from sensecli.cli.reviewscreen.scene import Scene
from sensecli.model import Segment
from sensecli.review.item import Item
from sensecli.review.state import Session

WIDE = 110
"""From so many columns on, what was coded stands beside the talk instead of below it."""

_SIDE = 2 / 5
_HEAD, _SAID, _LEAST = 2, 1, 5
_CHANGE = ("c code", "t stance", "s status", "w actor", "h holder", "p prompted")
_ON = ("m memo", "u undo", "\u2190\u2192 move", "/ find", "g go", "? help", "q quit")
_KEYS = ("a accept", "r reject", *_CHANGE, "n add a code", *_ON)
_BLIND = ("space no more here", "n add a code", *_CHANGE, "r take out", *_ON)


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of the page; `row` is the line of `talk` where the passage begins."""

    head: Lines
    talk: Lines
    row: int
    card: Lines
    said: Lines
    foot: Lines


def page(scene: Scene, session: Session, *, width: int, height: int) -> Page:
    """The item that is looked at, on a screen of that size."""
    item = session.item
    wide = width >= WIDE
    beside = int(width * _SIDE) if wide else width
    foot = _foot(_BLIND if scene.blind else _KEYS, width=width)
    # A rule stands under the head and over the foot, and one between talk and card where narrow.
    room = height - _HEAD - _SAID - len(foot) - 2
    shown = card(scene, session, width=beside - 2, wide=wide)
    left = room if wide else max(room - len(shown) - 1, _LEAST)
    talk, row = _talk(scene, item, width=width - beside - 1 if wide else width, height=left)
    said = paragraph(session.said, width=width, style=HEAD)[:1] or [BLANK]
    return Page(_head(scene, session, width=width), talk, row, shown, said, foot)


def _head(scene: Scene, session: Session, *, width: int) -> Lines:
    item = session.item
    known = scene.interviews[item.interview]
    _, passage, _ = scene.around(item)
    progress = f"{session.looked} of {session.total} seen, {session.decided} decided by you"
    number = f"{session.at + 1}/{len(session.items)}"
    first = _ends(f"Review by {session.coder}   no. {number}", progress, width)
    who = ", ".join(filter(None, (known.name, known.role, known.group)))
    about = f"{scene.place(item)} \u00b7 speaker: {passage.speaker}" + (
        f" \u00b7 {who}" if who else ""
    )
    return [Text(first, style=HEAD), *_cut(paragraph(about, width=width), 1)]


def _ends(left: str, right: str, width: int) -> str:
    gap = width - cell_len(left) - cell_len(right)
    return f"{left}{' ' * gap}{right}" if gap > 1 else right


def _foot(keys: Sequence[str], *, width: int) -> Lines:
    """The keys, as many to a line as there is room for."""
    lines: list[str] = []
    for key in keys:
        longer = f"{lines[-1]}  {key}" if lines else key
        if lines and cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(key)
    return [Text(line, style=FAINT) for line in lines]


def _talk(scene: Scene, item: Item, *, width: int, height: int) -> tuple[Lines, int]:
    """The passage whole, and of what is around it as much as there is room for, nearest first."""
    before, passage, after = scene.around(item)
    middle = _marked(passage, width)
    room = height - len(middle)
    above: Lines = []
    below: Lines = []
    for distance in range(max(len(before), len(after))):
        if distance < len(before):
            lines = _cut(_said(before[-1 - distance], passage, width), room)
            above, room = [*lines, *above], room - len(lines)
        if distance < len(after):
            lines = _cut(_said(after[distance], passage, width), room)
            below, room = [*below, *lines], room - len(lines)
    return [*above, *middle, *below], len(above)


def _marked(passage: Segment, width: int) -> Lines:
    lines = paragraph(passage.text, width=width, indent=2, style=HEAD)
    return [Text(f"> {line.plain[2:]}", style=HEAD) for line in lines]


def _said(segment: Segment, passage: Segment, width: int) -> Lines:
    """A segment of the talk around; who speaks is said where it is somebody else."""
    who = "" if segment.speaker is passage.speaker else f"[{segment.speaker}] "
    return paragraph(f"{who}{safe(segment.text)}", width=width, indent=2, style=FAINT)


def _cut(lines: Lines, room: int) -> Lines:
    if len(lines) <= room:
        return lines
    if room < 1:
        return []
    *shown, last = lines[:room]
    return [*shown, Text(f"{last.plain[:-1].rstrip()}\u2026", style=last.style)]
