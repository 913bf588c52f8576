"""Bytes -> text: by byte order mark, else strict UTF-8, else Windows-1252; newlines become LF."""

import codecs
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sensecli.model import Problem

# UTF-32 LE begins with the mark of UTF-16 LE, so it is tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")
_MOST_CONTROL = 0.1
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's text is written: by which rule, behind a mark of so many bytes."""

    name: str
    mark: int = 0


def normalise(text: str) -> str:
    """The same text with every CRLF and CR made LF; nothing else changes."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(raw: bytes) -> str:
    """The text of `raw`, without its byte order mark and with LF newlines.

    UnicodeDecodeError where a mark announces an encoding that the rest does not keep to.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return normalise(raw[len(mark) :].decode(name))
    try:
        return normalise(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return normalise(raw.decode("cp1252", errors="replace"))


def read_text(path: Path) -> str | Problem:
    """The text of a plain text file, or why it is none; OSError where it cannot be opened."""
    raw = path.read_bytes()
    marked = any(raw.startswith(mark) for mark, _ in _MARKS)
    try:
        text = decode(raw)
    except UnicodeDecodeError as error:
        return _misannounced(path.name, error)
    if (b"\0" in raw and not marked) or _mostly_control(len(_CONTROL.findall(text)), len(text)):
        return _binary(path.name)
    if not text.strip():
        return empty(path)
    return text


def encoding_of(file: BinaryIO, name: str) -> Encoding | Problem:
    """By which encoding `decode` reads the file of that name, or why it is no text.

    The file is gone through from its start, a piece at a time.
    """
    found = announced(file)
    if found:
        try:
            return _checked(file, found, name, strict=True)
        except UnicodeDecodeError as error:
            return _misannounced(name, error)
    try:
        return _checked(file, Encoding("utf-8"), name, strict=True)
    except UnicodeDecodeError:
        return _checked(file, Encoding("cp1252"), name, strict=False)


def announced(file: BinaryIO) -> Encoding | None:
    """The encoding that a byte order mark at the file's start announces."""
    file.seek(0)
    start = file.read(4)
    return next((Encoding(of, len(mark)) for mark, of in _MARKS if start.startswith(mark)), None)


def _checked(file: BinaryIO, found: Encoding, name: str, *, strict: bool) -> Encoding | Problem:
    decoder = codecs.getincrementaldecoder(found.name)("strict" if strict else "replace")
    newlines = io.IncrementalNewlineDecoder(decoder, translate=True)
    file.seek(found.mark)
    control, length, filled = 0, 0, False
    piece = b"-"
    while piece:
        piece = file.read(_PIECE)
        if b"\0" in piece and not found.mark:
            return _binary(name)
        text = newlines.decode(piece, final=not piece)
        control += len(_CONTROL.findall(text))
        length += len(text)
        filled = filled or not (text.isspace() or not text)
    if _mostly_control(control, length):
        return _binary(name)
    return found if filled else empty(Path(name))


def _misannounced(name: str, error: UnicodeDecodeError) -> Problem:
    message = f"is not valid {error.encoding.upper()}, although its first bytes announce it"
    return Problem(name, None, message, "save it again as UTF-8")


def _binary(name: str) -> Problem:
    message = "is not a text file: it holds binary data"
    return Problem(name, None, message, "save the notes again as plain text in UTF-8")


def empty(path: Path) -> Problem:
    """The problem of a file with nothing in it."""
    return Problem(path.name, None, "is empty", "fill it in, or take it out of the folder")


def _mostly_control(control: int, length: int) -> bool:
    return control > _MOST_CONTROL * length
