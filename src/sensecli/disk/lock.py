"""Locks on open files: the system takes them away from a process that ends, however it ends."""

import errno
import os
import sys
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

# Far behind the end of any file: on Windows what is locked cannot be written.
_FAR = 2**40
_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


class Lock(Enum):
    """What became of asking for a lock."""

    OURS = auto()
    TAKEN = auto()
    UNKNOWN = auto()
    """The disk knows no locks, as some network drives do not."""


def lock(descriptor: int) -> Lock:
    """Take the lock of an open file, without waiting; it lasts until the descriptor is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return Lock.TAKEN if error.errno in _TAKEN else Lock.UNKNOWN
    return Lock.OURS


def is_locked(path: Path) -> bool:
    """Whether another process has the lock of that file; nobody has one of a file not there."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return lock(descriptor) is Lock.TAKEN
    finally:
        with suppress(OSError):
            os.close(descriptor)
