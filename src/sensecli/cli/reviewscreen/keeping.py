"""Decisions on their way to the disk, and the time that they carry."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sensecli.model import Decision
from sensecli.model.decision import TIME
from sensecli.review.file import append, decisions_file

Keep = Callable[[str, Sequence[Decision]], str]
"""Keeps a coder's decisions; gives what went wrong, or nothing."""


def keeper(folder: Path) -> Keep:
    """What appends decisions to the coder's file in `folder`, each on the disk at once."""

    def keep(coder: str, decisions: Sequence[Decision]) -> str:
        path = decisions_file(folder, coder)
        try:
            append(path, *decisions)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            return f"Not done: {path.name} cannot be written ({why})."
        return ""

    return keep


def clock() -> str:
    """The time now, as decisions have it."""
    return datetime.now(UTC).strftime(TIME)
