import struct
import zlib

from sensecli.exporting.pictures.packing import packed


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(lines: list[bytes], *, width: int) -> bytes:
    """An RGBA picture of those lines, each with its filter in front."""
    header = struct.pack(">IIBBBBB", width, len(lines), 8, 6, 0, 0, 0)
    data = zlib.compress(b"".join(lines))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", data)
        + _chunk(b"IEND", b"")
    )


def _parts(image: bytes) -> dict[bytes, bytes]:
    found, at = {}, 8
    while at < len(image):
        length, kind = struct.unpack(">I4s", image[at : at + 8])
        found[kind] = image[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def test_every_pixel_keeps_its_colour() -> None:
    red, blue = b"\xff\x00\x00\xff", b"\x00\x00\xff\xff"
    change = bytes((b - a) % 256 for a, b in zip(red, blue, strict=True))

    parts = _parts(packed(_png([b"\x00" + red + blue, b"\x01" + red + change], width=2)))

    colours, lines = parts[b"PLTE"], zlib.decompress(parts[b"IDAT"])
    assert colours == b"\x00\x00\xff" + b"\xff\x00\x00"
    assert lines == b"\x00\x01\x00" * 2


def test_a_picture_that_can_be_seen_through_stays_as_it_is() -> None:
    image = _png([b"\x00" + b"\x01\x02\x03\x80"], width=1)

    assert packed(image) == image


def test_a_line_that_builds_on_the_one_above_stays_as_it_is() -> None:
    image = _png([b"\x02" + b"\x01\x02\x03\xff"], width=1)

    assert packed(image) == image


def test_many_colours_are_kept_without_an_index() -> None:
    pixels = b"".join(bytes((at % 256, at // 256, 0, 255)) for at in range(300))

    parts = _parts(packed(_png([b"\x00" + pixels], width=300)))

    assert b"PLTE" not in parts
    assert zlib.decompress(parts[b"IDAT"])[1:] == b"".join(
        bytes((at % 256, at // 256, 0)) for at in range(300)
    )
