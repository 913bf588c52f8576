"""Paragraphs, bullets, headings and table rows -> one text with places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sensecli.loading.formats.document import Document, Read, refused
from sensecli.loading.formats.encoding import empty, normalise
from sensecli.loading.formats.header import is_title, key_block, read_header
from sensecli.model import Place

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, heading, bullet or table row; `tight` pieces stand on lines below each other.

    Any other two pieces have an empty line between them, so that each is a block.
    """

    text: str
    place: str = ""
    tight: bool = False


def paragraph(text: str, place: str = "") -> Piece:
    """A paragraph; line breaks inside it stay."""
    lines = (line.strip() for line in text.split("\n"))
    return Piece("\n".join(line for line in lines if line), place)


def heading(text: str, level: int, place: str = "") -> Piece:
    """A heading, marked as in Markdown; levels run from 1 to 6."""
    marks = "#" * min(max(level, 1), _DEEPEST)
    return Piece(f"{marks} {' '.join(text.split())}", place)


def bullet(text: str, place: str = "") -> Piece:
    """A list item; its further lines are indented so that they stay part of it."""
    lines = [line.strip() for line in text.split("\n")]
    return Piece("- " + "\n  ".join(line for line in lines if line), place, tight=True)


def lay_out(pieces: Sequence[Piece]) -> tuple[str, tuple[Place, ...]]:
    """The text of all pieces in order, and where each piece begins in it."""
    text: list[str] = []
    places: list[Place] = []
    offset = 0
    before: Piece | None = None
    for piece in _tighten_header(pieces):
        if before is not None:
            text.append("\n" if before.tight and piece.tight else "\n\n")
            offset += len(text[-1])
        if piece.place:
            places.append(Place(offset, piece.place))
        text.append(piece.text)
        offset += len(piece.text)
        before = piece
    return "".join(text), tuple(places)


def flowed(
    path: Path, pieces: Sequence[Piece], attributes: Sequence[tuple[str, str, int | None]] = ()
) -> Read:
    """The document that `pieces` make up; `attributes` are those found in a header table."""
    filled = (piece for piece in pieces if piece.text.strip())
    text, places = lay_out([replace(piece, text=normalise(piece.text)) for piece in filled])
    if not text:
        return refused(empty(path))
    header = read_header(text, path.name, lines=False)
    found = (*attributes, *header.attributes)
    return (Document(text, found, places, header.body),), header.problems


def _tighten_header(pieces: Sequence[Piece]) -> list[Piece]:
    """Leading paragraphs that are one `Key: value` each belong together as one block."""
    start = 1 if pieces and is_title(_one_line(pieces[0])) else 0
    length = len(key_block([_one_line(piece) for piece in pieces[start:]], loose=True))
    block = [replace(piece, tight=True) for piece in pieces[start : start + length]]
    rest = [*pieces[start + length :]]
    if block and rest and rest[0].tight:
        block[-1] = replace(block[-1], text=f"{block[-1].text}\n")
    return [*pieces[:start], *block, *rest]


def _one_line(piece: Piece) -> str:
    return "" if "\n" in piece.text else piece.text
