"""The cache: a folder of what can be made again, for its owner's eyes only.

The folder has a tag by which backups leave it out (bford.info/cachedir), and we know it as ours.
A folder that is not ours is neither read nor written, and nothing here tells of what cannot be:
whoever finds nothing makes it again.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sensecli.disk.replace import is_leftover, put_files

TAG = "CACHEDIR.TAG"
_TAGGED = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# This folder is a cache of sense: what is in it can be made again.\n"
)
# With what SQLite may put beside a base.
_NAME = re.compile(r"[a-z]+-[0-9a-f]{16,64}\.(?:[a-z]+|sqlite-(?:journal|wal|shm))")
_DAMAGED = ".damaged"
_OWNERS_FOLDER, _OWNERS_FILE = 0o700, 0o600


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a cache: how many files, of how many bytes, and what else, which stays."""

    files: int = 0
    size: int = 0
    others: int = 0


def kept(folder: Path, name: str) -> bytes | None:
    """What is kept under a name such as `examples-<hash>.npz`; None where there is nothing."""
    if not is_cache(folder):
        return None
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def keep(folder: Path, name: str, content: bytes) -> None:
    """Keep `content` under a name, in place of what was there; silent where it cannot be."""
    if _NAME.fullmatch(name) is None:
        message = f"no name for a file in the cache: {name}"
        raise ValueError(message)
    with suppress(OSError):
        if ready(folder):
            put_files({folder / name: content}, mode=_OWNERS_FILE, lasting=False)


def set_aside(folder: Path, name: str) -> None:
    """What is kept under a name is damaged: it is not read again."""
    with suppress(OSError):
        (folder / name).replace(folder / f"{name}{_DAMAGED}")


def ready(folder: Path) -> bool:
    """Whether the folder is a cache of ours by now, which only its owner can enter."""
    if not is_cache(folder):
        if not is_free(folder):
            return False
        folder.mkdir(mode=_OWNERS_FOLDER, parents=True, exist_ok=True)
        put_files({folder / TAG: _TAGGED}, mode=_OWNERS_FILE, lasting=False)
    if folder.stat().st_mode & 0o777 != _OWNERS_FOLDER:
        folder.chmod(_OWNERS_FOLDER)
    return is_cache(folder)


def is_cache(folder: Path) -> bool:
    """Whether the folder is there, its owner's, and a cache of ours."""
    try:
        if hasattr(os, "geteuid") and folder.stat().st_uid != os.geteuid():
            return False
        return _is_tagged(folder)
    except OSError:
        return False


def is_free(folder: Path) -> bool:
    """Whether the folder may become a cache: it is not there yet, or holds nothing but ours."""
    try:
        return not folder.exists() or all(is_ours(one.name) for one in folder.iterdir())
    except OSError:
        return False


def contents(folder: Path) -> Contents:
    """What lies in the folder; OSError where it cannot be listed."""
    sizes: list[int] = []
    others = 0
    for one in folder.iterdir():
        if one.name == TAG:
            continue
        if is_ours(one.name):
            with suppress(FileNotFoundError):
                sizes.append(one.lstat().st_size)
        else:
            others += 1
    return Contents(len(sizes), sum(sizes), others)


def clear(folder: Path) -> None:
    """Delete our files in a cache of ours; the folder stays. OSError where one cannot be."""
    if not folder.exists():
        return
    for one in folder.iterdir():
        if one.name != TAG and is_ours(one.name):
            one.unlink(missing_ok=True)


def is_ours(name: str) -> bool:
    """Whether a file in the cache has a name that we give."""
    bare = name.removesuffix(_DAMAGED)
    return name == TAG or _NAME.fullmatch(bare) is not None or is_leftover(name)


def _is_tagged(folder: Path) -> bool:
    with (folder / TAG).open("rb") as file:
        return file.read(len(_TAGGED)) == _TAGGED
