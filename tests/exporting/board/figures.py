"""The figures of a board's report, read back out of each of its four forms."""

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from pptx import Presentation

Row = tuple[str, ...]
Grid = list[Row]


def tables(report: Path) -> list[Grid]:
    """Every table of the report, as rows of text, its header first."""
    return {".md": _markdown, ".html": _html, ".docx": _docx, ".pptx": _pptx}[report.suffix](report)


def figures(report: Path) -> dict[str, list[tuple[Row, Grid]]]:
    """The rows of each kind of table by the header's first cell; parts of one table are joined."""
    found: dict[str, list[tuple[Row, Grid]]] = {}
    for header, *rows in tables(report):
        held = found.setdefault(header[0], [])
        if held and header[0] != "Group":
            held[0][1].extend(rows)
        else:
            held.append((header, rows))
    return found


def count(cell: str) -> int | None:
    """A cell's count, without what it is out of, None where it is hidden."""
    return None if cell == "hidden" else int(cell.split(maxsplit=1)[0])


def raw(report: Path) -> bytes:
    """Everything that the file holds, the parts of an archive opened."""
    return raw_content(report.read_bytes())


def raw_content(content: bytes) -> bytes:
    """The same of a file's content: names of parts, and each part with and without its tags.

    Without them no word hides between two runs of text.
    """
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as archive:
        parts = [(name.encode(), archive.read(name)) for name in archive.namelist()]
    return b"\n".join(
        held for name, part in parts for held in (name, part, re.sub(rb"<[^>]*>", b"", part))
    )


def _markdown(report: Path) -> list[Grid]:
    blocks = re.findall(r"(?:^\|.*\n)+", report.read_text("utf-8"), re.MULTILINE)
    found = []
    for block in blocks:
        rows = [
            tuple(cell.strip().replace("\\", "") for cell in line.strip("|").split(" | "))
            for line in block.splitlines()
        ]
        found.append([rows[0], *rows[2:]])
    return found


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[list[str]]] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag == "table":
            self.found.append([])
        elif tag == "tr":
            self.found[-1].append([])
        elif tag in {"th", "td"}:
            self.found[-1][-1].append("")
            self.within = True

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag not in {"th", "td"}

    def handle_data(self, data: str) -> None:
        if self.within:
            self.found[-1][-1][-1] += data


def _html(report: Path) -> list[Grid]:
    parser = _Tables()
    parser.feed(report.read_text("utf-8"))
    return [[tuple(row) for row in table] for table in parser.found]


def _docx(report: Path) -> list[Grid]:
    document = Document(str(report))
    return [[tuple(c.text for c in row.cells) for row in one.rows] for one in document.tables]


def _pptx(report: Path) -> list[Grid]:
    shapes = [shape for slide in Presentation(str(report)).slides for shape in slide.shapes]
    return [
        [tuple(cell.text for cell in row.cells) for row in shape.table.rows]
        for shape in shapes
        if shape.has_table
    ]
