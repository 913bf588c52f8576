"""Which of the user's files this run has written so far: told to who stops it in the middle."""

from pathlib import Path

_SO_FAR: dict[Path, None] = {}


def note(path: Path) -> None:
    """Remember that a file is written, and whole."""
    _SO_FAR[path] = None


def so_far() -> tuple[Path, ...]:
    """The files written since the run began, in that order, each once."""
    return tuple(_SO_FAR)


def forget() -> None:
    """A run begins."""
    _SO_FAR.clear()
