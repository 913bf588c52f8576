"""Why a file is not even opened: broken, locked, too large, or a trap."""

import stat
from pathlib import Path

from sensecli.loading.formats.encoding import empty
from sensecli.model import Problem
from sensecli.unpacking import Fault, fault

HUGE = 50 * 1024 * 1024
_TABLES = frozenset({".csv", ".parquet"})
_ZIPPED = frozenset({".docx", ".xlsx", ".odt"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_OLE = "EncryptedPackage".encode("utf-16-le")
_SAID = {
    # (what is wrong, what to do)
    Fault.BROKEN: (
        "is broken: not a whole file of its format",
        "fetch it again, or open it and save it again",
    ),
    Fault.LOCKED: ("is protected by a password", "save a copy without one"),
    Fault.LARGE: (
        "is not read: unpacked it would be far larger than any interview",
        "save the text alone, without pictures",
    ),
    Fault.ENTITIES: (
        "is not read: it defines entities of its own, which no document needs and a trap does",
        "open it and save it again",
    ),
}


def objection(path: Path) -> Problem | None:
    """What speaks against reading the file; None where nothing does."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem(path.name, None, "is not a file", "take it out of the folder")
        if status.st_size == 0:
            return empty(path)
        if status.st_size > HUGE:
            return _huge(path, status.st_size // (1024 * 1024))
        with path.open("rb") as file:
            start = file.read(len(_OLE))
        if path.suffix.casefold() in _ZIPPED:
            return _locked(path) if start == _OLE else _zip_objection(path)
    except OSError as error:
        return unreadable(path, error)
    return None


def unreadable(path: Path, error: OSError) -> Problem:
    """The problem of a file that the system does not let us read."""
    if path.is_symlink() and not path.exists():
        message = f'is a link to "{path.readlink()}", which is not there'
        return Problem(path.name, None, message, "put the file itself into the folder")
    if isinstance(error, FileNotFoundError):
        hint = "check the spelling of the file's name"
        return Problem(path.name, None, "there is no such file", hint)
    if isinstance(error, PermissionError):
        hint = "change its permissions, or copy it to a place of your own"
        return Problem(path.name, None, "cannot be read: permission denied", hint)
    message = f"cannot be read: {(error.strerror or str(error)).lower()}"
    return Problem(path.name, None, message, "check the disk or the network drive that it is on")


def _huge(path: Path, size: int) -> Problem:
    if path.suffix.casefold() in _TABLES:
        message = f"is too large to be read at once ({size} MB; at most 50 MB are)"
        hint = "sense analyse FILE and sense export FILE read such a table in pieces"
        return Problem(path.name, None, message, hint)
    message = f"is too large to be an interview ({size} MB; at most 50 MB are read)"
    return Problem(path.name, None, message, "save the text alone, without pictures")


def _locked(path: Path) -> Problem:
    if _LOCKED_OLE in path.read_bytes():
        hint = "save a copy of it without one"
        return Problem(path.name, None, "is protected by a password", hint)
    message = f"is an old Office file, not a {path.suffix.casefold()} file"
    hint = f"open it and save it as {path.suffix.casefold()}"
    return Problem(path.name, None, message, hint)


def _zip_objection(path: Path) -> Problem | None:
    with path.open("rb") as file:
        found = fault(file)
    if found is None:
        return None
    return Problem(path.name, None, *_SAID[found])
