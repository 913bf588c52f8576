"""Files that somebody writes, moves or deletes while they are read."""

from pathlib import Path

from sensecli.loading.formats.document import Read, refused
from sensecli.loading.formats.registry import read_file
from sensecli.model import Problem

_State = tuple[int, int, int]


def read_steadily(path: Path) -> Read:
    """As `read_file`, of a file that was listed; twice where it changed meanwhile.

    One that changes again, or is there no more, is a problem.
    """
    for _ in range(2):
        before = _state(path)
        if before is None and not path.is_symlink():
            hint = "run it again, if the file was moved or renamed meanwhile"
            return refused(Problem(path.name, None, "is no longer there", hint))
        found = read_file(path)
        if _state(path) == before:
            return found
    hint = "run it again when the file is saved"
    return refused(Problem(path.name, None, "changed while it was read", hint))


def _state(path: Path) -> _State | None:
    """What tells a file from itself after a change; None where it cannot be seen."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
