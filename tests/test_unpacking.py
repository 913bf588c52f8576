"""An archive is judged by what really comes out of it."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.unpacking import BROKEN, Fault, fault, many_parts, pieces
from tests.hostile.packed import LAUGHS, a_zip, locked, many, nameless, overlong_list, zeros


def _fault(content: bytes) -> Fault | None:
    return fault(io.BytesIO(content))


@given(st.dictionaries(st.text(st.characters(codec="ascii"), min_size=1), st.binary(max_size=99)))
def test_an_honest_archive_has_no_fault(parts: dict[str, bytes]) -> None:
    assert (
        _fault(
            a_zip({f"a{at}{name}.bin": content for at, (name, content) in enumerate(parts.items())})
        )
        is None
    )


@given(st.binary(max_size=5_000), st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_the_pieces_are_the_whole_part(content: bytes, method: int) -> None:
    opened = io.BytesIO()
    with zipfile.ZipFile(opened, "w", method) as archive:
        archive.writestr("a", content)
    with zipfile.ZipFile(opened) as archive:
        assert b"".join(pieces(opened, archive.getinfo("a"))) == content


@given(st.binary(max_size=2_000))
def test_no_bytes_whatever_raise_an_error(content: bytes) -> None:
    assert _fault(content) is not None
    assert _fault(b"PK\x03\x04" + content) is not None


@given(st.data())
def test_a_spoiled_archive_is_judged_without_an_error(data: st.DataObject) -> None:
    content = bytearray(a_zip({"a.xml": b"trust" * 50, "b": b"c"}))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    _fault(bytes(content))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (zeros("a", 300), Fault.LARGE),
        (zeros("a", 300, told=100), Fault.LARGE),
        (zeros("a", 1, told=100), Fault.BROKEN),
        (many(100_000), Fault.LARGE),
        (overlong_list(5_000_000), Fault.LARGE),
        (locked(a_zip({"a": b"b"})), Fault.LOCKED),
        (a_zip({"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), Fault.LOCKED),
        (a_zip({"a.xml": LAUGHS}), Fault.ENTITIES),
        (a_zip({"a.xml": LAUGHS.encode("utf-16")}), Fault.ENTITIES),
        (a_zip({"a.xml": b" " * (256 * 1024 - 4) + LAUGHS.encode()}), Fault.ENTITIES),
        (a_zip({"a.svg": LAUGHS}), None),
        (nameless(a_zip({"a": b"b"})), Fault.BROKEN),
    ],
)
def test_each_fault_is_found(content: bytes, expected: Fault | None) -> None:
    assert _fault(content) == expected


def test_a_list_told_in_64_bits_is_found_too() -> None:
    end_64 = b"PK\x06\x06" + bytes(36) + (10**9).to_bytes(8, "little") + bytes(8)
    content = bytes(100) + end_64 + b"PK\x06\x07" + bytes(16) + b"PK\x05\x06" + bytes(18)
    assert many_parts(io.BytesIO(content))


def test_a_part_that_ends_too_early_is_broken() -> None:
    content = io.BytesIO(a_zip({"a": b"trust" * 100}))
    with zipfile.ZipFile(content) as archive:
        part = archive.getinfo("a")
    part.compress_size -= 2
    with pytest.raises(BROKEN):
        list(pieces(content, part))
