"""The store: what can be made again, by kind and key, in one file of the cache.

Whatever the disk refuses is as if it had never been kept: whoever finds nothing makes it again. A
value that is found is the one that was put, or the file is set aside. Several runs may use the file
at the same time, and it may be cleared under all of them.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sensecli.disk import rows
from sensecli.disk.cache import is_cache, ready, set_aside
from sensecli.disk.rows import Trouble

if TYPE_CHECKING:
    from sqlite3 import Connection

# The number tells how the rows are laid out: other versions have files of their own.
NAME = f"store-{1:016x}.sqlite"
LIMIT = 1_000_000_000
_SIDES = ("-journal", "-wal", "-shm")
_DOWN_TO = 0.8
_LARGEST = 0.25
# What goes in one transaction, so that nobody waits long: bytes, and values.
_BATCH = 4_000_000
_VALUES = 5000
# Seconds: how long a run waits in all for others, and how long at a time.
_PATIENCE = 2.0
_PAUSE = 0.01
_DAY = 86_400

T = TypeVar("T")


class Store:
    """One open store, for one thread. Nothing is opened before it is asked for."""

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        """A store in a cache folder, of so many bytes at most; None keeps nothing."""
        self._folder = folder
        self._limit = limit
        self._keeps = folder is not None
        self._patience = _PATIENCE
        self._base: Connection | None = None
        self._opened: tuple[int, int] | None = None

    def get(self, kind: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept of these keys; a key without a value is not in it."""
        found: dict[bytes, bytes] = {}
        if self._folder and keys:
            self._try(partial(self._get, self._folder, kind, tuple(dict.fromkeys(keys)), found))
        return found

    def put(self, kind: str, items: Mapping[bytes, bytes]) -> None:
        """Keep each value under its key, in place of what was there.

        A kind is a word of up to 16 letters, a key 16 to 32 bytes. What is larger than a quarter
        of the limit is not kept.
        """
        for batch in self._batches(items):
            if self._folder and self._keeps:
                self._try(partial(self._put, self._folder, kind, batch))

    def close(self) -> None:
        """Close the file; the next `get` or `put` would open it again."""
        import sqlite3

        base, self._base, self._opened = self._base, None, None
        if base:
            with suppress(sqlite3.Error):
                base.close()

    def _get(
        self, folder: Path, kind: str, keys: tuple[bytes, ...], found: dict[bytes, bytes]
    ) -> None:
        base = self._current(folder)
        if base is None or not self._wait(partial(rows.is_begun, base)):
            return
        today = _today()
        earlier: list[int] = []
        for start in range(0, len(keys), rows.CHUNK):
            chunk = keys[start : start + rows.CHUNK]
            for row in self._wait(partial(rows.read, base, kind, chunk)):
                found[row.key] = row.content
                if row.day != today:
                    earlier.append(row.number)
        if earlier and self._keeps:
            self._note_used(base, earlier, today)

    def _note_used(self, base: "Connection", numbers: list[int], today: int) -> None:
        """Not worth waiting for, nor a word on what is wrong: the next run notes it."""
        import sqlite3

        patience, self._patience = self._patience, 0.0
        with suppress(sqlite3.OperationalError):
            rows.make_fast(base)
            for start in range(0, len(numbers), _VALUES):
                some = numbers[start : start + _VALUES]
                self._change(base, partial(rows.note_used, base, some, day=today))
        self._patience = patience

    def _put(self, folder: Path, kind: str, batch: Mapping[bytes, bytes]) -> None:
        if not ready(folder):
            self._keeps = False
            return
        _make(folder / NAME)
        base = self._current(folder)
        if base is None:
            return
        begun = self._wait(partial(rows.is_begun, base))
        rows.make_fast(base)
        if not begun:
            self._wait(partial(rows.make_shrinkable, base))
            self._change(base, partial(rows.begin, base))
        self._change(base, partial(rows.write, base, kind, batch, day=_today()))
        if self._wait(partial(rows.size_of, base)) > self._limit:
            self._shorten(base)

    def _shorten(self, base: "Connection") -> None:
        """Drop what was used longest ago until the file is well below its limit."""
        dropped = 1
        while dropped:
            over = self._wait(partial(rows.size_of, base)) - int(self._limit * _DOWN_TO)
            dropped = self._change(base, partial(rows.drop, base, over)) if over > 0 else 0
            self._wait(partial(rows.give_back, base))

    def _batches(self, items: Mapping[bytes, bytes]) -> Iterator[dict[bytes, bytes]]:
        """The values packed, a transaction's worth at a time."""
        batch: dict[bytes, bytes] = {}
        size = 0
        for key, content in items.items() if self._keeps else ():
            packed = rows.pack(content)
            if len(packed) > self._limit * _LARGEST:
                continue
            batch[key] = packed
            size += len(packed) + len(key)
            if size >= _BATCH or len(batch) >= _VALUES:
                yield batch
                batch, size = {}, 0
        if batch:
            yield batch

    def _current(self, folder: Path) -> "Connection | None":
        """The file that has the name now; None where there is none.

        Another run may have cleared or replaced the one that we had open.
        """
        there = _identity(folder / NAME)
        if self._base and there != self._opened:
            self.close()
        if self._base is None and there and is_cache(folder):
            self._base = rows.opened(folder / NAME)
            self._opened = _identity(folder / NAME)
        return self._base

    def _try(self, act: Callable[[], None]) -> None:
        """Act, and once again where the file was damaged or went away meanwhile; tell nothing."""
        import sqlite3

        for _ in range(2):
            try:
                return act()
            except (OSError, UnicodeDecodeError, rows.DamagedError, sqlite3.Error) as error:
                trouble = rows.trouble_of(error)
                if trouble is None:
                    raise
            match trouble:
                case Trouble.BUSY:
                    break
                case Trouble.REFUSED:
                    self._keeps = False
                    self.close()
                    break
                case Trouble.MOVED:
                    self.close()
                case Trouble.DAMAGED:
                    self._set_aside()
        return None

    def _set_aside(self) -> None:
        """Set the damaged file aside, unless another run did so and has begun a new one."""
        opened = self._opened
        self.close()
        if self._folder and opened and _identity(self._folder / NAME) == opened:
            with suppress(OSError):
                for side in _SIDES:
                    (self._folder / f"{NAME}{side}").unlink(missing_ok=True)
            set_aside(self._folder, NAME)

    def _change(self, base: "Connection", act: Callable[[], T]) -> T:
        """Act within one transaction, whole or not at all."""
        import sqlite3

        try:
            self._wait(partial(base.execute, "BEGIN IMMEDIATE"))
            done = act()
            self._wait(partial(base.execute, "COMMIT"))
        finally:
            # What stopped it, such as Ctrl-C, is to be heard of, not what comes of that.
            with suppress(sqlite3.Error):
                base.rollback()
        return done

    def _wait(self, act: Callable[[], T]) -> T:
        """Act as soon as no other run is in the way, while there is patience left."""
        import sqlite3

        while True:
            try:
                return act()
            except sqlite3.OperationalError as error:
                if rows.trouble_of(error) is not Trouble.BUSY or self._patience <= 0:
                    raise
            begun = time.monotonic()
            time.sleep(_PAUSE)
            self._patience -= time.monotonic() - begun


@contextmanager
def open_store(folder: Path | None, *, limit: int = LIMIT) -> Iterator[Store]:
    """The store of a cache folder, of so many bytes at most; one that keeps nothing for None."""
    store = Store(folder, limit)
    try:
        yield store
    finally:
        store.close()


def _make(file: Path) -> None:
    """An empty file for its owner alone, where there is none; SQLite's journals get its rights."""
    with suppress(FileExistsError):
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(descriptor, 0o600)
        finally:
            os.close(descriptor)


def _identity(file: Path) -> tuple[int, int] | None:
    """Which file has that name; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _today() -> int:
    return int(time.time() // _DAY)
