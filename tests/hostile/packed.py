"""Zip archives that lie, swell or are locked, made without ever holding what they unpack to."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tests.hostile.case import Make

MEGABYTE = 1024 * 1024
Parts = Mapping[str, str | bytes]

DOCUMENT = (
    '<?xml version="1.0"?>{dtd}<w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:body>'
    "</w:document>"
)
CONTENT = (
    '<?xml version="1.0"?>{dtd}<office:document-content xmlns:office="urn:oasis:names:tc:'
    'opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'office:version="1.2"><office:body><office:text>{said}</office:text></office:body>'
    "</office:document-content>"
)
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha ha ha ha ha ha ha ha ha">'
    + "".join(
        f'<!ENTITY {now} "{f"&{before};" * 10}">'
        for before, now in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.'
    '{kind}.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="{part}"/></Relationships>'
)


def a_docx(document: str | bytes, **more: str | bytes) -> bytes:
    """A .docx of that main part and more parts ("/" written as "__")."""
    parts = {
        "[Content_Types].xml": _TYPES.format(
            part="word/document.xml", kind="wordprocessingml.document"
        ),
        "_rels/.rels": _RELATIONS.format(part="word/document.xml"),
        "word/document.xml": document,
        **{name.replace("__", "/"): content for name, content in more.items()},
    }
    return a_zip(parts)


def an_odt(content: str | bytes, **more: str | bytes) -> bytes:
    """An .odt of that content."""
    media = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    parts = {"mimetype": media, "META-INF/manifest.xml": manifest, "content.xml": content, **more}
    return a_zip(parts)


def an_xlsx(rows: str | bytes) -> bytes:
    """An .xlsx of one worksheet, with those rows as XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    inside = rows.encode() if isinstance(rows, str) else rows
    sheet = f'<worksheet xmlns="{main}"><sheetData>ROWS</sheetData></worksheet>'
    return a_zip(
        {
            "[Content_Types].xml": _TYPES.format(
                part="xl/workbook.xml", kind="spreadsheetml.sheet"
            ),
            "_rels/.rels": _RELATIONS.format(part="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": sheet.encode().replace(b"ROWS", inside),
        }
    )


def a_zip(parts: Parts) -> bytes:
    """An archive of those parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def zeros(name: str, megabytes: int, *, told: int | None = None) -> bytes:
    """An archive of one part that unpacks to so many zeros, and says that it is `told` bytes."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    # Flushed whole, a packed megabyte can stand any number of times.
    block = packing.compress(bytes(MEGABYTE)) + packing.flush(zlib.Z_FULL_FLUSH)
    packed = block * megabytes + packing.flush()
    shown = megabytes * MEGABYTE if told is None else told
    return _written(((name, packed, shown, zlib.crc32(bytes(told or 0))),))


def many(count: int) -> bytes:
    """An archive of so many empty parts."""
    return _written((f"part-{number:07d}.xml", b"\x03\x00", 0, 0) for number in range(count))


def overlong_list(size: int) -> bytes:
    """An archive whose directory is so many bytes long, by what its end tells."""
    return b"PK\x01\x02" + bytes(size) + _end(1, size, 0)


def locked(content: bytes) -> bytes:
    """The archive with each part marked as encrypted."""
    marked = bytearray(content)
    at = marked.find(b"PK\x01\x02")
    while at >= 0:
        marked[at + 8] |= 1
        at = marked.find(b"PK\x01\x02", at + 4)
    return bytes(marked)


def nameless(content: bytes) -> bytes:
    """The archive with a NUL at the start of each part's name: what is read of it is empty."""
    marked = bytearray(content)
    for sign, at_name in ((b"PK\x03\x04", 30), (b"PK\x01\x02", 46)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + at_name] = 0
            at = marked.find(sign, at + 4)
    return bytes(marked)


def _written(parts: Iterable[tuple[str, bytes, int, int]]) -> bytes:
    """(name, packed bytes, size told, check sum) of each part -> an archive of deflated parts."""
    body, listed, count = bytearray(), bytearray(), 0
    for name, packed, size, check in parts:
        told = struct.pack("<HHHHIII", 0, 8, 0, 0x21, check, len(packed), size & 0xFFFFFFFF)
        named = name.encode()
        listed += b"PK\x01\x02" + struct.pack("<HH", 20, 20) + told
        listed += struct.pack("<HHHHHII", len(named), 0, 0, 0, 0, 0, len(body)) + named
        body += b"PK\x03\x04" + struct.pack("<H", 20) + told
        body += struct.pack("<HH", len(named), 0) + named + packed
        count += 1
    return bytes(body) + bytes(listed) + _end(count, len(listed), len(body))


def _end(count: int, size: int, start: int) -> bytes:
    shown = min(count, 0xFFFF)
    return b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, shown, shown, size, start, 0)


def tenths(content: bytes) -> Iterator[bytes]:
    """The content cut off at each tenth of its length."""
    for tenth in range(1, 10):
        yield content[: len(content) * tenth // 10]


def lazy(name: str, made: Callable[..., bytes], *values: object, **settled: object) -> Make:
    """Made only when the case runs: some of these take a second."""

    def make(folder: Path) -> None:
        (folder / name).write_bytes(made(*values, **settled))

    return make
