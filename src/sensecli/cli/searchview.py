"""A concordance on the screen: one hit a line, each at the same column."""

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from sensecli.cli.plain import safe
from sensecli.cli.report.layout import BLANK, FAINT, STRONG, Lines, paragraph
from sensecli.exporting.places import named_place
from sensecli.exporting.wording import plural
from sensecli.model import Concordance, Hit

_GAP = "  "
_WIDEST_PLACE = 28
_NARROWEST = 16


def search_lines(found: Concordance, *, width: int) -> Lines:
    """Every hit in a line of its own, then how many there are and in whose interviews."""
    if not found.hits:
        return []
    places = [safe(named_place(hit.name, hit.place)) for hit in found.hits]
    place = min(max(map(cell_len, places)), _WIDEST_PLACE, width // 3)
    speaker = max(len(hit.speaker) for hit in found.hits)
    room = max(width - place - speaker - 2 * len(_GAP), _NARROWEST)
    longest = max(cell_len(safe(hit.hit)) for hit in found.hits)
    left = (room - min(longest, room // 3)) // 2
    lines = []
    for name, hit in zip(places, found.hits, strict=True):
        head = f"{_right(_end_of(name, place), place, from_left=True)}{_GAP}{hit.speaker:{speaker}}"
        lines.append(Text.assemble((head, FAINT), _GAP, *_around(hit, left, room - left)))
    return [*lines, BLANK, *paragraph(_counted(found), width=width)]


def _around(hit: Hit, left: int, rest: int) -> Iterable[str | tuple[str, str]]:
    """What stands left, set to the right; the hit; as much of what stands right as fits."""
    before = " " if hit.left[-1:].isspace() else ""
    after = " " if hit.right[:1].isspace() else ""
    said = _start_of(safe(hit.hit), rest)
    free = rest - cell_len(said) - len(after)
    yield _right(_end_of(safe(hit.left), left - len(before)) + before, left)
    yield said, STRONG
    yield after + _start_of(safe(hit.right), free) if free > 0 else ""


def _start_of(text: str, cells: int) -> str:
    """As many whole words of the beginning as fit; of one longer word, as much as fits."""
    kept = _fitting(text[: 4 * cells].split(" "), cells, whole=len(text) <= 4 * cells)
    return " ".join(kept) if kept else set_cell_size(text, cells).rstrip()


def _end_of(text: str, cells: int) -> str:
    """The same of the end."""
    if cells <= 0:
        return ""
    nearest = text[-4 * cells :].split(" ")[::-1]
    kept = _fitting(nearest, cells, whole=len(text) <= 4 * cells)
    if kept:
        return " ".join(reversed(kept))
    text = text[-4 * cells :]
    while cell_len(text) > cells:
        text = text[1:]
    return text


def _fitting(words: list[str], cells: int, *, whole: bool) -> list[str]:
    """The first words that fit beside each other; the last of a text cut before may be half."""
    kept: list[str] = []
    free = cells
    for word in words if whole else words[:-1]:
        free -= cell_len(word) + bool(kept)
        if free < 0:
            break
        kept.append(word)
    return kept


def _right(text: str, cells: int, *, from_left: bool = False) -> str:
    """`text` as wide as `cells`, set to the right, or to the left."""
    free = " " * (cells - cell_len(text))
    return text + free if from_left else free + text


def _counted(found: Concordance) -> str:
    """How many hits, in the interviews of how many leaders of how many, and how many have none."""
    hits, held, searched = plural(len(found.hits), "hit"), len(found.found), len(found.leaders)
    said = f"{hits} in the interviews of {held} of {plural(searched, 'leader')}."
    silent = searched - held
    if not silent:
        return said
    return (
        f"{said} None in those of the other {silent}."
        if silent > 1
        else (f"{said} None in those of the other one.")
    )
