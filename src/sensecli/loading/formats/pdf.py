"""PDF: the text layer, page by page, its wrapped lines joined, by way of pypdf."""

import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.loading.formats.document import Document, Read, refused
from sensecli.loading.formats.furniture import without_furniture
from sensecli.loading.formats.header import read_header, tighten_block
from sensecli.loading.formats.wrapping import join, join_wrapped, runs_on
from sensecli.model import Place, Problem

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_BULLET = re.compile(r"^[ \t]*[\uf0b7\uf0a7\uf0d8\uf076\x7f●▪][ \t]*")
_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\x00": None, "\r": "\n"}
)
# A step between lines this much wider than the usual one parts two paragraphs.
_PARTING, _USUAL, _SMALLEST_STEP = 1.25, 0.25, 4.0


def read_pdf(path: Path) -> Read:
    """The one document of a .pdf file; places are pages."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        with _quiet(), path.open("rb") as file:
            reader = PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                return refused(_locked(path))
            pages, pictures = _pages(reader)
    except (DependencyError, FileNotDecryptedError, NotImplementedError):
        message = "is encrypted in a way that cannot be read here"
        return refused(Problem(path.name, None, message, "print it to PDF again, or copy its text"))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - pypdf: a broken file can raise anything
        message = f"is not a PDF that can be read ({type(error).__name__})"
        return refused(Problem(path.name, None, message, "open it and print it to PDF again"))
    if not any(line.strip() for page in pages for line in page):
        message = "holds no text: its pages are pictures, as from a scanner"
        hint = "run text recognition on it (such as ocrmypdf), or save the notes as text"
        return refused(Problem(path.name, None, message, hint))
    joined = [join_wrapped(page) for page in without_furniture(pages)]
    text, places = _join_pages([tighten_block(joined[0]), *joined[1:]])
    header = read_header(text, path.name, lines=False)
    missing = _missing(path, pictures)
    return (Document(text, header.attributes, places, header.body),), (*header.problems, *missing)


def _locked(path: Path) -> Problem:
    message = "is protected by a password"
    return Problem(path.name, None, message, "save a copy of it without one")


def _missing(path: Path, pictures: Sequence[int]) -> tuple[Problem, ...]:
    if not pictures:
        return ()
    pages = ", ".join(str(number) for number in pictures)
    message = f"holds pictures and no text on page {pages}; the other pages were read"
    hint = "run text recognition on it (such as ocrmypdf), or type those pages out"
    return (Problem(path.name, None, message, hint),)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf's remarks on slightly broken files off the screen."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _pages(reader: "PdfReader") -> tuple[list[list[str]], list[int]]:
    """The lines of each page, and the numbers of pages that hold pictures and no text."""
    pages: list[list[str]] = []
    pictures: list[int] = []
    for number, page in enumerate(reader.pages, start=1):
        lines = _lines(page)
        if not any(line.strip() for line in lines) and _has_picture(page):
            pictures.append(number)
        pages.append(lines)
    return pages, pictures


def _has_picture(page: "PageObject") -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    if objects is None:
        return False
    found = (item.get_object() for item in objects.get_object().values())
    return any(item.get("/Subtype") == "/Image" for item in found)


def _lines(page: "PageObject") -> list[str]:
    """The page's lines as drawn, a blank one where a wider step parts two paragraphs."""
    drawn: list[tuple[str, float]] = []

    def draw(
        text: str, cm: Sequence[float], tm: Sequence[float], _font: object, _size: float
    ) -> None:
        drawn.append((text, tm[4] * cm[1] + tm[5] * cm[3] + cm[5]))

    text = page.extract_text(visitor_text=draw).translate(_LETTERS)
    rows = [_BULLET.sub("• ", row, count=1) for row in text.split("\n")]
    heights = _heights([(piece.translate(_LETTERS), height) for piece, height in drawn])
    if len(heights) != len(rows):
        return rows
    steps = [above - below for above, below in pairwise(heights)]
    usual = sorted(step for step in steps if step >= _SMALLEST_STEP)
    if not usual:
        return rows
    widest = usual[int(len(usual) * _USUAL)] * _PARTING
    parted = rows[:1]
    for row, step in zip(rows[1:], steps, strict=True):
        if step > widest or step < -_SMALLEST_STEP:
            parted.append("")
        parted.append(row)
    return parted


def _heights(drawn: Sequence[tuple[str, float]]) -> list[float]:
    """How high on the page each line of the drawn text stands, by its first visible piece."""
    heights: list[float] = []
    current: float | None = None
    for text, height in drawn:
        for number, part in enumerate(text.split("\n")):
            if number:
                heights.append(height if current is None else current)
                current = None
            if part.strip() and current is None:
                current = height
    last = drawn[-1][1] if drawn else 0.0
    return [*heights, last if current is None else current]


def _join_pages(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[Place, ...]]:
    """Pages with a blank line between them, or none where a sentence runs on into the next."""
    text = ""
    places: list[Place] = []
    for number, lines in enumerate(pages, start=1):
        page = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        if not page:
            continue
        last = text.rpartition("\n")[2]
        if text and page[0].islower() and runs_on(last, page, len(last)):
            before = len(text)
            text = join(text, page, text)
            places.append(Place(before, f"page {number}"))
        else:
            text += "\n\n" if text else ""
            places.append(Place(len(text), f"page {number}"))
            text += page
    return text, tuple(places)
