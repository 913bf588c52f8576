"""Decisions on their way to the disk, and the time that they carry."""

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sensecli.disk.lock import Lock, is_locked, lock
from sensecli.model import Decision, Problem
from sensecli.model.decision import TIME
from sensecli.review.file import append, decisions_file, opened

Keep = Callable[[str, Sequence[Decision]], str]
"""Keeps a coder's decisions; gives what went wrong, or nothing."""


class Keeper(AbstractContextManager["Keeper"]):
    """Puts decisions into the files of `folder`, each on the disk at once, until it is left.

    A coder's file is locked from their first decision on: what a second review under the same
    initials showed would not be what is decided. Others may add to the file all the same.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is opened before there is something to keep."""
        self._folder = folder
        self._held: dict[Path, int] = {}

    def __call__(self, coder: str, decisions: Sequence[Decision]) -> str:
        """Keep a coder's decisions; what went wrong, or nothing."""
        path = decisions_file(self._folder, coder)
        try:
            if not self._hold(path):
                return f"Not done: {said_in_use(coder)}"
            append(path, *decisions)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            return f"Not done: {path.name} cannot be written ({why})."
        return ""

    def begin(self, coder: str) -> None:
        """Lock the coder's file where there is one already."""
        path = decisions_file(self._folder, coder)
        with suppress(OSError):
            if path.is_file():
                self._hold(path)

    def __exit__(self, *_: object) -> None:
        """The files are free for the next review."""
        while self._held:
            os.close(self._held.popitem()[1])

    def _hold(self, path: Path) -> bool:
        """Whether the file is ours to decide in; OSError where it cannot be opened."""
        if path in self._held:
            return True
        descriptor = opened(path)
        if lock(descriptor) is Lock.TAKEN:
            os.close(descriptor)
            return False
        self._held[path] = descriptor
        return True


def in_use_fault(folder: Path, coder: str) -> str:
    """Why no review can begin under these initials; nothing where it can."""
    return said_in_use(coder) if is_locked(decisions_file(folder, coder)) else ""


def refused_review(folder: Path, coder: str) -> tuple[Problem, ...]:
    """As a problem, before any work: that the coder, where we know who, reviews already."""
    file = decisions_file(folder, coder)
    if not coder or not is_locked(file):
        return ()
    message = "is being written by another review under these initials"
    hint = "go on in that window, or take other initials"
    return (Problem(file.name, None, message, hint),)


def said_in_use(coder: str) -> str:
    """That somebody reviews under the same initials."""
    return f"{coder} is reviewing this folder in another window already: go on there."


def clock() -> str:
    """The time now, as decisions have it."""
    return datetime.now(UTC).strftime(TIME)
