"""Word documents: paragraphs and tables in order, by way of python-docx."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sensecli.loading.formats.document import Read, refused
from sensecli.loading.formats.flow import Piece, bullet, flowed, heading, paragraph
from sensecli.loading.formats.tables import header_table, table_pieces
from sensecli.model import Problem

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# python-docx types its XML elements no further than this.
Element = Any

# Content controls, tracked insertions and hyperlinks are read through; text boxes are not.
BLOCKS = (
    ".//w:p[not(ancestor::w:tbl) and not(ancestor::w:txbxContent)]"
    " | .//w:tbl[not(ancestor::w:tbl) and not(ancestor::w:txbxContent)]"
)
_HIDDEN = ("w:del", "w:moveFrom", "w:txbxContent")
_WORDS = " | ".join(
    f".//w:{tag}[{' and '.join(f'not(ancestor::{name})' for name in _HIDDEN)}]"
    for tag in ("t", "tab", "br", "cr", "noBreakHyphen")
)
_MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}


def read_word(path: Path) -> Read:
    """The one document of a .docx file; places are paragraphs and table rows."""
    import docx

    try:
        document = docx.Document(str(path))
        blocks = document.element.body.xpath(BLOCKS)
        attributes = _header_rows(blocks)
        pieces = tuple(_pieces(document, blocks, skip_table=bool(attributes)))
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not a Word document that can be read ({type(error).__name__})"
        return refused(Problem(path.name, None, message, "open it in Word and save it again"))
    return flowed(path, pieces, attributes)


def _header_rows(blocks: list[Element]) -> tuple[tuple[str, str, int | None], ...]:
    """The attributes of the first table, where no more than one line of text stands before it."""
    for before, block in enumerate(_filled(blocks)):
        if tag_of(block) == "tbl":
            return header_table(_rows(block))
        if before:
            return ()
    return ()


def _filled(blocks: list[Element]) -> Iterator[Element]:
    return (block for block in blocks if tag_of(block) == "tbl" or paragraph_text(block).strip())


def _pieces(
    document: "WordDocument", blocks: list[Element], *, skip_table: bool
) -> Iterator[Piece]:
    # To ask each paragraph for its style is to go through all styles each time.
    styles = {one.style_id: (one.name or "").casefold() for one in document.styles}
    paragraphs = tables = 0
    for block in blocks:
        if tag_of(block) == "tbl":
            tables += 1
            if not (skip_table and tables == 1):
                yield from table_pieces(_rows(block), f"table {tables}")
            continue
        paragraphs += 1
        text = paragraph_text(block)
        if text.strip():
            style = styles.get(block.style or "", "")
            yield _piece(block, style, text, f"paragraph {paragraphs}")


def _piece(block: Element, style: str, text: str, place: str) -> Piece:
    if style == "title":
        return heading(text, 1, place)
    if style.startswith("heading ") and style[len("heading ") :].isdecimal():
        return heading(text, int(style[len("heading ") :]), place)
    if style.startswith("list ") or block.xpath("./w:pPr/w:numPr/w:numId[@w:val != '0']"):
        return bullet(text, place)
    return paragraph(text, place)


def _rows(table: Element) -> list[list[str]]:
    rows = table.xpath("./w:tr | ./w:sdt/w:sdtContent/w:tr")
    cells = (row.xpath("./w:tc | ./w:sdt/w:sdtContent/w:tc") for row in rows)
    return [[cell_text(cell) for cell in row] for row in cells]


def cell_text(cell: Element) -> str:
    """The words of a table's cell, a line for each paragraph."""
    texts = (paragraph_text(block).strip() for block in cell.xpath(".//w:p"))
    return "\n".join(text for text in texts if text)


def paragraph_text(block: Element) -> str:
    """The words of a paragraph as they stand with all changes accepted."""
    words: list[str] = []
    for node in block.xpath(_WORDS):
        tag = tag_of(node)
        if tag == "t":
            words.append(node.text or "")
        elif tag == "br":
            words.append("\n" if (node.type or "textWrapping") == "textWrapping" else "")
        else:
            words.append(_MARKS[tag])
    return "".join(words)


def tag_of(node: Element) -> str:
    """An element's name without its namespace."""
    return str(node.tag).rpartition("}")[2]
