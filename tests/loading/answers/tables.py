"""Tables of answers, and the same rows read whole and in pieces."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sensecli.loading.answers import Block, read_blocks
from sensecli.loading.folder import load_interviews
from sensecli.model import Interview, Notice, Problem


@dataclass(frozen=True)
class Told:
    """What reading a table gave, whatever its order."""

    interviews: list[Interview]
    problems: list[str]
    notices: list[str]


def whole(path: Path) -> Told:
    """As a folder of that one file is read."""
    loaded = load_interviews(path)
    return _told(loaded.interviews, loaded.problems, loaded.notices)


def in_pieces(path: Path, *, rows: int = 3) -> Told:
    """As blocks of so many rows."""
    blocks = list(read_blocks(path, rows=rows))
    return together(blocks)


def together(blocks: Sequence[Block]) -> Told:
    """All that blocks hold."""
    return _told(
        [one for block in blocks for one in block.interviews],
        [one for block in blocks for one in block.problems],
        [one for block in blocks for one in block.notices],
    )


def _told(
    interviews: Sequence[Interview], problems: Sequence[Problem], notices: Sequence[Notice]
) -> Told:
    return Told(
        sorted(interviews, key=lambda one: one.id),
        # A folder is told that it has no interviews; a table that has none is not.
        sorted(str(one) for one in problems if one.message != "no interviews were found"),
        # Attributes of a large table can be given in it alone.
        sorted(one.message.partition("can be given in")[0] for one in notices),
    )
