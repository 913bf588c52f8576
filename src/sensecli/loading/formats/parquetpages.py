"""How large are the pages of a Parquet file once unpacked? Each says so itself, before its content.

The list at the end of the file may lie; the reader believes the pages, and so they are asked. Their
heads are in Thrift's compact protocol: https://github.com/apache/thrift/blob/master/doc/specs/
thrift-compact-protocol.md, with the fields of https://github.com/apache/parquet-format.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

_SHORT, _LONG = 4 * 1024, 1024 * 1024
_KIND, _UNPACKED, _PACKED = 1, 2, 3
_DICTIONARY = 2
# Where the heads of data pages, of either version, say how values are written.
_DETAILS, _PREFIXED = ((5, 2), (8, 4)), 7
_DEEPEST, _MOST_ITEMS = 8, 1_000


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its bytes once unpacked; whether its values may stand for many, longer ones."""

    unpacked: int
    multiplies: bool


def pages_of(file: BinaryIO, start: int, size: int) -> Iterator[Page]:
    """The pages of a column's stretch of a file; ValueError where there is something else.

    OSError where the file cannot be read.
    """
    end = start + size
    while start < end:
        head, length = _head(file, start)
        unpacked, packed = _size(head, _UNPACKED), _size(head, _PACKED)
        if start + length + packed > end:
            raise ValueError(start)
        # A dictionary's entry may come in any row, a prefix in any value behind it.
        details = ((head.get(at), field) for at, field in _DETAILS)
        encodings = [one.get(field) for one, field in details if isinstance(one, dict)]
        yield Page(unpacked, head.get(_KIND) == _DICTIONARY or _PREFIXED in encodings)
        start += length + packed


def _size(head: dict[int, Any], field: int) -> int:
    size = head.get(field)
    if not isinstance(size, int) or size < 0:
        raise ValueError(field)
    return size


def _head(file: BinaryIO, start: int) -> tuple[dict[int, Any], int]:
    """The head of the page that begins there, by field, and how many bytes it takes."""
    for longest in (_SHORT, _LONG):
        file.seek(start)
        compact = _Compact(file.read(longest))
        try:
            return compact.struct(), compact.at
        except IndexError:
            continue
    raise ValueError(start)


class _Compact:
    """Values of Thrift's compact protocol, read one after the other.

    IndexError where the bytes end too soon, ValueError where they are something else.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.at = 0

    def struct(self, depth: int = 0) -> dict[int, Any]:
        """The fields of a struct by their numbers."""
        if depth > _DEEPEST:
            raise ValueError(depth)
        found: dict[int, Any] = {}
        field = 0
        while head := self._byte():
            step, kind = head >> 4, head & 15
            field = field + step if step else self._signed()
            found[field] = self._value(kind, depth)
        return found

    def _value(self, kind: int, depth: int) -> Any:  # noqa: ANN401
        if kind in {1, 2}:
            return kind == 1
        if kind in {4, 5, 6}:
            return self._signed()
        if kind == 12:  # noqa: PLR2004 - a struct, in the protocol's own numbers
            return self.struct(depth + 1)
        if kind in {9, 10}:
            return self._list(depth)
        lengths = {3: lambda: 1, 7: lambda: 8, 8: self._unsigned}
        if kind not in lengths:
            raise ValueError(kind)
        length = lengths[kind]()
        self.at += length
        # What lies beyond the end shows with the next byte, at the latest the struct's last.
        return None

    def _list(self, depth: int) -> list[Any]:
        head = self._byte()
        count = head >> 4 if head >> 4 < 15 else self._unsigned()  # noqa: PLR2004
        if count > _MOST_ITEMS or depth > _DEEPEST:
            raise ValueError(count)
        kind = head & 15
        # In a list, a truth value is a byte of its own.
        return [self._value(3 if kind in {1, 2} else kind, depth + 1) for _ in range(count)]

    def _byte(self) -> int:
        byte = self._content[self.at]
        self.at += 1
        return byte

    def _unsigned(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:  # noqa: PLR2004 - the last byte of a number
                return value
            shift += 7
            if shift > 63:  # noqa: PLR2004
                raise ValueError(value)

    def _signed(self) -> int:
        value = self._unsigned()
        return (value >> 1) ^ -(value & 1)
