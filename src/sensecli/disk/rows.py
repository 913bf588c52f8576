"""The rows of a store: all that is asked of SQLite, each a step that may raise `sqlite3.Error`.

A rollback journal, no write-ahead log: homes lie on network disks, where the shared memory of a log
does not work, and a log is written to by those who only read. Nothing is forced to the disk: that
loses nothing when a process is killed, and what a power cut damages is known by the checksums.
"""

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Connection

# "sens": by it a base of ours is told from any other.
_OURS = 0x73656E73
# What was used when lies apart from the values: to note a day must not rewrite them.
_TABLES = (
    """CREATE TABLE IF NOT EXISTS entry (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key BLOB NOT NULL, day INTEGER NOT NULL,
        UNIQUE (kind, key))""",
    "CREATE INDEX IF NOT EXISTS entry_day ON entry (day)",
    """CREATE TABLE IF NOT EXISTS content (
        id INTEGER PRIMARY KEY, sum BLOB NOT NULL, packed BLOB NOT NULL)""",
)
# Larger than any one transaction, which would otherwise shut out the readers before its end.
_PAGES_IN_MEMORY_KB = 16_000
# As many in a query are as fast as thousands; older SQLite takes 999.
CHUNK = 250
_STEP = 1000
_LEVEL = 1


class DamagedError(Exception):
    """A file that is not what we wrote."""


class Trouble(Enum):
    """What is the matter with a file."""

    BUSY = auto()
    """Another process is at it."""
    MOVED = auto()
    """It was deleted or replaced while it was open."""
    REFUSED = auto()
    """The disk is full, or its rights do not allow it, or it knows no locks."""
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A value as it was kept, its number, and the day it was last used (days since 1970, UTC)."""

    number: int
    key: bytes
    content: bytes
    day: int


def opened(file: Path) -> "Connection":
    """A connection to a file that is there; it never waits for others."""
    import sqlite3

    base = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=0)
    base.isolation_level = None
    # Text where numbers should be is damage, and no reason to decode it.
    base.text_factory = bytes
    return base


def is_begun(base: "Connection") -> bool:
    """Whether the file has our tables, or is empty; `DamagedError` where it is neither."""
    if _number(base, "application_id") == _OURS:
        return True
    if _number(base, "schema_version"):
        message = "no base of ours"
        raise DamagedError(message)
    return False


def make_fast(base: "Connection") -> None:
    """Settings of whoever writes; they hold for the connection and write nothing."""
    for setting in (
        "synchronous = OFF",
        "temp_store = MEMORY",
        f"cache_size = -{_PAGES_IN_MEMORY_KB}",
    ):
        base.execute(f"PRAGMA {setting}")


def make_shrinkable(base: "Connection") -> None:
    """Let the file become shorter one day: only before it has tables, outside a transaction."""
    base.execute("PRAGMA auto_vacuum = INCREMENTAL")


def begin(base: "Connection") -> None:
    """Make the tables, where nobody else has meanwhile."""
    for table in _TABLES:
        base.execute(table)
    base.execute(f"PRAGMA application_id = {_OURS}")


def read(base: "Connection", kind: str, keys: Sequence[bytes]) -> list[Row]:
    """What is there of up to `CHUNK` keys; `DamagedError` where a value is not what was written."""
    asked = ", ".join("?" * len(keys))
    query = (
        "SELECT id, key, sum, packed, day FROM entry JOIN content USING (id)"  # noqa: S608
        f" WHERE kind = ? AND key IN ({asked})"
    )
    rows = base.execute(query, (kind, *keys)).fetchall()
    return [
        Row(number, key, _unpacked(kind, key, check, packed), day)
        for number, key, check, packed, day in rows
    ]


def write(base: "Connection", kind: str, packed: Mapping[bytes, bytes], *, day: int) -> None:
    """Put packed values under their keys, in place of what was there."""
    base.executemany(
        "INSERT INTO entry (kind, key, day) VALUES (?, ?, ?)"
        " ON CONFLICT (kind, key) DO UPDATE SET day = excluded.day",
        ((kind, key, day) for key in packed),
    )
    base.executemany(
        "INSERT OR REPLACE INTO content (id, sum, packed)"
        " SELECT id, ?, ? FROM entry WHERE kind = ? AND key = ?",
        ((_sum(kind, key, one), one, kind, key) for key, one in packed.items()),
    )


def note_used(base: "Connection", numbers: Iterable[int], *, day: int) -> None:
    """Note that these values were used on that day."""
    base.executemany("UPDATE entry SET day = ? WHERE id = ?", ((day, one) for one in numbers))


def drop(base: "Connection", size: int) -> int:
    """Drop the values used longest ago, of `size` bytes or a step's worth; how many went."""
    oldest = base.execute(
        "SELECT id, length(packed) FROM entry JOIN content USING (id) ORDER BY day, id LIMIT ?",
        (_STEP,),
    )
    gone: list[tuple[int]] = []
    for number, length in oldest.fetchall():
        gone.append((number,))
        size -= length
        if size <= 0:
            break
    for table in ("entry", "content"):
        base.executemany(f"DELETE FROM {table} WHERE id = ?", gone)  # noqa: S608
    return len(gone)


def give_back(base: "Connection") -> None:
    """Shorten the file by what was dropped; a transaction of its own."""
    # `execute` would take one step, which is one page.
    base.executescript("PRAGMA incremental_vacuum")


def size_of(base: "Connection") -> int:
    """The length of the file in bytes."""
    return _number(base, "page_count") * _number(base, "page_size")


def trouble_of(error: Exception) -> Trouble | None:
    """What is the matter with the file; None where it is no fault of a disk, but a bug of ours."""
    import sqlite3

    # SQLite quotes what it reads of a damaged file, and that need not be UTF-8.
    if isinstance(error, (DamagedError, UnicodeDecodeError)):
        return Trouble.DAMAGED
    if isinstance(error, OSError):
        return Trouble.REFUSED
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Trouble.MOVED
    # The lower byte is the kind of error; the rest tells more of it.
    kind = code & 0xFF
    if kind in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return Trouble.BUSY
    refusals = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY}
    rights = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_PROTOCOL}
    return Trouble.REFUSED if kind in refusals | rights else Trouble.DAMAGED


def pack(content: bytes) -> bytes:
    """A value as it lies in the file. Higher levels take four times as long to save a sixth."""
    return zlib.compress(content, _LEVEL)


def _unpacked(kind: str, key: bytes, check: object, packed: object) -> bytes:
    """The value, where it is the one that was put under this kind and key."""
    if not isinstance(packed, bytes) or check != _sum(kind, key, packed):
        message = "a value fails its checksum"
        raise DamagedError(message)
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        message = "a value does not unpack"
        raise DamagedError(message) from error


def _sum(kind: str, key: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=8, key=key, person=kind.encode()).digest()


def _number(base: "Connection", setting: str) -> int:
    found: Any = base.execute(f"PRAGMA {setting}").fetchone()
    return int(found[0])
