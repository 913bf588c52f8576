"""Titles, paragraphs, tables, charts and pictures on the slides of a deck."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches, Pt

from sensecli.exporting.figuretables import Table
from sensecli.exporting.office import alternative, cut, one_line
from sensecli.exporting.shown import Shown
from sensecli.exporting.slides.fitting import fitting, height
from sensecli.exporting.slides.setting import (
    CAPTION_SIZES,
    LINE_LETTERS,
    Box,
    Line,
    columns,
    line,
    rows_that_fit,
    said,
    tabled,
    written,
)

_BESIDE = 2.6
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_FOOTERS = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
_TITLE_SIZES, _ANSWER_SIZES = (28, 16), (36, 20)
_ANSWER_LETTERS, _TITLE_LETTERS, _LABEL_LETTERS = 320, 190, 48


class Slides:
    """The deck that is being written, slide by slide."""

    def __init__(self, deck: Deck, footer: str) -> None:
        """Uses the deck's layouts for a title, and for a title with content."""
        self.deck, self.footer = deck, footer
        layouts = list(deck.slide_layouts)
        self._first = _layout(layouts, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE)
        self._other = _layout(layouts, PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT)

    def answer(self, title: str, lines: Sequence[str]) -> None:
        """The title slide."""
        slide = self.deck.slides.add_slide(self._first)
        _titled(slide, self.deck, cut(title, _ANSWER_LETTERS), _ANSWER_SIZES)
        holder = _content(slide)
        box = _box(holder) if holder is not None else self._under(slide)
        shape = holder if holder is not None else _textbox(slide, box)
        said(shape, [Line(cut(one, LINE_LETTERS), muted=True) for one in lines], box)
        self._finished(slide, keep=shape)

    def text(self, title: str, lines: Sequence[Line]) -> None:
        """A title and paragraphs."""
        slide, holder, box = self._new(title)
        shape = holder if holder is not None else _textbox(slide, box)
        said(shape, lines, box)
        self._finished(slide, keep=shape)

    def beside(self, title: str, lines: Sequence[Line], draw: Callable[[Any, Box], None]) -> None:
        """A title, paragraphs on the left, and what `draw` puts into the box on the right."""
        slide, holder, box = self._new(title)
        left, right = box.split(0.6, Inches(0.4))
        shape = holder if holder is not None else _textbox(slide, left)
        shape.left, shape.top, shape.width, shape.height = map(
            Emu, (left.left, left.top, left.width, left.height)
        )
        said(shape, lines, left)
        draw(slide, right)
        self._finished(slide, keep=shape)

    def picture(self, shown: Shown) -> None:
        """A picture under its title, as large as there is room, its reading beside or below it."""
        slide, _, box = self._new(shown.title)
        reading = cut(shown.reading, LINE_LETTERS)
        image = slide.shapes.add_picture(BytesIO(shown.png), Emu(box.left), Emu(box.top))
        alternative(image._element.nvPicPr.cNvPr, shown.alt)  # noqa: SLF001 - no door to it
        across = box.height * image.width // image.height + Inches(0.4)
        if box.width - across >= Inches(_BESIDE):
            room = box
            words = Box(box.left + across, box.top, box.width - across, box.height)
        else:
            foot = height([reading], box.width, CAPTION_SIZES[0]) + Inches(0.1)
            room = box.above(foot)
            words = Box(box.left, box.top + room.height, box.width, foot)
        scale = min(room.width / image.width, room.height / image.height)
        image.width, image.height = Emu(int(image.width * scale)), Emu(int(image.height * scale))
        if reading:
            said(_textbox(slide, words), [line(reading, muted=True)], words, sizes=CAPTION_SIZES)
        self._finished(slide, keep=None)

    def table(self, title: str, table: Table, rows_at_most: int = 10) -> None:
        """A table of as many rows as there is room for, and how many more there are."""
        slide, _, box = self._new(title)
        cells = [[cut(c, _LABEL_LETTERS) for c in row] for row in (table.header, *table.rows)]
        widths = columns(box.width, len(table.header))
        foot = height([table.caption], box.width, CAPTION_SIZES[0]) + Inches(0.2)
        shown, size, heights = rows_that_fit(cells[: rows_at_most + 1], widths, box.height - foot)
        frame = slide.shapes.add_table(
            len(shown), len(widths), Emu(box.left), Emu(box.top), Emu(box.width), Emu(sum(heights))
        )
        tabled(frame, shown, widths, heights, size)
        more = len(cells) - len(shown)
        caption = f"{table.caption} And {more} more." if more else table.caption
        under = Box(box.left, box.top + sum(heights) + Inches(0.1), box.width, foot)
        said(_textbox(slide, under), [line(caption, muted=True)], under, sizes=CAPTION_SIZES)
        self._finished(slide, keep=None)

    def _new(self, title: str) -> tuple[Any, Any, Box]:
        slide = self.deck.slides.add_slide(self._other)
        _titled(slide, self.deck, cut(title, _TITLE_LETTERS), _TITLE_SIZES)
        holder = _content(slide)
        return slide, holder, _box(holder) if holder is not None else self._under(slide)

    def _under(self, slide: Any) -> Box:  # noqa: ANN401 - a slide
        """The room below the title, where the layout has no place for content."""
        wide, tall = self.deck.slide_width or Inches(13.333), self.deck.slide_height or Inches(7.5)
        title, foot = slide.shapes.title, tall - tall // 10
        if title is not None:
            top = min(title.top + title.height, tall - tall // 4)
            return Box(title.left, top, title.width, max(foot - top, tall // 8))
        return Box(wide // 20, tall // 4, wide - wide // 10, foot - tall // 4)

    def _finished(self, slide: Any, *, keep: Any) -> None:  # noqa: ANN401 - a slide, a shape
        """Removes the placeholders that stayed empty; adds the layout's footer and number."""
        kept = keep._element if keep is not None else None  # noqa: SLF001 - the library's own
        for shape in list(slide.placeholders):
            if shape.placeholder_format.type not in _TITLES and shape._element is not kept:  # noqa: SLF001
                shape._element.getparent().remove(shape._element)  # noqa: SLF001
        for holder in slide.slide_layout.placeholders:
            if holder.placeholder_format.type in _FOOTERS:
                self._footed(slide, holder)

    def _footed(self, slide: Any, holder: Any) -> None:  # noqa: ANN401 - a slide, a placeholder
        element = deepcopy(holder._element)  # noqa: SLF001 - the library leaves these out
        slide.shapes._spTree.append(element)  # noqa: SLF001 - likewise
        ids = [int(one.get("id")) for one in slide.shapes._spTree.iter(qn("p:cNvPr"))]  # noqa: SLF001
        element.nvSpPr.cNvPr.set("id", str(max(ids) + 1))
        if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            for field in element.iter(qn("a:fld")):
                field.find(qn("a:t")).text = str(len(self.deck.slides))
        else:
            house = one_line(holder.text_frame.text)
            said = f"{house} · {self.footer}" if house else self.footer
            slide.placeholders[holder.placeholder_format.idx].text_frame.text = said


def _layout(layouts: Sequence[Any], title: Any, content: Any) -> Any:  # noqa: ANN401
    """The first layout with both kinds of placeholder, else one that will do."""
    kinds = [[one.placeholder_format.type for one in layout.placeholders] for layout in layouts]
    choices: tuple[Callable[[list[Any]], bool], ...] = (
        lambda held: title in held and held.count(content) == 1 and _texts(held) == 1,
        lambda held: title in held and content in held,
        lambda held: title in held and PP_PLACEHOLDER.BODY in held,
        lambda held: title in held,
        lambda held: bool(_TITLES & set(held)),
        lambda _: True,
    )
    for choice in choices:
        for layout, held in zip(layouts, kinds, strict=True):
            if choice(held):
                return layout
    return layouts[0]


def _texts(held: Sequence[Any]) -> int:
    texts = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE}
    return sum(one in texts or one == PP_PLACEHOLDER.PICTURE for one in held)


def _content(slide: Any) -> Any:  # noqa: ANN401 - a slide, a placeholder
    wanted = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY)
    for kind in wanted:
        for shape in slide.placeholders:
            if shape.placeholder_format.type == kind and shape.width and shape.height:
                return shape
    return None


def _box(shape: Any) -> Box:  # noqa: ANN401 - a placeholder
    return Box(shape.left, shape.top, shape.width, shape.height)


def _textbox(slide: Any, box: Box) -> Any:  # noqa: ANN401 - a slide, a shape
    return slide.shapes.add_textbox(*map(Emu, (box.left, box.top, box.width, box.height)))


def _titled(slide: Any, deck: Deck, title: str, sizes: tuple[int, int]) -> None:  # noqa: ANN401
    shape = slide.shapes.title
    if shape is None:
        wide, tall = deck.slide_width or Inches(13.333), deck.slide_height or Inches(7.5)
        shape = _textbox(slide, Box(wide // 20, tall // 20, wide - wide // 10, tall // 6))
    frame = shape.text_frame
    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    size = fitting([title], (shape.width, shape.height - Inches(0.1)), sizes)
    written(paragraph, title).font.size = Pt(size)
