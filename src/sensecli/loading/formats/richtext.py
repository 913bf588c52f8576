"""Rich text (.rtf): as far as striprtf gives its paragraphs, lists and tables."""

import re
from collections.abc import Iterator
from pathlib import Path

from sensecli.loading.formats.document import Read, refused
from sensecli.loading.formats.flow import Piece, bullet, flowed, heading, paragraph
from sensecli.loading.formats.tables import header_table, table_pieces
from sensecli.model import Problem

# Private-use characters carry what plain text would lose: a heading's level, a soft line break.
_LEVEL, _SOFT = "\ue000", "\u2028"
_OUTLINE = re.compile(r"(\\outlinelevel(\d) ?)(?![^{}]*;\})")
_LINE = re.compile(r"\\line(?![a-zA-Z0-9]) ?")
_BULLET = re.compile(r"[·•◦▪§o–-]\t\s*|\(?(?:\d{1,3}|[a-z])[.)]\t\s*")
_ROW = re.compile(r".*\|.*\|\s*")


def read_richtext(path: Path) -> Read:
    """The one document of an .rtf file; places are paragraphs and table rows."""
    from striprtf.striprtf import rtf_to_text

    raw = path.read_bytes()
    if not raw.lstrip().startswith(b"{\\rtf"):
        message = "is not a rich text file, whatever its name says"
        return refused(Problem(path.name, None, message, "save it again as .rtf or .docx"))
    source = raw.decode("cp1252", errors="replace")
    source = _LINE.sub(_SOFT, _OUTLINE.sub(lambda m: m[1] + _LEVEL * (int(m[2]) + 1), source))
    try:
        text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not a rich text file that can be read ({type(error).__name__})"
        return refused(Problem(path.name, None, message, "save it again as .rtf or .docx"))
    blocks = _blocks([line.strip(" ") for line in _whole(text).split("\n")])
    return _flow(path, blocks)


def _whole(text: str) -> str:
    """The two halves that an emoji is written in made one; a half alone is no sign at all."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _blocks(lines: list[str]) -> list[str | list[list[str]]]:
    """Lines and tables in order; a table is a run of rows whose cells end in a bar."""
    blocks: list[str | list[list[str]]] = []
    for line in lines:
        if not _ROW.fullmatch(line):
            blocks.append(line)
            continue
        cells = [cell.strip() for cell in line.strip().removesuffix("|").split("|")]
        if blocks and isinstance(blocks[-1], list):
            blocks[-1].append(cells)
        else:
            blocks.append([cells])
    return blocks


def _flow(path: Path, blocks: list[str | list[list[str]]]) -> Read:
    attributes: tuple[tuple[str, str, int | None], ...] = ()
    filled = [block for block in blocks if isinstance(block, list) or block.strip()]
    table = next((block for block in filled[:2] if isinstance(block, list)), None)
    if table is not None:
        attributes = header_table(table)
    if attributes:
        blocks = [block for block in blocks if block is not table]
    return flowed(path, tuple(_pieces(blocks)), attributes)


def _pieces(blocks: list[str | list[list[str]]]) -> Iterator[Piece]:
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, list):
            tables += 1
            yield from table_pieces(block, f"table {tables}")
            continue
        paragraphs += 1
        place = f"paragraph {paragraphs}"
        level = block.count(_LEVEL)
        text = block.replace(_LEVEL, "").replace(_SOFT, "\n").replace("\xad", "")
        if not text.strip():
            continue
        if level:
            yield heading(text, level, place)
        elif match := _BULLET.match(text):
            yield bullet(text[match.end() :], place)
        else:
            yield paragraph(text, place)
