"""Is a zip archive one that may be opened? What it says of itself is not believed: it is measured.

Word, OpenDocument and Excel files, house templates and REFI-QDA projects are all zip archives.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from typing import BinaryIO

LARGEST = 200 * 1024 * 1024
"""The most bytes that a document's parts may unpack to, all together."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OverflowError,
)
"""What opening and reading an archive raises where it is not a whole one."""

_RATIO, _RATIO_FROM = 200, 1024 * 1024
_CHUNK = 256 * 1024
# A directory takes some 100 bytes a part, and a document has a few hundred parts at most.
_LARGEST_LIST = 4 * 1024 * 1024
_END, _END_64, _LONGEST_REMARK = b"PK\x05\x06", b"PK\x06\x06", 65_535
_END_SIZE, _END_64_SIZE, _LOCATOR_SIZE = 22, 56, 20
_HEADER, _HEADER_SIZE = b"PK\x03\x04", 30
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_XML = (".xml", ".rels")
_MANIFEST = "META-INF/manifest.xml"
_LOCKED = re.compile(rb"encryption-data")


class Fault(StrEnum):
    """Why an archive must not be opened."""

    BROKEN = "broken"
    LOCKED = "locked"
    LARGE = "large"
    ENTITIES = "entities"


def fault(file: BinaryIO) -> Fault | None:
    """Why the parts of a document must not be read; None where they may be.

    Each part is unpacked once, a piece at a time, and let go: so a size that is told too small
    deceives nobody. OSError where the file cannot be read.
    """
    if many_parts(file):
        return Fault.LARGE
    try:
        with zipfile.ZipFile(file) as archive:
            return _fault(file, archive.infolist())
    except BROKEN:
        return Fault.BROKEN


def many_parts(file: BinaryIO) -> bool:
    """Whether the list of its parts is itself too long to be read: it takes far more in memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_REMARK - _END_SIZE - _LOCATOR_SIZE - _END_64_SIZE))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0:
        return False
    listed = int.from_bytes(tail[at + 12 : at + 16], "little")
    long = at - _LOCATOR_SIZE - _END_64_SIZE
    if long >= 0 and tail[long : long + 4] == _END_64:
        listed = int.from_bytes(tail[long + 40 : long + 48], "little")
    return listed > _LARGEST_LIST


def is_trap(part: zipfile.ZipInfo, unpacked: int) -> bool:
    """Whether so many bytes came out of a part as come out of no honest one."""
    return unpacked > _RATIO_FROM and unpacked > _RATIO * max(part.compress_size, 1)


def pieces(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """What a part really unpacks to, a piece at a time; one of BROKEN where it cannot be.

    `zipfile` itself unpacks a whole part in memory, and then cuts it to the size told.
    """
    file.seek(part.header_offset)
    header = file.read(_HEADER_SIZE)
    if len(header) < _HEADER_SIZE or not header.startswith(_HEADER):
        raise zipfile.BadZipFile
    file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    if part.compress_type == zipfile.ZIP_STORED:
        yield from _read(file, part.compress_size)
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflated(_read(file, part.compress_size))
    else:
        raise NotImplementedError


def _fault(file: BinaryIO, parts: list[zipfile.ZipInfo]) -> Fault | None:
    if found := _at_sight(parts):
        return found
    left = LARGEST
    for part in parts:
        unpacked, before = 0, b""
        for piece in pieces(file, part):
            unpacked += len(piece)
            if unpacked > left or is_trap(part, unpacked):
                return Fault.LARGE
            if found := _inside(part.filename, before + piece):
                return found
            before = piece[-64:]
        if unpacked != part.file_size:
            return Fault.BROKEN
        left -= unpacked
    return None


def _at_sight(parts: list[zipfile.ZipInfo]) -> Fault | None:
    """What the list of the parts tells by itself."""
    if any(part.flag_bits & 1 for part in parts):
        return Fault.LOCKED
    if not all(part.filename for part in parts):
        return Fault.BROKEN
    return Fault.LARGE if sum(part.file_size for part in parts) > LARGEST else None


def _inside(name: str, piece: bytes) -> Fault | None:
    """What a piece of a part tells: entities of its own, or that the rest is encrypted."""
    if not name.casefold().endswith(_XML):
        return None
    # XML in UTF-16 is plain XML with a NUL beside each letter.
    seen = piece.replace(b"\0", b"")
    if _ENTITY.search(seen):
        return Fault.ENTITIES
    return Fault.LOCKED if name == _MANIFEST and _LOCKED.search(seen) else None


def _read(file: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0:
        piece = file.read(min(size, _CHUNK))
        if not piece:
            raise EOFError
        size -= len(piece)
        yield piece


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    for piece in packed:
        rest = piece
        while rest and not unpacking.eof:
            yield unpacking.decompress(rest, _CHUNK)
            rest = unpacking.unconsumed_tail
    while not unpacking.eof:
        last = unpacking.decompress(b"", _CHUNK)
        if not last:
            raise EOFError
        yield last
