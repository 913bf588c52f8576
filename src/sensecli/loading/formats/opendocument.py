"""OpenDocument text (.odt): headings, paragraphs, lists and tables, by way of odfdo."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.loading.formats.document import Read, refused
from sensecli.loading.formats.flow import Piece, bullet, flowed, heading, paragraph
from sensecli.loading.formats.tables import header_table, table_pieces
from sensecli.model import Problem

if TYPE_CHECKING:
    from odfdo.element import Element

_HIDDEN = frozenset(
    "office:annotation office:annotation-end text:note text:tracked-changes draw:frame "
    "text:sequence-decls office:forms".split()
)
_BREAKS = {"text:tab": "\t", "text:line-break": "\n"}
# The file writes a run of spaces as a number, which may be any.
_MOST_SPACES = 1_000
_ROW_GROUPS = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})


def read_opendocument(path: Path) -> Read:
    """The one document of an .odt file; places are paragraphs and table rows."""
    from odfdo import Document as OpenDocument

    try:
        blocks = tuple(_blocks(OpenDocument(path).body))
        attributes = _header_rows(blocks)
        pieces = tuple(_pieces(blocks, skip_table=bool(attributes)))
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not an OpenDocument text that can be read ({type(error).__name__})"
        hint = "open it in LibreOffice and save it again"
        return refused(Problem(path.name, None, message, hint))
    return flowed(path, pieces, attributes)


def _blocks(element: "Element") -> Iterator["Element"]:
    """Paragraphs, headings, lists and tables in order, those inside sections too."""
    for child in element.children:
        if child.tag in {"text:p", "text:h", "text:list", "table:table"}:
            yield child
        elif child.tag not in _HIDDEN:
            yield from _blocks(child)


def _header_rows(blocks: tuple["Element", ...]) -> tuple[tuple[str, str, int | None], ...]:
    """The attributes of the first table, where no more than one line of text stands before it."""
    filled = (b for b in blocks if b.tag not in {"text:p", "text:h"} or _text(b).strip())
    for before, block in enumerate(filled):
        if block.tag == "table:table":
            return header_table(_rows(block))
        if before:
            return ()
    return ()


def _pieces(blocks: tuple["Element", ...], *, skip_table: bool) -> Iterator[Piece]:
    paragraphs = tables = 0
    for block in blocks:
        if block.tag == "table:table":
            tables += 1
            if not (skip_table and tables == 1):
                yield from table_pieces(_rows(block), f"table {tables}")
            continue
        for leaf, listed in _leaves(block, listed=False):
            paragraphs += 1
            if text := _text(leaf).strip():
                yield _piece(leaf, text, f"paragraph {paragraphs}", listed=listed)


def _leaves(block: "Element", *, listed: bool) -> Iterator[tuple["Element", bool]]:
    """The paragraphs of a block, and whether each stands in a list."""
    if block.tag in {"text:p", "text:h"}:
        yield block, listed
        return
    for child in block.children:
        if child.tag not in _HIDDEN:
            yield from _leaves(child, listed=True)


def _piece(leaf: "Element", text: str, place: str, *, listed: bool) -> Piece:
    if leaf.tag == "text:h":
        level = leaf.get_attribute_string("text:outline-level") or "1"
        return heading(text, int(level) if level.isdecimal() else 1, place)
    if listed:
        return bullet(text, place)
    if leaf.get_attribute_string("text:style-name") == "Title":
        return heading(text, 1, place)
    return paragraph(text, place)


def _rows(table: "Element") -> list[list[str]]:
    return [
        [_cell(cell) for cell in row.children if cell.tag == "table:table-cell"]
        for row in _each_row(table)
    ]


def _each_row(element: "Element") -> Iterator["Element"]:
    for child in element.children:
        if child.tag == "table:table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _each_row(child)


def _cell(cell: "Element") -> str:
    texts = (_text(leaf).strip() for leaf, _ in _leaves(cell, listed=False))
    return "\n".join(text for text in texts if text)


def _text(element: "Element") -> str:
    """The words of a paragraph, without its notes and comments."""
    parts = [element.text or ""]
    for child in element.children:
        if child.tag == "text:s":
            spaces = int(child.get_attribute_string("text:c") or "1")
            parts.append(" " * min(spaces, _MOST_SPACES))
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _HIDDEN:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
