"""Bytes -> text: by byte order mark, else strict UTF-8, else Windows-1252; newlines become LF."""

import codecs
import re
from pathlib import Path

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
        message = f"is not valid {error.encoding.upper()}, although its first bytes announce it"
        return Problem(path.name, None, message, "save it again as UTF-8")
    if (b"\0" in raw and not marked) or _mostly_control(text):
        message = "is not a text file: it holds binary data"
        return Problem(path.name, None, message, "save the notes again as plain text in UTF-8")
    if not text.strip():
        return empty(path)
    return text


def empty(path: Path) -> Problem:
    """The problem of a file with nothing in it."""
    return Problem(path.name, None, "is empty", "fill it in, or take it out of the folder")


def _mostly_control(text: str) -> bool:
    return len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text)
