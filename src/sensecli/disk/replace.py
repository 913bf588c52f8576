"""Files that are written whole or not at all, by way of others beside them.

What a stopped run left beside a target goes when the same target is written next.
"""

import os
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sensecli.disk.lock import Lock, lock
from sensecli.disk.written import note

_LEFTOVER = re.compile(r"\..*\.sense-[0-9a-f]{8}\.tmp", re.DOTALL)
# Characters of a name; four bytes each, and what is added, still are a name.
_LONGEST = 50
_TRIES = 8


@dataclass(frozen=True, slots=True)
class _Beside:
    """A file on its way: open and locked, so that others see that its writer is alive."""

    path: Path
    file: BinaryIO
    target: Path


def replace_file(content: bytes, target: Path) -> None:
    """Put `content` where `target` is; OSError, and the old file still there, where that fails."""
    replace_files({target: content})


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Put several files in their places: all are on the disk before the first is replaced."""
    put_files(files)
    for target in files:
        note(target)


def create_file(content: bytes, target: Path) -> None:
    """As `replace_file`, but FileExistsError where there is a file already."""
    with ExitStack() as ends:
        beside = _beside(target, 0o666, ends)
        _fill(beside, content, lasting=True)
        try:
            # Unlike a check before, this cannot be overtaken by somebody else's file.
            target.hardlink_to(beside.path)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):
            # Such as memory cards, which know no links.
            if target.exists():
                raise FileExistsError(str(target)) from None
            _move(beside)
    _settle(target.parent)
    note(target)


@contextmanager
def growing_file(target: Path) -> Iterator[BinaryIO]:
    """A file to be written bit by bit, which takes the target's place when the block ends.

    Where it ends in an error, the old file is still there, and nothing beside it.
    """
    with ExitStack() as ends:
        rights = _rights(target)
        beside = _beside(target, 0o666 if rights is None else 0o600, ends)
        yield beside.file
        _fill(beside, b"", lasting=True)
        if rights is not None:
            beside.path.chmod(rights)
        _move(beside)
    _settle(target.parent)
    note(target)


def put_files(
    files: Mapping[Path, bytes], *, mode: int | None = None, lasting: bool = True
) -> None:
    """As `replace_files`, of files that are nobody's output.

    `mode` are the rights of the files: those of the old one, or as usual, where None. What is not
    `lasting` may be lost, or half there, when the machine stops.
    """
    with ExitStack() as ends:
        ready: list[_Beside] = []
        for target, content in files.items():
            rights = _rights(target) if mode is None else mode
            beside = _beside(target, 0o666 if rights is None else 0o600, ends)
            _fill(beside, content, lasting=lasting)
            if rights is not None:
                beside.path.chmod(rights)
            ready.append(beside)
        for beside in ready:
            _move(beside)
    if lasting:
        for folder in {target.parent for target in files}:
            _settle(folder)


def is_leftover(name: str) -> bool:
    """Whether a file of that name is on its way to another, or was left on it."""
    return _LEFTOVER.fullmatch(name) is not None


def _rights(target: Path) -> int | None:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return None


def _beside(target: Path, mode: int, ends: ExitStack) -> _Beside:
    """A new file beside the target, gone when `ends` end; without what stopped runs left there."""
    _sweep(target)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for _ in range(_TRIES):
        path = target.with_name(f"{_stem(target)}sense-{secrets.token_hex(4)}.tmp")
        file = os.fdopen(os.open(path, flags, mode), "wb")
        ends.callback(_discard, path)
        ends.callback(file.close)
        # Between its making and its locking, another run may have swept it away.
        if lock(file.fileno()) is not Lock.TAKEN and path.exists():
            return _Beside(path, file, target)
    raise FileExistsError(str(target))


def _fill(beside: _Beside, content: bytes, *, lasting: bool) -> None:
    beside.file.write(content)
    beside.file.flush()
    if lasting:
        os.fsync(beside.file.fileno())


def _move(beside: _Beside) -> None:
    if os.name == "nt":
        # Windows moves no file that is open.
        beside.file.close()
    beside.path.replace(beside.target)


def _sweep(target: Path) -> None:
    """Take away what runs that were killed left beside the target."""
    stem = _stem(target)
    with suppress(OSError):
        for one in target.parent.iterdir():
            if one.name.startswith(stem) and is_leftover(one.name):
                _take_away(one)


def _take_away(leftover: Path) -> None:
    """Delete it unless its writer may be alive: whoever has the lock is."""
    with suppress(OSError):
        descriptor = os.open(leftover, os.O_RDWR)
        try:
            if lock(descriptor) is Lock.OURS:
                if os.name == "nt":
                    os.close(descriptor)
                leftover.unlink()
        finally:
            with suppress(OSError):
                os.close(descriptor)


def _stem(target: Path) -> str:
    return f".{target.name[:_LONGEST]}."


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """See to it that the folder's own entries outlive the machine, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
