"""A whole file written at once, or not at all."""

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.cli.console import pour

if TYPE_CHECKING:
    from sensecli.model import Problem

STDOUT = Path("-")


def save(content: bytes, target: Path | None, *, folder: Path) -> "tuple[Problem, ...]":
    """`content` to `target`, or to stdout where that is None or "-"; why not, where it cannot be.

    A file is replaced as a whole: whoever reads it finds the old or the new one. Nothing that
    lies in `folder` already is replaced, because it may be an interview, unless `sense` could
    not have read it as one.
    """
    if target is None or target == STDOUT:
        pour(content)
        return ()
    refused = _refusal(target, folder)
    if refused:
        return (refused,)
    try:
        _write(content, target)
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        return (_problem(target, f"could not be written: {reason}", "choose another place"),)
    return ()


def replace_file(content: bytes, target: Path) -> None:
    """Put `content` where `target` is by way of a file beside it; OSError where that fails."""
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _write(content: bytes, target: Path) -> None:
    if target.exists() and not target.is_file():
        # A device or a pipe (/dev/null) is written to; to replace it would be to destroy it.
        with target.open("wb") as file:
            file.write(content)
        return
    replace_file(content, target.resolve())


def _refusal(target: Path, folder: Path) -> "Problem | None":
    """Why `target` is no place for an output."""
    if target.is_dir():
        return _problem(target, "is a folder", "give the name of a file in it")
    if not target.parent.is_dir():
        return _problem(target, "its folder does not exist", "make the folder first")
    if target.is_file() and _interviews_in(folder, target):
        message = "is not replaced: it lies among the interviews and may be one"
        return _problem(target, message, "choose a file outside the folder")
    return None


def _interviews_in(folder: Path, target: Path) -> bool:
    """Whether `target` is one of the files that the analysis reads in `folder`."""
    if folder.is_file():
        return folder.samefile(target)
    if not folder.is_dir() or target.resolve().parent != folder.resolve():
        return False
    from sensecli.loading.listing import list_files

    read_too = {"codebook.yaml", "interviews.csv", "names.csv"}
    interviews = {path.name for path in list_files(folder).files}
    return target.resolve().name in interviews | read_too


def _problem(target: Path, message: str, hint: str) -> "Problem":
    from sensecli.model import Problem

    return Problem(str(target), None, message, hint)
