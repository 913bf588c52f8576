"""Tables in a Word document or a Markdown text, each with the heading that it stands under."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sensecli.loading.formats.encoding import read_text
from sensecli.loading.formats.word import BLOCKS, cell_text, paragraph_text, tag_of
from sensecli.loading.register.lines import Line, Table
from sensecli.model import Problem

# python-docx types its XML elements no further than this.
Element = Any

_ROWS = "./w:tr | ./w:sdt/w:sdtContent/w:tr"
_CELLS = "./w:tc | ./w:sdt/w:sdtContent/w:tc"
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__|~~|`)(?P<inside>.+?)\1")
_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\([^)]*\)")


def word_tables(path: Path) -> tuple[Table, ...] | Problem:
    """The tables of a .docx file, by number; OSError if the file cannot be opened."""
    import docx

    try:
        document = docx.Document(str(path))
        styles = {one.style_id: (one.name or "").casefold() for one in document.styles}
        return tuple(_tables(path.name, document.element.body.xpath(BLOCKS), styles))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file can raise anything in there
        message = f"is not a Word document that can be read ({type(error).__name__})"
        return Problem(path.name, None, message, "open it in Word and save it again")


def markdown_tables(path: Path) -> tuple[Table, ...] | Problem:
    """The tables of a .md file; their rows are its lines. OSError if it cannot be opened."""
    text = read_text(path)
    return text if isinstance(text, Problem) else tuple(_markdown(path.name, text.split("\n")))


def _tables(file: str, blocks: list[Element], styles: dict[str, str]) -> Iterator[Table]:
    heading, number = "", 0
    for block in blocks:
        if tag_of(block) == "tbl":
            number += 1
            yield Table(file, f"table {number}", tuple(_lines(block)), heading)
        elif styles.get(block.style or "", "").startswith("heading"):
            heading = " ".join(paragraph_text(block).split()) or heading


def _lines(table: Element) -> Iterator[Line]:
    above: tuple[str, ...] = ()
    for number, row in enumerate(table.xpath(_ROWS), start=1):
        cells: list[str] = [""] * _number(row, "./w:trPr/w:gridBefore/@w:val", 0)
        merged: set[int] = set()
        wide = False
        for cell in row.xpath(_CELLS):
            span = _number(cell, "./w:tcPr/w:gridSpan/@w:val", 1)
            wide = wide or span > 1
            column = len(cells)
            if cell.xpath("./w:tcPr/w:vMerge[not(@w:val) or @w:val='continue']"):
                merged.add(column)
                cells.append(above[column] if column < len(above) else "")
            else:
                cells.append(cell_text(cell))
            cells += [""] * (min(span, 100) - 1)
        above = tuple(cells)
        yield Line(number, number, above, merged=frozenset(merged), wide=wide)


def _number(element: Element, path: str, default: int) -> int:
    found = element.xpath(path)
    return int(found[0]) if found and str(found[0]).isdecimal() else default


def _markdown(file: str, rows: Sequence[str]) -> Iterator[Table]:
    heading, fenced, start = "", False, 0
    rules = [number for number, row in enumerate(rows) if "|" in row and _RULE.fullmatch(row)]
    number_of = 0
    for number, row in enumerate(rows):
        if _FENCE.match(row):
            fenced = not fenced
        if fenced or number < start:
            continue
        if found := _HEADING.fullmatch(row):
            heading = _plain(found["text"])
        if number + 1 in rules and "|" in row:
            end = next((n for n in range(number, len(rows)) if "|" not in rows[n]), len(rows))
            lines = [n for n in range(number, end) if n != number + 1]
            number_of += 1
            made = tuple(Line(n + 1, n + 1, _cells(rows[n])) for n in lines)
            name = f"table {number_of}" if len(rules) > 1 else ""
            yield Table(file, name, made, heading, row="line")
            start = end


def _cells(row: str) -> tuple[str, ...]:
    inside = row.strip().removeprefix("|")
    inside = re.sub(r"(?<!\\)\|$", "", inside)
    return tuple(_plain(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", inside))


def _plain(cell: str) -> str:
    """A cell's words without the marks of Markdown."""
    text = _LINK.sub(r"\g<text>", _BREAK.sub("\n", cell))
    return _EMPHASIS.sub(r"\g<inside>", text).strip()
