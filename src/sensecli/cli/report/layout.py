"""Lines of text laid out to a width: everything on the screen is built of these."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from sensecli.cli.plain import safe

BLANK = Text("")
HEAD, STRONG, FAINT = "bold", "bold", "dim"
# Colours repeat what words and marks already say.
GOOD, OPEN, BAD, AGAINST = "green", "yellow", "red", "magenta"

Lines = list[Text]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in cells, and the side that it is set to."""

    heading: str
    width: int
    right: bool = False

    def set(self, text: str) -> str:
        """`text` as wide as the column."""
        free = self.width - cell_len(text)
        if free < 0:
            return set_cell_size(text, self.width)
        return " " * free + text if self.right else text + " " * free


def wrapped(text: str, width: int) -> list[str]:
    """`text` broken between words into lines of at most `width` cells; longer words are cut."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, width):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
        else:
            lines.append(line)
            line = word
    return [*lines, line] if line else lines


def paragraph(
    text: str, *, width: int, indent: int = 0, hang: int | None = None, style: str = ""
) -> Lines:
    """`text` of ours or the user's, wrapped; lines after the first are indented by `hang`."""
    hang = indent if hang is None else hang
    broken = wrapped(safe(text), max(width - max(indent, hang), 20))
    return [
        Text(" " * (hang if number else indent) + line, style=style)
        for number, line in enumerate(broken)
    ]


def led(
    lead: str,
    text: str,
    *,
    width: int,
    indent: int = 0,
    hang: int | None = None,
    style: str = STRONG,
) -> Lines:
    """A paragraph that begins with `lead` in a style of its own."""
    lines = paragraph(f"{lead} {text}", width=width, indent=indent, hang=hang)
    if lines:
        lines[0].stylize(style, indent, indent + len(safe(lead)))
    return lines


def heading(text: str, *, width: int) -> Lines:
    """A heading with an empty line before it."""
    return [BLANK, *paragraph(text, width=width, style=HEAD)]


def row(cells: Sequence[str], columns: Sequence[Column], *, style: str = "") -> Lines:
    """One row of a table; only the first cell may run over several lines."""
    first, *others = columns
    names = wrapped(safe(cells[0]), first.width) or [""]
    rest = "  ".join(column.set(cell) for column, cell in zip(others, cells[1:], strict=True))
    lines = [Text(f"{first.set(names[0])}  {rest}", style=style)]
    return [*lines, *(Text(f"  {more}", style=style) for more in names[1:])]


def wide(column: Column, digits: int) -> Column:
    """A column of numbers that holds so many digits."""
    return replace(column, width=max(column.width, digits)) if column.right else column


def flexible(headings: Sequence[Column], *, width: int, least: int = 16, most: int = 44) -> int:
    """The width left for the first column of a table beside the others."""
    taken = sum(column.width + 2 for column in headings)
    return min(max(width - taken, least), most)


def _pieces(text: str, width: int) -> Iterable[str]:
    for word in text.split(" "):
        rest = word
        while cell_len(rest) > width:
            cut = max(set_cell_size(rest, width).rstrip(), rest[:1], key=len)
            yield cut
            rest = rest[len(cut) :]
        if rest:
            yield rest
