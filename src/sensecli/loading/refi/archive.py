"""A .qdpx file -> its parts, read within limits and never unpacked to disk."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sensecli.loading.formats.guard import unreadable
from sensecli.model import Problem
from sensecli.unpacking import BROKEN, is_trap, many_parts, pieces

LARGEST = 100 * 1024 * 1024
"""The most bytes that one part may unpack to."""

_MOST_PARTS, _MOST_IN_ALL = 20_000, 400 * 1024 * 1024
_AGAIN = "export the project again as REFI-QDA (.qdpx)"


@dataclass(frozen=True, slots=True)
class Archive:
    """The project's XML, and the bytes of each text by its name in small letters, no folder."""

    project: bytes
    texts: dict[str, bytes]
    problems: tuple[Problem, ...] = ()


def open_archive(path: Path) -> Archive | Problem:
    """The parts of a project that hold text, or why it cannot be read."""
    try:
        if path.exists() and not path.is_file():
            return Problem(path.name, None, "cannot be read: it is not a file", _AGAIN)
        with path.open("rb") as file:
            if many_parts(file):
                return _many(path.name)
            with zipfile.ZipFile(file) as archive:
                return _read(file, archive.infolist(), path.name)
    except OSError as error:
        return unreadable(path, error)
    except BROKEN:
        return Problem(path.name, None, "is broken: not a whole REFI-QDA project", _AGAIN)


def _read(opened: BinaryIO, parts: list[zipfile.ZipInfo], file: str) -> Archive | Problem:
    # Not by is_dir(), which fails where a part has no name.
    parts = [part for part in parts if not part.filename.endswith("/")]
    if any(part.flag_bits & 1 for part in parts):
        return Problem(file, None, "is protected by a password", "export it without one")
    if len(parts) > _MOST_PARTS:
        return _many(file)
    inner = _inner(parts)
    if isinstance(inner, str):
        return Problem(file, None, inner, _AGAIN)
    project = _bounded(opened, inner, LARGEST)
    if project is None:
        return _too_large(file, inner.filename)
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    left = _MOST_IN_ALL
    for part in parts:
        name = _bare(part.filename)
        if not name.endswith(".txt") or name in texts:
            continue
        content = _bounded(opened, part, min(left, LARGEST))
        if content is None:
            problems.append(_too_large(file, part.filename))
            continue
        texts[name] = content
        left -= len(content)
    return Archive(project, texts, tuple(problems))


def _inner(parts: list[zipfile.ZipInfo]) -> zipfile.ZipInfo | str:
    """The project's XML: `project.qde`, else the only .qde (ATLAS.ti names it as the project)."""
    found = [part for part in parts if _bare(part.filename).endswith(".qde")]
    named = [part for part in found if _bare(part.filename) == "project.qde"]
    if len(named or found) == 1:
        return (named or found)[0]
    return "holds several projects (.qde)" if found else "holds no project (.qde)"


def _bounded(opened: BinaryIO, part: zipfile.ZipInfo, most: int) -> bytes | None:
    """The bytes of a part; None where they are more than any text, or packed as a trap is."""
    if part.file_size > most or is_trap(part, part.file_size):
        return None
    found = bytearray()
    for piece in pieces(opened, part):
        found += piece
        if len(found) > most or is_trap(part, len(found)):
            return None
    if len(found) != part.file_size or zlib.crc32(found) != part.CRC:
        raise zipfile.BadZipFile
    return bytes(found)


def _bare(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].casefold()


def _too_large(file: str, part: str) -> Problem:
    message = f'"{part}" in it is not read: unpacked it would be far larger than any text'
    return Problem(file, None, message, "export the project without it")


def _many(file: str) -> Problem:
    return Problem(file, None, f"has more than {_MOST_PARTS:,} files in it", _AGAIN)
