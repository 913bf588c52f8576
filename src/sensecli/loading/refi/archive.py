"""A .qdpx file -> its parts, read within limits and never unpacked to disk."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from sensecli.loading.formats.guard import unreadable
from sensecli.model import Problem

LARGEST = 100 * 1024 * 1024
"""The most bytes that one part may unpack to."""

_RATIO, _RATIO_FROM, _MOST_PARTS, _MOST_IN_ALL = 200, 1024 * 1024, 20_000, 400 * 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)
_AGAIN = "export the project again as REFI-QDA (.qdpx)"


@dataclass(frozen=True, slots=True)
class Archive:
    """The project's XML, and the bytes of each text by its name in small letters, no folder."""

    project: bytes
    texts: dict[str, bytes]
    problems: tuple[Problem, ...] = ()


def open_archive(path: Path) -> Archive | Problem:
    """The parts of a project that hold text, or why it cannot be read."""
    try:
        if not path.is_file():
            with path.open("rb"):
                pass
        with zipfile.ZipFile(path) as archive:
            return _read(archive, path.name)
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
        return unreadable(path, error)
    except _BROKEN:
        return Problem(path.name, None, "is broken: not a whole REFI-QDA project", _AGAIN)


def _read(archive: zipfile.ZipFile, file: str) -> Archive | Problem:
    parts = [part for part in archive.infolist() if not part.is_dir()]
    if any(part.flag_bits & 1 for part in parts):
        return Problem(file, None, "is protected by a password", "export it without one")
    if len(parts) > _MOST_PARTS:
        return Problem(file, None, f"has more than {_MOST_PARTS} files in it", _AGAIN)
    inner = _inner(parts)
    if isinstance(inner, str):
        return Problem(file, None, inner, _AGAIN)
    project = _bounded(archive, inner)
    if project is None:
        return _too_large(file, inner.filename)
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    left = _MOST_IN_ALL
    for part in parts:
        name = _bare(part.filename)
        if not name.endswith(".txt") or name in texts:
            continue
        content = _bounded(archive, part) if part.file_size <= left else None
        if content is None:
            problems.append(_too_large(file, part.filename))
            continue
        texts[name] = content
        left -= len(content)
    return Archive(project, texts, tuple(problems))


def _inner(parts: list[zipfile.ZipInfo]) -> zipfile.ZipInfo | str:
    """The project's XML: `project.qde`, else the only .qde (ATLAS.ti names it as the project)."""
    found = [part for part in parts if _bare(part.filename).endswith(".qde")]
    named = [part for part in found if _bare(part.filename) == "project.qde"]
    if len(named or found) == 1:
        return (named or found)[0]
    return "holds several projects (.qde)" if found else "holds no project (.qde)"


def _bounded(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes | None:
    """The bytes of a part; None where they are more than any text, or packed as a trap is."""
    packed = max(part.compress_size, 1)
    if part.file_size > LARGEST:
        return None
    if part.file_size > _RATIO_FROM and part.file_size > _RATIO * packed:
        return None
    with archive.open(part) as content:
        read = content.read(LARGEST + 1)
    return read if len(read) <= LARGEST else None


def _bare(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].casefold()


def _too_large(file: str, part: str) -> Problem:
    message = f'"{part}" in it is not read: unpacked it would be far larger than any text'
    return Problem(file, None, message, "export the project without it")
