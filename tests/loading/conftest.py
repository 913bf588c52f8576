"""Builders: each writes one file into a folder of its own by the real library of its format."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from sensecli.loading.folder import Loaded, load_interviews
from sensecli.loading.formats.document import Document
from sensecli.loading.formats.registry import read_file
from sensecli.model import Problem

TALK = "We agreed to pilot the huddles in March. Nobody has started."

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write one file of text (UTF-8, newlines as given) or bytes into the test's folder."""

    def build(name: str, content: str | bytes = TALK) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return build


@pytest.fixture
def load(tmp_path: Path) -> Callable[[], Loaded]:
    """Load the test's folder."""
    return lambda: load_interviews(tmp_path)


@pytest.fixture
def only() -> Callable[[Path], Document]:
    """The one document of a file that has nothing wrong with it."""

    def read(path: Path) -> Document:
        documents, problems = read_file(path)
        assert problems == ()
        assert len(documents) == 1
        return documents[0]

    return read


@pytest.fixture
def problem() -> Callable[[Path], Problem]:
    """The one problem of a file of which nothing is used."""

    def read(path: Path) -> Problem:
        documents, problems = read_file(path)
        assert documents == ()
        assert len(problems) == 1
        return problems[0]

    return read


@pytest.fixture
def word(tmp_path: Path) -> Callable[..., Path]:
    """A .docx of (style, text) paragraphs and of tables, which are lists of rows."""

    def build(*blocks: tuple[str, str] | list[list[str]], name: str = "notes.docx") -> Path:
        import docx

        document = docx.Document()
        for block in blocks:
            if isinstance(block, list):
                table = document.add_table(rows=len(block), cols=len(block[0]))
                for row, cells in zip(table.rows, block, strict=True):
                    for cell, text in zip(row.cells, cells, strict=True):
                        cell.text = text
            else:
                document.add_paragraph(block[1], style=block[0])
        path = tmp_path / name
        document.save(str(path))
        return path

    return build


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[..., Path]:
    """A .pdf by reportlab: paragraphs set in columns, each page with the same head and foot."""

    def build(
        *paragraphs: str, name: str = "notes.pdf", head: str = "", password: str = ""
    ) -> Path:
        from reportlab.lib.styles import getSampleStyleSheet
        from reportlab.platypus import Paragraph, SimpleDocTemplate

        def furnish(canvas: Any, document: Any) -> None:
            canvas.drawString(72, 800, head)
            canvas.drawString(280, 30, f"Page {document.page}")

        style = getSampleStyleSheet()["BodyText"]
        path = tmp_path / name
        template = SimpleDocTemplate(str(path), encrypt=password or None, invariant=1)
        flow = [Paragraph(text, style) for text in paragraphs]
        template.build(flow, onFirstPage=furnish, onLaterPages=furnish)
        return path

    return build


@pytest.fixture
def lines_pdf(tmp_path: Path) -> Callable[..., Path]:
    """A .pdf whose lines are drawn where the test says, page by page."""

    def build(*pages: Sequence[str], name: str = "lines.pdf") -> Path:
        from reportlab.pdfgen.canvas import Canvas

        path = tmp_path / name
        canvas = Canvas(str(path), invariant=1)
        for lines in pages:
            for number, line in enumerate(lines):
                if line:
                    canvas.drawString(72, 760 - 14 * number, line)
            canvas.showPage()
        canvas.save()
        return path

    return build


@pytest.fixture
def scan(tmp_path: Path) -> Callable[..., Path]:
    """A .pdf of pictures only, with text on further pages where the test gives any."""

    def build(*texts: str, name: str = "scan.pdf") -> Path:
        from PIL import Image
        from reportlab.lib.utils import ImageReader
        from reportlab.pdfgen.canvas import Canvas

        path = tmp_path / name
        canvas = Canvas(str(path), invariant=1)
        canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), 72, 400)
        canvas.showPage()
        for text in texts:
            canvas.drawString(72, 760, text)
            canvas.showPage()
        canvas.save()
        return path

    return build


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """An .xlsx with one worksheet for each list of rows."""

    def build(*sheets: list[list[object]], name: str = "interviews.xlsx") -> Path:
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.worksheets[0])
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        path = tmp_path / name
        book.save(path)
        book.close()
        return path

    return build
