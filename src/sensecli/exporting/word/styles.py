"""The look of our own document, by the names under which a house template has its own."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from sensecli.exporting.palette import GRID, INK, MUTED, bare

_FONT = "Arial"
_INK, _MUTED, _GRID = map(bare, (INK, MUTED, GRID))
TABLE = "Table Grid"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: sizes and spaces in points, `left` indent in centimetres."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = _INK
    left: float = 0
    next: bool = False
    lines: float = 1.15
    level: int | None = None


LOOKS = {
    "Normal": Look(10.5, after=6),
    "Title": Look(24, after=4, bold=True, next=True, lines=1.0),
    "Subtitle": Look(14, before=6, after=10, lines=1.2),
    "Heading 1": Look(16, before=22, after=6, bold=True, next=True, lines=1.0, level=0),
    "Heading 2": Look(12, before=14, after=4, bold=True, next=True, lines=1.0, level=1),
    "Quote": Look(10.5, after=8, left=0.6, italic=True),
    "Caption": Look(9, before=2, after=8, colour=_MUTED),
    "List Bullet": Look(10.5, after=4),
    "Table Text": Look(9, before=2, after=2, lines=1.0),
    "Footer": Look(8.5, colour=_MUTED),
}
TIGHT = {
    "Title": Look(18, after=2, bold=True, next=True, lines=1.0),
    "Heading 1": Look(11.5, before=10, after=3, bold=True, next=True, lines=1.0, level=0),
    "List Bullet": Look(10, after=3, lines=1.05),
}


def dressed(document: WordDocument) -> None:
    """Gives an empty document our own look: A4, a plain sans serif, hairlines in tables."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name, look in LOOKS.items():
        style = paragraph_style(document, name) or _added(document, name)
        _shaped(style, look)
        _coloured(style, look)
    _bar(paragraph_style(document, "Quote"))
    _hairlines(document)
    _in_british(document)


def tightened(document: WordDocument) -> None:
    """Makes our own look small enough for a document of one page."""
    for name, look in TIGHT.items():
        if style := paragraph_style(document, name):
            _shaped(style, look)


def filled_up(document: WordDocument) -> None:
    """Adds to a house template the styles that it lacks, shaped after its own Normal."""
    for name, look in LOOKS.items():
        if paragraph_style(document, name) is None and _free(document, name):
            _shaped(_added(document, name), look)


def paragraph_style(document: WordDocument, name: str) -> ParagraphStyle | None:
    """The paragraph style of that name, if the document has one."""
    return next(
        (
            style
            for style in document.styles
            if style.name == name
            and style.type == WD_STYLE_TYPE.PARAGRAPH
            and isinstance(style, ParagraphStyle)
        ),
        None,
    )


def _free(document: WordDocument, name: str) -> bool:
    return all(style.name != name for style in document.styles)


def _added(document: WordDocument, name: str) -> ParagraphStyle:
    own = name == "Table Text"
    style: ParagraphStyle = document.styles.add_style(
        name, WD_STYLE_TYPE.PARAGRAPH, builtin=not own
    )
    style.quick_style, style.hidden = True, False
    if name != "Normal" and (normal := paragraph_style(document, "Normal")):
        style.base_style = normal
    return style


def _shaped(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(look.size), look.bold or None, look.italic or None
    _sized_alike(style, look.size)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing, shape.keep_with_next = look.lines, look.next or None
    if look.left:
        shape.left_indent = Cm(look.left)
    if look.level is not None:
        properties = style.element.get_or_add_pPr()
        for old in properties.findall(qn("w:outlineLvl")):
            properties.remove(old)
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.level))
        properties.append(level)


def _sized_alike(style: ParagraphStyle, size: float) -> None:
    """Gives letters of scripts that run from right to left the same size."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    other = OxmlElement("w:szCs")
    other.set(qn("w:val"), str(int(2 * size)))
    properties.find(qn("w:sz")).addnext(other)


def _coloured(style: ParagraphStyle, look: Look) -> None:
    style.font.color.rgb = RGBColor.from_string(look.colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), _FONT)
    for tag in ("w:spacing", "w:kern"):
        for old in style.element.rPr.findall(qn(tag)):
            style.element.rPr.remove(old)
    for old in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(old)


def _bar(style: ParagraphStyle | None) -> None:
    """A thin line to the left of a quote."""
    if style is None:
        return
    bar = parse_xml(
        f"<w:pBdr {nsdecls('w')}>"
        f'<w:left w:val="single" w:sz="12" w:space="8" w:color="{_GRID}"/></w:pBdr>'
    )
    style.element.get_or_add_pPr().insert_element_before(
        bar, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _hairlines(document: WordDocument) -> None:
    properties = document.styles[TABLE].element.find(qn("w:tblPr"))
    for old in properties.findall(qn("w:tblBorders")):
        properties.remove(old)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_GRID}"/>'
        for side in ("top", "bottom", "insideH")
    )
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>")
    for old in properties.findall(qn("w:tblCellMar")):
        properties.remove(old)
    sides = "".join(f'<w:{side} w:w="50" w:type="dxa"/>' for side in ("left", "right"))
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    properties.extend((borders, margins))


def _in_british(document: WordDocument) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
