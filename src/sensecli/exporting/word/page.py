"""Paragraphs, quotes, tables and pictures on the pages of a Word document."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sensecli.exporting.figuretables import Table
from sensecli.exporting.office import (
    alternative,
    cut,
    dated_alike,
    directions,
    held,
    one_line,
    right_to_left,
    told_apart,
    without_thumbnail,
)
from sensecli.exporting.passage import Passage
from sensecli.exporting.shown import Shown
from sensecli.exporting.word.styles import TABLE, paragraph_style
from sensecli.model import BoardQuote, Missed, Quote

_TALL, _CELL_LETTERS = 0.72, 160
# The headings of many columns are set smaller, so that their words stay whole.
_MANY, _SMALL = 6, 8
# A column's width in letters: what cannot be broken, and room for a long label.
_NARROW, _BROAD, _LABEL = 5, 13, 20


class Page:
    """The document that is being written, from top to bottom."""

    def __init__(self, document: WordDocument) -> None:
        """Writes behind what the document holds."""
        self.document = document
        section = document.sections[-1] if document.sections else document.add_section()
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        height = (section.page_height or 0) - (section.top_margin or 0)
        # A template without page sizes: A4 with the usual margins.
        self.width = int(width) if width > 0 else 5_760_000
        self.height = int(_TALL * height) if height > 0 else 6_500_000

    def said(self, text: str, style: str = "Normal", *, leads: bool = False) -> None:
        """One paragraph of a line, on one page with what it leads to; nothing for an empty text."""
        if line := one_line(text):
            paragraph = self._paragraph(style)
            _written(paragraph, line)
            if leads:
                paragraph.paragraph_format.keep_with_next = True

    def listed(self, lines: Iterable[str]) -> None:
        """A paragraph with a bullet for each line."""
        for line in lines:
            self.said(line, "List Bullet")

    def entered(self, term: str, text: str) -> None:
        """A paragraph with a bullet, a term in bold, and what is said of it."""
        paragraph = self._paragraph("List Bullet")
        for run in _written(paragraph, f"{one_line(term)}: "):
            run.bold = True
        _written(paragraph, one_line(text), turned=False)

    def quoted(self, quotes: Iterable[Quote | Missed | BoardQuote | Passage]) -> None:
        """Each passage with its line breaks, and the place where it stands below it."""
        for one in quotes:
            paragraph = self._paragraph("Quote")
            lines = [held(line).strip() for line in one.text.splitlines() if line.strip()]
            _written(paragraph, "\n".join(lines))
            paragraph.add_run("\n")
            for run in _written(paragraph, f"({one_line(one.place)})", turned=False):
                run.italic = False
            paragraph.paragraph_format.keep_together = True

    def pictured(self, picture: Shown) -> None:
        """The picture in the text's width, with its alt text, and its title and reading below."""
        paragraph = self._paragraph("Normal")
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(BytesIO(picture.png))
        scale = min(self.width / shape.width, self.height / shape.height, 1.0)
        shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
        alternative(shape._inline.docPr, picture.alt)  # noqa: SLF001 - the library has no door to it
        caption = self._paragraph("Caption")
        for run in _written(caption, f"{one_line(picture.title).rstrip('.')}."):
            run.bold = True
        if picture.reading:
            _written(caption, f" {one_line(picture.reading)}", turned=False)

    def tabled(self, table: Table) -> None:
        """A table with its caption above; its first row stands on each of its pages."""
        caption = self._paragraph("Caption")
        _written(caption, one_line(table.caption))
        caption.paragraph_format.keep_with_next = True
        made = self.document.add_table(rows=0, cols=len(table.header))
        if any(style.name == TABLE for style in self.document.styles):
            made.style = self.document.styles[TABLE]
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, True
        for at, row in enumerate((table.header, *table.rows)):
            self._row(made, row, heading=at == 0, words=table.words)
        self._widths(made, table)
        # Without a paragraph between them, two tables would become one.
        self._paragraph("Table Text").paragraph_format.space_after = Emu(0)

    def _row(self, made: WordTable, row: Sequence[str], *, heading: bool, words: bool) -> None:
        added = made.add_row()  # type: ignore[no-untyped-call]
        properties = added._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no door to it
        properties.append(OxmlElement("w:cantSplit"))
        if heading:
            properties.append(OxmlElement("w:tblHeader"))
        for at, (cell, text) in enumerate(zip(added.cells, row, strict=True)):
            figure = at > 0 and not words
            self._cell(
                cell,
                cut(text, _CELL_LETTERS),
                heading=heading,
                figure=figure,
                many=len(row) > _MANY,
            )

    def _cell(self, cell: _Cell, text: str, *, heading: bool, figure: bool, many: bool) -> None:
        paragraph = cell.paragraphs[0]
        if style := paragraph_style(self.document, "Table Text"):
            paragraph.style = style
        for run in _written(paragraph, text):
            run.bold = True if heading else None
            if heading and many:
                run.font.size = Pt(_SMALL)
        if figure:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _widths(self, made: WordTable, table: Table) -> None:
        letters = _letters(table)
        widths = [self.width * one // sum(letters) for one in letters]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Emu(width)
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Emu(width)

    def _paragraph(self, style: str) -> Paragraph:
        paragraph = self.document.add_paragraph()
        if found := paragraph_style(self.document, style):
            paragraph.style = found
        return paragraph


def _letters(table: Table) -> list[int]:
    """How wide each column is, by the longest word that stands in it."""
    columns = list(zip(table.header, *table.rows, strict=True))
    words = [max(len(w) for cell in column for w in (*cell.split(" "), "")) for column in columns]
    first, *others = (min(max(word + 2, _NARROW), _BROAD) for word in words)
    return [max(first, _LABEL), *([_BROAD] * len(others) if table.words else others)]


def _written(paragraph: Paragraph, text: str, *, turned: bool = True) -> list[Run]:
    """The text in runs of one direction; `turned` lets it turn the paragraph."""
    if turned and right_to_left(text):
        paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - no door to it
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    runs = []
    for stretch, backwards in directions(text):
        run = paragraph.add_run(stretch)
        run.font.rtl = True if backwards else None
        runs.append(run)
    return runs


def numbered_footer(document: WordDocument, said: str) -> None:
    """A footer with a line of text and the page's number."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{said} · page ")
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        paragraph.add_run()._r.append(element)  # noqa: SLF001 - the library has no door to it


def headed(document: WordDocument, said: str) -> None:
    """A line at the head of every page, below what a house template has there."""
    for section in document.sections:
        heads = [section.header]
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            heads.append(section.even_page_header)
        for head in heads:
            empty = [one for one in head.paragraphs if not one.text.strip()]
            paragraph = empty[-1] if len(empty) == len(head.paragraphs) else head.add_paragraph()
            if style := paragraph_style(document, "Caption"):
                paragraph.style = style
            paragraph.add_run(one_line(said))


def saved(document: WordDocument, *, title: str, tool: str) -> bytes:
    """The document as a file; no person's name and no time of making stand in its properties."""
    told_apart(document.core_properties, title=title, tool=tool)
    without_thumbnail(document.part.package.rels if document.part.package else {})
    written = BytesIO()
    document.save(written)
    return dated_alike(written.getvalue())
