"""What lies elsewhere -> files in a folder of this machine's."""

import os
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sensecli.loading.answers.source import asked, name_of, not_opened, opened_in, reached
from sensecli.model import Problem

_PIECE = 1024 * 1024


def fetched(address: str, into: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Copies of the files directly in a folder elsewhere, or of one file, in the folder `into`.

    Only their owner may read them, and no file in `into` is overwritten. Dot-files are left out.
    Who gives the folder takes it away.
    """
    copies: list[Path] = []
    problems: list[Problem] = []
    try:
        filesystem, path = reached(address)
        paths = _files(filesystem, path)
    except OSError as error:
        return (), (not_opened(address, error),)
    for one in paths:
        target = into / name_of(one)
        try:
            _copy(filesystem, one, target)
            copies.append(target)
        except FileExistsError:
            hint = "give each file a name of its own"
            problems.append(Problem(target.name, None, "is there already; not fetched", hint))
        except OSError as error:
            problems.append(replace(not_opened(address, error), path=target.name))
    return tuple(copies), tuple(problems)


def _files(filesystem: Any, path: str) -> list[str]:  # noqa: ANN401
    """The paths of the files to fetch, in the order of their names."""
    if asked(filesystem.isfile, path):
        return [path]
    listed = asked(lambda: filesystem.ls(path, detail=True))
    files = [str(one["name"]) for one in listed if one["type"] == "file"]
    return sorted(one for one in files if _is_name(name_of(one)))


def _is_name(name: str) -> bool:
    """Whether it is no dot-file, and nothing that leads out of a folder on any system."""
    return not name.startswith(".") and not set(name) & set("/\\:\0")


def _copy(filesystem: Any, path: str, target: Path) -> None:  # noqa: ANN401
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as copy, opened_in(filesystem, path) as file:
            shutil.copyfileobj(file, copy, _PIECE)
    except BaseException:
        with suppress(OSError):
            target.unlink()
        raise
