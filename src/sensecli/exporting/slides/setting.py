"""Text and tables as they are set on a slide, as large as there is room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from sensecli.exporting.office import cut, right_to_left
from sensecli.exporting.slides.fitting import fitting, height, row_height
from sensecli.exporting.slides.look import GRID, MUTED

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_TABLE_SIZES = (14, 13, 12, 11)
TEXT_SIZES, CAPTION_SIZES = (18, 11), (13, 10)
LINE_LETTERS = 420
_QUOTE_LETTERS, _PLACE_LETTERS = 280, 80


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def split(self, share: float, gap: int) -> tuple["Box", "Box"]:
        """Two boxes side by side, the left one with that share of the width."""
        left = int((self.width - gap) * share)
        right = self.width - gap - left
        return (
            Box(self.left, self.top, left, self.height),
            Box(self.left + left + gap, self.top, right, self.height),
        )

    def above(self, foot: int) -> "Box":
        """The same box without so much at its foot."""
        return Box(self.left, self.top, self.width, max(self.height - foot, 1))


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: `place` stands behind a quote, and is never cut off with it."""

    text: str
    place: str = ""
    bullet: bool = False
    muted: bool = False

    @property
    def whole(self) -> str:
        """The paragraph as it is set."""
        return f"{self.text} ({self.place})" if self.place else self.text


def quote(text: str, place: str) -> Line:
    """A quote as a paragraph, cut between words where it is long."""
    return Line(cut(text, _QUOTE_LETTERS), place=cut(place, _PLACE_LETTERS))


def line(text: str, *, bullet: bool = False, muted: bool = False) -> Line:
    """A sentence as a paragraph."""
    return Line(cut(text, LINE_LETTERS), bullet=bullet, muted=muted)


def said(
    shape: Any,  # noqa: ANN401 - a placeholder or a text box
    lines: Sequence[Line],
    box: Box,
    *,
    sizes: tuple[int, int] = TEXT_SIZES,
) -> None:
    """The lines in the shape, as large as they fit; what cannot fit at all is left out."""
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    room = (box.width - Inches(0.3), box.height - Inches(0.1))
    size = fitting([one.whole for one in lines], room, sizes)
    shown = list(_within(lines, room, size))
    for at, one in enumerate(shown):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if not one.bullet:
            _unbulleted(paragraph, indent=bool(one.place))
        paragraph.space_after = Pt(size * 0.5)
        run = written(paragraph, one.text)
        run.font.size, run.font.italic = Pt(size), True if one.place else None
        if one.muted:
            run.font.color.rgb = MUTED
        if one.place:
            place = written(paragraph, f" ({one.place})", turned=False)
            place.font.size, place.font.color.rgb = Pt(size - 2), MUTED


def _within(lines: Iterable[Line], room: tuple[int, int], size: int) -> Iterator[Line]:
    held: list[str] = []
    for one in lines:
        held.append(one.whole)
        if len(held) > 1 and height(held, room[0], size) > room[1]:
            return
        yield one


def _unbulleted(paragraph: Any, *, indent: bool) -> None:  # noqa: ANN401 - a paragraph
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library has no door to it
    properties.set("marL", str(Inches(0.25)) if indent else "0")
    properties.set("indent", "0")
    properties.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))


def written(paragraph: Any, text: str, *, turned: bool = True) -> Any:  # noqa: ANN401 - a run
    """The text as a run, which turns the paragraph where it runs from right to left."""
    if turned and right_to_left(text):
        paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - no door to it
        paragraph.alignment = PP_ALIGN.RIGHT
    run = paragraph.add_run()
    run.text = text
    return run


def columns(width: int, columns: int) -> list[int]:
    """The widths of a table's columns, the first one wider."""
    first = int(width * max(0.3, 1 / columns))
    return [first, *[(width - first) // max(columns - 1, 1)] * (columns - 1)]


def rows_that_fit(
    cells: list[list[str]], widths: list[int], room: int
) -> tuple[list[list[str]], int, list[int]]:
    """The rows that fit, at which size, and their heights."""
    for size in _TABLE_SIZES:
        heights = [row_height(row, widths, size) for row in cells]
        if sum(heights) <= room:
            return cells, size, heights
    shown = max((n for n in range(1, len(cells)) if sum(heights[:n]) <= room), default=1)
    return cells[:shown], size, heights[:shown]


def tabled(
    frame: Any,  # noqa: ANN401 - a graphic frame
    cells: list[list[str]],
    widths: list[int],
    heights: list[int],
    size: int,
) -> None:
    """Fills a table: figures to the right, hairlines between the rows."""
    table = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE  # noqa: SLF001
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for at, (row, tall) in enumerate(zip(cells, heights, strict=True)):
        table.rows[at].height = Emu(tall)
        for across, text in enumerate(row):
            cell = table.cell(at, across)
            cell.vertical_anchor = MSO_ANCHOR.BOTTOM if at == 0 else MSO_ANCHOR.MIDDLE
            paragraph = cell.text_frame.paragraphs[0]
            run = written(paragraph, text)
            run.font.size, run.font.bold = Pt(size), at == 0
            if across:
                paragraph.alignment = PP_ALIGN.RIGHT
            _ruled(cell)


def _ruled(cell: Any) -> None:  # noqa: ANN401 - a cell
    cell._tc.get_or_add_tcPr().insert(  # noqa: SLF001 - the library has no door to it
        0,
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{GRID}"/></a:solidFill>'
            "</a:lnB>"
        ),
    )
