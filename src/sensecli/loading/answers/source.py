"""Where a table lies: a file here, or one elsewhere by its address, which fsspec opens."""

import io
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from sensecli.loading.formats.guard import unreadable
from sensecli.model import Problem

Source = Path | str
"""A file, or an address such as `s3://bucket/answers.csv`; a string without `://` is a file."""

# One letter before the colon is a disk of Windows.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:::|://)")
_BUFFER = 1024 * 1024


class ElsewhereError(OSError):
    """What is elsewhere and cannot be had: why, and what to do."""

    def __init__(self, said: str, hint: str) -> None:
        """`said` follows the file's name in a problem."""
        super().__init__(said)
        self.hint = hint


def is_elsewhere(source: Source) -> bool:
    """Whether it is an address and no file of this machine's own."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None


def name_of(source: Source) -> str:
    """The file's name as problems and interviews give it: the last part of the path."""
    if is_elsewhere(source):
        return PurePosixPath(re.split(r"[?#]", str(source))[0]).name or str(source)
    return Path(source).name


def opened(source: Source) -> BinaryIO:
    """The file, to be read from any place in it; OSError where it cannot be opened.

    A file of this machine needs no fsspec.
    """
    if not is_elsewhere(source):
        return Path(source).open("rb")
    return opened_in(*reached(str(source)))


def opened_in(filesystem: Any, path: str) -> BinaryIO:  # noqa: ANN401
    """A file of that file system of fsspec's; ElsewhereError where it cannot be opened."""
    return io.BufferedReader(_Elsewhere(asked(filesystem.open, path, "rb")), _BUFFER)


def asked(do: Callable[..., Any], *values: object) -> Any:  # noqa: ANN401
    """What fsspec answers; ElsewhereError for any error of its own."""
    try:
        return do(*values)
    except Exception as error:
        raise _elsewhere(error) from error


def reached(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it; ElsewhereError where there is none."""
    try:
        import fsspec
    except ImportError as error:
        said = "is elsewhere, and fsspec is not installed"
        hint = "pip install 'sensecli[cluster]', or copy it to this machine"
        raise ElsewhereError(said, hint) from error
    try:
        filesystem, path = fsspec.core.url_to_fs(address)
    except ImportError as error:
        said = f"is elsewhere, and {str(error).lower()}"
        hint = "install what it names beside sensecli, or copy the file to this machine"
        raise ElsewhereError(said, hint) from error
    except Exception as error:
        raise _elsewhere(error) from error
    return filesystem, str(path)


def state(source: Source) -> tuple[int, int] | None:
    """What tells a file from itself after a change; None where that cannot be seen."""
    if is_elsewhere(source):
        return None
    try:
        status = Path(source).stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def size_of(source: Source) -> int:
    """The file's bytes; OSError where it cannot be seen."""
    if not is_elsewhere(source):
        return Path(source).stat().st_size
    with opened(source) as file:
        return file.seek(0, 2)


def not_opened(source: Source, error: OSError) -> Problem:
    """The problem of a file that could not be opened or read to its end."""
    if isinstance(error, ElsewhereError):
        return Problem(name_of(source), None, str(error), error.hint)
    if is_elsewhere(source):
        return not_opened(source, _elsewhere(error))
    return unreadable(Path(source), error)


def _elsewhere(error: Exception) -> ElsewhereError:
    if isinstance(error, FileNotFoundError):
        return ElsewhereError("there is no such file", "check the address")
    # A store's own message may hold an address with a key in it: its kind says enough.
    said = f"cannot be read from where it is ({type(error).__name__})"
    return ElsewhereError(said, "check the address, the network and your right to read it")


class _Elsewhere(io.RawIOBase):
    """A file of fsspec's that raises nothing but ElsewhereError."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401
        """`file` is closed with this one."""
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(asked(self._file.seek, offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401
        content = asked(self._file.read, len(buffer))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()
